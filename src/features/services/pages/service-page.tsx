import type { VNode } from 'preact'
import { addresses, itemOf } from '#addresses'
import { AUDIENCE_TEXTS } from '#features/structures/audience-texts.ts'
import {
  addressLines,
  Lines,
  mailLink,
  OpeningHours,
  phoneLink,
  SourceNote,
  siteLink,
} from '#features/structures/pages/sheet-parts.tsx'
import { DEMO_CHIP } from '#features/structures/texts.ts'
import type { Instant } from '#kernel/time'
import { ButtonLink } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { Facts } from '#ui/facts.tsx'
import { PageFrame, Panel, TwoColumns } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { Prose } from '#ui/prose.tsx'
import type { ServiceFacts } from '../queries.ts'
import { durationText } from '../rules.ts'
import { COST_TEXTS, kindText, mobilisationText, modeText, STAGE_TEXTS, themeText } from '../texts.ts'
import { THEME_TEXTS } from '../theme-texts.ts'

/** The sheet of a service: what it is, for whom, at what price, and how to get it. */
export function ServicePage({
  facts,
  now,
  tabs,
  verify,
  image,
  attached,
  foot,
}: {
  facts: ServiceFacts
  now: Instant
  tabs?: VNode
  verify?: VNode
  image?: VNode | null
  attached?: VNode | null
  foot?: VNode | null
}) {
  return (
    <PageFrame>
      {tabs}
      <PageHeading
        title={facts.title}
        crumbs={[{ href: addresses.services.all(), text: 'Services' }]}
        chips={<Categories service={facts.service} />}
        lead={facts.summary}
      />
      <TwoColumns side={<HowTo facts={facts} />}>
        {image}
        <Prose text={facts.presentation} />
        {attached}
        <Details service={facts.service} />
        <SourceNote sheet={facts.service} now={now} />
        {verify}
        {foot}
      </TwoColumns>
    </PageFrame>
  )
}

type Service = ServiceFacts['service']

function Categories({ service }: { service: Service }) {
  return (
    <>
      {service.demo && <Chip tone="sun">{DEMO_CHIP}</Chip>}
      {service.kinds.map((kind) => (
        <Chip key={kind}>{kindText(kind)}</Chip>
      ))}
      {service.stages.map((stage) => (
        <Chip key={stage} tone="fir">
          {STAGE_TEXTS[stage]}
        </Chip>
      ))}
    </>
  )
}

/** « Sur place, à distance »: one sentence, one capital. */
function listText(codes: readonly string[], textOf: (code: string) => string): string {
  const texts = [...new Set(codes.map(textOf))]
  return texts.map((text, rank) => (rank === 0 ? text : text.charAt(0).toLowerCase() + text.slice(1))).join(', ')
}

/** The themes that have words; a theme whose part is named too is left out. */
const themesShown = (themes: readonly string[]): string[] =>
  themes.filter(
    (code) => code in THEME_TEXTS && !themes.some((other) => other.startsWith(`${code}--`) && other in THEME_TEXTS),
  )

function Details({ service }: { service: Service }) {
  const cost = [service.cost && COST_TEXTS[service.cost], service.costNote].filter(Boolean).join(' : ')
  return (
    <Facts
      facts={[
        {
          term: 'Pour qui',
          icon: 'users',
          detail: listText(service.audiences, (code) => AUDIENCE_TEXTS[code] ?? code),
        },
        { term: 'Précisions', detail: service.audienceNote },
        { term: 'Conditions', icon: 'info', detail: service.conditions },
        { term: 'Coût', icon: 'euro', detail: cost },
        { term: 'Comment', detail: listText(service.modes, modeText) },
        { term: 'Durée', icon: 'clock', detail: durationText(service.weeks, service.hoursPerWeek) },
        { term: 'Thèmes', detail: listText(themesShown(service.thematiques), themeText) },
      ]}
    />
  )
}

/** How to get it: of whom, where, by which way. */
function HowTo({ facts }: { facts: ServiceFacts }) {
  const { service, owner } = facts
  const structure = owner?.structure
  const lines = addressLines(service.street === '' && structure !== undefined ? structure : service)
  const [phone, email] = [service.phone || structure?.phone, service.email || structure?.email]
  const by = service.mobilisationBy.map((who) => (who === 'usagers' ? 'vous-même' : 'un professionnel'))
  const hours = service.openingHours || structure?.openingHours
  return (
    <Panel title="Comment en bénéficier">
      <Facts
        facts={[
          {
            term: 'Structure',
            icon: 'building-2',
            detail: owner && <a href={addresses.structures.one({ item: itemOf(owner) })}>{owner.title}</a>,
          },
          { term: 'Demande', detail: listText(service.mobilisationModes, mobilisationText) },
          { term: 'Par', detail: by.join(' ou ') },
          { term: 'Précisions', detail: service.mobilisationNote },
          {
            term: 'Liens',
            icon: 'link',
            detail: service.links.length > 0 && <Lines lines={service.links.map(siteLink)} />,
          },
          { term: 'Adresse', icon: 'map-pin', detail: lines.length === 0 ? undefined : <Lines lines={lines} /> },
          { term: 'Téléphone', icon: 'phone', detail: phone && phoneLink(phone) },
          { term: 'E-mail', icon: 'mail', detail: email && mailLink(email) },
          { term: 'Horaires', icon: 'clock', detail: hours && <OpeningHours text={hours} /> },
        ]}
      />
      {service.mobilisationUrl && (
        <ButtonLink href={service.mobilisationUrl} icon="external-link" size="wide">
          Faire la demande en ligne
        </ButtonLink>
      )}
    </Panel>
  )
}
