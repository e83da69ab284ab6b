import type { VNode } from 'preact'
import { addresses } from '#addresses'
import { spacedSiret } from '#kernel/siret'
import type { Instant } from '#kernel/time'
import { Chip } from '#ui/chip.tsx'
import { Facts } from '#ui/facts.tsx'
import { PageFrame, Panel, TwoColumns } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { Prose } from '#ui/prose.tsx'
import { AUDIENCE_TEXTS } from '../audience-texts.ts'
import type { StructureFacts } from '../queries.ts'
import { DEMO_CHIP, kindText, networkText } from '../texts.ts'
import { addressLines, Lines, mailLink, OpeningHours, phoneLink, SourceNote, siteLink } from './sheet-parts.tsx'

export type StructurePageProps = {
  facts: StructureFacts
  blocks: readonly VNode[]
  now: Instant
  /** Logo and « Fichiers attachés ». */
  image?: VNode | null
  attached?: VNode | null
  /** « Voir », « Modifier »… and « Toujours exact » for its authors. */
  tabs?: VNode
  verify?: VNode
  /** Where to ask to manage it; absent for its authors. */
  requestHref?: string
}

/** The sheet of a structure: what it is, how to reach it, what it offers, what is coming. */
export function StructurePage(props: StructurePageProps) {
  const { facts, blocks, now, tabs, verify, requestHref } = props
  const { structure } = facts
  return (
    <PageFrame>
      {tabs}
      <PageHeading
        title={facts.title}
        crumbs={[{ href: addresses.structures.all(), text: 'Structures' }]}
        chips={<Categories structure={structure} />}
        lead={facts.summary}
      />
      <TwoColumns side={<Contact facts={facts} />}>
        {props.image}
        <Prose text={facts.presentation} />
        {props.attached}
        {blocks}
        <SourceNote sheet={structure} now={now} />
        {verify}
        {requestHref && (
          <p class="small">
            <a href={requestHref}>Je travaille ici : demander à gérer cette fiche</a>
          </p>
        )}
      </TwoColumns>
    </PageFrame>
  )
}

type Structure = StructureFacts['structure']

function Categories({ structure }: { structure: Structure }) {
  return (
    <>
      {structure.demo && <Chip tone="sun">{DEMO_CHIP}</Chip>}
      {structure.kinds.map((kind) => (
        <Chip key={kind}>{kindText(kind)}</Chip>
      ))}
      {structure.networks.map((network) => (
        <Chip key={network} tone="fir">
          {networkText(network)}
        </Chip>
      ))}
    </>
  )
}

function Contact({ facts }: { facts: StructureFacts }) {
  const { structure } = facts
  const address = addressLines(structure)
  const audiences = structure.audiences.map((code) => AUDIENCE_TEXTS[code] ?? code)
  return (
    <Panel title="Contact">
      <Facts
        facts={[
          { term: 'Adresse', icon: 'map-pin', detail: address.length === 0 ? undefined : <Lines lines={address} /> },
          { term: 'Téléphone', icon: 'phone', detail: structure.phone && phoneLink(structure.phone) },
          { term: 'E-mail', icon: 'mail', detail: structure.email && mailLink(structure.email) },
          { term: 'Site', icon: 'globe', detail: structure.website && siteLink(structure.website) },
          {
            term: 'Réseaux sociaux',
            detail: structure.socialLinks.length > 0 && <Lines lines={structure.socialLinks.map(siteLink)} />,
          },
          {
            term: 'Contacts',
            icon: 'user',
            detail: structure.contacts && <Lines lines={structure.contacts.split('\n')} />,
          },
          {
            term: 'Horaires',
            icon: 'clock',
            detail: structure.openingHours && <OpeningHours text={structure.openingHours} />,
          },
          { term: 'Publics', icon: 'users', detail: audiences.join(', ') },
          { term: 'Sigle', detail: structure.acronym },
          { term: 'SIRET', detail: structure.siret && spacedSiret(structure.siret) },
          {
            term: 'Accessibilité',
            detail: structure.accessibilityUrl && <a href={structure.accessibilityUrl}>Accès au lieu</a>,
          },
        ]}
      />
    </Panel>
  )
}
