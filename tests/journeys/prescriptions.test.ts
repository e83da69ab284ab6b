import { make } from '#tests/make.ts'
import { buttonOf, type Stage } from './stage.ts'
import { story, withBrowser } from './story.ts'
import type { Visitor } from './visitor.ts'

withBrowser()

/** One direct place and one by prescription, next week and the week after. */
async function eventOnTwoDates({ database }: Stage): Promise<string> {
  const now = Temporal.Now.instant()
  const dates = [7, 14].map((days) => ({ places: 1, prescription: 1, startsAt: now.add({ hours: 24 * days }) }))
  const { id, slug } = await make.event(database, { title: 'Tester son idée', dates })
  return `/evenements/${slug}-${id}`
}

async function enrol(adviser: Visitor, name: string, email: string): Promise<void> {
  await adviser.type({ 'Son nom': name, 'Son adresse e-mail': email })
  await adviser.press(/^Inscrire cette personne/)
}

/** Two people on the first date: the second waits. */
async function enrolTwo(stage: Stage, event: string): Promise<Visitor> {
  const adviser = await stage.visitor()
  await adviser.signIn('pro2@demo.test')
  await adviser.open(event)
  await adviser.follow('Inscrire une personne que j’accompagne')
  await adviser.sees('Qui recevra quoi', 'Lire le mail que la personne recevra')
  await adviser.press('Inscrire cette personne')
  await adviser.sees('2 points à revoir')
  await enrol(adviser, 'Inès Diallo', 'ines@exemple.fr')
  await adviser.sees('Inscription confirmée', 'La place de Inès Diallo est réservée')
  await adviser.follow('Inscrire une autre personne')
  await adviser.sees('vous seriez 1er sur la liste d’attente')
  await enrol(adviser, 'Nadia Benali', 'nadia@exemple.fr')
  await adviser.sees('Nadia Benali est 1er sur la liste d’attente')
  return adviser
}

story('REG-6: an adviser enrols two people, one objects, the other moves up and takes another date', async (stage) => {
  const event = await eventOnTwoDates(stage)
  const adviser = await enrolTwo(stage, event)
  await stage.mail('pro2@demo.test', 'Tester son idée')

  const ines = await stage.visitor()
  await ines.open(buttonOf(await stage.mail('ines@exemple.fr', 'Une place est réservée à votre nom')))
  await ines.sees('Qui vous a inscrit ?')
  await ines.follow('Je m’oppose')
  await ines.sees('Ce qui se passe si vous vous opposez')
  await ines.tick('Je ne veux plus être inscrit par un professionnel')
  await ines.press('Je m’oppose')
  await ines.sees('Votre opposition est enregistrée')

  const nadia = await stage.visitor()
  await nadia.open(buttonOf(await stage.mail('nadia@exemple.fr', 'Une place s’est libérée')))
  await nadia.sees('Votre inscription est confirmée')
  await nadia.follow('Choisir une autre date')
  await nadia.press('Prendre cette date')
  await nadia.sees('Votre inscription a changé de date')

  await adviser.open('/mon-espace/prescriptions')
  await adviser.sees('Tester son idée', 'Nadia Benali', 'confirmée')
  await adviser.seesNot('Inès Diallo')
  await adviser.follow('Nadia Benali')
  await adviser.type({ 'Son téléphone': '06 12 34 56 78' })
  await adviser.press('Enregistrer')
  await adviser.sees('C’est enregistré.')
  await adviser.press('Retirer cette inscription')
  await adviser.sees('Inscription annulée')
  await stage.mail('nadia@exemple.fr', 'Tester son idée')
})

story('F13: the last seat goes while the form is open: said, and one chooses to wait or not', async (stage) => {
  const event = await eventOnTwoDates(stage)
  const [ali, zoe] = [await stage.visitor(), await stage.visitor()]
  for (const [who, name] of [[ali, 'Ali'] as const, [zoe, 'Zoé'] as const]) {
    await who.open(event)
    await who.type({ 'Votre nom': name, 'Votre adresse e-mail': `${name === 'Ali' ? 'ali' : 'zoe'}@exemple.fr` })
  }
  await zoe.press('M’inscrire')
  await zoe.sees('Une place vous est gardée')
  await ali.press('M’inscrire')
  await ali.sees('Toutes les places viennent d’être prises')
  await ali.press('Rejoindre la liste d’attente')
  await ali.sees('Toutes les places sont prises')
})
