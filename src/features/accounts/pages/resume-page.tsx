import { addresses } from '#addresses'
import { Button, ButtonLink } from '#ui/button.tsx'
import { keptFields } from '#ui/error-page.tsx'
import { Hidden } from '#ui/field.tsx'
import { Form, SaveBar } from '#ui/form.tsx'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'

export type ResumeProps = { action: string; fields: readonly (readonly [string, string])[] }

/** After signing in again: the form that was refused for want of a session, whole, to be sent by its button. */
export function ResumePage({ action, fields }: ResumeProps) {
  return (
    <PageFrame width="narrow">
      <PageHeading
        title="Vous êtes de nouveau connecté"
        lead="Ce que vous aviez tapé n’est pas encore parti. Pressez le bouton pour l’envoyer."
      />
      <ResumeForm {...{ action, fields }} />
    </PageFrame>
  )
}

/** The form that was refused, hidden, with the button that sends it again. */
export function ResumeForm({ action, fields }: ResumeProps) {
  const { kept } = keptFields(fields)
  return (
    <Form action={action}>
      {kept.map(([name, value], rank) => (
        <Hidden key={rank} name={name} value={value} />
      ))}
      <SaveBar>
        <Button icon="send">Renvoyer</Button>
        <ButtonLink href={addresses.mySpace.home()} look="quiet">
          Y renoncer
        </ButtonLink>
      </SaveBar>
    </Form>
  )
}
