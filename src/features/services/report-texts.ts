import { formatNumber, plural } from '#kernel/french'
import type { ImportReport, LineFault } from './report-rules.ts'

const OUTCOMES: Record<ImportReport['outcome'], string> = {
  done: 'Import fait.',
  'dry-run': 'Essai à blanc : rien n’a été enregistré.',
  refused:
    'Rien n’a été enregistré : corrigez le fichier, ou relancez avec --skip-errors pour laisser ces lignes de côté.',
}

const ALIKE = { phone: 'même téléphone', address: 'même adresse' }

const faultLine = ({ line, field, text, blocking }: LineFault): string =>
  `  ligne ${line}, ${field} : ${text}${blocking ? ' (ERREUR)' : ''}`

function doubleLines({ doubles }: ImportReport): string[] {
  const lines = doubles.map(({ by, one, other }) => {
    const sides = [one, other].map(({ title, source, id, licence }) => {
      return `« ${title} » (${source ?? 'site'}, fiche ${id}${licence === 'odbl' ? ', ODbL' : ''})`
    })
    return `  ${by.map((how) => ALIKE[how]).join(' et ')} : ${sides.join(' et ')}`
  })
  const title = `${plural(doubles.length, 'doublon')} à examiner : aucune fiche n’est fusionnée, aucun champ n’est recopié.`
  return doubles.length === 0 ? [] : ['', title, ...lines]
}

function faultLines(report: ImportReport): string[] {
  const { faults, errors, warnings } = report
  if (faults.length === 0) return []
  const more = errors + warnings - faults.length
  return [
    '',
    `${plural(errors, 'erreur')}, ${plural(warnings, 'avertissement')} (champ laissé vide, ou service laissé de côté) :`,
    ...faults.map(faultLine),
    ...(more > 0 ? [`  … et ${formatNumber(more)} autres`] : []),
  ]
}

/** What an import did, or would do, in words. */
export function reportText(report: ImportReport): string {
  const { file, format, encoding, kind, lines } = report
  const counts: [string, number][] = [
    ['nouvelles fiches', report.added],
    ['fiches modifiées', report.changed],
    ['fiches inchangées', report.unchanged],
    ['fiches modifiées sauf les champs écrits par leurs membres', report.kept],
    ['services laissés de côté : leur structure n’est pas ici', report.orphans],
  ]
  const unreadable = report.unreadable === undefined ? [] : [`Lecture arrêtée : ${report.unreadable}.`]
  return [
    `${[`${file} : ${format || 'format inconnu'}`, kind, encoding].filter(Boolean).join(', ')}, ${plural(lines, 'fiche lue', 'fiches lues')}`,
    ...counts
      .filter(([, count], rank) => rank < 3 || count > 0)
      .map(([what, count]) => `  ${formatNumber(count).padStart(7)} ${what}`),
    ...faultLines(report),
    ...doubleLines(report),
    '',
    ...unreadable,
    OUTCOMES[report.outcome],
  ].join('\n')
}
