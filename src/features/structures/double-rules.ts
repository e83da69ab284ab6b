/** Two sheets of different sources that may be the same structure. */
export type Double = { by: readonly ('phone' | 'address')[]; one: DoubleSheet; other: DoubleSheet }
export type DoubleSheet = { id: number; slug: string; title: string; source: string | null; licence: string | null }
