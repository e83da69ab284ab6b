import { shortDayAndHour } from '#kernel/french-dates'
import type { Instant } from '#kernel/time'
import { Button } from '#ui/button.tsx'
import { Hidden } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { PageFrame, Panel } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { Table } from '#ui/table.tsx'
import type { FieldText, KindOfContent } from '../kinds.ts'
import type { RevisionState } from '../moderation.ts'
import { REVISION_TEXTS } from '../texts.ts'
import { ContentTabs } from './content-tabs.tsx'
import { DifferenceView } from './difference-view.tsx'

export type HistoryLine = {
  id: number
  number: number
  state: RevisionState
  author: string | null
  createdAt: Instant
  reason: string | null
}

export type HistoryPageProps = {
  kind: Pick<KindOfContent, 'kind' | 'address' | 'revertNote'>
  item: string
  title: string
  lines: readonly HistoryLine[]
  others?: readonly { href: string; text: string }[]
  shown?: { line: HistoryLine; before: readonly FieldText[]; after: readonly FieldText[]; since: string }
  /** Going back to the text shown; absent where one may not, or it is the present one. */
  revert?: { version: number; submission: string }
}

/** Every text of a content, what each changed, and the way back to it (STR-3). */
export function HistoryPage(props: HistoryPageProps) {
  const { kind, item, title, shown } = props
  return (
    <PageFrame>
      <ContentTabs kind={kind} item={item} current="history" others={props.others} />
      <PageHeading title={`Historique : ${title}`} lead="Chaque enregistrement est gardé, avec son auteur." />
      {shown && <Shown {...props} shown={shown} />}
      <Lines {...props} />
    </PageFrame>
  )
}

function Shown({ kind, item, shown, revert }: HistoryPageProps & { shown: NonNullable<HistoryPageProps['shown']> }) {
  const { line, before, after, since } = shown
  return (
    <Panel title={`Version ${line.number}, ${shortDayAndHour(line.createdAt)}`}>
      <p class="soft">{since}</p>
      <DifferenceView before={before} after={after} />
      {revert && (
        <Form action={kind.address.history({ item })} submission={revert.submission}>
          <Hidden name="revision" value={line.id} />
          <Hidden name="version" value={revert.version} />
          {kind.revertNote && <p class="soft">{kind.revertNote}</p>}
          <p>
            <Button icon="rotate-ccw">Revenir à cette version</Button>
          </p>
        </Form>
      )}
    </Panel>
  )
}

function Lines({ kind, item, lines }: HistoryPageProps) {
  if (lines.length === 0) return <p>Cette fiche n’a pas encore été modifiée ici.</p>
  const href = (line: HistoryLine) => kind.address.history({ item }, { version: line.number })
  return (
    <Table
      caption="Versions, la plus récente d’abord"
      rows={lines}
      keyOf={({ id }) => id}
      columns={[
        { title: 'Version', heading: true, cell: (line) => <a href={href(line)}>Version {line.number}</a> },
        { title: 'Enregistrée le', cell: ({ createdAt }) => shortDayAndHour(createdAt) },
        { title: 'Par', cell: ({ author }) => author ?? 'Le site (import)' },
        {
          title: 'État',
          cell: ({ state, reason }) => (reason ? `${REVISION_TEXTS[state]} : ${reason}` : REVISION_TEXTS[state]),
        },
      ]}
    />
  )
}
