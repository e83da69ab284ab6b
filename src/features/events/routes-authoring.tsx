import { addresses, idOfItem, itemOf } from '#addresses'
import { mayContribute } from '#features/accounts/access.ts'
import type { Actor, WebSite, WebVisit } from '#features/accounts/actor.ts'
import { type ContentState, mayEdit, mayRead } from '#features/contents/access.ts'
import { findLastSave } from '#features/contents/revision-queries.ts'
import { filesToKeep, presentFiles, readFiles, typedFiles } from '#features/contents/routes-files.tsx'
import { savedText } from '#features/contents/saved-texts.ts'
import { wordsOf } from '#features/contents/word-queries.ts'
import { heldDraft, openDraft } from '#features/drafts/routes-draft.tsx'
import type { AttachmentReading } from '#features/files/routes-attachments.tsx'
import { droppedSentence } from '#kernel/rich-text/dropped'
import type { Database } from '#platform/database/database.ts'
import { type Answer, forbidden, hidden, redirect, reserved, signInFirst } from '#platform/http/answers.ts'
import { keyedHash } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { countTry } from '#platform/rate-limits/rate-limit.ts'
import { type RichText, readRichText } from '#platform/rich-text/sanitize.ts'
import { type EventToSave, saveEvent } from './actions.ts'
import { stateAfter } from './authored-event.ts'
import { type AuthoredEvent, findAuthoredEvent, structuresOf } from './authoring-queries.ts'
import { FORM_TEXTS } from './authoring-texts.ts'
import { rowPrefix } from './date-fields.ts'
import { applyGesture, GESTURES, isRehearsal } from './date-gestures.ts'
import { openDates } from './date-list.ts'
import { savedTexts, typedTexts } from './routes-authoring-difference.ts'
import {
  type AuthoringSlots,
  askedForm,
  formPage,
  peopleOf,
  type Shown,
  type Writing,
} from './routes-authoring-page.tsx'
import { isStale, locate, withCommune } from './routes-authoring-place.ts'
import { inPageOrder, readEventForm } from './routes-authoring-reading.ts'
import { toSave } from './routes-authoring-saving.ts'
import { afterSeriesGesture, isSeriesGesture } from './routes-authoring-series.ts'
import { newEventValues, valuesOfEvent } from './routes-authoring-values.ts'

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

/** The event of the address if this person may change it, else the refusal. */
export async function editableEvent(visit: WebVisit, database: Database): Promise<AuthoredEvent | Answer> {
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
  if (isSeriesGesture(gesture)) {
    const after = afterSeriesGesture(files.values, gesture, visit.now)
    const status = Object.keys(after.errors).length > 0 ? 422 : undefined
    return formPage(writing, { ...typed, values: after.values, errors: { ...typed.errors, ...after.errors }, status })
  }
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
