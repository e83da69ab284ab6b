// How answers look: the shell around every page, and the pages of refusals.
import type { VNode } from 'preact'
import { addresses } from '#addresses'
import { isAdministrator, isProfessional } from '#features/accounts/access.ts'
import type { Actor, WebVisit } from '#features/accounts/actor.ts'
import type { Answer, PageAnswer } from '#platform/http/answers.ts'
import { page } from '#platform/http/answers.ts'
import type { BuiltFiles } from '#platform/http/built-files.ts'
import type { Failure } from '#platform/http/failures.ts'
import { ErrorPage } from '#ui/error-page.tsx'
import { errorTextOf } from '#ui/error-texts.ts'
import { renderPage } from '#ui/render-page.tsx'
import { ReservedToProsPage } from '#ui/reserved-to-pros-page.tsx'

const NAVIGATION = [
  { href: addresses.orientation.start(), text: 'S’orienter' },
  { href: addresses.agenda(), text: 'Agenda' },
  { href: addresses.structures.all(), text: 'Structures' },
  { href: addresses.services.all(), text: 'Services' },
  { href: addresses.articles.all(), text: 'Articles' },
  { href: addresses.resources.all(), text: 'Ressources' },
]

const PRO_SPACE = { href: addresses.proSpace(), text: 'Espace pro' }

const navigationOf = (actor: Actor | undefined) => (isProfessional(actor) ? [...NAVIGATION, PRO_SPACE] : NAVIGATION)

const viewerOf = (actor: Actor | undefined) => ({
  signedIn: actor !== undefined,
  name: actor?.name,
  mayAdmin: isAdministrator(actor) || actor?.role === 'animator',
})

/** A page dressed for who reads it. */
export function dress(answer: PageAnswer, visit: WebVisit, files: BuiltFiles): string {
  const { title, description, robots, canonical, image, jsonLd, islands, body } = answer
  return renderPage({
    page: { title, description, robots, canonical, image, jsonLd, islands },
    assets: files,
    nonce: visit.nonce === '' ? undefined : visit.nonce,
    viewer: viewerOf(visit.actor),
    path: visit.path,
    items: navigationOf(visit.actor),
    flash: visit.flash,
    children: body,
  })
}

type Refusal = Exclude<Answer, PageAnswer | { kind: 'redirect' | 'moved' | 'data' }>

const STATUS: Record<Refusal['kind'], number> = {
  hidden: 404,
  forbidden: 403,
  reserved: 403,
  'sign-in': 401,
  'bad-request': 400,
  'too-many': 429,
}

/** The page of a refusal; `signIn` makes that of 401. */
export function refuse(answer: Answer, visit: WebVisit, signIn: (visit: WebVisit) => PageAnswer): PageAnswer {
  const refusal = answer as Refusal
  if (refusal.kind === 'sign-in') return signIn(visit)
  const status = STATUS[refusal.kind]
  const text = 'text' in refusal ? refusal.text : undefined
  return refusalPage(
    status,
    refusal.kind === 'reserved' ? <ReservedToProsPage /> : <ErrorPage status={status} text={text} />,
  )
}

const refusalPage = (status: number, body: VNode): PageAnswer =>
  page(errorTextOf(status).title, body, { status, robots: 'noindex' })

/** The page of what was thrown: made of nothing but its facts, since the database may be away. */
export function failurePage(failure: Failure, files: BuiltFiles): string {
  const { status, text, number, path, fields } = failure
  const retry = fields === undefined ? undefined : { action: path, fields }
  return renderPage({
    page: { title: errorTextOf(status).title, robots: 'noindex' },
    assets: files,
    viewer: { signedIn: false },
    path,
    items: NAVIGATION,
    children: <ErrorPage status={status} text={text} number={number} retry={retry} />,
  })
}
