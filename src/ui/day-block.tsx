export type DayBlockProps = {
  /** « 26 », « 1 » */
  day: string
  /** « nov. » */
  month: string
  /** `2026-11-26` or an instant with its offset, for machines. */
  iso: string
}

/** A date as the leaf of a calendar. */
export function DayBlock({ day, month, iso }: DayBlockProps) {
  return (
    <time class="day" dateTime={iso}>
      {day} <span>{month}</span>
    </time>
  )
}
