import { addresses, itemOf } from '#addresses'
import { plural } from '#kernel/french'
import { shortDay, sinceText } from '#kernel/french-dates'
import type { Instant } from '#kernel/time'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { Disclosure } from '#ui/dialog.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Facts } from '#ui/facts.tsx'
import { TextArea } from '#ui/field.tsx'
import { ErrorSummary, Form, SaveBar } from '#ui/form.tsx'
import type { FormState } from '#ui/form-state.ts'
import { PageFrame, Panel } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { Pager } from '#ui/pager.tsx'
import { Table } from '#ui/table.tsx'
import { type Tab, Tabs } from '#ui/tabs.tsx'
import type { AskedRequest, QueuedSheet } from '../sheet-queries.ts'

type Props = {
  tabs: readonly Tab[]
  requests?: readonly (AskedRequest & { state: FormState })[]
  sheets?: { rows: readonly QueuedSheet[]; page: number; pages: number; url: string }
  now: Instant
  newSubmission(): string
}

/** The requests to manage a structure, and the sheets, services included, that nobody keeps or checks (ADM-1, STR-2, STR-5). */
export function StructuresQueuePage({ tabs, requests, sheets, now, newSubmission }: Props) {
  return (
    <PageFrame>
      <PageHeading title="Structures et services" crumbs={[{ href: addresses.admin.home(), text: 'Administration' }]} />
      <Tabs label="Structures à suivre" tabs={tabs} />
      {requests?.length === 0 && (
        <EmptyState
          icon="circle-check"
          title="Aucune demande en attente"
          text="Vous recevez un mail dès qu’un professionnel demande à gérer une fiche de votre territoire."
        />
      )}
      {requests?.map((request) => (
        <Request key={request.id} {...{ request, now, newSubmission }} />
      ))}
      {sheets && <Sheets {...sheets} />}
    </PageFrame>
  )
}

type RequestProps = { request: AskedRequest & { state: FormState }; now: Instant; newSubmission(): string }

function Request({ request, now, newSubmission }: RequestProps) {
  const { id, person, structure, message, createdAt, authors, state } = request
  return (
    <Panel title={person.name} id={`demande-${id}`}>
      <p class="row">
        <Chip icon="hourglass" tone="sun">
          En attente {sinceText(createdAt, now)}
        </Chip>
      </p>
      <Facts
        facts={[
          {
            term: 'Demande à gérer',
            icon: 'building-2',
            detail: <a href={addresses.structures.one({ item: itemOf(structure) })}>{structure.title}</a>,
          },
          { term: 'Auteurs actuels', detail: authors === 0 ? 'aucun' : plural(authors, 'auteur') },
          { term: 'Fonction', detail: person.job },
          { term: 'Structure de son compte', detail: person.structureName },
          { term: 'Adresse e-mail', detail: person.email, icon: 'mail' },
          { term: 'Son message', detail: message },
        ]}
      />
      <ErrorSummary state={state} form={String(id)} />
      <Form action={addresses.admin.acceptRequest({ request: id })} submission={newSubmission()}>
        <p class="hint">
          Un mail lui dira que la demande est acceptée et que ses modifications sont publiées tout de suite.
        </p>
        <SaveBar>
          <Button icon="check">Accepter</Button>
        </SaveBar>
      </Form>
      <Disclosure title="Refuser cette demande" open={state.errors.motif !== undefined}>
        <Form action={addresses.admin.refuseRequest({ request: id })} submission={newSubmission()}>
          <TextArea
            state={state}
            form={String(id)}
            name="motif"
            label="Motif"
            hint={`Le mail dira : « Bonjour ${person.name}, votre demande à gérer la fiche « ${structure.title} » n’a pas été acceptée. Voici le motif : » suivi de votre texte tel quel.`}
            maxLength={2000}
          />
          <SaveBar>
            <Button look="danger" icon="x">
              Refuser
            </Button>
          </SaveBar>
        </Form>
      </Disclosure>
    </Panel>
  )
}

const pageOf = (sheet: QueuedSheet): string =>
  (sheet.kind === 'service' ? addresses.services : addresses.structures).one({ item: itemOf(sheet) })

function Sheets({ rows, page, pages, url }: NonNullable<Props['sheets']>) {
  if (rows.length === 0)
    return <EmptyState icon="circle-check" title="Rien ici" text="Toutes les fiches sont suivies." />
  return (
    <>
      <Table
        caption="Fiches à suivre"
        unseenCaption
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          {
            title: 'Fiche',
            heading: true,
            cell: (row) => <a href={pageOf(row)}>{row.title}</a>,
          },
          { title: 'Type', cell: ({ kind }) => (kind === 'service' ? 'service' : 'structure') },
          { title: 'Ville', cell: ({ city }) => city || '—' },
          { title: 'Vérifiée le', cell: ({ checkedAt }) => (checkedAt ? shortDay(checkedAt) : '—') },
          {
            title: 'Auteurs',
            cell: (row) =>
              row.kind === 'structure' ? (
                <a href={addresses.structures.authors({ item: itemOf(row) })}>Auteurs</a>
              ) : (
                'ceux de sa structure'
              ),
          },
        ]}
      />
      <Pager page={page} pages={pages} url={url} />
    </>
  )
}
