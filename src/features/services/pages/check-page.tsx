import { addresses, itemOf } from '#addresses'
import { shortDay } from '#kernel/french-dates'
import { Button } from '#ui/button.tsx'
import { Form, SaveBar } from '#ui/form.tsx'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import type { CheckedSheet } from '../check-queries.ts'

type Props = { title: string; sheets: readonly CheckedSheet[]; action: string; submission: string }

/** « Toujours exact ? »: opening the link changes nothing, the button confirms what is ticked (N3). */
export function CheckPage({ title, sheets, action, submission }: Props) {
  return (
    <PageFrame width="narrow">
      <PageHeading title="Toujours exact ?" lead={`Relisez « ${title} » et ses services, puis confirmez.`} />
      <Form action={action} submission={submission}>
        <fieldset class="field">
          <legend>Je confirme que ces fiches sont toujours exactes</legend>
          {sheets.map((sheet) => (
            <div class="choice" key={sheet.id}>
              <input type="checkbox" name="fiche" value={sheet.id} id={`fiche-${sheet.id}`} checked />
              <label for={`fiche-${sheet.id}`}>{sheet.title}</label>
              <div class="choice-hint">
                Relue le {shortDay(sheet.verifiedAt)}. <Links {...sheet} />
              </div>
            </div>
          ))}
        </fieldset>
        <SaveBar>
          <Button icon="check">Toujours exact</Button>
        </SaveBar>
      </Form>
    </PageFrame>
  )
}

function Links(sheet: CheckedSheet) {
  const item = itemOf(sheet)
  const { one, edit } = sheet.kind === 'structure' ? addresses.structures : addresses.services
  return (
    <>
      <a href={one({ item })}>Voir</a> <a href={edit({ item })}>Modifier</a>
    </>
  )
}

export function CheckedPage({ count }: { count: number }) {
  return (
    <PageFrame width="narrow">
      <PageHeading
        title={count === 0 ? 'Rien n’a été confirmé' : 'Merci, c’est noté'}
        lead="La date de relecture est affichée sur chaque fiche."
      />
    </PageFrame>
  )
}

export function StaleCheckPage() {
  return (
    <PageFrame width="narrow">
      <PageHeading
        title="Ce lien ne marche plus"
        lead="Il est trop ancien, coupé, ou vous n’êtes plus auteur de cette fiche. Connectez-vous pour retrouver vos contenus."
      />
      <p>
        <a href={addresses.mySpace.home()}>Ouvrir mon espace</a>
      </p>
    </PageFrame>
  )
}
