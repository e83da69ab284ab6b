import { openSession } from '#features/accounts/session-actions.ts'
import { transact } from '#platform/database/database.ts'
import { newKey } from '#platform/keys.ts'
import { type Browser, fieldOf } from './browser.ts'
import { make, NOW } from './make.ts'
import type { TestSite } from './site.ts'

type Role = 'professional' | 'creator' | 'administrator' | 'reader'

export type SignedIn = { id: number; browser: Browser }

/** Somebody with a live session. */
export async function signedIn(site: TestSite, role: Role): Promise<SignedIn> {
  const { id } = await make.person(site.database, { role })
  const [key, browser] = [newKey(), site.browser()]
  const now = Temporal.Instant.from(NOW)
  await transact(site.database, (tx) => openSession(tx, { key, personId: id, agent: 'test', now }))
  browser.setCookie('session', key)
  return { id, browser }
}

/** The form of an event, well filled: one date, twelve places. */
export const WHOLE_EVENT = {
  version: '0',
  titre: 'Atelier prévisionnel',
  resume: 'Deux heures avec un conseiller.',
  presentation: 'Un.\n\nDeux.',
  lieu: 'Maison de l’entreprise',
  rue: '20 rue des Tanneurs',
  code_postal: '42300',
  ville: 'Roanne',
  telephone: '04 77 00 00 00',
  courriel: 'contact@exemple.fr',
  contact: 'Zoé N’Guessan',
  facebook: 'facebook.com/maison',
  site: 'www.exemple.fr',
  acces: 'public',
  tarif: 'gratuit',
  type: 'atelier',
  taille: 'seul',
  secteur: 'ess',
  'date.0.jour': '2026-12-01',
  'date.0.debut': '14:00',
  'date.0.fin': '16:30',
  'date.0.places': '12',
  'date.0.ouvertes': 'oui',
  geste: 'enregistrer',
}

export const eventForm = (more: Record<string, string> = {}): Record<string, string> => ({
  ...WHOLE_EVENT,
  submission: newKey(),
  ...more,
})

/** The form of an event as its page shows it, ready to be sent back. */
export function eventFormOf(html: string, more: Record<string, string> = {}): Record<string, string> {
  const names = [...html.matchAll(/<input\b[^>]*name="(date\.[^"]+)"/g)].map(([, name = '']) => name)
  const kept = names.filter((name) => !name.endsWith('sans-limite')).map((name) => [name, fieldOf(html, name)])
  return eventForm({ ...Object.fromEntries(kept), version: fieldOf(html, 'version'), ...more })
}
