// The forms around orientations that are kept, for `clicks.test.ts`.

import { eq } from 'drizzle-orm'
import { addresses } from '#addresses'
import { saveOrientationIn, stopKey } from '#features/orientation/saved-actions.ts'
import { savedOrientations } from '#features/orientation/tables.ts'
import { transact } from '#platform/database/database.ts'
import { newKey } from '#platform/keys.ts'
import { make } from '../make.ts'
import type { TestSite } from '../site.ts'
import type { Line } from './clicks-table.ts'

const { mySpace, orientation } = addresses
const submission = () => ({ submission: newKey() })

async function kept(site: TestSite) {
  const { browser, id: personId } = await make.signedIn(site)
  const { SECRET: secret } = site.parts.settings
  const given = {
    personId,
    name: 'Mon projet',
    criteria: 'besoin=financer',
    watched: true,
    now: site.parts.clock.now(),
  }
  await transact(site.database, (tx) => saveOrientationIn(tx, { ...given, secret }))
  const [row] = await site.database.select().from(savedOrientations).where(eq(savedOrientations.personId, personId))
  return { browser, id: row?.id ?? 0, key: stopKey(secret, row?.seed ?? '') }
}

export const LINES_OF_ORIENTATION: readonly Line[] = [
  {
    route: mySpace.orientations.path,
    async ready(site) {
      const { browser } = await make.signedIn(site)
      const form = { ...submission(), nom: 'Ma boulangerie', criteres: 'besoin=financer', prevenir: 'oui' }
      return { browser, url: mySpace.orientations(), form }
    },
  },
  {
    route: mySpace.watchOrientation.path,
    async ready(site) {
      const { browser, id } = await kept(site)
      return { browser, url: mySpace.watchOrientation({ orientation: id }), form: { ...submission(), prevenir: 'non' } }
    },
  },
  {
    route: mySpace.removeOrientation.path,
    async ready(site) {
      const { browser, id } = await kept(site)
      return { browser, url: mySpace.removeOrientation({ orientation: id }), form: submission() }
    },
  },
  {
    route: orientation.stop.path,
    answers: '200',
    async ready(site) {
      const { browser, key } = await kept(site)
      return { browser, url: orientation.stop({ key }), form: submission() }
    },
  },
]
