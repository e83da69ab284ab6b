import type { Geocoder } from './geocoder.ts'
import { geoplateforme } from './geoplateforme.ts'

/** The geocoder of the settings. `embedded` locates nothing by itself: the centre of the commune is proposed instead. */
export function geocoderOf(settings: { GEOCODER_URL: string }, fetch: typeof globalThis.fetch): Geocoder {
  if (settings.GEOCODER_URL === 'embedded') return { geocode: async () => undefined }
  return geoplateforme(settings.GEOCODER_URL, fetch)
}
