import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, test } from 'vitest'
import { openStage, type Stage } from './stage.ts'

let browser: Browser

/** One Chromium for the file that calls it. */
export function withBrowser(): () => Browser {
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-gpu',
      ],
    })
  })
  afterAll(() => browser.close())
  return () => browser
}

/** A story on a stage of its own, told twice: without JavaScript, then with it. */
export function story(name: string, tell: (stage: Stage) => Promise<void>, modes = [false, true]): void {
  for (const javaScript of modes) {
    test(`${name} (JavaScript ${javaScript ? 'on' : 'off'})`, async () => {
      const stage = await openStage({ browser, javaScript })
      await tell(stage).finally(() => stage.close())
    })
  }
}
