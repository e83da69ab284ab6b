import type { Parts } from '#platform/parts.ts'
import type { WebSite } from './actor.ts'
import type { WhenAccountConfirmed } from './confirmation-actions.ts'
import { contactRoutes } from './contact-routes.tsx'
import { linkRoutes } from './link-routes.tsx'
import { profileRoutes } from './profile-routes.tsx'
import { signInRoutes } from './sign-in-routes.tsx'
import { signUpRoutes } from './sign-up-routes.tsx'
import { type StructureChoice, typedStructure } from './structure-routes.tsx'
import type { WhenAccountValidated } from './validation-actions.ts'
import { validationRoutes } from './validation-routes.tsx'

/** What upper features hand to accounts. */
export type AccountSlots = {
  structure?: StructureChoice
  whenConfirmed?: readonly WhenAccountConfirmed[]
  whenValidated?: readonly WhenAccountValidated[]
}

export function accountRoutes(site: WebSite, parts: Parts, slots: AccountSlots = {}): void {
  signUpRoutes(site, parts, slots.structure ?? typedStructure)
  linkRoutes(site, parts, slots.whenConfirmed ?? [])
  signInRoutes(site, parts)
  profileRoutes(site, parts)
  validationRoutes(site, parts, slots.whenValidated ?? [])
  contactRoutes(site, parts)
}
