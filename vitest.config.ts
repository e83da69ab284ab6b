import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const journeys = 'tests/journeys/**/*.test.{ts,tsx}'

/** The look at every page lasts longest: begun first, it does not end alone. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => Number(moduleId.endsWith('/pages.test.ts'))
    return (await super.sort(files)).toSorted((a, b) => isLong(b) - isLong(a))
  }
}

/** `unit`: rules, and features on real PostgreSQL, SMTP and files; `journeys`: the browser. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    globalSetup: ['tests/global-setup.ts'],
    setupFiles: ['tests/instants-compared.ts', 'tests/cheap-passwords.ts'],
    // Many tests wait for PostgreSQL, SMTP or a process: more workers than cores keep both busy.
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    env: { TZ: 'Europe/Paris' },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'],
          exclude: [journeys],
          testTimeout: 40_000,
          hookTimeout: 60_000,
        },
      },
      { extends: true, test: { name: 'journeys', include: [journeys], testTimeout: 90_000, hookTimeout: 120_000 } },
    ],
  },
})
