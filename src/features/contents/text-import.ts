// What an import of texts did, or would do.
import { formatNumber, plural } from '#kernel/french'
import type { Instant } from '#kernel/time'

export type TextImportOrder = { path: string; now: Instant; dryRun?: boolean }

export type TextImportReport = {
  file: string
  /** « fiches de service-public.fr » */
  format: string
  lines: number
  added: number
  changed: number
  unchanged: number
  /** Texts that members edited: left alone. */
  kept: number
  /** A sentence for each line with something wrong; `blocking` ones stop everything. */
  faults: { line: number; text: string; blocking: boolean }[]
  outcome: 'done' | 'dry-run' | 'refused'
}

export const newTextReport = (path: string, format: string): TextImportReport => ({
  file: path.replace(/^.*[/\\]/, ''),
  format,
  ...{ lines: 0, added: 0, changed: 0, unchanged: 0, kept: 0 },
  faults: [],
  outcome: 'done',
})

/** All or nothing: a line in error stops the whole import. */
export function outcomeOf({ faults }: TextImportReport, dryRun = false): TextImportReport['outcome'] {
  if (faults.some(({ blocking }) => blocking)) return 'refused'
  return dryRun ? 'dry-run' : 'done'
}

const OUTCOMES: Record<TextImportReport['outcome'], string> = {
  done: 'Import fait.',
  'dry-run': 'Essai à blanc : rien n’a été enregistré.',
  refused: 'Rien n’a été enregistré : corrigez le fichier.',
}

/** The report in words. */
export function textImportText(report: TextImportReport): string {
  const counts: [string, number][] = [
    ['nouveaux textes', report.added],
    ['textes modifiés', report.changed],
    ['textes inchangés', report.unchanged],
    ['textes que leurs auteurs ont repris, laissés comme ils sont', report.kept],
  ]
  return [
    `${report.file} : ${report.format}, ${plural(report.lines, 'fiche lue', 'fiches lues')}`,
    ...counts.map(([what, count]) => `  ${formatNumber(count).padStart(7)} ${what}`),
    ...report.faults.map(({ line, text, blocking }) => `  ligne ${line} : ${text}${blocking ? ' (ERREUR)' : ''}`),
    '',
    OUTCOMES[report.outcome],
  ].join('\n')
}
