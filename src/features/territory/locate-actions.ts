import type { Reader } from '#platform/database/database.ts'
import type { Geocoder } from '#platform/geocoder/geocoder.ts'
import { findCommune } from './queries.ts'
import type { Proposal } from './rules.ts'

export type TypedAddress = { street: string; postalCode: string; city: string; communeCode: string | undefined }

/** « Géolocaliser » (EVT-1). */
export async function proposePlace(reader: Reader, geocoder: Geocoder, address: TypedAddress): Promise<Proposal> {
  const { street, postalCode, city, communeCode } = address
  const [commune, found] = await Promise.all([
    communeCode === undefined ? undefined : findCommune(reader, communeCode),
    street === '' ? undefined : geocoder.geocode({ address: street, postalCode, city, communeCode }),
  ])
  if (found !== undefined && found !== 'down' && found.precision === 'precise') {
    return { kind: 'precise', point: { latitude: found.latitude, longitude: found.longitude }, label: found.label }
  }
  const centre = commune ?? (found === 'down' ? undefined : found)
  if (centre === undefined) return { kind: 'unknown' }
  const label = commune?.name ?? (found === 'down' ? city : (found?.label ?? city))
  const point = { latitude: centre.latitude, longitude: centre.longitude }
  return { kind: found === 'down' ? 'down' : 'centre', point, label }
}
