import type { Double } from '#features/structures/double-rules.ts'

/** A sentence about one line of the file. `blocking`: the line gives no sheet. */
export type LineFault = { line: number; field: string; text: string; blocking: boolean }

export type ImportReport = {
  file: string
  encoding: string
  format: string
  kind: 'structures' | 'services'
  lines: number
  added: number
  changed: number
  unchanged: number
  /** Changed at the source, but with fields that members edited, which were left alone. */
  kept: number
  /** Services whose structure is not here. */
  orphans: number
  warnings: number
  errors: number
  /** The first of them. */
  faults: LineFault[]
  doubles: Double[]
  outcome: 'done' | 'dry-run' | 'refused'
  /** Why the file could not be read to its end. */
  unreadable?: string
}

const MOST_FAULTS_SHOWN = 200

export function newReport(file: string): ImportReport {
  return {
    file,
    encoding: '',
    format: '',
    kind: 'structures',
    lines: 0,
    added: 0,
    changed: 0,
    unchanged: 0,
    kept: 0,
    orphans: 0,
    warnings: 0,
    errors: 0,
    faults: [],
    doubles: [],
    outcome: 'done',
  }
}

/** Counts a fault; keeps it when it is among the first, errors before warnings. */
export function noteFault(report: ImportReport, fault: LineFault): void {
  if (fault.blocking) report.errors++
  else report.warnings++
  if (report.faults.length < MOST_FAULTS_SHOWN) report.faults.push(fault)
  else if (fault.blocking) {
    const place = report.faults.findLastIndex(({ blocking }) => !blocking)
    if (place >= 0) report.faults.splice(place, 1, fault)
  }
}

/** All or nothing: an error stops the whole import, unless lines in error were to be skipped. */
export function mayBeKept(
  report: ImportReport,
  options: { skipErrors: boolean; dryRun: boolean },
): ImportReport['outcome'] {
  if (report.unreadable !== undefined || (report.errors > 0 && !options.skipErrors)) return 'refused'
  return options.dryRun ? 'dry-run' : 'done'
}
