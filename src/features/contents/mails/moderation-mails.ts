import { button, facts, type MailContent, paragraph, quote } from '#platform/mail/mail-content.ts'
import type { ContentKind } from '../kinds.ts'
import type { Verb } from '../moderation.ts'
import { DECISION_SUBJECTS, DECISION_TEXTS, KIND_TEXTS } from '../texts.ts'
import { HIDING } from '../under-way.ts'

type Waiting = { kind: ContentKind; title: string; author: string; isChange: boolean; href: string }

/** To those who judge: a text waits. */
export const waitingMail = ({ kind, title, author, isChange, href }: Waiting): MailContent => ({
  subject: `À valider : ${title}`,
  topic: 'judging',
  body: [
    paragraph(
      isChange
        ? 'La modification d’un contenu publié attend votre validation. En attendant, le public voit l’ancien texte.'
        : 'Un contenu attend votre validation.',
    ),
    facts(['Contenu', KIND_TEXTS[kind].one], ['Titre', title], ['Auteur', author]),
    button('Lire et répondre', href),
  ],
  why: 'Vous recevez ce mail parce que vous validez les contenus de ce territoire.',
})

type Decided = { kind: ContentKind; verb: Verb; title: string; reason: string | null; href: string }

const DATES_ENDED =
  'Ses dates à venir sont annulées, et leurs inscrits prévenus. Publié à nouveau, il lui faudra d’autres dates.'

/** To the authors: what was decided, and why. */
export const decisionMail = ({ kind, verb, title, reason, href }: Decided): MailContent => ({
  subject: `${DECISION_SUBJECTS[verb] ?? 'Décision'} : ${title}`,
  topic: 'moderation',
  body: [
    paragraph(DECISION_TEXTS[verb]?.(title) ?? title),
    ...(reason === null ? [] : [quote(reason)]),
    ...(kind === 'event' && HIDING.includes(verb) ? [paragraph(DATES_ENDED)] : []),
    ...(verb === 'ask-for-changes' ? [paragraph('Corrigez-le puis enregistrez-le : il repartira en validation.')] : []),
    button(verb === 'publish' ? 'Voir la page' : 'Ouvrir', href),
  ],
  why: `Vous recevez ce mail parce que vous êtes auteur de ce contenu (${KIND_TEXTS[kind].one}).`,
})
