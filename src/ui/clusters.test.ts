import { expect, test } from 'vitest'
import { clustersOf } from './islands/list-map/clusters.ts'

const at = (x: number, y: number) => ({ x, y })
const itself = (spot: { x: number; y: number }) => spot

test('MAP-1: what would overlap on the map is one cluster, the rest stands alone', () => {
  const groups = clustersOf([at(0, 0), at(30, 0), at(500, 500), at(-20, -20), at(0, 0)], itself, 50)
  expect(groups.map((group) => group.length)).toEqual([4, 1])
})

test('MAP-1: every point is in one cluster exactly, however many there are', () => {
  let seed = 7
  const random = () => {
    seed = (seed * 16807) % 2147483647
    return seed / 2147483647
  }
  const points = Array.from({ length: 3000 }, (_, id) => ({ id, ...at(random() * 900 - 300, random() * 900) }))
  const groups = clustersOf(points, itself, 60)
  const ids = groups.flat().map(({ id }) => id)
  expect(ids.sort((a, b) => a - b)).toEqual(points.map(({ id }) => id))
  expect(groups.length).toBeLessThan(300)
  const heads = groups.map(([head]) => head as { x: number; y: number })
  for (const [rank, head] of heads.entries())
    for (const other of heads.slice(0, rank)) expect(Math.hypot(head.x - other.x, head.y - other.y)).toBeGreaterThan(60)
})

test('MAP-1: three thousand points of one address are one cluster', () => {
  expect(
    clustersOf(
      Array.from({ length: 3000 }, () => at(5, 5)),
      itself,
      60,
    ),
  ).toHaveLength(1)
})
