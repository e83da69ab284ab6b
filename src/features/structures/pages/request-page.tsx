import { addresses } from '#addresses'
import { Button, ButtonLink } from '#ui/button.tsx'
import { TextArea } from '#ui/field.tsx'
import { Notice } from '#ui/flash.tsx'
import { ErrorSummary, Form, SaveBar } from '#ui/form.tsx'
import type { FormState } from '#ui/form-state.ts'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'

type Props = {
  item: string
  title: string
  state: FormState
  submission: string
  standing: 'may-ask' | 'waiting' | 'author'
}

/** « Je travaille ici : demander à gérer cette fiche » (STR-2). */
export function RequestPage({ item, title, state, submission, standing }: Props) {
  return (
    <PageFrame width="narrow">
      <PageHeading
        title="Demander à gérer cette fiche"
        crumbs={[{ href: addresses.structures.one({ item }), text: title }]}
        lead={`Vous travaillez pour « ${title} » ? Une fois votre demande validée, vous tenez à jour sa fiche et ses services.`}
      />
      {standing === 'may-ask' && (
        <>
          <ErrorSummary state={state} />
          <Form action={addresses.structures.request({ item })} submission={submission}>
            <TextArea
              state={state}
              name="message"
              label="Votre fonction dans la structure"
              hint="Ce qui aide à valider : votre poste, une adresse e-mail de la structure, une personne à appeler."
              optional
              maxLength={1000}
            />
            <SaveBar>
              <Button icon="send">Envoyer la demande</Button>
            </SaveBar>
          </Form>
        </>
      )}
      {standing === 'waiting' && (
        <Notice title="Demande envoyée">
          <p>Elle attend sa validation. Un mail vous donnera la réponse.</p>
        </Notice>
      )}
      {standing === 'author' && (
        <Notice title="Vous gérez déjà cette fiche">
          <p>
            <ButtonLink href={addresses.structures.edit({ item })} icon="pencil" look="plain">
              Modifier la fiche
            </ButtonLink>
          </p>
        </Notice>
      )}
    </PageFrame>
  )
}
