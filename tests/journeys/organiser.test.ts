import { expect } from 'vitest'
import { story, withBrowser } from './story.ts'
import type { Visitor } from './visitor.ts'

withBrowser()

const TITLE = 'Micro-entreprise : bien démarrer'

/** Event, then list, as the manual draws it. */
async function openList(camille: Visitor): Promise<void> {
  await camille.open('/mon-espace/evenements/inscriptions')
  await camille.choose('Évènement', TITLE)
  await camille.press('Afficher la liste')
  const list = camille.page.locator('select[name=liste]')
  const direct = list.locator('option', { hasText: 'Inscription directe · 13 inscrits' })
  await list.selectOption(await direct.getAttribute('value'))
  await camille.press('Afficher la liste')
  await camille.sees('13 inscrits sur 15 places')
}

async function writeToAll(camille: Visitor): Promise<void> {
  await camille.follow('Écrire aux inscrits')
  await camille.press('Relire avant d’envoyer')
  await camille.sees('2 points à revoir', 'Donnez un objet')
  await camille.type({ Objet: 'La salle change', Message: 'Nous serons\n\nau premier étage.' })
  await camille.press('Relire avant d’envoyer')
  await camille.sees('16 personnes recevront ce mail', 'au premier étage.')
  await camille.press('Modifier')
  await camille.press('Relire avant d’envoyer')
  await camille.press('Envoyer à 16 personnes')
  await camille.sees('Votre message est parti : 16 personnes vont le recevoir.')
}

async function movePlaces(camille: Visitor): Promise<void> {
  await camille.follow('Déplacer des places')
  await camille.press('Déplacer les places')
  await camille.sees('Choisissez la liste qui donne des places.')
  await camille.tick('Inscription par prescription')
  await camille.type({ 'Nombre de places à déplacer': '4' })
  await camille.press('Déplacer les places')
  await camille.sees('Vous pouvez en déplacer 2 au plus.')
  await camille.type({ 'Nombre de places à déplacer': '2' })
  await camille.press('Déplacer les places')
  await camille.sees('2 places ont changé de liste.')
}

/** What a number would do is said while it is typed, or by a button that saves nothing. */
async function foresee(camille: Visitor): Promise<void> {
  await camille.follow('Voir l’évènement')
  await camille.follow('Modifier')
  const places = camille.page.getByLabel('Nombre de places, inscription directe').first()
  await places.fill('3')
  if (!camille.javaScript) await camille.press('Voir ce qui va se passer')
  await camille.sees('12 places sont déjà prises : indiquez 12 ou plus')
  await places.fill('12')
  if (!camille.javaScript) await camille.press('Voir ce qui va se passer')
  await camille.sees('12 inscrits, minimum 12.')
  await camille.look()
}

story(
  'REG-3, REG-4, REG-7, REG-8: the organiser writes to those who come, moves places, takes one off',
  async (stage) => {
    const camille = await stage.visitor()
    await camille.signIn('pro@demo.test')
    await openList(camille)
    const email = (await camille.page.locator('a[href^="mailto:"]').first().textContent()) ?? ''
    const sheet = await camille.download('Exporter la liste en .xlsx')
    expect(sheet.type).toContain('spreadsheetml')
    await camille.page.getByText('N’exporter que le nécessaire').click()
    await camille.look()
    await camille.follow('Feuille d’émargement')
    await camille.sees('16 personnes', 'Signature')
    await camille.follow('Noter les présences en ligne')
    await camille.sees('Les présences se notent à partir de deux heures avant le début')
    await camille.follow('Événements-inscriptions')
    await writeToAll(camille)
    expect((await stage.mail(email, 'La salle change')).text).toContain('au premier étage.')
    await movePlaces(camille)
    await camille.follow(/^Retirer/)
    await camille.press('Retirer de la liste')
    await camille.sees('Cette personne n’est plus sur la liste. Un mail l’en prévient.', '12 inscrits sur 17 places')
    await stage.mail(email, 'Inscription retirée par l’organisateur')
    await foresee(camille)
  },
)
