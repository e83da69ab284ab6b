import { Chip, type Tone } from '#ui/chip.tsx'
import type { RegistrationState } from '../rules.ts'
import { ordinal, STATE_TEXTS } from '../texts.ts'

const TONES: Record<RegistrationState, Tone> = {
  held: 'sun',
  offered: 'sun',
  confirmed: 'fir',
  waiting: 'sun',
  cancelled: 'brick',
  expired: 'brick',
  repeated: 'brick',
}

type Stated = { state: RegistrationState; rank: number; date: { cancelledAt: object | null } }

/** The state of a registration in a list: « confirmée », « 2e sur la liste d’attente ». */
export function StateChip({ of: { state, rank, date } }: { of: Stated }) {
  if (date.cancelledAt !== null && state !== 'cancelled') return <Chip tone="brick">date annulée</Chip>
  const text = state === 'waiting' ? `${ordinal(rank)} sur la liste d’attente` : STATE_TEXTS[state]
  return <Chip tone={TONES[state]}>{text}</Chip>
}
