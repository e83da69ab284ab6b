import type { ServiceFacts } from './queries.ts'

const absent = (text: string): string | undefined => (text === '' ? undefined : text)

/** https://schema.org/Service */
export function serviceJsonLd(facts: ServiceFacts, url: string, structureUrl: string | undefined): object {
  const { title, summary, service, owner } = facts
  return {
    '@context': 'https://schema.org',
    '@type': 'Service',
    '@id': url,
    url,
    name: title,
    description: absent(summary),
    provider: owner && { '@type': 'Organization', '@id': structureUrl, name: owner.title, url: structureUrl },
    areaServed: { '@type': 'AdministrativeArea', name: 'Auvergne-Rhône-Alpes' },
    offers: service.cost === 'gratuit' ? { '@type': 'Offer', price: 0, priceCurrency: 'EUR' } : undefined,
  }
}
