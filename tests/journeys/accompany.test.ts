import { expect } from 'vitest'
import { BLOCKS } from '#features/canvas/board.ts'
import { spread } from '#features/canvas/order.ts'
import { canvasNotes } from '#features/canvas/tables.ts'
import { readPdf } from '#tests/read-pdf.ts'
import { buttonOf, type Stage } from './stage.ts'
import { story, withBrowser } from './story.ts'
import type { Visitor } from './visitor.ts'

withBrowser()

const CANVAS = 'Projet 360'

/** Follows a link of the board: its page, or with JavaScript its window over the board. */
async function openFromBoard(visitor: Visitor, name: RegExp): Promise<void> {
  if (!visitor.javaScript) return visitor.follow(name)
  await visitor.page.getByRole('link', { name }).first().click()
  await visitor.page.locator('.note-window').waitFor()
  await visitor.look()
}

/** Sends a form of a post-it: its page comes again, or with JavaScript the window closes over the board. */
async function sendFromBoard(visitor: Visitor, button: string): Promise<void> {
  if (!visitor.javaScript) return visitor.press(button)
  const window = visitor.page.locator('.note-window')
  await window.getByRole('button', { name: button }).last().click()
  await window.waitFor({ state: 'detached' })
  await visitor.look()
}

async function addNote(visitor: Visitor, block: string, text: string): Promise<void> {
  await openFromBoard(visitor, new RegExp(`Ajouter un post-it.*${block}`))
  await visitor.type({ 'Texte du post-it': text })
  await sendFromBoard(visitor, 'Ajouter')
  await visitor.sees(text)
}

/** A fiche projet and a canvas of two post-its, by somebody who has no project. */
async function writeProject(creator: Visitor): Promise<void> {
  await creator.open('/mon-espace')
  await creator.follow('Mes projets')
  await creator.follow('Écrire une fiche projet')
  await creator.type({ 'Mon idée': 'Réparer des vélos à domicile, dans la vallée.' })
  await creator.press('Enregistrer')
  await creator.sees('Un point à revoir', 'Réparer des vélos à domicile')
  await creator.type({ 'Nom du projet': 'Vélo en main', 'Mes besoins': 'Un avis sur mes prix.', 'Où ?': 'Roanne' })
  await creator.press('Enregistrer')
  await creator.sees('Vélo en main', 'Un avis sur mes prix.')
  await creator.follow(CANVAS)
  await creator.press('Commencer')
  await addNote(creator, 'Proposition de valeur', 'Le vélo est réparé avant le soir')
  await addNote(creator, 'Structure de coûts', 'Une remorque, 900 €')
}

/** « ? Demande d’aide », at the foot of the canvas: the two answers are the same but for the address. */
async function askForHelp(creator: Visitor, email: string): Promise<void> {
  await creator.follow(CANVAS)
  await creator.follow('? Demande d’aide')
  await creator.type({ 'E-mail de son compte professionnel': email })
  await creator.press('Demander de l’aide')
  await creator.sees(email)
}

async function adviserFrom(stage: Stage, address: string): Promise<Visitor> {
  const adviser = await stage.visitor()
  await adviser.open(address)
  await adviser.type({ 'Adresse e-mail': 'pro@demo.test', 'Mot de passe': 'je-cree-2026' })
  await adviser.press('Se connecter', adviser.page.getByRole('main'))
  return adviser
}

/** The field, and not the form of the same name. */
const typeComment = (visitor: Visitor, words: string): Promise<void> =>
  visitor.page
    .getByRole('textbox', { name: /^Commentaire/ })
    .filter({ visible: true })
    .last()
    .fill(words)

async function commentNote(visitor: Visitor, note: RegExp, words: string): Promise<void> {
  await openFromBoard(visitor, note)
  await typeComment(visitor, words)
  await sendFromBoard(visitor, 'Enregistrer')
}

story('PRJ-1 to PRJ-4: a creator asks for help, is commented, answers, and withdraws', async (stage) => {
  const karim = await stage.visitor()
  await karim.signIn('createur@demo.test')
  await writeProject(karim)
  await askForHelp(karim, 'pro@demo.test')
  await askForHelp(karim, 'inconnue@exemple.fr')
  const invitation = await stage.mail('inconnue@exemple.fr', 'demande de l’aide')
  expect(invitation.text).not.toContain('Réparer des vélos')

  const camille = await adviserFrom(stage, buttonOf(await stage.mail('pro@demo.test', 'vous confie son projet')))
  await camille.sees('Vélo en main', 'Projet de Karim Faure')
  await camille.follow('Fiche projet')
  await camille.page.getByRole('button', { name: 'Ajoutez un commentaire' }).click()
  const focused = () => camille.page.evaluate(() => document.activeElement?.getAttribute('name'))
  await expect.poll(focused, { message: 'one begins at the first field' }).toBe('objet')
  await camille.type({ Objet: 'Vos prix' })
  await typeComment(camille, 'Comptez aussi le temps de route.')
  await camille.press('Enregistrer', camille.page.locator('dialog'))
  await camille.sees('Comptez aussi le temps de route.')
  await camille.follow(CANVAS)
  await commentNote(camille, /Commenter.*remorque/, 'La région aide à l’achat.')
  await camille.open('/mon-espace')
  await camille.sees('Projets qui me sont confiés', 'Vélo en main')

  await karim.open(buttonOf(await stage.mail('createur@demo.test', 'a commenté le projet')))
  await karim.page.getByText('Répondre').first().click()
  await typeComment(karim, 'Merci, je refais mes calculs.')
  await karim.press('Envoyer la réponse')
  await karim.open(buttonOf(await stage.mail('createur@demo.test', 'a commenté un post-it')))
  await karim.sees('La région aide à l’achat.')
  await camille.open(buttonOf(await stage.mail('pro@demo.test', 'a commenté le projet')))
  await camille.sees('Merci, je refais mes calculs.')
  await camille.follow(CANVAS)
  await openFromBoard(camille, /Commenter.*remorque/)
  await typeComment(camille, 'Un mot que l’on ne perd pas')

  await karim.follow('Professionnels autorisés')
  const hers = karim.page.getByRole('listitem').filter({ hasText: 'pro@demo.test' })
  await hers.getByRole('button', { name: 'Retirer' }).first().click()
  await karim.press('Retirer l’autorisation', hers)
  await isRefusedClearly(camille)
})

/** The tab that the adviser had open: nothing is sent, and what was typed stays. */
async function isRefusedClearly(adviser: Visitor): Promise<void> {
  if (adviser.javaScript) {
    await adviser.sees('Ce projet ne vous est plus ouvert')
    expect(await adviser.page.getByRole('textbox', { name: /^Commentaire/ }).inputValue()).toBe(
      'Un mot que l’on ne perd pas',
    )
  } else {
    await adviser.press('Enregistrer')
    await adviser.sees('Ce projet ne vous est pas ouvert', 'Un mot que l’on ne perd pas')
  }
  await adviser.open('/mon-espace')
  await adviser.seesNot('Vélo en main')
}

story(
  'PRJ-5: what is typed without a connection, then signed out, is kept on the device and sent on coming back',
  async (stage) => {
    const clara = await stage.visitor()
    await clara.signIn('creatrice@demo.test')
    clara.expectInConsole(/ERR_INTERNET_DISCONNECTED|status of 401/)
    await clara.open('/projets/1/360')
    await openFromBoard(clara, /Ajouter un post-it.*Canaux/)
    await clara.type({ 'Texte du post-it': 'Écrit dans le train' })
    await clara.context.setOffline(true)
    await sendFromBoard(clara, 'Ajouter')
    await clara.sees('Non enregistré : la connexion est coupée')
    await clara.context.setOffline(false)
    await clara.sees('Écrit dans le train', /Enregistré à/)

    const elsewhere = await clara.context.newPage()
    await openFromBoard(clara, /Ajouter un post-it.*Canaux/)
    await clara.type({ 'Texte du post-it': 'Écrit après la session' })
    await elsewhere.goto(`${stage.url}/mon-espace`)
    await elsewhere.getByRole('button', { name: 'Se déconnecter' }).first().click()
    await elsewhere.waitForURL(`${stage.url}/`)
    await elsewhere.close()
    await sendFromBoard(clara, 'Ajouter')
    await clara.sees('vous êtes déconnecté')
    await clara.follow('Se connecter et revenir ici')
    await clara.type({ 'Adresse e-mail': 'creatrice@demo.test', 'Mot de passe': 'je-cree-2026' })
    await clara.press('Se connecter', clara.page.getByRole('main'))
    await clara.sees('Écrit après la session', /Enregistré à/)
    await clara.open('/projets/1/360')
    await clara.sees('Écrit dans le train', 'Écrit après la session')
  },
  [true],
)

/** From a line of the base ressource: a page of its own, or the same without JavaScript. */
async function recommend(adviser: Visitor, resource: RegExp, email: string): Promise<void> {
  await adviser.open('/ressources')
  await adviser.follow(resource)
  await adviser.type({ 'Adresse e-mail de la personne': email, 'Un mot de votre part': 'À lire avant jeudi.' })
  await adviser.press('Recommander', adviser.page.getByRole('main'))
}

story(
  'REC-1 to REC-3: an adviser recommends; who has no account is invited, and finds it once signed up',
  async (stage) => {
    const camille = await stage.visitor()
    await camille.signIn('pro@demo.test')
    await recommend(camille, /^Recommander.*Avant l’immatriculation/, 'nadege@exemple.fr')
    await camille.sees('nadege@exemple.fr')

    const mail = await stage.mail('nadege@exemple.fr', 'vous recommande')
    expect(mail.text).toContain('À lire avant jeudi.')
    expect(mail.text).toMatch(/compte « créateur »/)
    const nadege = await stage.visitor()
    await nadege.open(buttonOf(mail))
    await nadege.sees('Avant l’immatriculation')
    const invited = /href="(http[^"]+creer-un-compte[^"]*)"/.exec(mail.html || '')?.[1] ?? ''
    await nadege.open(invited.replaceAll('&amp;', '&'))
    const password = 'trois petits chats gris'
    await nadege.type({
      'Prénom et nom': 'Nadège Roux',
      'Adresse e-mail': 'nadege@exemple.fr',
      'Mot de passe': password,
    })
    await nadege.press('Créer mon compte')
    await nadege.open(buttonOf(await stage.mail('nadege@exemple.fr', 'Confirmez votre adresse')))
    await nadege.press(/Confirmer|Ouvrir/, nadege.page.getByRole('main'))
    await nadege.open('/mon-espace/recommandations')
    await nadege.sees('Avant l’immatriculation', 'À lire avant jeudi.', 'Camille Dupré')

    await camille.open('/mon-espace/recommandations')
    await camille.follow('Envoyées')
    await camille.sees('Avant l’immatriculation', 'nadege@exemple.fr')
  },
)

story(
  'PRJ-5: the canvas is printed on one page, whether it holds twenty post-its or eighty',
  async (stage) => {
    const clara = await stage.visitor()
    await clara.signIn('creatrice@demo.test')
    for (const count of [0, 60]) {
      await fillCanvas(stage, count)
      await clara.open('/projets/1/360')
      const { pages } = await readPdf(await clara.page.pdf({ format: 'A4', landscape: true, preferCSSPageSize: true }))
      expect(
        pages.map(({ width, height }) => width > height),
        `${count} post-its more`,
      ).toEqual([true])
      for (const said of ['La Fournée du Pilat', 'Le marché de Maclas']) expect(pages[0]?.text).toContain(said)
    }
  },
  [true],
)

/** So many more post-its of a line or two, shared out among the blocks. */
async function fillCanvas({ database }: Stage, count: number): Promise<void> {
  const now = Temporal.Now.instant()
  const places = spread(10)
  const rows = places
    .flatMap((position) =>
      BLOCKS.map((block) => ({
        ...{ canvasId: 1, block, position, colour: 'sun' as const, rev: 1, createdAt: now, updatedAt: now },
        body: 'Quelques mots, comme on les écrit sur un post-it',
      })),
    )
    .slice(0, count)
  if (rows.length > 0) await database.insert(canvasNotes).values(rows)
}
