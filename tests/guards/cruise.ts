import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { cruise, type ICruiseResult } from 'dependency-cruiser'
import { forbidden, options } from './boundary-rules.ts'

export type Violation = { rule: string; from: string; to: string }
export type Module = { path: string; imports: readonly string[] }
export type Cruised = { modules: readonly Module[]; violations: readonly Violation[] }

/** Reads every import under `src` of a folder and says which ones the rules of boundary-rules.ts forbid. */
export async function cruiseSources(root: string): Promise<Cruised> {
  const result = await cruise(['src'], { ...options, ruleSet: { forbidden }, validate: true, baseDir: resolve(root) })
  const { modules, summary } = result.output as ICruiseResult
  return {
    modules: modules
      .filter((module) => module.source.startsWith('src/'))
      .map((module) => ({
        path: module.source,
        imports: module.dependencies.map((dependency) => dependency.resolved),
      })),
    violations: summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  }
}

/** A project of a few files in a temporary folder, with our aliases and a stub of each package that it imports. */
export async function inPlantedProject<T>(
  files: Record<string, string>,
  packages: readonly string[],
  work: (root: string) => Promise<T>,
): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), 'planted-'))
  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
  try {
    const { imports } = JSON.parse(await readFile('package.json', 'utf8'))
    await write('package.json', JSON.stringify({ name: 'planted', type: 'module', imports }))
    for (const name of packages) {
      await write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }))
      await write(`node_modules/${name}/index.js`, 'export const part = 1\n')
    }
    for (const [path, text] of Object.entries(files)) await write(path, text)
    return await work(root)
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}
