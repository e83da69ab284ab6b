import { addresses, idOfItem, itemOf } from '#addresses'
import type { WebSite, WebVisit } from '#features/accounts/actor.ts'
import { mayEdit, mayRead } from '#features/contents/access.ts'
import { ContentTabs } from '#features/contents/pages/content-tabs.tsx'
import { filesReadable } from '#features/contents/routes-files.tsx'
import type { ContentFoot } from '#features/contents/slots.ts'
import { AttachedFiles } from '#features/files/pages/attached-files.tsx'
import { FileImage } from '#features/files/pages/file-image.tsx'
import { type Answer, hidden, page, reserved } from '#platform/http/answers.ts'
import { newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { emptyForm, type FormState } from '#ui/form-state.ts'
import { eventJsonLd } from './json-ld.ts'
import { datesWorthShowing, EventPage } from './pages/event-page.tsx'
import { PlaceMap } from './pages/place-map.tsx'
import { type EventPageFacts, findEvent } from './queries.ts'
import { eventPlace } from './routes-kind.ts'
import { dateStatus } from './rules.ts'
import type { RegistrationSlot } from './slots.ts'

/** The page of an event. */
export function eventRoutes(site: WebSite, parts: Parts, registration: RegistrationSlot, foot: ContentFoot): void {
  site.get(addresses.events.one, async (visit) => {
    const found = await readableEvent(visit, parts)
    return 'kind' in found ? found : eventAnswer(found, visit, { parts, registration, form: emptyForm, foot })
  })
}

/** The event of the address if this reader may see it, else the refusal; an old address leads to the right one. */
export async function readableEvent(visit: WebVisit, { database }: Parts): Promise<EventPageFacts | Answer> {
  const item = visit.params.item ?? ''
  const id = idOfItem(item)
  const facts = id === undefined ? undefined : await findEvent(database, id)
  if (facts === undefined) return hidden
  const reading = mayRead(facts.rights, visit.actor)
  if (reading !== 'yes') return reading === 'reserved' ? reserved : hidden
  if (item === itemOf(facts) || visit.form.entries().length > 0) return facts
  return { kind: 'moved', location: visit.url.replace(encodeURIComponent(item), itemOf(facts)) }
}

type EventPart = { parts: Parts; registration: RegistrationSlot; form: FormState; status?: number; foot?: ContentFoot }

/** The page of an event; `form` is a registration that was refused, shown again with its errors. */
export async function eventAnswer(facts: EventPageFacts, visit: WebVisit, part: EventPart): Promise<Answer> {
  const { parts, registration, form, status, foot } = part
  const { actor, now } = visit
  const block = await registration.block(parts.database, facts, { person: actor, now, form, submission: newKey() })
  const item = itemOf(facts)
  const url = parts.settings.PUBLIC_URL + addresses.events.one({ item })
  const { image, attached } = filesReadable(facts.files, actor)
  const keeping = await foot?.show(
    parts.database,
    { id: facts.id, href: addresses.events.one({ item }), rights: facts.rights },
    actor,
  )
  const isPublic = facts.rights.state === 'published' && facts.rights.access === 'public'
  const toCome = datesWorthShowing(facts.dates, now).filter((date) => dateStatus(date, now) !== 'over')
  const body = (
    <EventPage
      {...{ facts, now }}
      registration={block}
      foot={keeping}
      map={<PlaceMap event={facts.event} tiles={parts.settings.MAP_TILES_URL} />}
      image={image ? <FileImage file={image} sizes="(max-width: 50rem) 100vw, 42rem" eager /> : null}
      attached={<AttachedFiles files={attached} />}
      tabs={mayEdit(facts.rights, actor) ? <ContentTabs kind={eventPlace} item={item} current="one" /> : null}
    />
  )
  // Shared where anybody reads.
  const imageUrl =
    isPublic && image?.visibility === 'visible'
      ? parts.settings.PUBLIC_URL + addresses.files.one({ key: image.key, name: image.name })
      : undefined
  return page(facts.title, body, {
    status,
    description: facts.summary,
    canonical: url,
    robots: isPublic ? undefined : 'noindex',
    jsonLd: isPublic ? eventJsonLd(facts, toCome, { url, image: imageUrl }) : undefined,
    image: imageUrl,
    islands: facts.event.latitude === null ? [] : ['place-map'],
    tags: isPublic && status === undefined ? [`content:${facts.id}`] : undefined,
  })
}
