import { expect } from 'vitest'
import { BLOCK_TEXTS, BLOCKS } from '#features/canvas/board.ts'
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

/** Opens a link, types a post-it and sends it, by keys alone: in a page, or with JavaScript in the window over the board. */
async function addNoteByKeys(visitor: Visitor, block: string, words: string): Promise<void> {
  await tabTo(visitor, new RegExp(`^Ajouter un post-it.*${block}`))
  if (visitor.javaScript) {
    await visitor.page.keyboard.press('Enter')
    await visitor.page.locator('.note-window').waitFor()
    expect(await focused(visitor)).toContain('Texte du post-it')
  } else {
    await Promise.all([visitor.page.waitForNavigation({ waitUntil: 'load' }), visitor.page.keyboard.press('Enter')])
    await tabTo(visitor, /^Texte du post-it/)
  }
  await visitor.page.keyboard.type(words)
  await tabTo(visitor, /^Ajouter$/)
  if (visitor.javaScript) {
    await visitor.page.keyboard.press('Enter')
    await visitor.page.locator('.note-window').waitFor({ state: 'detached' })
    expect(await focused(visitor), 'where one was').toContain(block)
  } else {
    await Promise.all([visitor.page.waitForNavigation({ waitUntil: 'load' }), visitor.page.keyboard.press('Enter')])
  }
}

const blockOf = (visitor: Visitor, words: string): Promise<string | null> =>
  visitor.page.getByRole('region').filter({ hasText: words }).getByRole('heading').first().textContent()

story('PRJ-5: a canvas is filled by the keyboard alone', async (stage) => {
  const creator = await stage.visitor()
  await creator.signIn('creatrice@demo.test')
  await creator.open('/projets/1/360/ajouter')
  await tabTo(creator, /^Nom/)
  await creator.page.keyboard.type('Au clavier')
  await enter(creator, /^Commencer$/)
  await creator.sees('Au clavier')
  for (const { name } of BLOCKS.map((block) => BLOCK_TEXTS[block]))
    await addNoteByKeys(creator, name, `Post-it du bloc ${name}`)
  await creator.look()
  const coûts = 'Post-it du bloc Structure de coûts'
  if (creator.javaScript) {
    await tabTo(creator, new RegExp(`^Modifier.*${coûts}`))
    await creator.page.keyboard.press('Alt+ArrowRight')
    await expect.poll(() => blockOf(creator, coûts)).toBe('Sources de revenus')
    expect(await focused(creator), 'the post-it that moved').toContain(coûts)
  } else {
    await enter(creator, new RegExp(`^Modifier.*${coûts}`))
    await tabTo(creator, /^Bloc/)
    await creator.page.keyboard.type('Sources')
    await enter(creator, /^Déplacer$/)
  }
  expect(await blockOf(creator, coûts)).toBe('Sources de revenus')
})
