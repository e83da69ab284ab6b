import { addresses, queryString } from '#addresses'
import { mayContribute } from '#features/accounts/access.ts'
import type { Actor, WebSite, WebVisit } from '#features/accounts/actor.ts'
import { type Answer, hidden, page, redirect, signInFirst } from '#platform/http/answers.ts'
import { newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { once } from '#platform/submissions/once.ts'
import type { FormState } from '#ui/form-state.ts'
import { criteriaQuery, readSavedCriteria } from './criteria-filters.ts'
import { OrientationsPage } from './pages/orientations-page.tsx'
import { RefusedSavePage } from './pages/refused-save-page.tsx'
import { saveOrientationIn, watchOrientationIn } from './saved-actions.ts'
import { savedOf } from './saved-queries.ts'
import { deleteSaved } from './saved-store.ts'
import { NAME_MISSING, TOO_MANY } from './texts.ts'

const list = addresses.mySpace.orientations()
const MOST_LETTERS = 120

/** « Mes orientations » (ESP-2, ORI-2): kept, watched, removed. */
export function savedOrientationRoutes(site: WebSite, parts: Parts): void {
  const { database } = parts
  site.get(addresses.mySpace.orientations, async ({ actor, now }) => {
    if (actor === undefined) return signInFirst
    const saved = await savedOf(database, actor.id)
    const props = { saved, now, publishes: mayContribute(actor), submission: newKey() }
    return page('Mes orientations', <OrientationsPage {...props} />, { robots: 'noindex' })
  })
  site.post(addresses.mySpace.orientations, (visit) => saveAnswer(visit, parts))
  site.post(addresses.mySpace.watchOrientation, (visit) => {
    const watched = visit.form.get('prevenir') === 'oui'
    const text = watched
      ? 'Vous serez prévenu des nouveautés, un mail par jour au plus.'
      : 'Vous ne serez plus prévenu.'
    return changeAnswer(visit, parts, text, (tx, own) => watchOrientationIn(tx, { ...own, watched, now: visit.now }))
  })
  site.post(addresses.mySpace.removeOrientation, (visit) =>
    changeAnswer(visit, parts, 'L’orientation est retirée.', (tx, { id, personId }) => deleteSaved(tx, id, personId)),
  )
}

async function saveAnswer(visit: WebVisit, { database, settings }: Parts): Promise<Answer> {
  const { actor, form, now } = visit
  if (actor === undefined) return signInFirst
  const name = form.get('nom').replaceAll('\0', '').toWellFormed().trim().slice(0, MOST_LETTERS).toWellFormed()
  // Only what the site itself would write is kept.
  const criteria = queryString(
    criteriaQuery(readSavedCriteria(form.get('criteres').slice(0, 2000), now).criteria),
  ).slice(1)
  const refused = (errors: FormState['errors']): Answer =>
    page(
      'Enregistrer',
      <RefusedSavePage state={{ values: form.toValues(), errors }} {...{ criteria }} submission={newKey()} />,
      {
        status: 422,
        robots: 'noindex',
      },
    )
  if (name === '') return refused({ nom: NAME_MISSING })
  const watched = form.get('prevenir') === 'oui'
  const given = { personId: actor.id, name, criteria, watched, now, secret: settings.SECRET }
  const saved = await once(
    database,
    visit.submission,
    (tx) => saveOrientationIn(tx, given),
    ({ kind }) => (kind === 'saved' ? list : undefined),
  )
  if (saved.kind === 'done' && saved.value.kind === 'too-many') return refused({ '': TOO_MANY })
  return redirect(list, watched ? 'Enregistré. Vous serez prévenu des nouveautés.' : 'Enregistré dans Mon espace.')
}

type Change = (
  tx: Parameters<Parameters<typeof once>[2]>[0],
  own: { id: number; personId: Actor['id'] },
) => Promise<boolean>

async function changeAnswer(visit: WebVisit, { database }: Parts, text: string, change: Change): Promise<Answer> {
  const { actor, params } = visit
  if (actor === undefined) return signInFirst
  const id = /^\d{1,15}$/.test(params.orientation ?? '') ? Number(params.orientation) : undefined
  if (id === undefined) return hidden
  const own = { id, personId: actor.id }
  const done = await once(
    database,
    visit.submission,
    (tx) => change(tx, own),
    (isHis) => (isHis ? list : undefined),
  )
  if (done.kind === 'done' && !done.value) return hidden
  return redirect(list, text)
}
