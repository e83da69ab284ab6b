import { addresses } from '#addresses'
import { plural } from '#kernel/french'
import type { Instant } from '#kernel/time'
import { Facts } from '#ui/facts.tsx'
import { Icon } from '#ui/icon.tsx'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import type { Expected, ListChoice } from '../organiser-queries.ts'
import { dateText } from '../organiser-texts.ts'
import type { ListKind } from '../rules.ts'

export type SheetPageProps = {
  lists: readonly [ListChoice, ...ListChoice[]]
  expected: readonly Expected[]
  place: string
  now: Instant
}

const LIST_WORDS = { direct: 'Directe', prescription: 'Prescription' } satisfies Record<ListKind, string>

/** Lines for those who come without having registered. */
const BLANK_LINES = 5

/** The attendance sheet (REG-8), made to be printed on A4: one line to sign for each who is expected. */
export function SheetPage({ lists, expected, place, now }: SheetPageProps) {
  const [{ title, dateId, listId }] = lists
  const isBoth = lists.length > 1
  return (
    <PageFrame width="narrow">
      <PageHeading
        title="Feuille d’émargement"
        crumbs={[{ href: addresses.mySpace.eventRegistrations({ liste: listId }), text: 'Événements-inscriptions' }]}
        lead={title}
        actions={
          <button class="button slim with-script" type="button" data-island="print" hidden>
            <Icon name="printer" />
            Imprimer
          </button>
        }
      />
      <Facts
        facts={[
          { term: 'Date', detail: dateText(lists[0], now) },
          { term: 'Lieu', detail: place },
          { term: 'Attendus', detail: plural(expected.length, 'personne') },
        ]}
      />
      <p class="on-screen soft">
        Imprimez cette page par le menu de votre navigateur.{' '}
        <a href={addresses.registrants.presences({ date: dateId })}>Noter les présences en ligne</a>
      </p>
      <table class="sheet">
        <caption class="unseen">Personnes attendues, à faire signer</caption>
        <thead>
          <tr>
            <th scope="col">N°</th>
            <th scope="col">Nom</th>
            {isBoth && <th scope="col">Liste</th>}
            <th scope="col">Signature</th>
          </tr>
        </thead>
        <tbody>
          {expected.map(({ id, name, kind }, place) => (
            <tr key={id}>
              <td>{place + 1}</td>
              <th scope="row">{name}</th>
              {isBoth && <td>{LIST_WORDS[kind]}</td>}
              <td />
            </tr>
          ))}
          {Array.from({ length: BLANK_LINES }, (_, place) => (
            <tr key={`blank-${place}`}>
              <td>{expected.length + place + 1}</td>
              <td />
              {isBoth && <td />}
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </PageFrame>
  )
}
