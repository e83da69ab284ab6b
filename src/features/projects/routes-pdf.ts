import { addresses } from '#addresses'
import type { WebSite } from '#features/accounts/actor.ts'
import { STAGES } from '#features/services/rules.ts'
import { STAGE_TEXTS } from '#features/services/texts.ts'
import { sectorText } from '#features/territory/sectors.ts'
import { shortDayAndHour } from '#kernel/french-dates'
import type { Answer } from '#platform/http/answers.ts'
import type { Parts } from '#platform/parts.ts'
import { type Drawing, drawn } from '#platform/pdf/drawing.ts'
import { Paper } from '#platform/pdf/paper.ts'
import { threadsOfSheet } from './comment-queries.ts'
import { withProject } from './routes-guard.tsx'
import { SECTIONS } from './sheet.ts'
import { getSheet, type SheetRead } from './sheet-queries.ts'
import { SECTION_TEXTS } from './texts.ts'
import { authorPart, authorText, type Thread } from './threads.ts'

/** « Fiche projet » as a PDF; `?commentaires=oui` adds what was said of it. */
export function sheetPdfRoutes(site: WebSite, parts: Parts): void {
  site.get(
    addresses.projects.pdf,
    withProject(parts, async (visit, project, actor): Promise<Answer> => {
      const sheet = await getSheet(parts.database, project.id)
      const threads = visit.query.get('commentaires') === 'oui' ? await threadsOfSheet(parts.database, project.id) : []
      const { body } = await drawn(drawSheet({ sheet, threads, owner: project.ownerName }), actor.id)
      return {
        ...{ kind: 'data', body, contentType: 'application/pdf' },
        headers: { 'content-disposition': `inline; filename="fiche-projet-${project.id}.pdf"` },
      }
    }),
  )
}

type SheetToDraw = { sheet: SheetRead; threads: readonly Thread[]; owner: string }

function* drawSheet({ sheet, threads, owner }: SheetToDraw): Drawing {
  const paper = new Paper({ title: sheet.name, size: 'A4', layout: 'portrait' })
  yield* writeSheet(paper, sheet, owner)
  yield* writeThreads(paper, threads)
  if (paper.unknown > 0)
    paper.flow('P', '[?] : signe que ce PDF ne sait pas écrire ; il est entier à l’écran.', { size: 8 })
  paper.end()
  return paper
}

const SOFT = '#3a4a60'

function* writeSheet(paper: Paper, sheet: SheetRead, owner: string): Generator<undefined, void> {
  paper.flow('H1', sheet.name, { size: 22, bold: true, gap: 6 })
  const stage = STAGES.find((one) => one === sheet.stage)
  const facts = [
    `Projet de ${owner}`,
    stage && STAGE_TEXTS[stage],
    sheet.sector && sectorText(sheet.sector),
    sheet.commune,
    `au ${shortDayAndHour(sheet.updatedAt)}`,
  ].filter(Boolean)
  paper.flow('P', facts.join(', '), { size: 10, colour: SOFT, gap: 12 })
  for (const section of SECTIONS) {
    if (sheet[section] === '') continue
    paper.part()
    paper.flow('H2', SECTION_TEXTS[section].label, { size: 14, bold: true, gap: 4 })
    for (const line of sheet[section].split(/\n+/)) {
      paper.flow('P', line, { size: 11, gap: 5 })
      yield
    }
  }
}

function* writeThreads(paper: Paper, threads: readonly Thread[]): Generator<undefined, void> {
  if (threads.length === 0) return
  paper.part()
  paper.flow('H2', 'Commentaires', { size: 14, bold: true, gap: 6 })
  for (const { opening, answers } of threads) {
    if (opening.subject !== '') paper.flow('H3', opening.subject, { size: 12, bold: true })
    for (const line of [opening, ...answers]) {
      const who = `${authorText(line)}, ${authorPart(line)}, ${shortDayAndHour(line.createdAt)}`
      paper.flow('P', who, { size: 9, colour: SOFT, gap: 2 })
      for (const text of line.body.split(/\n+/)) {
        paper.flow('P', text, { size: 11 })
        yield
      }
    }
  }
}
