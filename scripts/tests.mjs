import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWhenNeeded } from './build.mjs'
import { runNode } from './child.mjs'
import { findChromium } from './chromium.mjs'

const tool = (path, ...args) => [`node_modules/${path}`, ...args]
const counts = { passed: 0, failed: 0 }

/** Every check of the project in turn, each with its time; the last line printed says how many passed and failed. */
export async function runTests(filters) {
  if (filters.length === 0) {
    await step('types', () => runNode(tool('typescript/bin/tsc', '--noEmit', '-p', '.')))
    await step('lint', () => runNode(tool('@biomejs/biome/bin/biome', 'ci', '--error-on-warnings')))
    await step('unit', () => vitest(['--project', 'unit']))
    await step('journeys', async () => {
      await buildWhenNeeded()
      return vitest(['--project', 'journeys'], { CHROMIUM: await findChromium() })
    })
  } else {
    await step('tests', () => vitest(filters, { CHROMIUM: process.env.CHROMIUM ?? '/usr/bin/chromium' }))
  }
  console.log(`${counts.passed} passed, ${counts.failed} failed`)
  return counts.failed === 0 ? 0 : 1
}

/** Runs one step: an exit code counts for one; a step that counts for itself gives its own figures. */
async function step(name, work) {
  const began = performance.now()
  console.log(`\n— ${name}`)
  const result = await Promise.resolve()
    .then(work)
    .catch((error) => {
      console.error(error.message)
      return 1
    })
  const { passed, failed } =
    typeof result === 'number' ? { passed: Number(result === 0), failed: Number(result !== 0) } : result
  counts.passed += passed
  counts.failed += failed
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`— ${name}: ${failed === 0 ? 'ok' : 'FAILED'}, ${seconds} s`)
}

async function vitest(args, env) {
  const folder = await mkdtemp(join(tmpdir(), 'jcdmr-report-'))
  const report = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  try {
    const code = await runNode(tool('vitest/vitest.mjs', 'run', '--passWithNoTests', ...reporters, ...args), env)
    const { numPassedTests, numTotalTests } = JSON.parse(await readFile(report, 'utf8'))
    const failed = numTotalTests - numPassedTests
    return { passed: numPassedTests, failed: code === 0 ? failed : Math.max(failed, 1) }
  } finally {
    await rm(folder, { recursive: true })
  }
}
