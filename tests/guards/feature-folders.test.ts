import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { linesOf } from './sources.ts'
import { storeys } from './storeys.ts'

const folders = globSync('src/features/*/').map((path) => path.replace(/^src\/features\//, '').replace(/\/$/, ''))
const filled = folders.filter((name) => globSync(`src/features/${name}/**/*.{ts,tsx}`).length > 0).sort()

test('each feature has its storey', () => {
  expect(filled.length).toBeGreaterThan(3)
  expect(filled.filter((name) => !storeys.flat().includes(name))).toEqual([])
})

test('each feature says in 10 to 20 lines what it does', () => {
  const wrong = filled.filter((name) => {
    const [path] = globSync(`src/features/${name}/README.md`)
    return path === undefined || linesOf(path) < 10 || linesOf(path) > 20
  })
  expect(wrong).toEqual([])
})

test('each README names only files that exist', () => {
  const missing = filled.flatMap((name) => {
    const [path] = globSync(`src/features/${name}/README.md`)
    if (path === undefined) return []
    const named = readFileSync(path, 'utf8').matchAll(/`([a-z0-9/-]+[.](?:ts|tsx|sql))`/g)
    return [...named]
      .map(([, file = '']) => file)
      .filter((file) => globSync([`src/features/${name}/${file}`, `src/${file}`]).length === 0)
      .map((file) => `${path}: ${file}`)
  })
  expect(missing).toEqual([])
})
