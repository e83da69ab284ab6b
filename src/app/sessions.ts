import type { Actor, WebVisit } from '#features/accounts/actor.ts'
import { signInPage } from '#features/accounts/routes-sign-in.tsx'
import { identify, sessionCookieName } from '#features/accounts/session-actions.ts'
import type { Instant } from '#kernel/time'
import type { PageAnswer } from '#platform/http/answers.ts'
import type { Parts } from '#platform/parts.ts'

export type Sessions = {
  cookie: string
  identify(cookieHeader: string, now: Instant): Promise<Actor | undefined>
  /** The page of 401: the sign-in form, which comes back to where one was going. */
  signInPage(visit: WebVisit): PageAnswer
}

export const sessionsOf = (parts: Parts): Sessions => ({
  cookie: sessionCookieName(parts.settings),
  identify: identify(parts),
  signInPage,
})
