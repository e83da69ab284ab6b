import { addresses } from '#addresses'
import { plural } from '#kernel/french'
import type { Instant } from '#kernel/time'
import { Button, ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Notice } from '#ui/flash.tsx'
import { Form, SaveBar } from '#ui/form.tsx'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { Pager } from '#ui/pager.tsx'
import type { Expected, ListChoice } from '../organiser-queries.ts'
import { countsText, dateText, MARKING_TEXTS } from '../organiser-texts.ts'
import type { PresenceCounts } from '../presence-counts.ts'

export type PresencesPageProps = {
  lists: readonly [ListChoice, ...ListChoice[]]
  shown: readonly Expected[]
  counts: PresenceCounts
  pager: { page: number; pages: number; url: string }
  mayMark: boolean
  submission: string
  now: Instant
}

/** Who came (REG-8): a list to tick on a phone at the door. */
export function PresencesPage(props: PresencesPageProps) {
  const { lists, shown, counts, pager, mayMark, now } = props
  const [{ title, listId, dateId }] = lists
  return (
    <PageFrame width="narrow">
      <PageHeading
        title="Présences"
        crumbs={[{ href: addresses.mySpace.eventRegistrations({ liste: listId }), text: 'Événements-inscriptions' }]}
        lead={`${title}, ${dateText(lists[0], now)}`}
      />
      <p class="counts">
        <b>{plural(counts.expected, 'attendu')}</b> : {countsText(counts)}
      </p>
      {!mayMark && (
        <Notice>
          <p>{MARKING_TEXTS['too-early']}</p>
        </Notice>
      )}
      {shown.length === 0 && <Nobody dateId={dateId} />}
      {mayMark && shown.length > 0 && <Marks {...props} />}
      <Pager {...pager} label="Pages de la liste" />
      <div class="row">
        <ButtonLink href={addresses.registrants.sheet({ date: dateId })} look="plain" size="slim" icon="printer">
          Feuille d’émargement
        </ButtonLink>
      </div>
    </PageFrame>
  )
}

function Nobody({ dateId }: { dateId: number }) {
  return (
    <EmptyState
      icon="users"
      title="Personne n’a de place confirmée"
      text="Les présences se notent pour ceux dont l’inscription est confirmée."
      action={{ href: addresses.registrants.sheet({ date: dateId }), text: 'Imprimer une feuille d’émargement vierge' }}
    />
  )
}

function Marks({ lists, shown, pager, submission }: PresencesPageProps) {
  return (
    <Form
      action={addresses.registrants.presences({ date: lists[0].dateId, page: pager.page })}
      submission={submission}
      label="Présences"
    >
      <div class="presences">
        {shown.map((one) => (
          <Mark key={one.id} {...one} />
        ))}
      </div>
      <SaveBar sticky>
        <Button>Enregistrer les présences</Button>
      </SaveBar>
    </Form>
  )
}

const CHOICES = [
  { value: 'present', text: 'Présent' },
  { value: 'absent', text: 'Absent' },
  { value: '', text: 'À noter' },
] as const

function Mark({ id, name, presence }: Expected) {
  return (
    <fieldset class="presence">
      <legend>{name || 'Nom effacé'}</legend>
      {CHOICES.map(({ value, text }) => (
        <label key={value}>
          <input type="radio" name={`presence.${id}`} value={value} checked={value === (presence ?? '')} />
          {text}
        </label>
      ))}
    </fieldset>
  )
}
