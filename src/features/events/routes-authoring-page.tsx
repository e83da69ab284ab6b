import { addresses, itemOf } from '#addresses'
import type { Actor, WebVisit } from '#features/accounts/actor.ts'
import type { KindOfContent } from '#features/contents/kinds.ts'
import { ContentTabs } from '#features/contents/pages/content-tabs.tsx'
import type { SavedByOtherProps } from '#features/contents/pages/saved-by-other.tsx'
import { fileFields } from '#features/contents/routes-files.tsx'
import { FormStanding } from '#features/contents/routes-standing.tsx'
import { type OpenDraft, openDraft } from '#features/drafts/routes-draft.tsx'
import { settingName } from '#features/files/attachment-spec.ts'
import type { AttachmentReading } from '#features/files/routes-attachments.tsx'
import { departementsOfRegion } from '#features/territory/queries.ts'
import type { Geocoder } from '#platform/geocoder/geocoder.ts'
import { type Answer, page } from '#platform/http/answers.ts'
import type { Fields } from '#platform/http/fields.ts'
import { newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { type AuthoredEvent, structuresOf } from './authoring-queries.ts'
import type { EventColumns } from './authoring-store.ts'
import type { DateSlots } from './date-actions.ts'
import type { Values } from './date-fields.ts'
import { openDates } from './date-list.ts'
import { ArchivePanel } from './pages/archive-panel.tsx'
import { DuplicatePanel } from './pages/duplicate-panel.tsx'
import { EventFormPage } from './pages/event-form-page.tsx'
import { datesView, type Located, staleNote } from './routes-authoring-views.tsx'

export type AuthoringSlots = DateSlots & { kind: KindOfContent<EventColumns>; geocoder: Geocoder }

/** Who writes what: `event` is undefined for a new one. */
export type Writing = {
  visit: WebVisit
  actor: Actor
  event: AuthoredEvent | undefined
  /** The form as sent, a suggestion of commune read. */
  form: Fields
  parts: Parts
  slots: AuthoringSlots
}
export const askedForm = ({ actor, event }: Writing) => ({
  kind: 'event' as const,
  id: event?.content.id,
  actor,
  version: event?.content.version,
})

export type Shown = {
  values: Values
  files: AttachmentReading['shown']
  errors?: Record<string, string>
  status?: number
  located?: Located
  savedByOther?: SavedByOtherProps
  /** What was read already. */
  people?: People
  structures?: Structures
  draft?: OpenDraft
}

type People = Awaited<ReturnType<typeof peopleOf>>
type Structures = Awaited<ReturnType<typeof structuresOf>>

/** Who registered for the dates that may still change. */
export function peopleOf({ visit, parts, slots }: Writing, event: AuthoredEvent) {
  const dates = openDates(event.dates, visit.now)
  return slots.places.load(
    parts.database,
    dates.map(({ id }) => id),
  )
}

export async function formPage(writing: Writing, shown: Shown): Promise<Answer> {
  const { visit, event, parts, slots } = writing
  const { values, errors = {}, status, located } = shown
  const draft = shown.draft ?? (await openDraft(parts, visit, askedForm(writing)))
  const state = { values, errors }
  // Only a file that is not yet qualified asks by what.
  const departements = hasOpenFile(values, shown.files) ? await departementsOfRegion(parts.database) : []
  const people = shown.people ?? (event === undefined ? new Map() : await peopleOf(writing, event))
  if (visit.method === 'GET')
    await slots.places.noteReading(parts.database, people, { actorId: writing.actor.id, now: visit.now })
  const item = event && itemOf(event.content)
  const title = event === undefined ? 'Créer un évènement' : `Modifier : ${event.content.title}`
  const { MAP_TILES_URL: tiles } = parts.settings
  const ofEvent = located?.prefix === '' ? located : { note: staleNote(values, ''), open: false }
  const body = (
    <EventFormPage
      {...{ title, state, draft }}
      {...fileFields(state, shown.files, departements, 'Logo ou image')}
      action={item === undefined ? addresses.events.new() : addresses.events.edit({ item })}
      submission={newKey()}
      dates={datesView({
        state,
        located,
        tiles,
        present: event?.dates ?? [],
        people,
        places: slots.places,
        now: visit.now,
      })}
      position={{ tiles, note: ofEvent.note, open: ofEvent.open }}
      structures={await structureOptions(writing, shown.structures)}
      isDraft={event === undefined || event.rights.state === 'draft'}
      tabs={item === undefined ? null : <ContentTabs kind={slots.kind} item={item} current="edit" />}
      archive={event === undefined ? null : archiveOf(event, visit.now)}
      duplicate={item === undefined ? null : <DuplicatePanel item={item} submission={newKey()} />}
      standing={event === undefined ? null : <EventStanding event={event} visit={visit} />}
      savedByOther={shown.savedByOther}
    />
  )
  return page(title, body, {
    status,
    robots: 'noindex',
    islands: ['event-form', 'place-map', 'commune', 'rich-text', 'upload', 'autosave', ...slots.places.islands],
  })
}

const hasOpenFile = (values: Values, files: AttachmentReading['shown']): boolean =>
  Object.entries(files).some(([prefix, all]) =>
    all.some(({ key }) => values[settingName(prefix, key, 'fait')]?.[0] !== 'oui'),
  )

function EventStanding({ event, visit }: { event: AuthoredEvent; visit: WebVisit }) {
  const { rights, content } = event
  return <FormStanding content={{ ...content, rights, proposal: undefined }} visit={visit} kind="event" />
}

/** What is over may be archived (EVT-6): with dates to come, they are removed first, which tells people. */
function archiveOf({ rights, content, dates }: AuthoredEvent, now: Temporal.Instant) {
  const isOver = rights.state === 'published' && openDates(dates, now).length === 0
  return isOver ? <ArchivePanel {...content} submission={newKey()} /> : null
}

/** An event keeps the structure that it was created for. */
async function structureOptions({ actor, event, parts }: Writing, known: Structures | undefined) {
  if (event !== undefined || actor.structures.length < 2) return []
  const structures = known ?? (await structuresOf(parts.database, actor))
  return structures.map(({ id, title }) => ({ value: String(id), text: title }))
}
