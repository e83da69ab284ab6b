import { addresses, itemOf } from '#addresses'
import type { WebSite, WebVisit } from '#features/accounts/actor.ts'
import { type KindOfContent, kindOf } from '#features/contents/kinds.ts'
import { editableContent } from '#features/contents/routes-editing.ts'
import { type Answer, page, redirect } from '#platform/http/answers.ts'
import { hashOf, isKey, newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { once } from '#platform/submissions/once.ts'
import { confirmSheetsIn } from './check-actions.ts'
import { findCheck, sheetsOf } from './check-queries.ts'
import { CheckedPage, CheckPage, StaleCheckPage } from './pages/check-page.tsx'
import { oldestLink } from './rules.ts'

/** « Toujours exact ? »: the page behind the mail's link, and the button on a sheet for its authors (STR-5). */
export function checkRoutes(site: WebSite, parts: Parts, kinds: readonly KindOfContent[]): void {
  site.get(addresses.contents.check, (visit) => forLink(visit, parts, askAnswer))
  site.post(addresses.contents.check, (visit) => forLink(visit, parts, confirmByLink))
  site.post(addresses.structures.checks, (visit) => confirmOne(visit, parts, kindOf(kinds, 'structure')))
  site.post(addresses.services.checks, (visit) => confirmOne(visit, parts, kindOf(kinds, 'service')))
}

type Check = NonNullable<Awaited<ReturnType<typeof findCheck>>>
type Asked = { visit: WebVisit; parts: Parts; check: Check; action: string }

async function forLink(visit: WebVisit, parts: Parts, then: (asked: Asked) => Promise<Answer>): Promise<Answer> {
  const key = visit.params.key ?? ''
  const check = isKey(key) ? await findCheck(parts.database, hashOf(key), oldestLink(visit.now)) : undefined
  if (check === undefined) return page('Lien', <StaleCheckPage />, { status: 404, robots: 'noindex' })
  return then({ visit, parts, check, action: addresses.contents.check({ key }) })
}

async function askAnswer({ visit, parts, check, action }: Asked): Promise<Answer> {
  const done = /^\d{1,4}$/.exec(visit.query.get('faites'))
  if (done !== null) return page('Toujours exact', <CheckedPage count={Number(done[0])} />, { robots: 'noindex' })
  const sheets = await sheetsOf(parts.database, check.structureId)
  const props = { title: check.title, sheets, action, submission: newKey() }
  return page('Toujours exact ?', <CheckPage {...props} />, { robots: 'noindex' })
}

async function confirmByLink({ visit, parts, check, action }: Asked): Promise<Answer> {
  const ids = visit.form.all('fiche').map(Number)
  const { structureId, personId } = check
  const locationOf = (count: number) => `${action}?faites=${count}`
  const confirmed = await once(
    parts.database,
    visit.submission,
    (tx) => confirmSheetsIn(tx, { structureId, ids, personId, check: check.id, now: visit.now }),
    locationOf,
  )
  return redirect(confirmed.kind === 'already' ? confirmed.location : locationOf(confirmed.value))
}

async function confirmOne(visit: WebVisit, parts: Parts, kind: KindOfContent): Promise<Answer> {
  const opened = await editableContent(visit, parts.database, kind)
  if ('kind' in opened) return opened
  const { content, actor } = opened
  const structureId = kind.kind === 'structure' ? content.id : (content.data.content.structureId ?? 0)
  const location = kind.address.one({ item: itemOf(content) })
  const confirmed = await once(
    parts.database,
    visit.submission,
    (tx) => confirmSheetsIn(tx, { structureId, ids: [content.id], personId: actor.id, now: visit.now }),
    () => location,
  )
  return redirect(confirmed.kind === 'already' ? confirmed.location : location, 'La fiche est notée toujours exacte.')
}
