import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rounds } from '#tests/proof.ts'
import type { ActorName } from '#tests/proofs/access-table.ts'
import { axeFaults, htmlFaults, overflowFaults } from './checks.ts'
import { type Gallery, openGallery, openSight } from './every-page.ts'
import { openStage, type Stage } from './stage.ts'
import { withBrowser } from './story.ts'

const browser = withBrowser()
let gallery: Gallery
let stage: Stage

beforeAll(async () => {
  gallery = await openGallery()
  stage = await openStage({ browser: browser(), javaScript: true })
})
afterAll(async () => {
  await gallery.close()
  await stage.close()
})

type Look = { width: 320 | 1280; scheme: 'light' | 'dark'; forced?: true; whole?: boolean }

/** Everything is read twice; what depends on colours and room alone is read in each of the six looks (`looksOf`). */
const LOOKS: readonly Look[] = [
  { width: 1280, scheme: 'light', whole: true },
  { width: 1280, scheme: 'dark' },
  { width: 1280, scheme: 'light', forced: true },
  { width: 320, scheme: 'light', forced: true },
  { width: 320, scheme: 'light' },
  { width: 320, scheme: 'dark', whole: true },
]
const BY_SIGHT = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable']

/**
 * In `npm run prove` all six looks for each page. In `npm test` one of the two whole ones in turn, the other for colours and room
 * alone, and one of the four others in turn.
 */
function looksOf(turn: number): readonly Look[] {
  const whole = LOOKS.filter((look) => look.whole)
  const others = LOOKS.filter((look) => !look.whole)
  const drawn = Array.from({ length: rounds(1, others.length) }, (_, at) => others[(turn + at) % others.length] as Look)
  const inTurn = Array.from({ length: rounds(1, whole.length) }, (_, at) => whole[(turn + at) % whole.length])
  return [...whole.map((look) => (inTurn.includes(look) ? look : { ...look, whole: false })), ...drawn]
}

/** As tall as a long form, so that the bar that stays at the bottom hides half a field of none: on a screen one scrolls past it. */
const TALL = 4000

async function faultsOf(page: Page, looks = LOOKS): Promise<string[]> {
  const faults: string[] = []
  for (const { width, scheme, forced, whole } of looks) {
    await page.emulateMedia({ colorScheme: scheme, forcedColors: forced ? 'active' : 'none', reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: TALL })
    const found = [...(await overflowFaults(page)), ...(await axeFaults(page, whole ? undefined : BY_SIGHT))]
    faults.push(...found.map((fault) => `${width} ${scheme}${forced ? ' forced' : ''}: ${fault}`))
  }
  return faults
}

async function contextOf(actor: ActorName): Promise<BrowserContext> {
  const context = await browser().newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris', reducedMotion: 'reduce' })
  for (const pair of gallery.cookieOf(actor).split('; ').filter(Boolean)) {
    const [name = '', value = ''] = pair.split('=')
    await context.addCookies([{ name, value, url: gallery.url }])
  }
  return context
}

const HALVES = [0, 1]

test.each(HALVES)(
  'every page of the router, empty, refused and in error, in each look: half %i',
  async (half) => {
    const faults: Record<string, string[]> = {}
    const contexts = new Map<ActorName, { context: BrowserContext; page: Page }>()
    let seen = 0
    for (const [turn, sight] of gallery.sights.entries()) {
      if (turn % HALVES.length !== half) continue
      const context = contexts.get(sight.actor)?.context ?? (await contextOf(sight.actor))
      const page = contexts.get(sight.actor)?.page ?? (await context.newPage())
      contexts.set(sight.actor, { context, page })
      const served = page.waitForResponse((one) => one.url().endsWith(sight.url)).then((one) => one.text())
      served.catch(() => {})
      if (!(await openSight(page, context, gallery.url + sight.url, sight))) continue
      const found = [
        ...(await htmlFaults(await served)),
        ...(await faultsOf(page, looksOf(Math.floor(turn / HALVES.length)))),
      ]
      if (found.length > 0) faults[`${sight.actor}: ${sight.name}`] = found
      seen++
    }
    for (const { context } of contexts.values()) await context.close()
    expect(faults).toEqual({})
    expect(seen).toBeGreaterThan(30)
  },
  240_000,
)

const FULL: Record<string, readonly string[]> = {
  '': ['/', '/evenements', '/evenements?vue=carte', '/structures', '/structures?vue=carte', '/services?commune=Roanne'],
  'pro@demo.test': [
    '/annuaire',
    '/mon-espace/favoris',
    '/mon-espace/profil',
    '/mon-espace',
    '/mon-espace/evenements',
    '/mon-espace/evenements/inscriptions',
  ],
  'creatrice@demo.test': ['/projets/1', '/projets/1/360', '/projets/1/360/1/post-its/6', '/projets/1/journal'],
  'admin@demo.test': ['/admin/comptes'],
}

test('the same pages full, on the demo', async () => {
  const faults: Record<string, string[]> = {}
  for (const [email, pages] of Object.entries(FULL)) {
    const visitor = await stage.visitor()
    if (email !== '') await visitor.signIn(email)
    for (const [turn, address] of pages.entries()) {
      await visitor.open(address)
      const found = await faultsOf(visitor.page, looksOf(turn))
      if (found.length > 0) faults[`${email} ${address}`] = found
    }
  }
  expect(faults).toEqual({})
}, 120_000)

test('control: a page that is not as it should be is told by each check', async () => {
  const page = await browser().newPage()
  const html =
    '<!doctype html><html lang="fr"><title>Essai</title><body><main><h1 style="color:#999">Gris</h1><div style="width:2000px">Large</div>'
  await page.setContent(html)
  const faults = [...(await htmlFaults(html)), ...(await faultsOf(page))].join('\n')
  await page.close()
  expect(faults).toContain('html no-inline-style')
  expect(faults).toContain('1280 light: axe color-contrast')
  expect(faults).toContain('320 dark: overflow div')
})
