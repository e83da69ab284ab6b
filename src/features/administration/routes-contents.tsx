import { addresses } from '#addresses'
import { isAdministrator, mayContribute } from '#features/accounts/access.ts'
import type { Actor, WebSite, WebVisit } from '#features/accounts/actor.ts'
import { changeAuthorsIn } from '#features/contents/author-actions.ts'
import { findByEmail } from '#features/contents/author-queries.ts'
import { KIND_TEXTS, STATE_TEXTS } from '#features/contents/texts.ts'
import { departementNames, departementsOfRegion } from '#features/territory/queries.ts'
import { readEmail } from '#kernel/email-address'
import { plural } from '#kernel/french'
import { type Answer, forbidden, page, redirect } from '#platform/http/answers.ts'
import { readForm } from '#platform/http/form-reading.ts'
import { newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { once } from '#platform/submissions/once.ts'
import { type FormState, filledForm } from '#ui/form-state.ts'
import { KIND_WORDS, type QueueFilters, readQueueFilters, STATE_WORDS } from './content-filters.ts'
import { countContents, judgedAmong, listContents, PAGE_SIZE } from './content-queries.ts'
import { bulkForm } from './forms.ts'
import { ContentsPage } from './pages/contents-page.tsx'
import { forJudge } from './routes-guard.ts'

/** The list of contents to judge, and the change of their authors. */
export function contentsRoutes(site: WebSite, parts: Parts): void {
  site.get(addresses.admin.contents, (visit) => forJudge(visit, (actor) => listAnswer({ visit, parts, actor })))
  site.post(addresses.admin.authors, (visit) => forJudge(visit, (actor) => changeAuthors({ visit, parts, actor })))
}

type Judging = { visit: WebVisit; parts: Parts; actor: Actor }

async function listAnswer({ visit, parts, actor }: Judging, sent?: FormState): Promise<Answer> {
  const { database } = parts
  const filters = readQueueFilters((name) => visit.query.get(name))
  const { count } = await countContents(database, actor, filters)
  const rows = await listContents(database, actor, filters)
  const names = await departementNames(database)
  const bulk = isAdministrator(actor)
    ? { state: sent ?? filledForm({ maniere: 'ajouter' }), submission: newKey() }
    : undefined
  const props = {
    ...{ rows, count, filters, bulk, now: visit.now, url: visit.url },
    pages: Math.max(filters.page, Math.ceil(count / PAGE_SIZE)),
    asked: askedForm(filters),
    choices: await choicesOf(parts),
    departementName: (code: string) => names.get(code) ?? code,
  }
  const status = sent === undefined || Object.keys(sent.errors).length === 0 ? 200 : 422
  return page('Contenus', <ContentsPage {...props} />, { status, robots: 'noindex' })
}

const askedForm = ({ kind, state, departement }: QueueFilters): FormState =>
  filledForm({ type: kind && KIND_WORDS[kind], etat: STATE_WORDS[state], departement })

const stateText = (state: keyof typeof STATE_WORDS): string =>
  state === 'waiting' ? STATE_TEXTS.submitted : STATE_TEXTS[state]

async function choicesOf({ database }: Parts) {
  const departements = await departementsOfRegion(database)
  const kinds = Object.keys(KIND_WORDS) as (keyof typeof KIND_WORDS)[]
  const states = Object.keys(STATE_WORDS) as (keyof typeof STATE_WORDS)[]
  return {
    kinds: kinds.map((kind) => ({ value: KIND_WORDS[kind], text: KIND_TEXTS[kind].many })),
    states: states.map((state) => ({ value: STATE_WORDS[state], text: stateText(state) })),
    departements: departements.map(({ code, name }) => ({ value: code, text: name })),
  }
}

/** ADM-2. Only numbers that this person judges count; the others are as unknown. */
async function changeAuthors(judging: Judging): Promise<Answer> {
  const { visit, parts, actor } = judging
  if (!isAdministrator(actor)) return forbidden('Seuls les administrateurs changent les auteurs.')
  const read = readForm(bulkForm, visit.form, ['contenu'])
  const email = readEmail(visit.form.get('courriel'))
  const person = typeof email === 'string' ? undefined : await findByEmail(parts.database, email.key)
  const errors = { ...(read.ok ? {} : read.errors), ...emailErrors(person) }
  if (!read.ok || person === undefined || Object.keys(errors).length > 0) {
    return listAnswer(judging, { values: visit.form.toValues(), errors })
  }
  const { contenu, maniere: manner } = read.value
  const contentIds = await judgedAmong(parts.database, actor, contenu)
  const location = addresses.admin.contents({ etat: 'publie' })
  const changed = await once(
    parts.database,
    visit.submission,
    (tx) => changeAuthorsIn(tx, { contentIds, personId: person.id, manner, actor, now: visit.now }),
    () => location,
  )
  if (changed.kind === 'already') return redirect(changed.location)
  const done = manner === 'ajouter' ? 'est maintenant auteur de' : 'n’est plus auteur de'
  return redirect(location, `${person.name} ${done} ${plural(changed.value, 'contenu')}.`)
}

function emailErrors(person: Awaited<ReturnType<typeof findByEmail>>): Record<string, string> {
  if (person === undefined) return { courriel: 'Aucun compte actif n’a cette adresse.' }
  if (mayContribute({ ...person, departements: [], structures: [] })) return {}
  return { courriel: 'Ce compte ne publie pas : validez-le d’abord comme professionnel.' }
}
