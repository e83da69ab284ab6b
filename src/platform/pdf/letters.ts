// What the fonts of the papers can write: those of French, then those of European names. Anything else is shown as `UNKNOWN`.

const FRENCH =
  'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789' +
  'àâäæçéèêëîïôöœùûüÿÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸ' +
  'áãåíìóòõøúñßÁÍÓÚÑØÅÃÕÌÒýÝ' +
  ' \u00a0\u202f!"%&\'()+,-./:?«»‘’“”–—…·€°' +
  '#*;=@‹›•²ªº§©×$<>[\\]^_`{|}~³®™÷±½→←↑↓¿¡'
const ABROAD = 'ŁłŠšŽžĆćČčŃńŚśŹźŻżĄąĘęŐőŰűŘřĚěŮůŇňŤťĎďĞğİıŞşȘșȚțĂăĐđĀāĒēĪīŌōŪū'

const UNKNOWN = '[?]'

const [french, abroad] = [new Set(FRENCH), new Set(ABROAD)]
const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' })

/** A word longer than that is cut by a space: to measure it for each of its lines would last. */
const LONGEST_WORD = 200
const longWord = new RegExp(`\\S{${LONGEST_WORD}}(?=\\S)`, 'gu')

export type Run = { text: string; isAbroad: boolean }

/** A text cut where the font changes; what no font can write stands as `UNKNOWN`, with its number. */
export function runsOf(text: string): { runs: Run[]; unknown: number } {
  const runs: Run[] = []
  let unknown = 0
  for (const { segment } of graphemes.segment(text.normalize('NFC').replace(/\s+/g, ' ').replace(longWord, '$& '))) {
    const isAbroad = abroad.has(segment)
    const isKnown = isAbroad || french.has(segment)
    if (!isKnown) unknown++
    const shown = isKnown ? segment : UNKNOWN
    const last = runs.at(-1)
    if (last?.isAbroad === isAbroad) last.text += shown
    else runs.push({ text: shown, isAbroad })
  }
  return { runs, unknown }
}
