// Sectors of activity in plain words, each a group of sections of the NAF (rév. 2).

type Sector = { text: string; sections: string }

const SECTORS = {
  agriculture: { text: 'Agriculture, forêt, pêche', sections: 'A' },
  industrie: { text: 'Industrie, énergie, environnement', sections: 'BCDE' },
  batiment: { text: 'Bâtiment, travaux publics', sections: 'F' },
  commerce: { text: 'Commerce, automobile', sections: 'G' },
  transport: { text: 'Transport, logistique', sections: 'H' },
  tourisme: { text: 'Hébergement, restauration, tourisme', sections: 'I' },
  numerique: { text: 'Numérique, communication', sections: 'J' },
  finance: { text: 'Finance, assurance, immobilier', sections: 'KL' },
  conseil: { text: 'Conseil, sciences, techniques', sections: 'M' },
  entreprises: { text: 'Services aux entreprises', sections: 'N' },
  formation: { text: 'Enseignement, formation', sections: 'P' },
  sante: { text: 'Santé, action sociale', sections: 'Q' },
  culture: { text: 'Culture, sport, loisirs', sections: 'R' },
  particuliers: { text: 'Services aux particuliers, associations', sections: 'ST' },
} as const satisfies Record<string, Sector>

export type SectorCode = keyof typeof SECTORS

const SECTOR_CODES = Object.keys(SECTORS) as SectorCode[]

export const isSector = (code: string): code is SectorCode => Object.hasOwn(SECTORS, code)

/** « Bâtiment, travaux publics »; a code that is gone is shown as it is. */
export const sectorText = (code: string): string => (isSector(code) ? SECTORS[code].text : code)

/** What a form or a filter offers, in the order of the NAF. */
export const SECTOR_OPTIONS = SECTOR_CODES.map((value) => ({ value, text: sectorText(value) }))

/** The sector of a section of the NAF (`F`); administration (O) and international bodies (U) have none. */
export const sectorOfSection = (section: string): SectorCode | undefined =>
  section === '' ? undefined : SECTOR_CODES.find((code) => SECTORS[code].sections.includes(section))
