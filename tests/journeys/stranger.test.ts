import { registrations } from '#features/registrations/tables.ts'
import { newKey } from '#platform/keys.ts'
import { make } from '#tests/make.ts'
import { buttonOf, type Stage } from './stage.ts'
import { story, withBrowser } from './story.ts'

withBrowser()

/** Ten places, nine of them taken, on a date of next week. */
async function nearlyFullEvent({ database }: Stage): Promise<string> {
  const now = Temporal.Now.instant()
  const { id, slug, dates } = await make.event(database, {
    title: 'Rencontrer un conseiller',
    dates: [{ places: 10, startsAt: now.add({ hours: 24 * 7 }) }],
  })
  const people = Array.from({ length: 9 }, (_, rank) => ({
    ...{ key: newKey(), receipt: newKey(), listId: dates[0]?.listId ?? 0, name: `Personne ${rank}` },
    ...{ email: `p${rank}@exemple.test`, emailKey: `p${rank}@exemple.test`, phone: '' },
    ...{ state: 'confirmed' as const, verifiedAt: now, createdAt: now },
  }))
  await database.insert(registrations).values(people)
  return `/evenements/${slug}-${id}`
}

story(
  'REG-5: a stranger registers with a mere e-mail; REG-4: the 11th on 10 places waits and moves up',
  async (stage) => {
    const event = await nearlyFullEvent(stage)
    const zoe = await stage.visitor()
    await zoe.open(event)
    await zoe.sees('1 place restante sur 10')
    await zoe.press('M’inscrire')
    await zoe.sees('2 points à revoir')
    await zoe.type({ 'Votre nom': 'Zoé N’Guessan', 'Votre adresse e-mail': 'zoe@exemple.fr' })
    await zoe.press('M’inscrire')
    await zoe.sees('Plus qu’un mail à ouvrir', 'Une place vous est gardée jusqu’à')
    await zoe.open(buttonOf(await stage.mail('zoe@exemple.fr', 'Confirmez votre inscription')))
    await zoe.press('Confirmer mon inscription')
    await zoe.sees('Votre inscription est confirmée')
    const confirmed = await stage.mail('zoe@exemple.fr', 'Inscription confirmée')

    const ali = await stage.visitor()
    await ali.open(event)
    await ali.sees('complet')
    await ali.type({ 'Votre nom': 'Ali Benhamou', 'Votre adresse e-mail': 'ali@exemple.fr' })
    await ali.press('Rejoindre la liste d’attente')
    await ali.sees('Toutes les places sont prises')
    await ali.open(buttonOf(await stage.mail('ali@exemple.fr', 'Liste d’attente')))
    await ali.press('Confirmer')
    await ali.sees('Vous êtes 1er sur la liste d’attente')

    await zoe.open(buttonOf(confirmed))
    await zoe.press('Annuler mon inscription')
    await zoe.sees('Votre inscription est annulée')
    await ali.open(buttonOf(await stage.mail('ali@exemple.fr', 'Une place s’est libérée, elle est à vous')))
    await ali.sees('Votre inscription est confirmée')
  },
)
