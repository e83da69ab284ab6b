import { type Address, addresses } from '#addresses'
import { type Answer, localPath, page, redirect, tooMany } from '#platform/http/answers.ts'
import { readForm } from '#platform/http/form-reading.ts'
import { keyedHash, newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { countForm, countTry } from '#platform/rate-limits/rate-limit.ts'
import { emptyForm, type FormState } from '#ui/form-state.ts'
import type { WebSite, WebVisit } from './actor.ts'
import { confirmAccount, type WhenAccountConfirmed } from './confirmation-actions.ts'
import { emailForm, newPasswordForm } from './forms.ts'
import { readKeptForm } from './kept-form.ts'
import { askLink, type Entry, enterByLink, resetPassword } from './link-actions.ts'
import { AskLinkPage } from './pages/ask-link-page.tsx'
import { LinkPage, StaleLinkPage } from './pages/link-page.tsx'
import { MailLeftPage } from './pages/mail-left-page.tsx'
import { ResetPage } from './pages/reset-page.tsx'
import { entryCookies } from './routes-sign-in.tsx'
import { leftFor } from './routes-sign-up.tsx'
import { ASKED_LINKS_PER_NETWORK, RESETS_PER_NETWORK } from './rules.ts'
import { sessionCookie, sessionKeyOf } from './session-actions.ts'
import { readLink } from './token-actions.ts'

const { account, mySpace } = addresses

/** Asking for a link, and the pages that links open. A GET shows a button or a form; only the POST acts (N3, B23). */
export function linkRoutes(site: WebSite, parts: Parts, confirmed: readonly WhenAccountConfirmed[]): void {
  site.get(account.signInByLink, () => askAnswer('link', { state: emptyForm, ...NOTHING_KEPT }))
  site.get(account.forgotten, () => askAnswer('reset', { state: emptyForm, ...NOTHING_KEPT }))
  site.post(account.signInByLink, (visit) => ask(visit, parts, 'link'))
  site.post(account.forgotten, (visit) => ask(visit, parts, 'reset'))
  site.get(account.linkSent, () => page('Regardez vos mails', <MailLeftPage story="link" />, { robots: 'noindex' }))
  site.get(account.confirm, (visit) => showButton(visit, parts, { kind: 'confirm', address: account.confirm }))
  site.get(account.linkSignIn, (visit) => showButton(visit, parts, { kind: 'link', address: account.linkSignIn }))
  site.get(account.reset, (visit) => resetAnswer(visit, parts, { state: emptyForm, status: 200 }))
  site.post(account.confirm, async (visit) => {
    const entry = await confirmAccount(parts, useOf(visit), confirmed)
    return entered(visit, parts, { entry, text: 'Votre adresse est confirmée, votre compte est ouvert.' })
  })
  site.post(account.linkSignIn, async (visit) =>
    entered(visit, parts, { entry: await enterByLink(parts, useOf(visit)), text: 'Vous êtes connecté.' }),
  )
  site.post(account.reset, (visit) => reset(visit, parts))
}

const LINK_USED = 'Ce lien avait déjà servi : rien n’a changé, et vous êtes connecté.'

const titles = { link: 'Recevoir un lien de connexion', reset: 'Mot de passe oublié' }

const NOTHING_KEPT = { back: '', kept: '' }

type Asked = { state: FormState; back: string; kept: string }

const askAnswer = (purpose: 'link' | 'reset', asked: Asked, status = 200): Answer =>
  page(titles[purpose], <AskLinkPage purpose={purpose} {...asked} submission={newKey()} />, { status })

/** A form refused for want of a session waits on this page: nothing of it goes by mail, nor to whoever opens the link (R13). */
function keptHere(back: string, kept: string, sentTo: string): Answer {
  const resume = { action: localPath(back), fields: readKeptForm(kept), sentTo }
  return page('Regardez vos mails', <MailLeftPage story="link" resume={resume} />, { robots: 'noindex' })
}

async function ask(visit: WebVisit, parts: Parts, purpose: 'link' | 'reset'): Promise<Answer> {
  const read = readForm(emailForm, visit.form)
  const [back, kept] = [visit.form.get('retour'), visit.form.get('reprise')]
  if (!read.ok)
    return askAnswer(purpose, { state: { values: visit.form.toValues(), errors: read.errors }, back, kept }, 422)
  const counter = keyedHash(parts.settings.SECRET, `ask-link:${visit.network}`)
  const allowance = await countForm(parts.database, visit.submission, counter, ASKED_LINKS_PER_NETWORK)
  if (!allowance.allowed) return tooMany(allowance.retryAfterSeconds)
  const location = account.linkSent()
  await askLink(parts, { submission: visit.submission, location }, { purpose, emailKey: read.value.email.key })
  const sentence = leftFor(read.value.email)
  return kept === '' ? redirect(location, sentence) : keptHere(back, kept, sentence)
}

const keyOf = (visit: WebVisit): string => visit.params.key ?? ''

const useOf = (visit: WebVisit) => ({
  sent: { submission: visit.submission, location: mySpace.home() },
  key: keyOf(visit),
  agent: visit.agent,
})

const stale: Answer = page('Ce lien ne marche plus', <StaleLinkPage />, { status: 404, robots: 'noindex' })

type Shown = { kind: 'confirm' | 'link'; address: Address<'/confirmer/:key'> | Address<'/connexion/lien/:key'> }

async function showButton(visit: WebVisit, parts: Parts, { kind, address }: Shown): Promise<Answer> {
  const key = keyOf(visit)
  const found = await readLink(parts.database, kind, key, visit.now)
  if (found === undefined) return stale
  const title = kind === 'confirm' ? 'Confirmer votre adresse' : 'Vous connecter'
  const body = <LinkPage kind={kind} email={found.email} action={address({ key })} submission={newKey()} />
  return page(title, body, { robots: 'noindex' })
}

async function resetAnswer(
  visit: WebVisit,
  parts: Parts,
  shown: { state: FormState; status: number },
): Promise<Answer> {
  const key = keyOf(visit)
  const found = await readLink(parts.database, 'reset', key, visit.now)
  if (found === undefined) return stale
  const { state, status } = shown
  const body = <ResetPage state={state} submission={newKey()} email={found.email} action={account.reset({ key })} />
  return page('Choisir un nouveau mot de passe', body, { status, robots: 'noindex' })
}

async function reset(visit: WebVisit, parts: Parts): Promise<Answer> {
  const read = readForm(newPasswordForm, visit.form)
  if (!read.ok) return resetAnswer(visit, parts, { state: { values: {}, errors: read.errors }, status: 422 })
  const counter = keyedHash(parts.settings.SECRET, `reset:${visit.network}`)
  const allowance = await countTry(parts.database, counter, RESETS_PER_NETWORK, visit.now)
  if (!allowance.allowed) return tooMany(allowance.retryAfterSeconds)
  const entry = await resetPassword(parts, useOf(visit), read.value.mot_de_passe)
  return entered(visit, parts, { entry, text: 'Votre mot de passe est changé. Les autres appareils sont déconnectés.' })
}

/** A second click finds the link used and gets the session of the first; whoever comes back to it signed in goes on. */
function entered(visit: WebVisit, parts: Parts, { entry, text }: { entry: Entry; text: string }): Answer {
  const sessionKey = sessionKeyOf(parts.settings.SECRET, visit.submission)
  if (entry.kind === 'already') return redirect(entry.location, text, [sessionCookie(parts.settings, sessionKey)])
  if (entry.value.kind === 'refused') return visit.actor === undefined ? stale : redirect(mySpace.home(), LINK_USED)
  return redirect(mySpace.home(), text, entryCookies(parts, visit, { sessionKey, emailKey: entry.value.emailKey }))
}
