import type { Parts } from '#platform/parts.ts'
import type { WebSite } from './actor.ts'
import type { WhenAccountConfirmed } from './confirmation-actions.ts'
import { contactRoutes } from './routes-contact.tsx'
import { linkRoutes } from './routes-links.tsx'
import { profileRoutes } from './routes-profile.tsx'
import { signInRoutes } from './routes-sign-in.tsx'
import { signUpRoutes } from './routes-sign-up.tsx'
import { type StructureChoice, typedStructure } from './routes-structure.tsx'
import { validationRoutes } from './routes-validation.tsx'
import type { ProfileBlock } from './slots.ts'
import type { WhenAccountValidated } from './validation-actions.ts'

/** What upper features hand to accounts. */
export type AccountSlots = {
  structure?: StructureChoice
  whenConfirmed?: readonly WhenAccountConfirmed[]
  whenValidated?: readonly WhenAccountValidated[]
  profile?: readonly ProfileBlock[]
}

export function accountRoutes(site: WebSite, parts: Parts, slots: AccountSlots = {}): void {
  signUpRoutes(site, parts, slots.structure ?? typedStructure)
  linkRoutes(site, parts, slots.whenConfirmed ?? [])
  signInRoutes(site, parts)
  profileRoutes(site, parts, slots.profile ?? [])
  validationRoutes(site, parts, slots.whenValidated ?? [])
  contactRoutes(site, parts)
}
