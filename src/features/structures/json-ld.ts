import type { StructureFacts } from './queries.ts'

const absent = (text: string | null): string | undefined => (text === null || text === '' ? undefined : text)

/** https://schema.org/Organization. The contacts of a demo sheet are made up: they are not told to machines. */
export function structureJsonLd({ title, summary, structure }: StructureFacts, url: string): object {
  const { street, postalCode, city, latitude, longitude, demo } = structure
  const contact = demo
    ? {}
    : { telephone: absent(structure.phone), email: absent(structure.email), taxID: absent(structure.siret) }
  return {
    '@context': 'https://schema.org',
    '@type': 'Organization',
    '@id': url,
    name: title,
    alternateName: absent(structure.acronym),
    description: absent(summary),
    url: absent(structure.website) ?? url,
    ...contact,
    location: {
      '@type': 'Place',
      address: {
        '@type': 'PostalAddress',
        streetAddress: absent(street),
        postalCode: absent(postalCode),
        addressLocality: absent(city),
        addressRegion: 'Auvergne-Rhône-Alpes',
        addressCountry: 'FR',
      },
      geo: latitude === null ? undefined : { '@type': 'GeoCoordinates', latitude, longitude },
    },
  }
}
