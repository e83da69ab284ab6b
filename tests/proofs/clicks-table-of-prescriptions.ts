// Forms of prescriptions, of another date and of objections.
import { addresses, itemOf } from '#addresses'
import { hours } from '#kernel/time'
import { newKey } from '#platform/keys.ts'
import type { Browser } from '../browser.ts'
import { type MadeEvent, make, NOW } from '../make.ts'
import type { TestSite } from '../site.ts'
import type { Line, Ready } from './clicks-table.ts'

const { events, mySpace, registrations } = addresses
const submission = () => ({ submission: newKey() })
let count = 0
const someone = () => `prescrit${++count}@exemple.test`

async function prescription(site: TestSite): Promise<Ready & { email: string }> {
  const { browser } = await make.signedIn(site, { role: 'professional' })
  const event = await make.event(site.database, { dates: [{ prescription: 5 }] })
  const date = String(event.dates[0]?.prescriptionListId)
  const email = someone()
  const form = { ...submission(), date, nom: 'Zoé', email, telephone: '' }
  return { browser, url: events.prescribe({ item: itemOf(event) }), form, email }
}

async function prescribed(site: TestSite): Promise<{ browser: Browser; receipt: string; key: string }> {
  const { browser, url, form, email } = await prescription(site)
  const answer = await browser.post(url, form)
  const receipt = String(answer.headers.location).split('/').at(-1) ?? ''
  const [mail] = await site.mails({ kind: 'registration-prescribed', recipient: email })
  const key = /inscriptions\/([a-z2-7]{26})/.exec(JSON.stringify(mail?.content))?.[1] ?? ''
  return { browser, receipt, key }
}

async function onFirstOfTwoDates(site: TestSite): Promise<{ browser: Browser; event: MadeEvent; url: string }> {
  const startsAt = Temporal.Instant.from(NOW).add(hours(96))
  const event = await make.event(site.database, { dates: [{}, { startsAt }] })
  const { browser } = await make.signedIn(site)
  const form = { ...submission(), date: String(event.dates[0]?.listId) }
  const answer = await browser.post(events.register({ item: itemOf(event) }), form)
  return { browser, event, url: String(answer.headers.location) }
}

export const LINES_OF_PRESCRIPTIONS: readonly Line[] = [
  { route: events.prescribe.path, ready: prescription },
  {
    route: mySpace.prescription.path,
    async ready(site) {
      const { browser, receipt } = await prescribed(site)
      const form = { ...submission(), nom: 'Zoé Durand', telephone: '06 12 34 56 78' }
      return { browser, url: mySpace.prescription({ receipt }), form }
    },
  },
  {
    route: mySpace.withdrawPrescription.path,
    async ready(site) {
      const { browser, receipt } = await prescribed(site)
      return { browser, url: mySpace.withdrawPrescription({ receipt }), form: submission() }
    },
  },
  {
    route: registrations.move.path,
    async ready(site) {
      const { browser, event, url } = await onFirstOfTwoDates(site)
      return { browser, url: `${url}/date`, form: { ...submission(), date: String(event.dates[1]?.listId) } }
    },
  },
  {
    route: registrations.objection.path,
    async ready(site) {
      const { key } = await prescribed(site)
      return {
        browser: site.browser(),
        url: registrations.objection({ key }),
        form: { ...submission(), definitif: 'oui' },
      }
    },
  },
]
