import { expect } from 'vitest'
import { story, withBrowser } from './story.ts'
import type { Visitor } from './visitor.ts'

withBrowser()

const focused = (visitor: Visitor): Promise<string> =>
  visitor.page.evaluate(() => {
    const now = document.activeElement as HTMLInputElement | null
    return (now?.labels?.[0] ?? now)?.textContent?.trim() ?? ''
  })

/** Goes on by the key Tab until what is focused bears these words. */
async function tabTo(visitor: Visitor, words: RegExp): Promise<void> {
  for (let steps = 0; steps < 80; steps++) {
    await visitor.page.keyboard.press('Tab')
    if (words.test(await focused(visitor))) return
  }
  throw new Error(`never reached by the keyboard: ${words}`)
}

async function enter(visitor: Visitor, words: RegExp): Promise<void> {
  await tabTo(visitor, words)
  await Promise.all([visitor.page.waitForNavigation({ waitUntil: 'load' }), visitor.page.keyboard.press('Enter')])
  await visitor.look()
}

story('Accessibility: from the home page to a registration by the keyboard alone', async (stage) => {
  const visitor = await stage.visitor()
  await visitor.open('/')
  await visitor.page.keyboard.press('Tab')
  expect(await focused(visitor)).toBe('Aller au contenu')
  await visitor.page.keyboard.press('Enter')
  await enter(visitor, /^Construire son prévisionnel financier/)
  await tabTo(visitor, /26|\d/)
  await tabTo(visitor, /^Votre nom/)
  await visitor.page.keyboard.type('Zoé N’Guessan')
  await tabTo(visitor, /^Votre adresse e-mail/)
  await visitor.page.keyboard.type('zoe')
  await Promise.all([visitor.page.waitForNavigation({ waitUntil: 'load' }), visitor.page.keyboard.press('Enter')])
  await visitor.look()
  await visitor.sees('Un point à revoir')
  if (visitor.javaScript) expect(await focused(visitor)).toContain('Un point à revoir')
  await tabTo(visitor, /^Cette adresse e-mail est incomplète/)
  await visitor.page.keyboard.press('Enter')
  if (visitor.javaScript) expect(await focused(visitor)).toContain('Votre adresse e-mail')
  else await tabTo(visitor, /^Votre adresse e-mail/)
  await visitor.page.keyboard.press('End')
  await visitor.page.keyboard.type('@exemple.fr')
  await enter(visitor, /^M’inscrire/)
  await visitor.sees('Plus qu’un mail à ouvrir')
  await stage.mail('zoe@exemple.fr', 'Confirmez votre inscription')
})
