// What the sheets of structures and of services show alike.
import type { ComponentChildren } from 'preact'
import { frenchDay } from '#kernel/french-dates'
import { type Instant, startOfDay } from '#kernel/time'
import { Notice } from '#ui/flash.tsx'
import { openingLines } from '../rules.ts'
import { DEMO_NOTICE, LICENCES, sourceText } from '../texts.ts'

export type Source = {
  source: string | null
  sourceDate: string | null
  sourceUrl: string | null
  licence: keyof typeof LICENCES | null
  verifiedAt: Instant | null
  demo: boolean
}

/** « vérifié le 21 août 2022 », or when the source last changed it; undefined when nobody knows. */
export function freshness({ verifiedAt, sourceDate }: Pick<Source, 'verifiedAt' | 'sourceDate'>, now: Instant) {
  if (verifiedAt !== null) return `vérifié le ${frenchDay(verifiedAt, now)}`
  const day = sourceDate === null ? undefined : startOfDay(sourceDate)
  return day === undefined ? undefined : `à jour au ${frenchDay(day, now).replace(/^\S+ /, '')}`
}

/** Where the sheet comes from: its source, date and licence, as licences ask. */
export function SourceNote({ sheet, now }: { sheet: Source; now: Instant }) {
  if (sheet.demo) return <Notice tone="info">{DEMO_NOTICE}</Notice>
  if (sheet.source === null)
    return sheet.verifiedAt === null ? null : (
      <p class="soft small">Fiche vérifiée le {frenchDay(sheet.verifiedAt, now)}.</p>
    )
  const licence = LICENCES[sheet.licence ?? 'lov2']
  const when = freshness(sheet, now)
  return (
    <p class="soft small">
      Source : {sheet.sourceUrl ? <a href={sheet.sourceUrl}>{sourceText(sheet.source)}</a> : sourceText(sheet.source)},{' '}
      {when && `${when}, `}
      <a href={licence.href}>{licence.text}</a>.
    </p>
  )
}

export function OpeningHours({ text }: { text: string }) {
  return <Lines lines={openingLines(text)} />
}

/** Short lines one under the other. */
export function Lines({ lines }: { lines: readonly ComponentChildren[] }) {
  return (
    <>
      {lines.map((line, rank) => (
        <span key={rank}>
          {rank > 0 && <br />}
          {line}
        </span>
      ))}
    </>
  )
}

export type PlaceProps = { street: string; addressNote: string; postalCode: string; city: string }

/** The lines of a postal address, empty ones left out. */
export function addressLines({ street, addressNote, postalCode, city }: PlaceProps): string[] {
  return [street, addressNote, `${postalCode} ${city}`.trim()].filter((line) => line !== '')
}

export const phoneLink = (phone: string) => <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>

export const mailLink = (email: string) => <a href={`mailto:${email}`}>{email}</a>

/** The site, by its name alone. */
export function siteLink(website: string) {
  const name = website.replace(/^https?:\/\/(www\.)?/, '').replace(/\/.*$/, '')
  return <a href={website}>{name}</a>
}
