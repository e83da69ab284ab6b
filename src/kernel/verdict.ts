/** An expected refusal is a value, never thrown: `because` names it, and the feature's `texts.ts` holds its sentence. */
export type Refused<Because extends string> = { kind: 'refused'; because: Because }

export const refused = <const Because extends string>(because: Because): Refused<Because> => ({
  kind: 'refused',
  because,
})
