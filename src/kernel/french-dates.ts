// Dates and hours as French people write them: « jeudi 26 novembre, 14 h – 16 h 30 ».
import { type Instant, inParis } from './time.ts'

const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']
const MONTHS = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ')
const SHORT_MONTHS = 'janv. févr. mars avril mai juin juil. août sept. oct. nov. déc.'.split(' ')

const dayNumber = (day: number): string => (day === 1 ? '1er' : String(day))

function hourOf(local: Temporal.ZonedDateTime): string {
  return local.minute === 0
    ? `${local.hour}\u00A0h`
    : `${local.hour}\u00A0h\u00A0${String(local.minute).padStart(2, '0')}`
}

/** « 14 h 30 » */
export const frenchHour = (instant: Instant): string => hourOf(inParis(instant))

/** « jeudi 26 novembre », with the year when it is not the year of `now`. */
export function frenchDay(instant: Instant, now: Instant): string {
  const local = inParis(instant)
  const year = local.year === inParis(now).year ? '' : ` ${local.year}`
  return `${WEEKDAYS[local.dayOfWeek - 1]} ${dayNumber(local.day)} ${MONTHS[local.month - 1]}${year}`
}

/** « jeudi 26 novembre, 14 h – 16 h 30 »; over several days « du jeudi 26 novembre, 14 h au vendredi 27 novembre, 12 h ». */
export function frenchRange(start: Instant, end: Instant | undefined, now: Instant): string {
  if (end === undefined) return `${frenchDay(start, now)}, ${frenchHour(start)}`
  const sameDay = inParis(start).toPlainDate().equals(inParis(end).toPlainDate())
  if (sameDay) return `${frenchDay(start, now)}, ${frenchHour(start)} – ${frenchHour(end)}`
  return `du ${frenchDay(start, now)}, ${frenchHour(start)} au ${frenchDay(end, now)}, ${frenchHour(end)}`
}

/** Until when something is kept: « jusqu’à 14 h » of the day of `now`, else « jusqu’au jeudi 26 novembre, 14 h ». */
export function untilText(end: Instant, now: Instant): string {
  const sameDay = inParis(end).toPlainDate().equals(inParis(now).toPlainDate())
  return sameDay ? `jusqu’à ${frenchHour(end)}` : `jusqu’au ${frenchDay(end, now)}, ${frenchHour(end)}`
}

/** « 23 janvier 2020 »: a day that is written `2020-01-23`. */
export function longDay(day: string): string {
  const date = Temporal.PlainDate.from(day)
  return `${dayNumber(date.day)} ${MONTHS[date.month - 1]} ${date.year}`
}

/** « décembre 2026 » */
export const frenchMonth = ({ year, month }: { year: number; month: number }): string => `${MONTHS[month - 1]} ${year}`

/** How long something has waited, in days of Paris: « depuis aujourd’hui », « depuis hier », « depuis 3 jours ». */
export function sinceText(start: Instant, now: Instant): string {
  const days = inParis(start).toPlainDate().until(inParis(now).toPlainDate()).days
  if (days < 1) return 'depuis aujourd’hui'
  return days === 1 ? 'depuis hier' : `depuis ${days}\u00A0jours`
}

/** « 24/11/2026 » and « 24/11/2026 14:05 », for tables and exports. */
export function shortDay(instant: Instant): string {
  const local = inParis(instant)
  return `${String(local.day).padStart(2, '0')}/${String(local.month).padStart(2, '0')}/${local.year}`
}
export function shortDayAndHour(instant: Instant): string {
  return `${shortDay(instant)} ${inParis(instant).toPlainTime().toString({ smallestUnit: 'minute' })}`
}

/** The two lines of a date block: « 26 » and « nov. ». */
export function dayBlock(instant: Instant): { day: string; month: string } {
  const local = inParis(instant)
  return { day: String(local.day), month: SHORT_MONTHS[local.month - 1] ?? '' }
}
