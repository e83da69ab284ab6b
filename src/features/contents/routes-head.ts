import type { ContentRights } from './access.ts'

type Told = { description: string | undefined; canonical: string; jsonLd: object[] }

/** What a page tells machines: nothing, when not everybody reads it. */
export const headOf = ({ state, access }: ContentRights, told: Told): Partial<Told> & { robots?: 'noindex' } =>
  state === 'published' && access === 'public' ? told : { robots: 'noindex' }
