import { expect } from 'vitest'
import { buttonOf, type Stage } from './stage.ts'
import { story, withBrowser } from './story.ts'
import type { Visitor } from './visitor.ts'

withBrowser()

const inDays = (days: number): string => Temporal.Now.plainDateISO('Europe/Paris').add({ days }).toString()
const TITLE = 'Tenir sa première comptabilité'

async function typeDate(camille: Visitor, number: number, days: number): Promise<void> {
  const row = camille.page.getByRole('group', { name: new RegExp(`^Date ${number}`) })
  await camille.type({ Jour: inDays(days), 'Heure de début': '14:00', 'Heure de fin': '16:30' }, row)
  const places = row.getByLabel('Nombre de places, inscription directe')
  if (!(await places.isVisible())) await row.getByText('INSCRIPTIONS', { exact: true }).click()
  await places.fill('3')
}

async function createEvent(camille: Visitor): Promise<void> {
  await camille.open('/mon-espace')
  await camille.follow('Créer un évènement')
  await camille.press('Enregistrer')
  await camille.sees('points à revoir', 'Donnez un titre à l’évènement.')
  await camille.type({ 'Titre de l’évènement': TITLE, 'Présentation synthétique': 'Deux heures pour s’y mettre.' })
  await typeDate(camille, 1, 10)
  await camille.pressInPlace('Ajouter un autre élément')
  await typeDate(camille, 2, 17)
  await camille.pressInPlace('Ajouter un autre élément')
  await camille.pressInPlace(/^Retirer : Date 3/)
  await camille.type({ 'Adresse postale': '20 rue des Tanneurs', 'Code postal': '42300', Ville: 'Roanne' })
  await camille.page.keyboard.press('Escape')
  await camille.pressInPlace('Géolocaliser')
  await camille.sees('Roanne')
  expect(await camille.page.getByLabel('Latitude').inputValue()).toMatch(/^46[.,]/)
  await camille.choose('Type d’évènement', 'Atelier')
  await camille.press('Enregistrer')
  await camille.sees(TITLE, '3 places restantes sur 3')
}

async function register(stage: Stage, address: string, name: string): Promise<string> {
  const email = `${name.toLowerCase()}@exemple.fr`
  const visitor = await stage.visitor()
  await visitor.open(address)
  await visitor.type({ 'Votre nom': `${name} Été`, 'Votre adresse e-mail': email, 'Votre téléphone': '06 12 34 56 78' })
  await visitor.press('M’inscrire')
  await visitor.open(buttonOf(await stage.mail(email, 'Confirmez votre inscription')))
  await visitor.press('Confirmer mon inscription')
  await visitor.leave()
  return email
}

async function exportList(camille: Visitor): Promise<void> {
  await camille.open('/mon-espace/evenements')
  await camille.follow('Événements-inscriptions')
  await camille.choose('Évènement', TITLE)
  await camille.press('Afficher la liste')
  const list = camille.page.locator('select[name=liste]')
  const withPeople = await list.locator('option', { hasText: '2 inscrits' }).getAttribute('value')
  await list.selectOption(withPeople)
  await camille.press('Afficher la liste')
  await camille.sees('2 inscrits sur 3 places', 'zoe@exemple.fr', 'ali@exemple.fr')
  const { text, type } = await camille.download('Exporter la liste')
  expect(type).toContain('text/csv')
  expect(text).toMatch(/^\uFEFF/)
  expect(text.split('\r\n').filter((line) => line.includes('Été'))).toHaveLength(2)
}

async function changePlaces(camille: Visitor, edit: string, places: string): Promise<void> {
  await camille.open(edit)
  await camille.page.getByLabel('Nombre de places, inscription directe').first().fill(places)
  await camille.press('Enregistrer')
}

story(
  'EVT-1, REG-7: a professional writes an event with two dates, sees who comes, exports the list',
  async (stage) => {
    const camille = await stage.visitor()
    await camille.signIn('pro@demo.test')
    await createEvent(camille)
    const address = new URL(camille.page.url()).pathname
    for (const name of ['Zoe', 'Ali']) await register(stage, address, name)
    await exportList(camille)
  },
)

story(
  'REG-3, REG-10: places never go under those who come; a date that is cancelled is told to them',
  async (stage) => {
    const camille = await stage.visitor()
    await camille.signIn('pro@demo.test')
    await createEvent(camille)
    const address = new URL(camille.page.url()).pathname
    const emails = [await register(stage, address, 'Zoe'), await register(stage, address, 'Ali')]
    await changePlaces(camille, `${address}/modifier`, '1')
    await camille.sees('2 places sont déjà prises : indiquez 2 ou plus, ou 0 pour clôturer.')
    await changePlaces(camille, `${address}/modifier`, '2')
    await camille.sees('complet')
    await camille.open(`${address}/modifier`)
    await camille.pressInPlace(/^Retirer/)
    await camille.sees('2 inscrits seront prévenus')
    await camille.press('Enregistrer')
    for (const email of emails) {
      const mail = await stage.mail(email, 'Date annulée')
      expect(mail.attachments.map(({ contentType }) => contentType)).toContain('text/calendar')
    }
    await camille.sees('annulée')
  },
)
