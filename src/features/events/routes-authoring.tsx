import { addresses, idOfItem, itemOf } from '#addresses'
import { mayContribute } from '#features/accounts/access.ts'
import type { Actor, WebSite, WebVisit } from '#features/accounts/actor.ts'
import { type ContentState, mayEdit, mayRead } from '#features/contents/access.ts'
import type { KindOfContent } from '#features/contents/kinds.ts'
import { ContentTabs } from '#features/contents/pages/content-tabs.tsx'
import type { SavedByOtherProps } from '#features/contents/pages/saved-by-other.tsx'
import { findLastSave } from '#features/contents/revision-queries.ts'
import { fileFields, filesToKeep, presentFiles, readFiles, typedFiles } from '#features/contents/routes-files.tsx'
import { FormStanding } from '#features/contents/routes-standing.tsx'
import { savedText } from '#features/contents/saved-texts.ts'
import { wordsOf } from '#features/contents/word-queries.ts'
import { heldDraft, type OpenDraft, openDraft } from '#features/drafts/routes-draft.tsx'
import { settingName } from '#features/files/attachment-spec.ts'
import type { AttachmentReading } from '#features/files/routes-attachments.tsx'
import { departementsOfRegion } from '#features/territory/queries.ts'
import { droppedSentence } from '#kernel/rich-text/dropped'
import type { Database } from '#platform/database/database.ts'
import type { Geocoder } from '#platform/geocoder/geocoder.ts'
import { type Answer, forbidden, hidden, page, redirect, reserved, signInFirst } from '#platform/http/answers.ts'
import type { Fields } from '#platform/http/fields.ts'
import { keyedHash, newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { countTry } from '#platform/rate-limits/rate-limit.ts'
import { type RichText, readRichText } from '#platform/rich-text/sanitize.ts'
import { type EventToSave, saveEvent } from './actions.ts'
import { stateAfter } from './authored-event.ts'
import { type AuthoredEvent, findAuthoredEvent, structuresOf } from './authoring-queries.ts'
import type { EventColumns } from './authoring-store.ts'
import { FORM_TEXTS } from './authoring-texts.ts'
import type { DateSlots } from './date-actions.ts'
import { rowPrefix, type Values } from './date-fields.ts'
import { applyGesture, GESTURES, isRehearsal } from './date-gestures.ts'
import { openDates } from './date-list.ts'
import { ArchivePanel } from './pages/archive-panel.tsx'
import { EventFormPage } from './pages/event-form-page.tsx'
import { savedTexts, typedTexts } from './routes-authoring-difference.ts'
import { isStale, locate, withCommune } from './routes-authoring-place.ts'
import { inPageOrder, readEventForm } from './routes-authoring-reading.ts'
import { toSave } from './routes-authoring-saving.ts'
import { newEventValues, valuesOfEvent } from './routes-authoring-values.ts'
import { datesView, type Located, staleNote } from './routes-authoring-views.tsx'

export type AuthoringSlots = DateSlots & { kind: KindOfContent<EventColumns>; geocoder: Geocoder }

/** Who writes what: `event` is undefined for a new one. */
type Writing = {
  visit: WebVisit
  actor: Actor
  event: AuthoredEvent | undefined
  /** The form as sent, a suggestion of commune read. */
  form: Fields
  parts: Parts
  slots: AuthoringSlots
}
type Guarded = (writing: Writing) => Promise<Answer>

/** Creating and changing an event (EVT-1). */
export function eventAuthoringRoutes(site: WebSite, parts: Parts, slots: AuthoringSlots): void {
  const forNew = (then: Guarded) => async (visit: WebVisit) => {
    const { actor } = visit
    if (actor === undefined) return signInFirst
    if (!mayContribute(actor)) return forbidden('Seuls les professionnels qui publient créent des évènements.')
    return then({ visit, actor, event: undefined, form: withCommune(visit.form), parts, slots })
  }
  const forOne = (then: Guarded) => async (visit: WebVisit) => {
    const event = await editableEvent(visit, parts.database)
    if ('kind' in event) return event
    return then({ visit, actor: visit.actor as Actor, event, form: withCommune(visit.form), parts, slots })
  }
  site.get(addresses.events.new, forNew(showForm))
  site.post(addresses.events.new, forNew(receiveForm), { files: true })
  site.get(addresses.events.edit, forOne(showForm))
  site.post(addresses.events.edit, forOne(receiveForm), { files: true })
}

async function editableEvent(visit: WebVisit, database: Database): Promise<AuthoredEvent | Answer> {
  if (visit.actor === undefined) return signInFirst
  const item = visit.params.item ?? ''
  const id = idOfItem(item)
  const event = id === undefined ? undefined : await findAuthoredEvent(database, id)
  if (event === undefined) return hidden
  if (!mayEdit(event.rights, visit.actor)) {
    const reading = mayRead(event.rights, visit.actor)
    if (reading === 'yes') return forbidden('Seuls les auteurs de cet évènement le modifient.')
    return reading === 'reserved' ? reserved : hidden
  }
  const isMoved = item !== itemOf(event.content) && visit.form.entries().length === 0
  if (!isMoved) return event
  const brouillon = visit.query.get('brouillon')
  return { kind: 'moved', location: addresses.events.edit({ item: itemOf(event.content) }, { brouillon }) }
}

const askedForm = ({ actor, event }: Writing) => ({
  kind: 'event' as const,
  id: event?.content.id,
  actor,
  version: event?.content.version,
})

async function showForm(writing: Writing): Promise<Answer> {
  const { visit, actor, event, parts, slots } = writing
  const draft = await openDraft(parts, visit, askedForm(writing))
  const present = event?.content.files ?? []
  if (draft.restored) {
    const files = await typedFiles(parts.database, draft.restored, { actor, present })
    return formPage(writing, { values: draft.restored, files, draft })
  }
  if (event === undefined) {
    const structures = await structuresOf(parts.database, actor)
    return formPage(writing, { values: newEventValues(structures, slots.places.blank), files: {}, structures, draft })
  }
  const dates = openDates(event.dates, visit.now)
  const people = await peopleOf(writing, event)
  const files = await presentFiles(parts.database, present)
  const values = { ...valuesOfEvent(event, dates, people, slots.places.blank), ...files.values }
  return formPage(writing, { values, files: files.shown, people, draft })
}

async function receiveForm(writing: Writing): Promise<Answer> {
  const { visit, form, actor, event, parts, slots } = writing
  const gesture = form.get('geste')
  const files = await readFiles({ ...visit, form }, parts, { actor, present: event?.content.files ?? [] })
  if (!isRehearsal(gesture)) return saveForm(writing, gesture, files)
  const typed = { values: files.values, errors: files.errors, files: files.shown }
  if (gesture.split('.')[0] === GESTURES.locate) return locateForm(writing, gesture, typed)
  return formPage(writing, { ...typed, values: applyGesture(files.values, gesture, slots.places.blank) })
}

const LOCATING = { tries: 60, seconds: 600 }

/** `geolocaliser` for the event, `geolocaliser.3` for the date of that row. */
async function locateForm(writing: Writing, gesture: string, typed: Shown): Promise<Answer> {
  const { visit, actor, parts, slots } = writing
  const key = keyedHash(parts.settings.SECRET, `geocode ${actor.id}`)
  const allowance = await countTry(parts.database, key, LOCATING, visit.now)
  const [, row] = gesture.split('.')
  const prefix = row === undefined ? '' : rowPrefix(Number(row))
  if (!allowance.allowed) {
    const note = { tone: 'warn', text: FORM_TEXTS.tooManyTries } as const
    return formPage(writing, { ...typed, located: { prefix, note, open: false } })
  }
  const { values, note } = await locate(parts.database, slots.geocoder, { values: typed.values, prefix })
  return formPage(writing, { ...typed, values, located: { prefix, note, open: true } })
}

async function saveForm(writing: Writing, typed: string, files: AttachmentReading): Promise<Answer> {
  const { visit, form, actor, event, parts, slots } = writing
  const shown = { values: files.values, files: files.shown }
  const state = stateAfter(event?.rights.state, typed)
  const gesture = state === 'draft' ? 'brouillon' : 'enregistrer'
  const read = readEventForm(form, {
    complete: state !== 'draft',
    present: event?.dates ?? [],
    now: visit.now,
    places: slots.places,
  })
  const errors = inPageOrder({ ...(read.ok ? {} : read.errors), ...files.errors })
  if (!read.ok || Object.keys(errors).length > 0) return formPage(writing, { ...shown, errors, status: 422 })
  const rich = readRichText(read.value.presentation)
  const place = { isStale: isStale(files.values), files: filesToKeep(files) }
  const wanted = await toSave(parts.database, { read, rich, actor, event, ...place })
  const locationOf = (saved: { id: number; slug: string; state: string }) =>
    (saved.state === 'draft' ? addresses.events.edit : addresses.events.one)({ item: itemOf(saved) })
  const saved = await saveEvent(
    parts.database,
    {
      ...{ kind: slots.kind, slots, actor, submission: visit.submission, now: visit.now, locationOf },
      draft: heldDraft(visit, askedForm(writing)),
    },
    { ...wanted, gesture, files: Object.values(files.wanted).flat() },
  )
  const sentence = savedSentence(state, place.isStale, rich)
  if (saved.kind === 'already') return redirect(saved.location, sentence)
  const verdict = saved.value
  if (verdict.kind === 'saved') return redirect(locationOf(verdict), sentence)
  if (verdict.kind === 'refused') return formPage(writing, { ...shown, errors: verdict.errors, status: 422 })
  return verdict.kind === 'conflict' ? conflictPage(writing, shown, wanted) : hidden
}

function savedSentence(state: ContentState, isMoved: boolean, { dropped }: RichText): string {
  const moved = isMoved ? 'La position sur la carte a été retirée, puisque l’adresse a changé.' : ''
  return [savedText('event', { state }), moved, droppedSentence(dropped)].filter(Boolean).join(' ')
}

/** What was typed stays in the form, now at the version that the other one saved: saving again is a choice. */
async function conflictPage(
  writing: Writing,
  shown: Shown,
  wanted: Pick<EventToSave, 'data' | 'dates'>,
): Promise<Answer> {
  const { database } = writing.parts
  const { kind } = writing.slots
  const { now } = writing.visit
  const id = writing.event?.content.id
  const event = id === undefined ? undefined : await findAuthoredEvent(database, id)
  if (event === undefined) return hidden
  const values = { ...shown.values, version: [String(event.content.version)] }
  const words = await wordsOf(database, [...wanted.data.content.files, ...event.content.files])
  const wording = { kind, words, now }
  const last = await findLastSave(database, event.content.id)
  const savedByOther = { saved: savedTexts(event, wording), typed: typedTexts(wanted, wording), last, now }
  return formPage({ ...writing, event }, { ...shown, values, status: 409, savedByOther })
}

type Shown = {
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
function peopleOf({ visit, parts, slots }: Writing, event: AuthoredEvent) {
  const dates = openDates(event.dates, visit.now)
  return slots.places.load(
    parts.database,
    dates.map(({ id }) => id),
  )
}

async function formPage(writing: Writing, shown: Shown): Promise<Answer> {
  const { visit, event, parts, slots } = writing
  const { values, errors = {}, status, located } = shown
  const draft = shown.draft ?? (await openDraft(parts, visit, askedForm(writing)))
  const state = { values, errors }
  // Only a file that is not yet qualified asks by what.
  const departements = hasOpenFile(values, shown.files) ? await departementsOfRegion(parts.database) : []
  const people = shown.people ?? (event === undefined ? new Map() : await peopleOf(writing, event))
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
