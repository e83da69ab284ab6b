import { STAGE_TEXTS } from '#features/services/texts.ts'
import type { Reason } from './reasons.ts'
import { SECTOR_CHOICES } from './sectors.ts'
import { NEED_REASONS, SITUATION_REASONS } from './texts.ts'

const SIZES = { alone: 'pour travailler seul', larger: 'pour entreprendre à plusieurs' } as const

/** A reason in words, small letters first: « à 12 km de Roanne ». */
export function reasonText(reason: Reason): string {
  switch (reason.kind) {
    case 'need':
      return NEED_REASONS[reason.need]
    case 'stage':
      return `à l’étape « ${STAGE_TEXTS[reason.stage]} »`
    case 'situation':
      return SITUATION_REASONS[reason.situation]
    case 'activity':
      return `parle de « ${reason.word} »`
    case 'sector':
      return `secteur : ${SECTOR_CHOICES.find(({ value }) => value === reason.sector)?.text ?? reason.sector}`
    case 'near':
      return reason.km < 2 ? `à ${reason.commune}` : `à ${Math.round(reason.km)} km de ${reason.commune}`
    case 'serves':
      return `intervient à ${reason.commune}`
    case 'size':
      return SIZES[reason.size]
    case 'soon':
      return soonText(reason.days)
    default:
      return PLAIN[reason.kind]
  }
}

const PLAIN = {
  free: 'gratuit',
  remote: 'possible à distance',
  seats: 'il reste des places',
  open: 'sans inscription',
  everybody: 'ouvert à tous',
  creation: 'pour créer une entreprise',
} as const

function soonText(days: number): string {
  if (days === 0) return 'aujourd’hui'
  if (days === 1) return 'demain'
  return days < 14 ? `dans ${days} jours` : `dans ${Math.floor(days / 7)} semaines`
}
