import { frenchDay, frenchHour } from '#kernel/french-dates'
import type { Instant } from '#kernel/time'
import { startOfDay } from '#kernel/time'
import type { Option } from '#ui/choice.tsx'
import type { FormState } from '#ui/form-state.ts'
import { SERIES_FAULT_TEXTS } from './authoring-texts.ts'
import type { Values } from './date-fields.ts'
import { GESTURES } from './date-gestures.ts'
import type { DateSeriesView } from './pages/date-series.tsx'
import { MOST_DATES } from './rules.ts'
import { isForeseen, readSeries, seriesField, seriesKey } from './series-fields.ts'
import { addSeries, foreseeIn, isSameSeries, roomLeft, type SeriesDay, seriesDays } from './series-gestures.ts'

type AfterGesture = { values: Values; errors: Record<string, string> }

export const isSeriesGesture = (gesture: string): boolean =>
  gesture === GESTURES.foresee || gesture === GESTURES.addSeries

/** The form after « Prévoir les dates » or « Ajouter ces dates »; a series that was changed since is foreseen again. */
export function afterSeriesGesture(values: Values, gesture: string, now: Instant): AfterGesture {
  const read = readSeries(values)
  if (!read.ok) {
    const errors = Object.entries(read.faults).map(([name, fault]) => [name, SERIES_FAULT_TEXTS[fault]])
    return { values, errors: Object.fromEntries(errors) }
  }
  const isReady = gesture === GESTURES.addSeries && isSameSeries(values)
  return { values: isReady ? addSeries(values, now) : foreseeIn(values, now), errors: {} }
}

/** What the form shows of the series. */
export function seriesView({ values, errors }: FormState, now: Instant): DateSeriesView {
  const hasErrors = Object.keys(errors).some((name) => name.startsWith(seriesField('')))
  if (!isForeseen(values) || hasErrors) return { unfolded: hasErrors, foreseen: undefined }
  const days = seriesDays(values, now)
  const options = days.filter(({ kind }) => kind === 'date' || kind === 'twice').map((day) => optionOf(day, now))
  return { unfolded: true, foreseen: { series: seriesKey(values), options, notes: notesOf(days, values, now) } }
}

function optionOf(day: SeriesDay, now: Instant): Option {
  const text = dayText(day, now)
  if (day.isListed) return { value: day.day, text: `${text} (déjà dans la liste)`, disabled: true }
  if (day.kind === 'date') return { value: day.day, text: text + hoursText(day) }
  return {
    value: day.day,
    text,
    hint: 'Cette nuit-là l’horloge passe deux fois par cette heure : dites ensuite laquelle.',
  }
}

const dayText = ({ day }: SeriesDay, now: Instant): string => {
  const starts = startOfDay(day)
  return starts === undefined ? day : frenchDay(starts, now)
}

function hoursText({ startsAt, endsAt }: SeriesDay): string {
  if (startsAt === undefined) return ''
  return `, ${frenchHour(startsAt)}${endsAt === undefined ? '' : ` – ${frenchHour(endsAt)}`}`
}

/** Why some days are not offered, each by its name. */
function notesOf(days: readonly SeriesDay[], values: Values, now: Instant): string[] {
  const named = (kind: SeriesDay['kind'], text: (day: SeriesDay) => string) =>
    days.filter((day) => day.kind === kind).map(text)
  const addable = days.filter(({ isAddable }) => isAddable).length
  const room = roomLeft(values)
  const past = days.filter(({ kind }) => kind === 'past').length
  return [
    ...(days.length === 0 || (addable === 0 && days.every(({ isListed }) => !isListed))
      ? ['Aucune date à venir avec ce rythme dans cette période.']
      : []),
    ...named('holiday', (day) => `Sans le ${dayText(day, now)} : ${day.holiday}.`),
    ...named(
      'missing',
      (day) => `Sans le ${dayText(day, now)} : cette heure n’existe pas cette nuit-là, on passe de 2 h à 3 h.`,
    ),
    ...(past > 0 ? ['Les jours déjà passés sont laissés de côté.'] : []),
    ...(addable > room ? [`Un évènement a ${MOST_DATES} dates au plus : les ${room} premières sont cochées.`] : []),
  ]
}
