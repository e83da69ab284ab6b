// Which départements of the region touch which: a border is all that a person near it minds. neighbours.test.ts holds this
// to the outlines of data/.

const NEIGHBOURS: Readonly<Record<string, readonly string[]>> = {
  '01': ['38', '69', '73', '74'],
  '03': ['42', '63'],
  '07': ['26', '38', '42', '43'],
  '15': ['43', '63'],
  '26': ['07', '38'],
  '38': ['01', '07', '26', '42', '69', '73'],
  '42': ['03', '07', '38', '43', '63', '69'],
  '43': ['07', '15', '42', '63'],
  '63': ['03', '15', '42', '43'],
  '69': ['01', '38', '42'],
  '73': ['01', '38', '74'],
  '74': ['01', '73'],
}

/** The départements of the region that touch this one, by code; none for one of elsewhere. */
export const neighboursOf = (departement: string): readonly string[] => NEIGHBOURS[departement] ?? []
