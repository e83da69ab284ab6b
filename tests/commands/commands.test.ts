import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { plantedProject, run } from './planted.ts'

const COMMANDS = [
  ...['start', 'dev', 'web', 'worker', 'migrate', 'import', 'bounce', 'retention'],
  ...['prove', 'bench', 'features', 'test'],
]

let project: Awaited<ReturnType<typeof plantedProject>>
beforeEach(async () => {
  project = await plantedProject()
})
afterEach(() => project.remove())

const call = (code: string) => ['--input-type=module', '-e', code]

test('OPS-1: every command says how to use it, before anything is installed', async () => {
  const { scripts } = JSON.parse(await readFile('package.json', 'utf8'))
  const helps = await Promise.all(
    COMMANDS.map((name) => run(['scripts/run.mjs', name, '--help'], { cwd: project.path })),
  )
  for (const [index, name] of COMMANDS.entries()) {
    expect(scripts[name]).toBe(`exec node scripts/run.mjs ${name}`)
    expect(helps[index]).toMatchObject({ code: 0, output: expect.stringMatching(`^Usage: npm (run )?${name}`) })
  }
})

test('an unknown command is refused with the list of those that exist', async () => {
  const { code, output } = await run(['scripts/run.mjs', 'strat'], { cwd: project.path })
  expect(code).toBe(1)
  for (const name of COMMANDS) expect(output).toContain(`  ${name} `)
})

test('OPS-1: two commands started at once on a bare clone install once, and a changed lock file installs again', async () => {
  const npm = `import { appendFileSync, cpSync, mkdirSync } from 'node:fs'
    appendFileSync('installs', 'x')
    await new Promise((done) => setTimeout(done, 400))
    mkdirSync('node_modules', { recursive: true })
    cpSync('package-lock.json', 'node_modules/.package-lock.json')`
  await writeFile(join(project.path, 'npm.mjs'), npm)
  await writeFile(join(project.path, 'npm.js'), `import('./npm.mjs')`)
  const options = { cwd: project.path, env: { npm_execpath: join(project.path, 'npm.js') } }
  const install = () => run(call(`await (await import('./scripts/install.mjs')).installWhenNeeded()`), options)
  const installs = async () => (await readFile(join(project.path, 'installs'), 'utf8')).length

  expect((await Promise.all([install(), install()])).map(({ code }) => code)).toEqual([0, 0])
  expect(await installs()).toBe(1)
  const lock = await readFile(join(project.path, 'package-lock.json'), 'utf8')
  await writeFile(
    join(project.path, 'package-lock.json'),
    lock.replace(/("node_modules\/fastify": \{\s+"version": )"[^"]+"/, '$1"5.0.0"'),
  )
  await install()
  await install()
  expect(await installs()).toBe(2)
})

test('OPS-1: a build that fails leaves the one before whole, and is made again when a source changes', async () => {
  const { path } = project
  await symlink(resolve('node_modules'), join(path, 'node_modules'))
  for (const folder of ['src/main', 'src/ui']) await mkdir(join(path, folder), { recursive: true })
  await writeFile(join(path, 'src/ui/site.css'), 'a { color: red }')
  const source = join(path, 'src/main/hello.ts')
  const build = () => run(call(`await (await import('./scripts/build.mjs')).buildWhenNeeded()`), { cwd: path })
  const built = () => readFile(join(path, 'dist/server/hello.js'), 'utf8')

  await writeFile(source, `console.log('first')`)
  expect(await build()).toMatchObject({ code: 0 })
  expect(await built()).toContain('first')
  await writeFile(source, `console.log('broken' +`)
  expect((await build()).code).not.toBe(0)
  expect(await built()).toContain('first')
  await writeFile(source, `console.log('second')`)
  await build()
  expect(await built()).toContain('second')
})
