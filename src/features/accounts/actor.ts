import type { Site } from '#platform/http/site.ts'
import type { Visit } from '#platform/http/visit.ts'

export const ROLES = ['creator', 'professional', 'reader', 'animator', 'administrator'] as const

/** Créateur, professionnel, professionnel non contributeur, animateur territorial, administrateur (ACC-3). */
export type Role = (typeof ROLES)[number]

/**
 * Who is signed in. `role` is what holds now: a professional who waits for validation is a `creator` here (ACC-2).
 * `departements` are codes (an animator's territory); `structures` are numbers of contents the person belongs to.
 */
export type Actor = {
  id: number
  name: string
  email: string
  role: Role
  departements: readonly string[]
  structures: readonly number[]
}

export type Reader = Actor | undefined

/** The site as features register their routes on it. */
export type WebSite = Site<Actor>
export type WebVisit = Visit<Actor>
