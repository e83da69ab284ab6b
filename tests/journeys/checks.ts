import AxeBuilder from '@axe-core/playwright'
import { HtmlValidate } from 'html-validate'
import type { Page } from 'playwright-core'

// The title of a page is that of its content, however long.
const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    'long-title': 'off',
    'void-style': 'off',
    'doctype-style': 'off',
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button', 'reset'] }],
    'aria-label-misuse': ['error', { allowAnyNamable: true }],
  },
})

/** A form kept while its session was over carries each box that was ticked: hidden fields of one name, which the rule cannot share. */
const withoutRepeatedHidden = (html: string): string => {
  if (!html.includes('Renvoyer')) return html
  const seen = new Set<string>()
  return html.replace(/<input type="hidden" name="([^"]+)"[^>]*>/g, (tag, name: string) => {
    if (seen.has(name)) return ''
    seen.add(name)
    return tag
  })
}

/** What is wrong in served HTML, a line each. */
export async function htmlFaults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(withoutRepeatedHidden(html))
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `html ${ruleId} ${line}:${column} ${message}`),
  )
}

/** What keeps somebody from reading or using the page as it stands, a line each. */
export async function axeFaults(page: Page, rules?: string[]): Promise<string[]> {
  // Without this, another tab is opened and closed for each reading: it is for frames of other sites, and there are none.
  const axe = new AxeBuilder({ page }).setLegacyMode()
  const { violations } = await (rules === undefined ? axe : axe.withRules(rules)).analyze()
  return violations.map(({ id, nodes }) => `axe ${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

/** Whether one must scroll sideways, and because of what. */
export async function overflowFaults(page: Page): Promise<string[]> {
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    const out = [...document.body.querySelectorAll('*')].filter(
      (one) => one.getBoundingClientRect().right > clientWidth,
    )
    return out.slice(0, 3).map((one) => `${one.localName}.${one.className} (${scrollWidth} for ${clientWidth})`)
  })
  return wide.map((what) => `overflow ${what}`)
}
