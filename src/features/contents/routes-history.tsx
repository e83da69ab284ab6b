import { type Address, itemOf } from '#addresses'
import type { WebSite, WebVisit } from '#features/accounts/actor.ts'
import { type Answer, hidden, page, redirect } from '#platform/http/answers.ts'
import { newKey } from '#platform/keys.ts'
import type { Parts } from '#platform/parts.ts'
import { once } from '#platform/submissions/once.ts'
import { mayEdit, mayJudgeContent } from './access.ts'
import { fieldsOf } from './fields.ts'
import type { KindOfContent, Kinds } from './kinds.ts'
import { HistoryPage } from './pages/history-page.tsx'
import { saveContentIn } from './revision-actions.ts'
import { type HistoryRow, listHistory } from './revision-queries.ts'
import { type Editing, editableContent } from './routes-editing.ts'
import { wordsOf } from './word-queries.ts'

/** Every text of every kind, what each changed, and the way back (STR-3). */
export function historyRoutes(site: WebSite, parts: Parts, kinds: Kinds): void {
  for (const kind of kinds) {
    const address = kind.address.history as Address
    site.get(address, (visit) => historyAnswer(visit, parts, kind))
    site.post(address, (visit) => revertAnswer(visit, parts, kind))
  }
}

const open = (visit: WebVisit, parts: Parts, kind: KindOfContent) =>
  editableContent(
    visit,
    parts.database,
    kind,
    ({ rights }, actor) => mayEdit(rights, actor) || mayJudgeContent(rights, actor),
  )

async function historyAnswer(visit: WebVisit, parts: Parts, kind: KindOfContent): Promise<Answer> {
  const editing = await open(visit, parts, kind)
  if ('kind' in editing) return editing
  const { content, actor, item } = editing
  const isEditor = mayEdit(content.rights, actor)
  const rows = await listHistory(parts.database, content.id)
  // What its author kept to himself, then replaced, is not a judge's to read.
  const lines = rows.filter(({ state }) => isEditor || (state !== 'draft' && state !== 'replaced'))
  const asked = Number(visit.query.get('version'))
  const line = lines.find(({ number }) => number === asked)
  const revert =
    line === undefined || !isEditor || line.state === 'current'
      ? undefined
      : { version: content.version, submission: newKey() }
  const shown = line === undefined ? undefined : await shownOf(parts, { kind, line, lines })
  const title = content.data.content.title
  return page(
    `Historique : ${title}`,
    <HistoryPage {...{ kind, item, title, lines, shown, revert }} others={kind.tabs?.(item)} />,
    { robots: 'noindex' },
  )
}

type Shown = { kind: KindOfContent; line: HistoryRow; lines: readonly HistoryRow[] }

/** What a text changed from the one before it. */
async function shownOf({ database }: Parts, { kind, line, lines }: Shown) {
  const words = await wordsOf(
    database,
    lines.flatMap(({ data }) => data.content.files),
  )
  const former = lines.find(({ number }) => number < line.number)
  const before = former === undefined ? [] : fieldsOf(kind, former.data, words)
  const since = former === undefined ? 'Le premier texte.' : `Ce qui change depuis la version ${former.number}.`
  return { line, before, after: fieldsOf(kind, line.data, words), since }
}

/** Going back is saving the old text again: it is moderated, kept and undone like any other. */
async function revertAnswer(visit: WebVisit, parts: Parts, kind: KindOfContent): Promise<Answer> {
  const editing = await editableContent(visit, parts.database, kind)
  if ('kind' in editing) return editing
  const { content, actor } = editing
  const rows = await listHistory(parts.database, content.id)
  const line = rows.find(({ id }) => String(id) === visit.form.get('revision'))
  const version = Number(visit.form.get('version'))
  if (line === undefined || !Number.isSafeInteger(version)) return hidden
  const isWaiting = ['published', 'submitted'].includes(content.rights.state)
  const saved = await once(
    parts.database,
    visit.submission,
    (tx) =>
      saveContentIn(tx, {
        kind,
        present: { id: content.id, version },
        data: line.data,
        gesture: isWaiting ? 'enregistrer' : 'brouillon',
        actor,
        now: visit.now,
      }),
    (verdict) => (verdict.kind === 'saved' ? kind.address.history({ item: itemOf(verdict) }) : undefined),
  )
  if (saved.kind === 'already') return redirect(saved.location)
  return revertedAnswer(kind, { editing, verdict: saved.value, number: line.number })
}

type Reverted = { editing: Editing; verdict: Awaited<ReturnType<typeof saveContentIn>>; number: number }

function revertedAnswer(kind: KindOfContent, { editing, verdict, number }: Reverted): Answer {
  if (verdict.kind === 'refused') return hidden
  if (verdict.kind === 'conflict') {
    const newest = kind.address.history({ item: editing.item })
    return redirect(newest, 'Quelqu’un a enregistré entre-temps : regardez son texte avant de revenir en arrière.')
  }
  const how = verdict.proposed === undefined ? '' : ' Il sera visible une fois validé.'
  return redirect(kind.address.history({ item: itemOf(verdict) }), `Le texte de la version ${number} est repris.${how}`)
}
