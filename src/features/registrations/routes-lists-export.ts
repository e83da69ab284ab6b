import { addresses } from '#addresses'
import type { WebSite, WebVisit } from '#features/accounts/actor.ts'
import { CSV_START, csvLine, csvPhone } from '#kernel/csv'
import { shortDay, shortDayAndHour } from '#kernel/french-dates'
import { slugOf } from '#kernel/slug'
import { isoDay, isoHour } from '#kernel/time'
import type { Reader } from '#platform/database/database.ts'
import { type Answer, piecesOf } from '#platform/http/answers.ts'
import { failingAddresses } from '#platform/mail/failing-addresses.ts'
import type { Parts } from '#platform/parts.ts'
import { type SheetCell, workbookOf } from '#platform/spreadsheet/workbook.ts'
import { WORKBOOK_TYPE } from '#platform/spreadsheet/workbook-parts.ts'
import { COLUMN_TEXTS, ERASED_NAME, PRESENCE_TEXTS } from './column-texts.ts'
import { type Column, type ListExtract, readExtract } from './list-extract.ts'
import { countOfList, type ListChoice, peopleOfList, type Registrant } from './organiser-queries.ts'
import { chosenList, isAnswer, noteReading } from './routes-lists-choice.ts'
import { LIST_TEXTS, STATE_TEXTS } from './texts.ts'

/** « Exporter la liste » (REG-7): CSV as French Excel reads it, and .xlsx; who took what away is noted before it leaves. */
export function registrationExportRoutes(site: WebSite, parts: Parts): void {
  site.get(addresses.mySpace.eventRegistrationsExport, (visit) => exportAnswer(visit, parts, 'csv'))
  site.get(addresses.mySpace.eventRegistrationsWorkbook, (visit) => exportAnswer(visit, parts, 'xlsx'))
}

type Format = 'csv' | 'xlsx'

async function exportAnswer(visit: WebVisit, parts: Parts, format: Format): Promise<Answer> {
  const list = await chosenList(visit, parts)
  if (isAnswer(list)) return list
  const extract = readExtract(visit.query.get('usage'), visit.query.all('colonnes'))
  if (extract === undefined) return nothingTicked(list)
  const rows = await countOfList(parts.database, list.listId, extract.states)
  const details = { rows, format, columns: extract.columns.join(' ') }
  await noteReading(visit, parts, { verb: 'registrants-exported', lists: [list.listId], details })
  const name = `inscrits-${slugOf(list.title)}-${isoDay(list.startsAt)}.${format}`
  return {
    kind: 'data',
    body: piecesOf(PIECES[format](parts.database, list, extract)),
    contentType: format === 'csv' ? 'text/csv; charset=utf-8' : WORKBOOK_TYPE,
    headers: { 'content-disposition': `attachment; filename="${name}"` },
  }
}

const nothingTicked = ({ listId }: ListChoice): Answer => ({
  kind: 'redirect',
  location: addresses.mySpace.eventRegistrations({ liste: listId }),
  flash: { tone: 'warn', text: 'Cochez au moins une colonne à exporter.' },
})

const BATCH = 500

/** The rows of a list, batch by batch: 20,000 people never stand in memory together. */
async function* rowsOf(
  reader: Reader,
  list: ListChoice,
  { columns, states }: ListExtract,
): AsyncGenerator<SheetCell[][]> {
  const wantsFailing = columns.includes('en-echec')
  for (let after = 0; ; ) {
    const people = await peopleOfList(reader, list.listId, { states, after, limit: BATCH })
    const emails = wantsFailing ? people.map(({ email }) => email) : []
    const failing = await failingAddresses(reader, emails)
    yield people.map((one) => columns.map((column) => CELLS[column](one, { list, failing })))
    const last = people.at(-1)
    if (last === undefined || people.length < BATCH) return
    after = last.id
  }
}

type Around = { list: ListChoice; failing: ReadonlySet<string> }

const CELLS: Record<Column, (one: Registrant, around: Around) => SheetCell> = {
  nom: ({ name }) => name || ERASED_NAME,
  courriel: ({ email }) => email,
  telephone: ({ phone }) => csvPhone(phone),
  etat: ({ state }) => STATE_TEXTS[state],
  'inscrit-le': ({ createdAt }) => createdAt,
  presence: ({ presence }) => (presence === null ? '' : PRESENCE_TEXTS[presence]),
  'inscrit-par': ({ prescriber }) => prescriber ?? '',
  evenement: (_, { list }) => list.title,
  date: (_, { list }) => list.startsAt,
  heure: (_, { list }) => isoHour(list.startsAt),
  liste: (_, { list }) => LIST_TEXTS[list.kind],
  'en-echec': ({ email }, { failing }) => (failing.has(email) ? 'oui' : ''),
}

async function* csvPieces(reader: Reader, list: ListChoice, extract: ListExtract): AsyncGenerator<string> {
  yield CSV_START + csvLine(extract.columns.map((column) => COLUMN_TEXTS[column]))
  const textOf = (cell: SheetCell, column: Column | undefined): string => {
    if (typeof cell !== 'object') return String(cell ?? '')
    return column === 'date' ? shortDay(cell) : shortDayAndHour(cell)
  }
  for await (const rows of rowsOf(reader, list, extract))
    yield rows.map((row) => csvLine(row.map((cell, place) => textOf(cell, extract.columns[place])))).join('')
}

const WIDTHS: Partial<Record<Column, number>> = { nom: 28, courriel: 32, evenement: 36, liste: 26, 'inscrit-par': 24 }

function workbookPieces(reader: Reader, list: ListChoice, extract: ListExtract): AsyncGenerator<Buffer> {
  const columns = extract.columns.map((column) => ({ title: COLUMN_TEXTS[column], width: WIDTHS[column] ?? 17 }))
  return workbookOf({ name: 'Inscrits', columns, rows: rowsOf(reader, list, extract) })
}

const PIECES = { csv: csvPieces, xlsx: workbookPieces }
