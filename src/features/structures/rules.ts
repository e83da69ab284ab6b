// Opening hours come as OpenStreetMap writes them (https://wiki.openstreetmap.org/wiki/Key:opening_hours), or in plain words.

const DAYS: Record<string, string> = {
  Mo: 'lundi',
  Tu: 'mardi',
  We: 'mercredi',
  Th: 'jeudi',
  Fr: 'vendredi',
  Sa: 'samedi',
  Su: 'dimanche',
  PH: 'jours fériés',
}

const DAY = '(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)'
const HOURS = '\\d{2}:\\d{2}-\\d{2}:\\d{2}'
const RULE = new RegExp(`^(${DAY}(?:[-,]${DAY})*) (${HOURS}(?:,${HOURS})*|off)$`)

const hour = (text: string): string =>
  text.replace(/^0?(\d+):(\d\d)$/, (_, h, m) => (m === '00' ? `${h} h` : `${h} h ${m}`))

const dayNames = (text: string): string =>
  text
    .replace(/Mo|Tu|We|Th|Fr|Sa|Su|PH/g, (day) => DAYS[day] ?? day)
    .replace(/-/g, ' – ')
    .replace(/,/g, ', ')

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** One line a rule: « Lundi – vendredi : 9 h – 12 h, 14 h – 17 h ». What is not in that form is kept line by line. */
export function openingLines(text: string): string[] {
  const rules = text.split(/;\s*/).map((rule) => RULE.exec(rule.trim()))
  if (rules.some((rule) => rule === null)) return text.split('\n').filter((line) => line.trim() !== '')
  return rules.map((rule) => {
    const [, days = '', hours = ''] = rule ?? []
    const times =
      hours === 'off'
        ? 'fermé'
        : hours
            .split(',')
            .map((range) => range.split('-').map(hour).join(' – '))
            .join(', ')
    return `${capital(dayNames(days))} : ${times}`
  })
}

/** What is read and typed: the same words as on the page. */
export const hoursAsRead = (stored: string): string => openingLines(stored).join('\n')

/** What is kept of typed hours: those of a source keep its form as long as nobody changes what they say. */
export const hoursToKeep = (typed: string, stored: string | undefined): string =>
  stored !== undefined && typed === hoursAsRead(stored) ? stored : typed
