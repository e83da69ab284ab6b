// The days off of French law (Code du travail, L3133-1), as they are observed in Auvergne-Rhône-Alpes.

const FIXED = new Map([
  ['01-01', 'jour de l’an'],
  ['05-01', 'fête du Travail'],
  ['05-08', 'victoire de 1945'],
  ['07-14', 'fête nationale'],
  ['08-15', 'Assomption'],
  ['11-01', 'Toussaint'],
  ['11-11', 'armistice de 1918'],
  ['12-25', 'Noël'],
])

const AFTER_EASTER = new Map([
  [1, 'lundi de Pâques'],
  [39, 'Ascension'],
  [50, 'lundi de Pentecôte'],
])

/** Easter Sunday of the Gregorian calendar (Butcher’s method). */
export function easter(year: number): Temporal.PlainDate {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const rest = year % 100
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const days = epact + weekday - 7 * shift + 114
  return Temporal.PlainDate.from({ year, month: Math.floor(days / 31), day: (days % 31) + 1 })
}

/** The name of a day off; undefined for any other day. */
export function holidayName(day: Temporal.PlainDate): string | undefined {
  return FIXED.get(day.toString().slice(5)) ?? AFTER_EASTER.get(easter(day.year).until(day).days)
}
