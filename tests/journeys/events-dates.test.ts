import { expect } from 'vitest'
import { story, withBrowser } from './story.ts'
import type { Visitor } from './visitor.ts'

withBrowser()

const TITLE = 'Permanence du mardi'
const today = Temporal.Now.plainDateISO('Europe/Paris')
/** Four Tuesdays, from the first one of a month to come. */
const month = today.toPlainYearMonth().add({ months: 2 })
const first = month.toPlainDate({ day: 1 })
const from = first.add({ days: (2 - first.dayOfWeek + 7) % 7 })
const to = from.add({ days: 21 })

const monthName = (one: Temporal.PlainYearMonth) =>
  new Intl.DateTimeFormat('fr', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${one.toString()}-15T12:00:00Z`),
  )

async function describe(camille: Visitor): Promise<void> {
  await camille.open('/evenements/ajouter')
  await camille.type({ 'Titre de l’évènement': TITLE, 'Présentation synthétique': 'Sans rendez-vous.' })
  await camille.choose('Type d’évènement', 'Permanence')
  await camille.page.getByText('INSCRIPTIONS', { exact: true }).first().click()
  await camille.type({ 'Nombre de places, inscription directe': '8' })
}

async function foresee(camille: Visitor): Promise<void> {
  await camille.page.getByText('Prévoir des dates régulières').click()
  const series = camille.page.locator('#serie')
  await camille.pressInPlace('Prévoir les dates')
  await camille.sees('Complétez : il faut l’heure de début')
  await camille.type({ 'Heure de début de chaque date': '18:00', 'Heure de fin de chaque date': '20:00' }, series)
  await series.getByLabel('Du', { exact: true }).fill(from.toString())
  await series.getByLabel('Au', { exact: true }).fill(to.toString())
  await camille.page.locator('main label').filter({ hasText: 'Sauf les jours fériés' }).click()
  await camille.pressInPlace('Prévoir les dates')
  const dates = camille.page.getByRole('group', { name: 'Dates prévues' }).getByRole('checkbox')
  expect(await dates.count()).toBe(4)
  await camille.page.getByRole('group', { name: 'Dates prévues' }).locator('label').last().click()
  await camille.pressInPlace('Ajouter ces dates')
  expect(await camille.page.locator('fieldset.date-row').count()).toBe(3)
}

/** The last one is online. */
async function putOnline(camille: Visitor): Promise<void> {
  const last = camille.page.locator('fieldset.date-row').last()
  await last.getByText('Cette date a lieu ailleurs, ou en ligne').click()
  await last.locator('label').filter({ hasText: 'En ligne' }).click()
  await last.getByLabel('Lien pour se connecter').fill('visio.structure.example/mardi')
}

story('EVT-2, EVT-5: dates that come back are foreseen, saved, then found by month', async (stage) => {
  const camille = await stage.visitor()
  await camille.signIn('pro@demo.test')
  await describe(camille)
  await foresee(camille)
  await putOnline(camille)
  await camille.type({ 'Adresse postale': '4 rue du Marché', 'Code postal': '42300' })
  await camille.page.getByLabel('Ville').filter({ visible: true }).last().fill('Roanne')
  await camille.page.keyboard.press('Escape')
  await camille.press('Enregistrer')
  await camille.sees(TITLE, 'En ligne', '8 places restantes sur 8')
  const zoe = await stage.visitor()
  await zoe.open('/evenements')
  await zoe.follow('Mois')
  await zoe.follow(new RegExp(monthName(month.subtract({ months: 1 }))))
  await zoe.follow(new RegExp(monthName(month)))
  expect(await zoe.page.getByRole('link', { name: TITLE }).count()).toBe(3)
  await zoe.page.locator('main label').filter({ hasText: 'En ligne (' }).click()
  if (!zoe.javaScript) await zoe.press('Afficher')
  await zoe.page.waitForURL(/en_ligne=oui/)
  await expect.poll(() => zoe.page.getByRole('link', { name: TITLE }).count()).toBe(1)
  await zoe.look()
  await zoe.follow('Retirer le filtre : En ligne')
  expect(await zoe.page.getByRole('link', { name: TITLE }).count()).toBe(3)
  await zoe.seesNot('visio.structure.example')
})
