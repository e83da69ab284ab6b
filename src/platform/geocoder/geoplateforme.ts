import { z } from 'zod'
import type { Address, Geocoder, Located } from './geocoder.ts'

// IGN Géoplateforme, https://geoservices.ign.fr/documentation/services/services-geoplateforme/geocodage: GET /search answers
// a GeoJSON FeatureCollection, longitude first, `score` from 0 to 1, `type` housenumber, street, locality or municipality;
// 429 over 50 requests a second.

const TIMEOUT_MS = 3000
const LEAST_SCORE = 0.4
const LONGEST_ANSWER = 200_000

const answer = z.object({
  features: z.array(
    z.object({
      geometry: z.object({ coordinates: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]) }),
      properties: z.object({ label: z.string().max(500), score: z.number(), type: z.string() }),
    }),
  ),
})

/** Asks the geocoder of the State, 3 s at most, without following redirects. Never throws: late, broken or away is `down`. */
export function geoplateforme(url: string, fetch: typeof globalThis.fetch): Geocoder {
  return {
    async geocode(address) {
      try {
        const response = await fetch(question(url, address), {
          signal: AbortSignal.timeout(TIMEOUT_MS),
          redirect: 'manual',
          headers: { accept: 'application/json' },
        })
        if (!response.ok) {
          await response.body?.cancel()
          return 'down'
        }
        return located(answer.parse(JSON.parse(await shortText(response))))
      } catch {
        return 'down'
      }
    },
  }
}

function question(url: string, { address, postalCode, city, communeCode }: Address): URL {
  const asked = new URL(`${url.replace(/\/+$/, '')}/search`)
  const text = [address, postalCode, city].filter((part) => part.trim() !== '').join(' ')
  asked.searchParams.set('q', text.slice(0, 200))
  asked.searchParams.set('index', 'address')
  asked.searchParams.set('limit', '1')
  asked.searchParams.set('autocomplete', '0')
  if (communeCode !== undefined) asked.searchParams.set('citycode', communeCode)
  return asked
}

/** The body, as long as it stays short. */
async function shortText(response: Response): Promise<string> {
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    if (text.length > LONGEST_ANSWER) throw new Error('too long')
  }
  return text
}

function located({ features: [first] }: z.infer<typeof answer>): Located | undefined {
  if (first === undefined || first.properties.score < LEAST_SCORE) return undefined
  const [longitude, latitude] = first.geometry.coordinates
  const precision = first.properties.type === 'municipality' ? 'commune' : 'precise'
  return { latitude, longitude, precision, label: first.properties.label }
}
