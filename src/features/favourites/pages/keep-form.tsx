import { addresses } from '#addresses'
import { Button } from '#ui/button.tsx'
import { Hidden } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'

export type KeepFormProps = {
  contentId: number
  isKept: boolean
  /** Where to come back. */
  back: string
  /** What it is about, for who hears the button alone. */
  about?: string
}

/** « Garder dans mon espace », or the other way. Sent twice, it says the same. */
export function KeepForm({ contentId, isKept, back, about }: KeepFormProps) {
  return (
    <Form action={addresses.contents.keep({ content: contentId })} look="inline">
      <Hidden name="garder" value={isKept ? 'non' : 'oui'} />
      <Hidden name="retour" value={back} />
      <Button look={isKept ? 'quiet' : 'plain'} size="slim" icon={isKept ? 'bookmark-check' : 'bookmark'}>
        {isKept ? 'Retirer de mon espace' : 'Garder dans mon espace'}
        {about && <span class="unseen"> : {about}</span>}
      </Button>
    </Form>
  )
}
