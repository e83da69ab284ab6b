import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { inPlantedProject } from './cruise.ts'

/** What knip finds nobody uses in a folder, one line each. */
async function unusedIn(root: string): Promise<string[]> {
  const knip = resolve('node_modules/knip/bin/knip.js')
  const options = ['--no-progress', '--no-config-hints', '--directory', root, '--reporter', 'compact']
  return new Promise((done, failed) => {
    execFile(process.execPath, [knip, ...options], (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== 'number') failed(error)
      else if (stdout === '' && error !== null) failed(new Error(stderr))
      else done(stdout.split('\n').filter((line) => line.trim() !== ''))
    })
  })
}

test('no file, export, type or package is left that nobody uses', async () => {
  expect(await unusedIn('.')).toEqual([])
})

test('a planted unused export and a planted unused file are found', async () => {
  const files = {
    'knip.json': await readFile('knip.json', 'utf8'),
    'src/main/web.ts': "import { used } from '#kernel/time'\nused()\n",
    'src/kernel/time.ts': 'export const used = () => 1\nexport const forgotten = () => 2\n',
    'src/kernel/lost.ts': 'export const lost = () => 3\n',
  }
  const found = await inPlantedProject(files, [], unusedIn)
  expect(found.join('\n')).toContain('forgotten')
  expect(found.join('\n')).toContain('src/kernel/lost.ts')
  expect(found.join('\n')).not.toContain('used()')
})
