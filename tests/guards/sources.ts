import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'

/** Every TypeScript file under `src`, tests included, in order: `src/kernel/time.ts`. */
export const sourceFiles = (): string[] => globSync('src/**/*.{ts,tsx}').sort()

/** Every text file that the repository holds or is about to hold. */
export function keptFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' })
  return listed.split('\n').filter((path) => path !== '')
}

export const linesOf = (path: string): number => readFileSync(path, 'utf8').replace(/\n$/, '').split('\n').length
