import { addresses } from '#addresses'
import { isAdministrator, mayContribute } from '#features/accounts/access.ts'
import type { WebSite, WebVisit } from '#features/accounts/actor.ts'
import { dismissAuthorIn, nameAuthorIn } from '#features/contents/author-actions.ts'
import { findByEmail, listAuthors, listInvitations } from '#features/contents/author-queries.ts'
import { inviteIn, withdrawInvitationIn } from '#features/contents/invitation-actions.ts'
import type { KindOfContent } from '#features/contents/kinds.ts'
import { type Editing, editableContent } from '#features/contents/routes-editing.ts'
import type { EmailAddress } from '#kernel/email-address'
import { readEmail } from '#kernel/email-address'
import type { Tx } from '#platform/database/database.ts'
import { type Answer, hidden, page, redirect, tooMany } from '#platform/http/answers.ts'
import { keyedHash, newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { countForm } from '#platform/rate-limits/rate-limit.ts'
import { once } from '#platform/submissions/once.ts'
import { emptyForm, type FormState } from '#ui/form-state.ts'
import { AuthorsPage } from './pages/authors-page.tsx'

type Authoring = Editing & { visit: WebVisit; parts: Parts; kind: KindOfContent }

const INVITATIONS = { tries: 20, seconds: 24 * 3600 }
/** To one address, whoever sends them. */
const INVITATIONS_TO_ONE = { tries: 3, seconds: 24 * 3600 }
const ENOUGH = 'Cette adresse a reçu assez d’invitations aujourd’hui. Réessayez demain.'

/** The authors of a structure: named by an administrator, invited by each other (STR-2). */
export function structureAuthorsRoutes(site: WebSite, parts: Parts, kind: KindOfContent): void {
  const guarded = (then: (authoring: Authoring) => Promise<Answer>) => async (visit: WebVisit) => {
    const opened = await editableContent(visit, parts.database, kind)
    return 'kind' in opened ? opened : then({ ...opened, visit, parts, kind })
  }
  site.get(addresses.structures.authors, guarded(authorsAnswer))
  site.post(addresses.structures.authors, guarded(receive))
}

const addressOf = ({ item }: Authoring) => addresses.structures.authors({ item })

async function authorsAnswer(authoring: Authoring, state: FormState = emptyForm, status = 200): Promise<Answer> {
  const { content, parts, visit, item, kind, actor } = authoring
  const { database } = parts
  const [authors, invitations] = await Promise.all([
    listAuthors(database, content.id),
    listInvitations(database, content.id, visit.now),
  ])
  const title = content.data.content.title
  const props = { kind, item, title, authors, invitations, state, action: addressOf(authoring) }
  return page(
    `Auteurs : ${title}`,
    <AuthorsPage {...props} isAdministrator={isAdministrator(actor)} newSubmission={newKey} />,
    { status, robots: 'noindex' },
  )
}

function receive(authoring: Authoring): Promise<Answer> {
  const gesture = authoring.visit.form.get('geste')
  const [, verb = '', id = ''] = /^(retirer|annuler)\.(\d{1,15})$/.exec(gesture) ?? []
  if (verb === 'retirer') return dismiss(authoring, Number(id))
  if (verb === 'annuler') return withdraw(authoring, Number(id))
  return invite(authoring, gesture)
}

async function act(authoring: Authoring, work: (tx: Tx) => Promise<unknown>, done: string): Promise<Answer> {
  const location = addressOf(authoring)
  const acted = await once(authoring.parts.database, authoring.visit.submission, work, () => location)
  return redirect(acted.kind === 'already' ? acted.location : location, done)
}

async function dismiss(authoring: Authoring, personId: number): Promise<Answer> {
  const { actor, content, visit } = authoring
  if (!isAdministrator(actor)) return hidden
  const naming = {
    content: { id: content.id, kind: 'structure' as const },
    personId,
    actorId: actor.id,
    now: visit.now,
  }
  return act(authoring, (tx) => dismissAuthorIn(tx, naming), 'Cette personne n’est plus auteur de la fiche.')
}

function withdraw(authoring: Authoring, id: number): Promise<Answer> {
  const { content, actor, visit } = authoring
  const work = (tx: Tx) => withdrawInvitationIn(tx, { id, contentId: content.id, actor, now: visit.now })
  return act(authoring, work, 'L’invitation est annulée.')
}

async function invite(authoring: Authoring, gesture: string): Promise<Answer> {
  const { visit, parts, actor } = authoring
  const email = readEmail(visit.form.get('courriel'))
  const failed = (text: string) =>
    authorsAnswer(authoring, { values: visit.form.toValues(), errors: { courriel: text } }, 422)
  if (typeof email === 'string') return failed('Cette adresse e-mail n’est pas complète, comme nom@exemple.fr.')
  if (gesture === 'designer' && isAdministrator(actor)) return name(authoring, email, failed)
  const counter = keyedHash(parts.settings.SECRET, `invite ${actor.id}`)
  const allowance = await countForm(parts.database, visit.submission, counter, INVITATIONS)
  if (!allowance.allowed) return tooMany(allowance.retryAfterSeconds)
  const target = keyedHash(parts.settings.SECRET, `invited ${email.key}`)
  const toOne = await countForm(parts.database, visit.submission, target, INVITATIONS_TO_ONE)
  if (!toOne.allowed) return tooMany(toOne.retryAfterSeconds, ENOUGH)
  const { content } = authoring
  const inviting = { contentId: content.id, email, actor, secret: parts.settings.SECRET, now: visit.now }
  return act(authoring, (tx) => inviteIn(tx, inviting), `L’invitation est partie à ${email.address}.`)
}

async function name(
  authoring: Authoring,
  email: EmailAddress,
  failed: (text: string) => Promise<Answer>,
): Promise<Answer> {
  const { parts, actor, content, visit } = authoring
  const person = await findByEmail(parts.database, email.key)
  if (person === undefined) return failed('Aucun compte actif n’a cette adresse : invitez-la plutôt.')
  if (!mayContribute({ ...person, departements: [], structures: [] })) {
    return failed('Ce compte ne publie pas : validez-le d’abord comme professionnel.')
  }
  const { id, kind } = { id: content.id, kind: 'structure' as const }
  const naming = { content: { id, kind }, personId: person.id, actorId: actor.id, now: visit.now }
  return act(authoring, (tx) => nameAuthorIn(tx, naming), `${person.name} est auteur de la fiche. Un mail le lui dit.`)
}
