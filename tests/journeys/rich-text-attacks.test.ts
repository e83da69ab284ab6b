import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { shownHtml } from '#kernel/rich-text/shown'
import { sanitize } from '#platform/rich-text/sanitize.ts'
import { withBrowser } from './story.ts'

const browser = withBrowser()

const attacks = readFileSync('src/platform/rich-text/fixtures/attacks.txt', 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.replaceAll('\\0', '\0'))

/** How many windows open when these texts are written in a page, one after the other, and everything in them is touched. */
async function windowsOf(texts: readonly string[]): Promise<number> {
  const page = await browser().newPage()
  let count = 0
  page.on('dialog', async (dialog) => {
    count += 1
    await dialog.dismiss()
  })
  for (const text of texts) {
    await page.setContent(`<!doctype html><title>x</title><body><main>${text}</main>`, { waitUntil: 'load' })
    await page.evaluate(() => {
      for (const one of document.querySelectorAll<HTMLElement>('main *')) {
        for (const name of ['mouseover', 'focus', 'toggle']) one.dispatchEvent(new Event(name))
        if (one.tagName === 'A' && /^\s*(?:java|vb)/i.test(one.getAttribute('href') ?? '')) one.click()
      }
    })
  }
  await page.close()
  return count
}

test('B2: in a browser without any policy no attack opens a window once cleaned, while they do as they came', async () => {
  expect(await windowsOf(attacks.map((attack) => sanitize(attack).html))).toBe(0)
  expect(await windowsOf(attacks.map((attack) => shownHtml(attack)))).toBe(0)
  expect(await windowsOf(attacks.slice(0, 40))).toBeGreaterThan(10)
})
