import { difference } from '#kernel/difference'
import type { FieldText } from '../kinds.ts'

type Props = { before: readonly FieldText[]; after: readonly FieldText[] }

/** What changes from one text to another, field by field; fields that stay the same are left out. */
export function DifferenceView({ before, after }: Props) {
  const former = new Map(before)
  const changed = after.filter(([label, text]) => (former.get(label) ?? '') !== text)
  if (changed.length === 0) return <p>Rien ne change dans le texte.</p>
  return (
    <dl class="difference">
      {changed.map(([label, text]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <Pieces before={former.get(label) ?? ''} after={text} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Struck and underlined for the eye, announced for those who do not see it. */
function Pieces({ before, after }: { before: string; after: string }) {
  return (
    <>
      {difference(before, after).map(({ kind, text }, rank) => {
        if (kind === 'same') return <span key={rank}>{text}</span>
        if (kind === 'removed') {
          return (
            <del key={rank}>
              <span class="unseen"> retiré : </span>
              {text}
            </del>
          )
        }
        return (
          <ins key={rank}>
            <span class="unseen"> ajouté : </span>
            {text}
          </ins>
        )
      })}
    </>
  )
}

/** A whole text, field by field; empty fields are left out. */
export function TextView({ fields }: { fields: readonly FieldText[] }) {
  return (
    <dl class="difference">
      {fields
        .filter(([, text]) => text !== '')
        .map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  )
}
