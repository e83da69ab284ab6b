import { readFileSync } from 'node:fs'
import type { Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { expect } from 'vitest'
import { story, withBrowser } from './story.ts'
import type { Visitor } from './visitor.ts'

withBrowser()

const attacks = readFileSync('src/platform/rich-text/fixtures/attacks.txt', 'utf8').trimEnd().split('\n')
const word = readFileSync('src/platform/rich-text/fixtures/word.html', 'utf8')

async function openForm(visitor: Visitor, title: string): Promise<void> {
  await visitor.signIn('pro@demo.test')
  await visitor.open('/evenements/ajouter')
  await visitor.type({ 'Titre de l’évènement': title })
  await visitor.page.getByLabel('Type d’évènement').selectOption({ index: 1 })
}

const editorOf = (page: Page) => page.getByRole('textbox', { name: 'Présentation complète' })
const sourceOf = (page: Page) => page.locator('textarea[name=presentation]')
const tool = (page: Page, name: string) => page.getByRole('toolbar').getByRole('button', { name, exact: true })

/** What Ctrl + V does with such a clipboard. */
async function paste(box: Locator, html: string): Promise<void> {
  await box.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', pasted)
    clipboardData.setData('text/plain', 'texte')
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, html)
}

story(
  'ART-4: a text is written with the toolbar and the keyboard alone, and read as it was written',
  async (stage) => {
    const pro = await stage.visitor()
    const { page } = pro
    await openForm(pro, 'Un texte bien présenté')
    const editor = editorOf(page)
    await editor.click()
    await page.keyboard.type('Le programme')
    await page.keyboard.press('Shift+Tab')
    await expect.poll(() => tool(page, 'Titre').evaluate((one) => one === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    expect(await tool(page, 'Titre').getAttribute('aria-pressed')).toBe('true')
    await editor.press('Enter')
    await editor.press('Control+b')
    await page.keyboard.type('Gras')
    await editor.press('Control+b')
    await page.keyboard.type(' et simple')
    await editor.press('Enter')
    await tool(page, 'Liste à puces').click()
    await page.keyboard.type('un')
    await editor.press('Enter')
    await page.keyboard.type('sous un')
    await editor.press('Tab')
    await pro.look()
    expect(await sourceOf(page).inputValue()).toBe(
      '<h2>Le programme</h2><p><strong>Gras</strong> et simple</p><ul><li>un<ul><li>sous un</li></ul></li></ul>',
    )
    await editor.press('Escape')
    await editor.press('Tab')
    expect(await editor.evaluate((one) => one.contains(document.activeElement))).toBe(false)

    await tool(page, 'Annuler').click()
    expect(await sourceOf(page).inputValue()).not.toContain('<ul><li>sous un')
    await tool(page, 'Rétablir').click()
    await editor.press('Control+End')
    await editor.press('Enter')
    await editor.press('Enter')
    await editor.press('Enter')
    await tool(page, 'Lien').click()
    await page.getByLabel('Adresse du lien').fill('javascript:alert(1)')
    await page.getByRole('button', { name: 'Enregistrer le lien' }).click()
    await pro.sees('Ce n’est pas une adresse')
    await pro.look()
    await page.getByLabel('Adresse du lien').fill('www.exemple.fr')
    await page.keyboard.press('Enter')
    await tool(page, 'Tableau').click()
    await page.keyboard.type('Jour')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Heure')
    await pro.look()
    expect(await page.getByRole('button', { name: 'retirer cette ligne' }).isVisible()).toBe(true)
    expect(await sourceOf(page).inputValue()).toContain('<th scope="col">Jour</th><th scope="col">Heure</th>')
    await pro.press('Garder comme brouillon')
    await pro.follow('Voir')
    const read = page.locator('.rich')
    expect(await read.locator('h2').textContent()).toBe('Le programme')
    expect(await read.getByRole('link', { name: 'www.exemple.fr' }).getAttribute('href')).toBe(
      'https://www.exemple.fr/',
    )
    expect(await read.locator('li li').textContent()).toBe('sous un')
  },
  [true],
)

story(
  'P3: a text of Word is pasted by the button « W », what was taken out is said, the page shows it clean',
  async (stage) => {
    const pro = await stage.visitor()
    const { page } = pro
    await openForm(pro, 'Un texte de Word')
    await editorOf(page).waitFor()
    await tool(page, 'W : Coller depuis Word').click()
    await paste(page.getByRole('textbox', { name: 'Texte à coller' }), word)
    await pro.sees('Ce qui a été retiré : 1 image, 2 commentaires')
    await pro.look()
    await page.getByRole('button', { name: 'Insérer dans le texte' }).click()
    const html = await sourceOf(page).inputValue()
    expect(html).toContain('<h2>Financer sa création</h2><h3>Avant de commencer</h3>')
    expect(html).toContain('<ul><li>Écrire son idée<ul><li>en une phrase</li><li>puis en une page</li></ul></li>')
    expect(html).toContain('<th scope="col">Aide</th>')
    expect(html).not.toMatch(/mso|style|class|<o:|<span/i)
    await pro.press('Garder comme brouillon')
    await pro.follow('Voir')
    await pro.sees('Financer sa création', 'Selon les territoires')
    await pro.follow('Modifier')
    await editorOf(page).waitFor()
    expect(await editorOf(page).locator('li li').count()).toBe(2)
    await editorOf(page).press('Control+End')
    await editorOf(page).press('Enter')

    await paste(editorOf(page), '<p style="color:red">Collé <b>ici</b><img src="https://exemple.fr/x.png"></p>')
    await pro.sees('Ce qui a été retiré : 1 image et des couleurs.')
    expect(await sourceOf(page).inputValue()).toContain('Collé <strong>ici</strong>')
  },
  [true],
)

story(
  'ART-4: a plain text that nobody touches stays as it was typed, with an editor over it',
  async (stage) => {
    const pro = await stage.visitor()
    const { page } = pro
    await openForm(pro, 'Un texte simple')
    await editorOf(page).waitFor()
    const typed = 'Un début < une fin.\n\n- pain\n- lait'
    await sourceOf(page).evaluate((field, text) => {
      ;(field as HTMLTextAreaElement).value = text
    }, typed)
    await pro.press('Garder comme brouillon')
    await editorOf(page).waitFor()
    expect(await editorOf(page).locator('li').allTextContents()).toEqual(['pain', 'lait'])
    expect(await sourceOf(page).inputValue()).toBe(typed)
    await pro.press('Garder comme brouillon')
    expect(await sourceOf(page).inputValue()).toBe(typed)
    await pro.follow('Voir')
    expect(await page.locator('.rich').count()).toBe(0)
    await pro.sees('Un début < une fin.')
  },
  [true],
)

story(
  'ART-4: an image attached in the form is put in the text, once it has words for who does not see it',
  async (stage) => {
    const pro = await stage.visitor()
    const { page } = pro
    await pro.signIn('pro@demo.test')
    await pro.open('/articles/ajouter')
    const editor = page.getByRole('textbox', { name: 'Présentation complète' })
    await editor.waitFor()
    await tool(page, 'Image').click()
    await pro.sees('Aucune image n’est encore attachée')
    await page.keyboard.press('Escape')
    const image = await sharp({ create: { width: 640, height: 400, channels: 3, background: '#0a6' } })
      .png()
      .toBuffer()
    const part = page.locator('.attachments[data-prefix=image]')
    await part
      .locator('input[type=file]')
      .setInputFiles({ name: 'l’atelier.png', mimeType: 'image/png', buffer: image })
    await part.getByRole('button', { name: 'Transférer' }).click()
    await part.locator('.attached').waitFor()
    await editor.waitFor()
    await tool(page, 'Image').click()
    await page.getByRole('button', { name: 'Insérer l’image' }).click()
    await pro.sees('Décrivez l’image')
    await pro.look()
    await page.getByLabel('Texte de remplacement').last().fill('Un atelier vert')
    await page.getByRole('button', { name: 'Insérer l’image' }).click()
    expect(await sourceOf(page).inputValue()).toMatch(
      /<figure><img src="\/fichiers\/[a-z2-7]{26}\/[^"/]+" alt="Un atelier vert" width="640" height="400" \/><\/figure>/,
    )
    await pro.look()
  },
  [true],
)

story(
  'B2: whatever is pasted, nothing runs, nothing is asked of another site, the policy has nothing to report',
  async (stage) => {
    const pro = await stage.visitor()
    const { page } = pro
    await openForm(pro, 'Un texte hostile')
    await editorOf(page).waitFor()
    let windows = 0
    page.on('dialog', (dialog) => {
      windows += 1
      return dialog.dismiss()
    })
    for (const attack of attacks.filter((one) => !one.includes('/fichiers/'))) await paste(editorOf(page), attack)
    await tool(page, 'W : Coller depuis Word').click()
    for (const attack of attacks.filter((one) => !one.includes('/fichiers/')))
      await paste(page.getByRole('textbox', { name: 'Texte à coller' }), attack)
    await pro.look()
    expect(windows).toBe(0)
  },
  [true],
)

story(
  'ART-4: without JavaScript the field takes plain text, then HTML, and gives them back readable',
  async (stage) => {
    const pro = await stage.visitor()
    const { page } = pro
    await openForm(pro, 'Un texte sans JavaScript')
    await pro.type({ 'Présentation complète': 'Un début < une fin.\n\n- pain\n- lait' })
    await pro.press('Garder comme brouillon')
    expect(await sourceOf(page).inputValue()).toBe('Un début < une fin.\n\n- pain\n- lait')
    await pro.type({ 'Présentation complète': '<h1>Titre</h1>\n<p onclick="x">Un <b>mot</b><img src="x.png"></p>' })
    await pro.press('Garder comme brouillon')
    await pro.sees('Ce qui a été retiré : 1 image et du code.')
    expect(await sourceOf(page).inputValue()).toBe('<h2>Titre</h2>\n<p>Un <strong>mot</strong></p>')
    await pro.follow('Voir')
    expect(await page.locator('.rich h2').textContent()).toBe('Titre')
  },
  [false],
)
