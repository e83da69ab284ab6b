import { fold } from '#kernel/fold'

/** The region that the site serves: Auvergne-Rhône-Alpes. */
export const REGION = '84'

export type Place = {
  code: string
  name: string
  departement: string
  postalCodes: readonly string[]
  latitude: number
  longitude: number
  /** Its intercommunalité, where it was read. */
  epci?: Epci | null
}

/** An intercommunalité, « Roannais Agglomération ». */
export type Epci = { code: string; name: string }

/** « st etienne » and « saint etienne » are the same place. */
export function communeKey(text: string): string {
  return fold(text)
    .replace(/\bste\b/g, 'sainte')
    .replace(/\bst\b/g, 'saint')
    .replace(/ cedex( \d+)?$/, '')
}

/** « Roanne (42300) »: what the field shows, and understands when it comes back. */
export function communeLabel(commune: Pick<Place, 'name' | 'postalCodes'>): string {
  const [postalCode] = commune.postalCodes
  return postalCode === undefined ? commune.name : `${commune.name} (${postalCode})`
}

export type TypedCommune = { name: string; postalCode: string }

/** What was typed in a commune field: a name, a postal code, or both, in any order, with or without parentheses. */
export function readTypedCommune(typed: string): TypedCommune {
  const postalCode = /(?:^|[^\d])(\d{2,5})(?!\d)/.exec(typed)?.[1] ?? ''
  return { name: communeKey(typed.replace(postalCode, ' ')), postalCode }
}

/** The département of a postal code; undefined when it has none (Corsica needs the commune; Monaco is abroad). */
export function departementOfPostalCode(postalCode: string): string | undefined {
  if (!/^\d{5}$/.test(postalCode)) return undefined
  const start = postalCode.slice(0, 2)
  if (start === '97') return postalCode.slice(0, 3)
  if (start === '20') return postalCode < '20200' ? '2A' : '2B'
  return start > '00' && start <= '95' ? start : undefined
}

/** The département of an INSEE code of commune. */
export function departementOfCommune(code: string): string | undefined {
  if (/^97\d{3}$/.test(code)) return code.slice(0, 3)
  return /^(\d{2}|2[AB])\d{3}$/.test(code) ? code.slice(0, 2) : undefined
}

/** Kilometres between two points, as the crow flies. */
export function kilometres(from: Point, to: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const half = (a: number, b: number) => Math.sin(radians(b - a) / 2) ** 2
  const slant = Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude))
  const part = half(from.latitude, to.latitude) + slant * half(from.longitude, to.longitude)
  return 12_742 * Math.asin(Math.min(1, Math.sqrt(part)))
}

export type Point = { latitude: number; longitude: number }

/**
 * Where to put the pin for a typed address. `precise`: the street was found. `centre`: only the commune. `down`: the
 * geocoder did not answer, so the centre of the commune, when it is known. `unknown`: no position at all. What was typed is
 * never changed.
 */
export type Proposal =
  | { kind: 'precise'; point: Point; label: string }
  | { kind: 'centre' | 'down'; point: Point; label: string }
  | { kind: 'unknown' }
