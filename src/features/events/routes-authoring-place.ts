import { findCommuneOf } from '#features/territory/address-queries.ts'
import { proposePlace } from '#features/territory/locate-actions.ts'
import { departementOfPostalCode } from '#features/territory/rules.ts'
import type { Database } from '#platform/database/database.ts'
import type { Geocoder } from '#platform/geocoder/geocoder.ts'
import { Fields } from '#platform/http/fields.ts'
import { FORM_TEXTS, PROPOSAL_TEXTS } from './authoring-texts.ts'
import type { Values } from './date-fields.ts'
import type { PositionProps } from './pages/position.tsx'
import { addressKey } from './place-text.ts'
import { typedAddress } from './routes-authoring-values.ts'

export type Locating = { values: Values; note: PositionProps['note'] }

/** « Géolocaliser », of the event or of the date whose row `prefix` begins: the form with a position, or with the reason why there is none. What was typed never changes. */
export async function locate(
  database: Database,
  geocoder: Geocoder,
  { values, prefix }: { values: Values; prefix: string },
): Promise<Locating> {
  const address = typedAddress(values, prefix)
  if (address.city === '' && address.postalCode === '') {
    return { values, note: { tone: 'warn', text: FORM_TEXTS.noPlace } }
  }
  const commune = await findCommuneOf(database, {
    ...address,
    departement: departementOfPostalCode(address.postalCode),
  })
  const proposal = await proposePlace(database, geocoder, { ...address, communeCode: commune?.code })
  const tone = proposal.kind === 'precise' ? 'good' : 'warn'
  const note = { tone, text: PROPOSAL_TEXTS[proposal.kind] } as const
  if (proposal.kind === 'unknown') return { values, note }
  const { latitude, longitude } = proposal.point
  return {
    values: {
      ...values,
      [`${prefix}latitude`]: [shortDegrees(latitude)],
      [`${prefix}longitude`]: [shortDegrees(longitude)],
      [`${prefix}adresse_situee`]: [addressKey(address)],
    },
    note: { ...note, text: `${proposal.label}. ${note.text}` },
  }
}

/** To the metre. */
const shortDegrees = (degrees: number): string => String(Math.round(degrees * 1e5) / 1e5)

/** Whether the position was found from another address than the one typed now. */
export function isStale(values: Values, prefix = ''): boolean {
  const typed = (name: string) => values[prefix + name]?.[0] ?? ''
  return typed('latitude') !== '' && typed('adresse_situee') !== addressKey(typedAddress(values, prefix))
}

/** A suggestion taken in the field « Ville », « Roanne (42300) », gives the postal code too when none was typed. */
export function withCommune(form: Fields): Fields {
  const [, name, postalCode] = /^(.+?) \((\d{5})\)$/.exec(form.get('ville').trim()) ?? []
  if (name === undefined || postalCode === undefined) return form
  const search = new URLSearchParams(form.entries())
  search.set('ville', name)
  if (form.get('code_postal').trim() === '') search.set('code_postal', postalCode)
  return new Fields(search)
}
