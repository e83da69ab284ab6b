import { expect, test } from 'vitest'
import { readText } from '#platform/reading/whole-table.ts'
import { neighboursOf } from './neighbours.ts'

type Outline = { properties: { code: string }; geometry: { coordinates: [number, number][][][] } }

/** Two départements that share a border share its points: outlines were simplified with common borders kept common. */
async function touching(): Promise<Record<string, string[]>> {
  const { features } = JSON.parse(await readText('data/outlines-ara.json')) as { features: Outline[] }
  const at = new Map<string, Set<string>>()
  for (const { properties, geometry } of features)
    for (const point of geometry.coordinates.flat(2)) {
      const there = at.get(point.join()) ?? new Set()
      at.set(point.join(), there.add(properties.code))
    }
  const found: Record<string, Set<string>> = {}
  for (const codes of at.values())
    for (const one of codes)
      for (const other of codes) {
        found[one] ??= new Set()
        if (other !== one) found[one].add(other)
      }
  return Object.fromEntries(Object.entries(found).map(([code, others]) => [code, [...others].sort()]))
}

test('MAP-1: the neighbours of each département are those that its outline touches', async () => {
  const outlines = await touching()
  expect(Object.keys(outlines)).toHaveLength(12)
  for (const [code, others] of Object.entries(outlines)) expect([code, neighboursOf(code)]).toEqual([code, others])
  expect(neighboursOf('75')).toEqual([])
})
