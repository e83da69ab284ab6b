import { type Choice, DIGEST, type Stoppable, TOPICS, type Topic } from './rules.ts'

export const TOPIC_TEXTS: Record<Topic, { name: string; says: string }> = {
  comments: { name: 'Commentaires', says: 'Quelqu’un a commenté un projet que vous lisez, ou vous a répondu.' },
  projects: { name: 'Projets', says: 'Un projet vous est confié, une autorisation change.' },
  recommendations: { name: 'Recommandations', says: 'Un professionnel vous recommande un contenu.' },
  orientation: { name: 'Orientations suivies', says: 'Du nouveau répond à une orientation que vous suivez.' },
  moderation: { name: 'Mes contenus', says: 'Un de vos contenus est publié, à corriger ou refusé.' },
  judging: { name: 'À valider', says: 'Un contenu, un compte ou une demande attend votre décision.' },
  checks: { name: 'Toujours exact ?', says: 'Une de vos fiches attend d’être vérifiée.' },
  reminders: { name: 'Rappels d’évènements', says: 'Deux jours avant, et le lendemain.' },
}

export const CHOICE_TEXTS: Record<Choice, string> = {
  'at-once': 'Tout de suite',
  daily: 'Un mail par jour',
  none: 'Pas de mail',
}

/** On the page of a link « ne plus recevoir »: what stops. */
export const STOP_TEXTS = Object.fromEntries([
  ...Object.keys(TOPICS).map((topic) => {
    const { name, says } = TOPIC_TEXTS[topic as Topic]
    return [topic, { name: `Mails du sujet « ${name} »`, says }]
  }),
  [DIGEST, { name: 'Le mail du jour', says: 'Tout ce que vous aviez choisi de recevoir en un mail par jour.' }],
]) as Record<Stoppable, { name: string; says: string }>
