import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { axeFaults, htmlFaults, overflowFaults } from './checks.ts'
import { isNew } from './seen-states.ts'

const COOKIES = ['session', 'appareil', 'annonce']
const DESK = { width: 1280, height: 900 }
const PHONE = { width: 320, height: 640 }

export type VisitorOptions = { url: string; javaScript: boolean }

/**
 * Somebody in front of a browser. Every act ends by looking at where it led: accessibility, HTML, width of a small phone,
 * and nothing behind one's back (errors of scripts, other sites, cookies).
 */
export class Visitor {
  readonly page: Page
  readonly context: BrowserContext
  readonly javaScript: boolean
  readonly #url: string
  readonly #faults: string[] = []
  /** What the console may say in this story: a line that is cut on purpose, an answer that is no. */
  #awaited: RegExp | undefined
  #served = ''

  constructor(page: Page, { url, javaScript }: VisitorOptions) {
    this.page = page
    this.context = page.context()
    this.#url = url
    this.javaScript = javaScript
    this.#watch()
  }

  /** Opens an address of the site, typed or found in a mail. */
  async open(address: string): Promise<void> {
    await this.page.goto(new URL(address, this.#url).href)
    await this.look()
  }

  async follow(name: string | RegExp, within: Page | Locator = this.page): Promise<void> {
    await within.getByRole('link', { name }).first().click()
    await this.look()
  }

  /** Presses a button that sends its form, and waits for the answer. */
  async press(name: string | RegExp, within: Page | Locator = this.page): Promise<void> {
    const button = within.getByRole('button', { name }).first()
    await Promise.all([this.page.waitForNavigation({ waitUntil: 'load' }), button.click()])
    await this.look()
  }

  /** Presses a button that may be answered in place: with JavaScript the page stays, without it comes again. */
  async pressInPlace(name: string | RegExp, within: Page | Locator = this.page): Promise<void> {
    if (!this.javaScript) return this.press(name, within)
    const answered = this.page.waitForResponse((response) => response.request().method() === 'POST')
    await within.getByRole('button', { name }).first().click()
    await answered
    await this.page.locator('form:not([aria-busy])[data-island=event-form]').waitFor()
    await this.look()
  }

  /** Types into fields, by their labels. */
  async type(fields: Record<string, string>, within: Page | Locator = this.page): Promise<void> {
    for (const [label, text] of Object.entries(fields))
      await within.getByLabel(label).filter({ visible: true }).first().fill(text)
  }

  /** Ticks a box or a choice by its words, as one does with a mouse. */
  async tick(words: string): Promise<void> {
    await this.page.locator('main label').filter({ hasText: words }).first().click()
  }

  async choose(label: string, option: string): Promise<void> {
    await this.page.getByLabel(label).selectOption({ label: option })
  }

  /** Waits for each text to be there to be read, whatever its spaces. */
  async sees(...texts: (string | RegExp)[]): Promise<void> {
    for (const text of texts) {
      const found = this.page.getByText(text).filter({ visible: true })
      const missing = () => Promise.reject(new Error(`not seen: ${text}, on ${this.page.url()}`))
      await found.first().waitFor({ timeout: 5000 }).catch(missing)
    }
  }

  async seesNot(text: string): Promise<void> {
    expect(await this.page.getByText(text).filter({ visible: true }).count(), text).toBe(0)
  }

  async signIn(email: string, password = 'je-cree-2026'): Promise<void> {
    await this.open('/connexion')
    await this.type({ 'Adresse e-mail': email, 'Mot de passe': password })
    await this.press('Se connecter', this.page.getByRole('main'))
  }

  /** The bytes of a file that a link leads to, as this visitor would receive them. */
  async download(name: string | RegExp): Promise<{ text: string; type: string }> {
    const href = await this.page.getByRole('link', { name }).first().getAttribute('href')
    const answer = await this.context.request.get(new URL(href ?? '', this.#url).href)
    return { text: await answer.text(), type: answer.headers()['content-type'] ?? '' }
  }

  /** The page as it stands, measured; throws with every fault there is. A state seen before in this run is not weighed again. */
  async look(): Promise<void> {
    await this.page.waitForLoadState('load')
    const faults = this.#faults.splice(0)
    if (isNew('served', this.#served)) faults.push(...(await htmlFaults(this.#served)))
    if (this.javaScript && isNew('shown', await this.page.content())) faults.push(...(await axeFaults(this.page)))
    await this.page.setViewportSize(PHONE)
    faults.push(...(await overflowFaults(this.page)))
    await this.page.setViewportSize(DESK)
    for (const { name } of await this.context.cookies()) {
      if (!COOKIES.includes(name)) faults.push(`cookie ${name}`)
    }
    expect(faults, `${this.page.url()} « ${await this.page.title()} »`).toEqual([])
  }

  /** From now on the console may say this. */
  expectInConsole(words: RegExp): void {
    this.#awaited = words
  }

  leave(): Promise<void> {
    return this.context.close()
  }

  #watch(): void {
    const { page } = this
    page.on('pageerror', (error) => this.#faults.push(`script ${error.message}`))
    page.on('console', (message) => {
      // A refused form answers 422: the browser calls that an error.
      const isAnswer = message.location().url === page.url() && message.text().startsWith('Failed to load resource')
      if (message.type() === 'error' && !isAnswer && !this.#awaited?.test(message.text()))
        this.#faults.push(`console ${message.text()}`)
    })
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url())
      if (protocol !== 'data:' && origin !== this.#url) this.#faults.push(`other site ${request.url()}`)
    })
    page.on('response', async (response) => {
      const type = response.headers()['content-type'] ?? ''
      if (response.request().isNavigationRequest() && type.startsWith('text/html') && response.status() !== 303)
        this.#served = await response.text().catch(() => this.#served)
    })
  }
}

export async function openVisitor(browser: Browser, options: VisitorOptions): Promise<Visitor> {
  const context = await browser.newContext({
    javaScriptEnabled: options.javaScript,
    viewport: DESK,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(15_000)
  return new Visitor(await context.newPage(), options)
}
