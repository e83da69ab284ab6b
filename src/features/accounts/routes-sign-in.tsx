import { addresses } from '#addresses'
import { type Answer, localPath, type PageAnswer, page, redirect, tooMany } from '#platform/http/answers.ts'
import { readForm } from '#platform/http/form-reading.ts'
import { newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { keptFields } from '#ui/error-page.tsx'
import { emptyForm, type FormState } from '#ui/form-state.ts'
import type { WebSite, WebVisit } from './actor.ts'
import { deviceCookie } from './device-actions.ts'
import { signInForm } from './forms.ts'
import { readKeptForm, writeKeptForm } from './kept-form.ts'
import { ResumePage } from './pages/resume-page.tsx'
import { SignInPage } from './pages/sign-in-page.tsx'
import { noSessionCookie, sessionCookie, signOut } from './session-actions.ts'
import { signIn } from './sign-in-actions.ts'
import { TOO_MANY_SIGN_INS, WRONG_SIGN_IN } from './texts.ts'

/** By password, and out again. */
export function signInRoutes(site: WebSite, parts: Parts): void {
  site.get(addresses.account.signIn, (visit) => {
    const back = visit.query.get('retour')
    if (visit.actor !== undefined) return redirect(placeAfter(back))
    return signInAnswer({ back, kept: '', asked: false })
  })
  site.post(addresses.account.signIn, (visit) => signInAttempt(visit, parts))
  site.post(addresses.account.signOut, (visit) => signOutAnswer(visit, parts))
}

type Shown = { back: string; kept: string; asked: boolean; state?: FormState; status?: number }

function signInAnswer({ state = emptyForm, status = 200, ...rest }: Shown): PageAnswer {
  const title = rest.asked ? 'Connectez-vous pour continuer' : 'Se connecter'
  return page(title, <SignInPage state={state} submission={newKey()} {...rest} />, { status, robots: 'noindex' })
}

/**
 * The page of 401: it comes back where one was going. A form sent after the end of its session is carried along, but for
 * its passwords, and proposed again once signed in (R13).
 */
export function signInPage(visit: WebVisit): PageAnswer {
  const { kept } = keptFields(visit.form.entries())
  return signInAnswer({
    back: visit.url,
    kept: writeKeptForm(kept),
    asked: true,
    status: 401,
  })
}

/** A path of this site, but never that of signing in or out; the personal space when none was asked. */
function placeAfter(back: string): string {
  const path = localPath(back)
  const away = [addresses.account.signIn(), addresses.account.signOut()].some((own) => path.startsWith(own))
  return path === '/' || away ? addresses.mySpace.home() : path
}

async function signInAttempt(visit: WebVisit, parts: Parts): Promise<Answer> {
  const { form, network, agent, cookieHeader, now } = visit
  const [back, kept] = [form.get('retour'), form.get('reprise')]
  const again = (errors: Record<string, string>) =>
    signInAnswer({ back, kept, asked: false, state: { values: form.toValues(), errors }, status: 422 })
  const read = readForm(signInForm, form)
  if (!read.ok) return again(read.errors)
  const { email, mot_de_passe: password } = read.value
  const entry = await signIn(parts, { emailKey: email.key, password, network, agent, cookieHeader, now })
  if (entry.kind === 'too-many') return tooMany(entry.retryAfterSeconds, TOO_MANY_SIGN_INS)
  if (entry.kind === 'refused') return again({ '': WRONG_SIGN_IN })
  const cookies = entryCookies(parts, visit, { sessionKey: entry.sessionKey, emailKey: email.key })
  if (kept !== '') return resumeAnswer(localPath(back), kept, cookies)
  return redirect(placeAfter(back), `Bonjour ${entry.name}, vous êtes connecté.`, cookies)
}

/** Signed in, and known next time on this browser. */
export function entryCookies(
  { settings }: Parts,
  { cookieHeader }: WebVisit,
  { sessionKey, emailKey }: { sessionKey: string; emailKey: string },
): string[] {
  return [sessionCookie(settings, sessionKey), deviceCookie(settings, cookieHeader, emailKey)]
}

function resumeAnswer(action: string, kept: string, cookies: string[]): Answer {
  const fields = readKeptForm(kept)
  return page('Vous êtes de nouveau connecté', <ResumePage action={action} fields={fields} />, {
    robots: 'noindex',
    cookies,
  })
}

async function signOutAnswer(visit: WebVisit, parts: Parts): Promise<Answer> {
  await signOut(parts.database, parts.settings, visit.cookieHeader)
  return {
    kind: 'redirect',
    location: addresses.home(),
    flash: { tone: 'good', text: 'Vous êtes déconnecté.' },
    cookies: [noSessionCookie(parts.settings)],
    // Texts that were kept on this device are not for whoever comes next.
    headers: { 'clear-site-data': '"storage"' },
  }
}
