import { addresses } from '#addresses'
import { Button } from '#ui/button.tsx'
import { Form } from '#ui/form.tsx'
import { Panel } from '#ui/page-frame.tsx'

/** « Dupliquer » (EVT-6): what the copy has is said before. */
export function DuplicatePanel({ item, submission }: { item: string; submission: string }) {
  return (
    <Panel title="Dupliquer cet évènement">
      <p>
        La copie est un brouillon : elle a ses textes, son lieu, son contact, ses catégories et ses fichiers, mais ni
        ses dates ni ses inscriptions. Ce que vous venez de taper ici et n’avez pas enregistré n’y est pas.
      </p>
      <Form action={addresses.events.duplicate({ item })} submission={submission} look="inline">
        <Button look="plain">Dupliquer</Button>
      </Form>
    </Panel>
  )
}
