import { addresses } from '#addresses'
import { shortDayAndHour } from '#kernel/french-dates'
import { isoWithOffset } from '#kernel/time'
import { Button } from '#ui/button.tsx'
import { Hidden } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { emptyForm, type FormState } from '#ui/form-state.ts'
import { authorPart, authorText, type CommentLine, type Thread } from '../threads.ts'
import { CommentFields } from './comment-fields.tsx'

export type ThreadListProps = {
  threads: readonly Thread[]
  project: number
  /** Where an answer is sent. */
  action: string
  /** Whether one may answer and close. */
  speaks: boolean
  submission: string
  /** The answer that was refused, and to which thread. */
  refused?: { thread: number; state: FormState } | undefined
}

/** Comments in order, each with what answers it (PRJ-3, PRJ-6). */
export function ThreadList(props: ThreadListProps) {
  return (
    <ol class="threads">
      {props.threads.map((thread) => (
        <li key={thread.opening.id} class="thread" id={`commentaire-${thread.opening.id}`}>
          <OneThread {...props} thread={thread} />
        </li>
      ))}
    </ol>
  )
}

function OneThread(props: ThreadListProps & { thread: Thread }) {
  const { thread, speaks, project, submission } = props
  const { opening, answers } = thread
  const isClosed = opening.closedAt !== null
  return (
    <>
      <CommentWords line={opening} />
      {answers.length > 0 && (
        <ol class="answers">
          {answers.map((line) => (
            <li key={line.id} id={`commentaire-${line.id}`}>
              <CommentWords line={line} />
            </li>
          ))}
        </ol>
      )}
      {isClosed && <p class="soft small">Échange clos le {opening.closedAt && shortDayAndHour(opening.closedAt)}.</p>}
      {speaks && (
        <div class="thread-acts">
          {!isClosed && <Answer {...props} />}
          <Form
            action={addresses.projects.closing({ project, comment: opening.id })}
            submission={`${submission}-${opening.id}`}
            look="inline"
          >
            <Hidden name="clos" value={isClosed ? 'non' : 'oui'} />
            <Button look="quiet" size="slim" icon={isClosed ? 'rotate-ccw' : 'check'}>
              {isClosed ? 'Rouvrir cet échange' : 'Clore cet échange'}
            </Button>
          </Form>
        </div>
      )}
    </>
  )
}

function Answer({ thread, action, submission, refused }: ThreadListProps & { thread: Thread }) {
  const { id } = thread.opening
  const mine = refused?.thread === id ? refused.state : undefined
  return (
    <details class="disclosure" open={mine !== undefined}>
      <summary>Répondre</summary>
      <div class="disclosure-body">
        <Form action={action} submission={`${submission}-r${id}`} label="Répondre">
          <Hidden name="fil" value={id} />
          <CommentFields state={mine ?? emptyForm} form={`r${id}`} />
          <div class="row">
            <Button icon="send">Envoyer la réponse</Button>
          </div>
        </Form>
      </div>
    </details>
  )
}

/** Who, when, and the words. */
function CommentWords({ line }: { line: CommentLine }) {
  return (
    <article class="comment">
      <p class="comment-head">
        <strong>{authorText(line)}</strong> <span class="soft small">{authorPart(line)}</span>{' '}
        <time class="soft small" dateTime={isoWithOffset(line.createdAt)}>
          {shortDayAndHour(line.createdAt)}
        </time>
      </p>
      {line.subject !== '' && <h3 class="comment-subject">{line.subject}</h3>}
      <p class="typed">{line.body}</p>
    </article>
  )
}
