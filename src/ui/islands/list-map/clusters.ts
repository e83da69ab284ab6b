export type Spot = { x: number; y: number }

/**
 * Puts together what would overlap: each point, in order, takes with it those not yet taken that are within `radius`. Points
 * are looked for in the cells around theirs, so that some thousands cost nothing.
 */
export function clustersOf<Point>(points: readonly Point[], spotOf: (point: Point) => Spot, radius: number): Point[][] {
  const spots = points.map(spotOf)
  const cells = new Map<string, number[]>()
  const cellOf = ({ x, y }: Spot): Spot => ({ x: Math.floor(x / radius), y: Math.floor(y / radius) })
  for (const [rank, spot] of spots.entries()) {
    const { x, y } = cellOf(spot)
    const key = `${x} ${y}`
    cells.set(key, [...(cells.get(key) ?? []), rank])
  }
  const taken = new Set<number>()
  return spots.flatMap((spot, rank) => {
    if (taken.has(rank)) return []
    const { x, y } = cellOf(spot)
    const around = AROUND.flatMap(([dx, dy]) => cells.get(`${x + dx} ${y + dy}`) ?? [])
    const near = around.filter((other) => !taken.has(other) && isNear(spots[other] as Spot, spot, radius))
    for (const other of near) taken.add(other)
    return [near.sort((a, b) => a - b).map((other) => points[other] as Point)]
  })
}

const STEPS = [-1, 0, 1]
const AROUND = STEPS.flatMap((dx) => STEPS.map((dy) => [dx, dy] as const))

const isNear = (a: Spot, b: Spot, radius: number): boolean => Math.hypot(a.x - b.x, a.y - b.y) <= radius
