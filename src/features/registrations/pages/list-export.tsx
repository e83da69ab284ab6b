import { addresses } from '#addresses'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Checkboxes, Radios } from '#ui/choice.tsx'
import { Disclosure } from '#ui/dialog.tsx'
import { Hidden } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { filledForm } from '#ui/form-state.ts'
import { COLUMN_TEXTS, PURPOSE_TEXTS } from '../column-texts.ts'
import { COLUMNS, PURPOSES } from '../list-extract.ts'

const { eventRegistrationsExport: csv, eventRegistrationsWorkbook: workbook } = addresses.mySpace

/** « Exporter la liste »: whole at once, or what a purpose needs, or column by column. */
export function ListExport({ listId }: { listId: number }) {
  return (
    <>
      <div class="row">
        <ButtonLink href={csv({ liste: listId })} icon="download" download>
          Exporter la liste
        </ButtonLink>
        <ButtonLink href={workbook({ liste: listId })} look="plain" icon="download" download>
          Exporter la liste en .xlsx
        </ButtonLink>
      </div>
      <Disclosure title="N’exporter que le nécessaire">
        <ByPurpose listId={listId} />
        <ByColumn listId={listId} />
      </Disclosure>
    </>
  )
}

function ByPurpose({ listId }: { listId: number }) {
  return (
    <Form action={csv()} method="get" label="Exporter selon l’usage">
      <Hidden name="liste" value={listId} />
      <Radios
        state={filledForm({ usage: 'contact' })}
        name="usage"
        label="Que voulez-vous faire de cette liste ?"
        options={PURPOSES.filter((value) => value !== 'tout').map((value) => ({ value, ...PURPOSE_TEXTS[value] }))}
      />
      <Formats />
    </Form>
  )
}

function ByColumn({ listId }: { listId: number }) {
  return (
    <Form action={csv()} method="get" label="Exporter des colonnes">
      <Hidden name="liste" value={listId} />
      <Hidden name="usage" value="choix" />
      <Checkboxes
        state={filledForm({ colonnes: ['nom'] })}
        name="colonnes"
        label="Ou choisissez les colonnes"
        look="columns"
        options={COLUMNS.map((value) => ({ value, text: COLUMN_TEXTS[value] }))}
      />
      <Formats />
    </Form>
  )
}

function Formats() {
  return (
    <div class="row">
      <Button size="slim" icon="download">
        Exporter en CSV
      </Button>
      <Button size="slim" look="plain" icon="download" action={workbook()}>
        Exporter en .xlsx
      </Button>
    </div>
  )
}
