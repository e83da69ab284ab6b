import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { geocoderOf } from './geocoder-of.ts'

let server: Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

/** A server on this machine that answers as the Géoplateforme does. */
async function answering(listener: RequestListener): Promise<string> {
  const opened = createServer(listener)
  server = opened
  await new Promise<void>((resolve) => opened.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(opened.address() as AddressInfo).port}/geocodage`
}

const feature = (properties: object) => ({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [4.072, 46.036] },
      properties: {
        label: '12 Rue Brison 42300 Roanne',
        score: 0.96,
        type: 'housenumber',
        citycode: '42187',
        ...properties,
      },
    },
  ],
})

const typed = { address: '12 rue Brison', postalCode: '42300', city: 'Roanne', communeCode: '42187' }
const ask = (url: string) => geocoderOf({ GEOCODER_URL: url }, fetch).geocode(typed)

test('an address is located, latitude and longitude the right way round', async () => {
  let asked = ''
  const url = await answering((request, response) => {
    asked = request.url ?? ''
    response.end(JSON.stringify(feature({})))
  })
  expect(await ask(url)).toEqual({
    latitude: 46.036,
    longitude: 4.072,
    precision: 'precise',
    label: '12 Rue Brison 42300 Roanne',
  })
  expect(asked).toBe(
    '/geocodage/search?q=12+rue+Brison+42300+Roanne&index=address&limit=1&autocomplete=0&citycode=42187',
  )
})

test('only the commune found: its centre, said as such; a poor match is no match', async () => {
  const answers = [
    feature({ type: 'municipality' }),
    feature({ score: 0.2 }),
    { type: 'FeatureCollection', features: [] },
  ]
  const url = await answering((_, response) => response.end(JSON.stringify(answers.shift())))
  expect(await ask(url)).toMatchObject({ precision: 'commune' })
  expect(await ask(url)).toBeUndefined()
  expect(await ask(url)).toBeUndefined()
})

test('away, refusing, redirecting, talking nonsense or endless: down, and no redirect is followed', async () => {
  let elsewhere = 0
  const turns: RequestListener[] = [
    (_, response) => response.writeHead(429, { 'retry-after': '5' }).end(),
    (_, response) => response.writeHead(302, { location: '/ailleurs' }).end(),
    (_, response) => response.end('<html>'),
    (_, response) => response.end(JSON.stringify(feature({ label: 12 }))),
    (_, response) => response.end(' '.repeat(300_000)),
    (request) => request.socket.destroy(),
  ]
  const url = await answering((request, response) => {
    if (request.url === '/ailleurs') elsewhere++
    else turns.shift()?.(request, response)
  })
  for (const turn of [...turns]) expect(await ask(url), String(turn)).toBe('down')
  expect(elsewhere).toBe(0)
  server?.close()
  server?.closeAllConnections()
  expect(await ask(url)).toBe('down')
})

test('too slow: down after three seconds', async () => {
  const url = await answering(() => {})
  expect(await ask(url)).toBe('down')
})

test('without a geocoder nothing is located, and nothing is asked of anyone', async () => {
  const never = () => Promise.reject(new Error('asked'))
  expect(await geocoderOf({ GEOCODER_URL: 'embedded' }, never).geocode(typed)).toBeUndefined()
})
