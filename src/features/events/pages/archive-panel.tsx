import { addresses } from '#addresses'
import { Button } from '#ui/button.tsx'
import { Hidden } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { Panel } from '#ui/page-frame.tsx'

type Props = { id: number; revision: number; version: number; submission: string }

/** « Archiver » (EVT-6), once no date is to come: what it does to people is said before. */
export function ArchivePanel({ id, revision, version, submission }: Props) {
  return (
    <Panel title="Archiver cet évènement">
      <p>
        Toutes ses dates sont passées ou annulées : il n’est plus dans l’agenda. L’archiver retire aussi sa page du
        site. Ses listes d’inscrits sont gardées, personne n’est prévenu, et vous pourrez le publier à nouveau.
      </p>
      <Form action={addresses.contents.decide({ content: id })} submission={submission} look="inline">
        <Hidden name="revision" value={revision} />
        <Hidden name="version" value={version} />
        <Button look="plain" name="geste" value="archive">
          Archiver
        </Button>
      </Form>
    </Panel>
  )
}
