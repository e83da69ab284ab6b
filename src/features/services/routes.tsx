import { addresses, idOfItem, itemOf } from '#addresses'
import type { WebSite, WebVisit } from '#features/accounts/actor.ts'
import { mayEdit, mayRead } from '#features/contents/access.ts'
import { ContentTabs } from '#features/contents/pages/content-tabs.tsx'
import { filesShown } from '#features/contents/routes-files.tsx'
import { headOf } from '#features/contents/routes-head.ts'
import type { ContentFoot } from '#features/contents/slots.ts'
import { AttachedFiles } from '#features/files/pages/attached-files.tsx'
import { FileImage } from '#features/files/pages/file-image.tsx'
import { VerifyButton } from '#features/structures/pages/verify-button.tsx'
import { departementNames, findEpci, resolveCommune } from '#features/territory/queries.ts'
import { type Answer, hidden, page, reserved } from '#platform/http/answers.ts'
import { newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { serviceJsonLd } from './json-ld.ts'
import { readServiceFilters } from './listing-rules.ts'
import { ServicePage } from './pages/service-page.tsx'
import { ServicesPage } from './pages/services-page.tsx'
import { findService, listServices, serviceFacets } from './queries.ts'
import { serviceKind } from './routes-kind.ts'

/** The public side of services. */
export function serviceRoutes(site: WebSite, parts: Parts, foot: ContentFoot): void {
  site.get(addresses.services.all, (visit) => listAnswer(visit, parts))
  site.get(addresses.services.one, (visit) => sheetAnswer(visit, parts, foot))
}

async function listAnswer(visit: WebVisit, { database }: Parts): Promise<Answer> {
  const filters = readServiceFilters((name) => visit.query.get(name))
  const commune = await resolveCommune(database, filters.commune)
  const point = commune.kind === 'one' ? commune.commune : undefined
  const asked = { person: visit.actor, filters, near: point }
  const [rows, facets, departements, epci] = await Promise.all([
    listServices(database, asked),
    serviceFacets(database, asked),
    departementNames(database),
    filters.epci === '' ? undefined : findEpci(database, filters.epci),
  ])
  const props = { filters, rows, facets, departements, commune, epci }
  return page('Services', <ServicesPage {...props} url={visit.url} />, {
    tags: ['services'],
    islands: ['commune', 'live-results'],
    description: 'Ce qui peut vous aider à créer votre entreprise en Auvergne-Rhône-Alpes, selon où vous en êtes.',
    robots: filters.page > 1 || filters.q !== '' ? 'noindex, follow' : undefined,
  })
}

async function sheetAnswer(visit: WebVisit, { database, settings }: Parts, foot: ContentFoot): Promise<Answer> {
  const item = visit.params.item ?? ''
  const id = idOfItem(item)
  const facts = id === undefined ? undefined : await findService(database, id)
  if (facts === undefined) return hidden
  const reading = mayRead(facts.rights, visit.actor)
  if (reading !== 'yes') return reading === 'reserved' ? reserved : hidden
  const address = addresses.services.one({ item: itemOf(facts) })
  if (item !== itemOf(facts)) return { kind: 'moved', location: address }
  const url = settings.PUBLIC_URL + address
  const { owner } = facts
  const structureUrl = owner && settings.PUBLIC_URL + addresses.structures.one({ item: itemOf(owner) })
  const tabs = mayEdit(facts.rights, visit.actor) ? (
    <ContentTabs kind={serviceKind} item={itemOf(facts)} current="one" />
  ) : undefined
  const files = await filesShown(database, facts.files, visit.actor)
  const image = files.image ? <FileImage file={files.image} sizes="(max-width: 50rem) 100vw, 42rem" /> : null
  const attached = files.attached.length > 0 ? <AttachedFiles files={files.attached} /> : null
  const checks = addresses.services.checks({ item: itemOf(facts) })
  const verify = tabs && <VerifyButton action={checks} submission={newKey()} />
  const keeping = await foot.show(database, { id: facts.id, href: address, rights: facts.rights }, visit.actor)
  return page(
    facts.title,
    <ServicePage {...{ facts, tabs, verify, image, attached }} foot={keeping} now={visit.now} />,
    {
      tags: ['sheets', `content:${facts.id}`, `content:${facts.service.structureId}`],
      ...headOf(facts.rights, {
        description: facts.summary || undefined,
        canonical: url,
        jsonLd: [serviceJsonLd(facts, url, structureUrl)],
      }),
    },
  )
}
