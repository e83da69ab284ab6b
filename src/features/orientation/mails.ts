import { addresses, itemOf } from '#addresses'
import { plural } from '#kernel/french'
import { shortDayAndHour } from '#kernel/french-dates'
import { button, links, type MailLink, type MailRenderers, paragraph } from '#platform/mail/mail-content.ts'
import type { Answers, Chosen } from './find-queries.ts'
import { countNews, newsOf } from './news-queries.ts'
import { reasonText } from './reason-texts.ts'
import { findActor, findWatched } from './saved-queries.ts'
import type { FreeSeats } from './watch-actions.ts'

const MOST = 6

type Titled = { id: number; slug: string; title: string }
type OneAddress = (params: { item: string }) => string

/** What is new for an orientation, written when it leaves: by the rights of that moment, of what is still true (ORI-2). */
export const orientationMails = (keyOf: (seed: string) => string, freeSeats: FreeSeats): MailRenderers => ({
  'orientation-news': async (reader, about, { publicUrl, now }) => {
    const saved = await findWatched(reader, Number(about.orientation))
    const person = saved && (await findActor(reader, saved.personId))
    if (saved === undefined || person === undefined) return undefined
    const since = Temporal.Instant.from(String(about.since))
    const round = {
      saved: saved.criteria,
      person,
      since,
      seenDate: Number(about.date),
      now,
      freeSeats: freeSeats(person, now),
    }
    const news = await newsOf(reader, round)
    const count = countNews(news)
    if (count === 0) return undefined
    const groups = groupsOf(news, publicUrl)
    const stop = publicUrl + addresses.orientation.stop({ key: keyOf(saved.seed) })
    return {
      subject: `${plural(count, 'nouveauté')} pour « ${saved.name} »`,
      topic: 'orientation',
      unsubscribe: stop,
      body: [
        paragraph(`Bonjour ${person.name},`),
        paragraph(`Voici ce qui vient de paraître et répond à votre orientation « ${saved.name} ».`),
        ...groups.filter(({ rows }) => rows.length > 0).map(({ label, rows }) => links(label, ...rows)),
        button('Voir tous les résultats', `${publicUrl}${addresses.orientation.results()}?${saved.criteria}`),
        links('Ce suivi', { label: 'Ne plus me prévenir', href: stop }),
      ],
      why: 'Vous recevez ce mail, un par jour au plus, parce que vous avez demandé à être prévenu pour cette orientation.',
    }
  },
})

/** What may be opened, group by group. */
function groupsOf(news: Answers, publicUrl: string): { label: string; rows: MailLink[] }[] {
  const lines = (all: readonly Chosen<Titled>[], address: OneAddress) =>
    all.slice(0, MOST).map(({ one, matches }) => ({
      label: [one.title, ...matches.slice(0, 2).map(({ reason }) => reasonText(reason))].join(' – '),
      href: publicUrl + address({ item: itemOf(one) }),
    }))
  const dates = news.dates.slice(0, MOST).map(({ one }) => ({
    label: `${shortDayAndHour(one.startsAt)} – ${one.title}`,
    href: publicUrl + addresses.events.one({ item: itemOf(one) }),
  }))
  const ofKind = (kind: string) => news.readings.filter(({ one }) => one.kind === kind)
  const texts = [
    ...lines(ofKind('article'), addresses.articles.one),
    ...lines(ofKind('resource'), addresses.resources.one),
  ]
  return [
    { label: 'Ce qui peut vous aider', rows: lines(news.services, addresses.services.one) },
    { label: 'Qui peut vous aider', rows: lines(news.structures, addresses.structures.one) },
    { label: 'Où aller', rows: dates },
    { label: 'À lire', rows: texts },
  ]
}
