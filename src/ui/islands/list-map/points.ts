/** What the map knows of a line of the list. */
export type Point = { title: string; href: string; detail: string; lat: number; lng: number }

type Feature = {
  geometry: { coordinates: [number, number] }
  properties: { title: string; href: string; detail: string }
}

/** The points of the list, and the sentence that says what is not among them. Throws when they cannot be read. */
export async function readPoints(address: string): Promise<{ points: Point[]; note: string }> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`points: ${answer.status}`)
  const { features, note } = (await answer.json()) as { features: Feature[]; note: string }
  const points = features.map(({ geometry: { coordinates }, properties }) => {
    const [lng, lat] = coordinates
    return { ...properties, lat, lng }
  })
  return { points, note }
}
