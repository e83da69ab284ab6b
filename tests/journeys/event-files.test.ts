import { expect } from 'vitest'
import { pdf, photo } from '#tests/sample-files.ts'
import { story, withBrowser } from './story.ts'
import type { Visitor } from './visitor.ts'

withBrowser()

const inDays = (days: number): string => Temporal.Now.plainDateISO('Europe/Paris').add({ days }).toString()
const TITLE = 'Visiter un atelier partagé'

async function transfer(pro: Visitor, place: 'image' | 'fichiers', name: string, buffer: Buffer): Promise<void> {
  const part = pro.page.locator(`[data-prefix=${place}]`)
  const file = { name, mimeType: 'application/octet-stream', buffer }
  await part.locator('input[type=file]').setInputFiles(file)
  await pro.press(/^Transférer/, part)
}

async function createEvent(pro: Visitor): Promise<void> {
  const { page } = pro
  await pro.open('/evenements/ajouter')
  await pro.type({ 'Titre de l’évènement': TITLE, 'Présentation synthétique': 'Une heure sur place.' })
  await transfer(pro, 'image', 'Atelier.jpg', await photo())
  const image = page.getByRole('group', { name: 'Atelier.jpg' })
  await pro.type({ 'Texte de remplacement': 'Des établis sous une verrière' }, image)
  await pro.press(/^Suivant/, image)
  await transfer(pro, 'fichiers', 'Plan d’accès.pdf', pdf())
  const plan = page.getByRole('group', { name: 'Plan d’accès.pdf' })
  await plan.getByText('Enregistrer ce fichier de manière privée').click()
  await pro.press(/^Suivant/, plan)
  expect(await page.getByLabel('Titre de l’évènement').inputValue()).toBe(TITLE)
  const row = page.getByRole('group', { name: /^Date 1/ })
  await pro.type({ Jour: inDays(10), 'Heure de début': '14:00' }, row)
  await pro.type({ 'Adresse postale': '20 rue des Tanneurs', 'Code postal': '42300', Ville: 'Roanne' })
  await page.keyboard.press('Escape')
  await pro.choose('Type d’évènement', 'Atelier')
  await pro.press('Enregistrer')
}

story(
  'EVT-1, STR-3: an event with its image and a private file, changed, then brought back to its first text',
  async (stage) => {
    const pro = await stage.visitor()
    await pro.signIn('pro@demo.test')
    await createEvent(pro)
    await pro.sees(TITLE, 'Plan d’accès.pdf')
    const address = new URL(pro.page.url()).pathname
    const anybody = await stage.visitor()
    await anybody.open(address)
    expect(await anybody.page.getByAltText('Des établis sous une verrière').count()).toBe(1)
    await anybody.seesNot('Plan d’accès.pdf')
    await pro.open(`${address}/modifier`)
    await pro.type({ 'Présentation synthétique': 'Deux heures sur place.' })
    await pro.press('Enregistrer')
    await pro.follow('Historique')
    await pro.follow('Version 1')
    await pro.sees('ses dates et ses inscriptions restent comme elles sont')
    await pro.press('Revenir à cette version')
    await pro.sees('Le texte de la version 1 est repris.')
    await anybody.open(address)
    await anybody.sees('Une heure sur place.')
  },
)
