// Makes data/outlines-ara.json from the outlines of the départements: `node scripts/simplify-outlines.mjs FILE.geojson`.
// Lines are cut where three outlines meet, then each is simplified once (Douglas-Peucker), so that neighbours still touch.
import { readFileSync, writeFileSync } from 'node:fs'

const TOLERANCE = 0.004
const SMALLEST_RING = 8

const { features } = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))
const key = ([x, y]) => `${x.toFixed(4)} ${y.toFixed(4)}`
const polygonsOf = ({ geometry }) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates)
const ringsOf = (feature) => polygonsOf(feature).flat()

/** Every point, and the points that come next to it in any outline. */
const neighbours = new Map()
for (const ring of features.flatMap(ringsOf)) {
  for (let at = 0; at < ring.length - 1; at++) {
    const [here, next, before] = [ring[at], ring[at + 1], ring[at === 0 ? ring.length - 2 : at - 1]]
    const known = neighbours.get(key(here)) ?? new Set()
    neighbours.set(key(here), known.add(key(next)).add(key(before)))
  }
}

function distance([x, y], [ax, ay], [bx, by]) {
  const length = (bx - ax) ** 2 + (by - ay) ** 2
  const part = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length))
  return Math.hypot(x - ax - part * (bx - ax), y - ay - part * (by - ay))
}

function simplify(points) {
  let farthest = 0
  let most = TOLERANCE
  for (let at = 1; at < points.length - 1; at++) {
    const far = distance(points[at], points[0], points.at(-1))
    if (far > most) [farthest, most] = [at, far]
  }
  if (farthest === 0) return [points[0], points.at(-1)]
  return [...simplify(points.slice(0, farthest + 1)), ...simplify(points.slice(farthest)).slice(1)]
}

/** The same arc read from either side gives the same points. */
function simplifyArc(points) {
  const turned = key(points[0]) > key(points.at(-1))
  const simple = simplify(turned ? points.toReversed() : points)
  return turned ? simple.toReversed() : simple
}

function simplifyRing(ring) {
  const open = ring.slice(0, -1)
  const start = Math.max(
    0,
    open.findIndex((point) => neighbours.get(key(point)).size > 2),
  )
  const points = [...open.slice(start), ...open.slice(0, start + 1)]
  const ends = points.flatMap((point, at) => (at > 0 && neighbours.get(key(point)).size > 2 ? [at] : []))
  if (ends.at(-1) !== points.length - 1) ends.push(points.length - 1)
  if (ends.length === 1) ends.unshift(Math.floor(points.length / 2))
  const arcs = ends.map((end, rank) => simplifyArc(points.slice(rank === 0 ? 0 : ends[rank - 1], end + 1)))
  return arcs.flatMap((arc, rank) => (rank === 0 ? arc : arc.slice(1)))
}

const round = (points) => points.map(([x, y]) => [Number(x.toFixed(3)), Number(y.toFixed(3))])
const outlines = features.map(({ properties, ...feature }) => ({
  type: 'Feature',
  properties: { code: properties.code, nom: properties.nom },
  geometry: {
    type: 'MultiPolygon',
    coordinates: polygonsOf(feature)
      .map((rings) => rings.filter((ring) => ring.length > SMALLEST_RING).map((ring) => round(simplifyRing(ring))))
      .filter((rings) => rings.length > 0),
  },
}))
writeFileSync('data/outlines-ara.json', `${JSON.stringify({ type: 'FeatureCollection', features: outlines })}\n`)
