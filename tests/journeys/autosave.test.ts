import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { sessions } from '#features/accounts/tables.ts'
import { formDrafts } from '#features/drafts/tables.ts'
import type { Stage } from './stage.ts'
import { story, withBrowser } from './story.ts'
import type { Visitor } from './visitor.ts'

withBrowser()

const NEW = '/evenements/ajouter'
const SAVED = /Brouillon enregistré à \d\d:\d\d/
const HERE = 'Échec, copie gardée sur cet appareil'

const draftsOf = (stage: Stage) => stage.database.select().from(formDrafts)
const copiesOf = (page: Page) => page.evaluate(() => Object.keys(localStorage).length)

/** A window of this visitor whose errors of network are part of the story. */
async function openWindow(stage: Stage, visitor: Visitor, path = NEW): Promise<Page> {
  const page = await visitor.context.newPage()
  await page.goto(stage.url + path)
  return page
}

const title = (page: Page) => page.getByLabel('Titre de l’évènement')
const summary = (page: Page) => page.getByLabel('Présentation synthétique')
const said = (page: Page, words: string | RegExp) => page.locator('.save-state', { hasText: words }).waitFor()

story(
  'ART-5: a form is kept while it is typed, says when it is not, and comes back whole',
  async (stage) => {
    const sophie = await stage.visitor()
    await sophie.signIn('pro@demo.test')
    const first = await openWindow(stage, sophie)
    await title(first).fill('Forum & « fête »')
    await said(first, 'Pas encore enregistré')
    await said(first, SAVED)
    expect(await draftsOf(stage)).toHaveLength(1)

    await sophie.context.setOffline(true)
    await summary(first).fill('Deux lignes :\nla seconde.')
    await said(first, HERE)
    await first.getByRole('button', { name: 'Enregistrer', exact: true }).last().click()
    expect(await summary(first).inputValue()).toBe('Deux lignes :\nla seconde.')
    await first.close()
    await sophie.context.setOffline(false)

    await sophie.open(NEW)
    await sophie.sees('Vous aviez commencé à écrire', 'Un texte n’était pas parti')
    const again = await openWindow(stage, sophie)
    await again.locator('#copie').getByRole('button', { name: 'Reprendre' }).click()
    await again.waitForURL(/brouillon=/)
    expect(await title(again).inputValue()).toBe('Forum & « fête »')
    expect(await summary(again).inputValue()).toBe('Deux lignes :\nla seconde.')
    expect(await copiesOf(again)).toBe(0)

    await again.getByLabel('Type d’évènement').selectOption({ label: 'Atelier' })
    await again.getByRole('button', { name: 'Garder comme brouillon' }).click()
    await again.waitForURL(/modifier/)
    expect(await draftsOf(stage)).toEqual([])
    await sophie.open(NEW)
    await sophie.seesNot('Vous aviez commencé à écrire')
  },
  [true],
)

story(
  'ART-5: leaving at once loses nothing; an ended session says so; signing out leaves nothing on the device',
  async (stage) => {
    const sophie = await stage.visitor()
    await sophie.signIn('pro@demo.test')
    const window = await openWindow(stage, sophie)
    await title(window).fill('Tapé puis quitté')
    await window.goto(`${stage.url}/mon-espace`)
    await expect.poll(async () => (await draftsOf(stage)).map(({ fields }) => fields).join()).toContain('Tap%C3%A9')
    await window.goto(stage.url + NEW)
    expect(await window.locator('#copie').isVisible()).toBe(false)
    expect(await copiesOf(window)).toBe(0)

    await stage.database.delete(sessions)
    await title(window).fill('Après la fin')
    await said(window, 'Votre session est terminée, copie gardée sur cet appareil')
    expect(await copiesOf(window)).toBe(1)
    await window.close()

    await sophie.signIn('pro@demo.test')
    await sophie.open(NEW)
    await sophie.sees('Un texte n’était pas parti')
    await sophie.press('Se déconnecter')
    expect(await copiesOf(sophie.page)).toBe(0)
  },
  [true],
)

story(
  'ART-5: the toolbar’s text is kept like any other, and opening a form keeps nothing',
  async (stage) => {
    const sophie = await stage.visitor()
    await sophie.signIn('pro@demo.test')
    const window = await openWindow(stage, sophie, '/articles/ajouter')
    await window.getByLabel('Le titre de votre article').fill('Un titre')
    await window.locator('[contenteditable=true]').fill('Le corps du texte')
    await said(window, SAVED)
    const [draft] = await draftsOf(stage)
    expect(new URLSearchParams(draft?.fields).get('presentation')).toBe('<p>Le corps du texte</p>')
    await window.goto(`${stage.url}/articles/ajouter?brouillon=${draft?.page}`)
    expect(await window.locator('[contenteditable=true]').textContent()).toContain('Le corps du texte')
    await window.waitForTimeout(4000)
    await window.goto(`${stage.url}/mon-espace`)
    expect((await draftsOf(stage)).map(({ page }) => page)).toEqual([draft?.page])
  },
  [true],
)
