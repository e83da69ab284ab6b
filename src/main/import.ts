import { parseArgs } from 'node:util'
import { importFile } from '#features/services/import-file-actions.ts'
import { reportText } from '#features/services/report-texts.ts'
import { loadTerritory } from '#features/territory/actions.ts'
import { WORKER_LIMITS } from '#platform/database/database.ts'
import { createLog } from '#platform/log.ts'
import { openParts } from '#platform/process/open-parts.ts'
import { runCommand } from '#platform/process/run-command.ts'
import { readSettings } from '#platform/settings.ts'
import { importTexts } from '../app/import-texts.ts'

await runCommand(async (open) => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean' },
      'skip-errors': { type: 'boolean' },
      source: { type: 'string' },
      licence: { type: 'string' },
      date: { type: 'string' },
    },
  })
  const [path, ...others] = positionals
  if (path === undefined || others.length > 0) throw new Error('Usage : npm run import -- FICHIER [--dry-run]')
  const { licence, source, date } = values
  if (licence !== undefined && licence !== 'lov2' && licence !== 'odbl') throw new Error('--licence : lov2 ou odbl')
  if (date !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new Error('--date : AAAA-MM-JJ')
  const settings = readSettings(process.env)
  const parts = await openParts(open, settings, { log: createLog(settings.LOG_LEVEL), limits: WORKER_LIMITS })
  await loadTerritory(parts.database, parts.clock.now())
  const texts = await importTexts(parts.database, { path, now: parts.clock.now(), dryRun: values['dry-run'] })
  if (texts !== undefined) return console.log(texts)
  const report = await importFile(parts.database, {
    path,
    now: parts.clock.now(),
    ...{ source, licence, date, dryRun: values['dry-run'], skipErrors: values['skip-errors'] },
  })
  if (report.outcome === 'refused') throw new Error(reportText(report))
  console.log(reportText(report))
})
