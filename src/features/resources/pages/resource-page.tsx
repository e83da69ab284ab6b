import type { VNode } from 'preact'
import { addresses, itemOf } from '#addresses'
import { FileName } from '#features/files/pages/attached-files.tsx'
import { FileImage } from '#features/files/pages/file-image.tsx'
import { MediaPlayer } from '#features/files/pages/media-player.tsx'
import type { ShownFile } from '#features/files/shown-file.ts'
import { sectorText } from '#features/territory/sectors.ts'
import { enumerate } from '#kernel/french'
import { frenchDay, longDay } from '#kernel/french-dates'
import type { Instant } from '#kernel/time'
import { ButtonLink } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { Facts } from '#ui/facts.tsx'
import { Notice } from '#ui/flash.tsx'
import { PageFrame, Panel, TwoColumns } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { Prose } from '#ui/prose.tsx'
import type { ResourceFacts } from '../queries.ts'
import { playerOf, siteOf } from '../rules.ts'
import { KIND_TEXTS, readersText, readersWord } from '../texts.ts'

export type ResourcePageProps = {
  facts: ResourceFacts
  /** Its file, when this person may read it. */
  file: ShownFile | undefined
  departements: readonly string[]
  now: Instant
  tabs: VNode | null
  standing: VNode | null
  foot?: VNode | null
}

/** A resource: what it is, to look at, to download or to follow. */
export function ResourcePage(props: ResourcePageProps) {
  const { facts, file, tabs, standing } = props
  const { resource } = facts
  return (
    <PageFrame>
      {tabs}
      <PageHeading
        title={facts.title}
        crumbs={[{ href: addresses.resources.all(), text: 'Base ressource' }]}
        chips={<Categories facts={facts} />}
      />
      {standing}
      {resource.sourceDate !== null && <OldLink day={resource.sourceDate} />}
      <TwoColumns side={<About {...props} />}>
        {facts.summary && <Prose text={facts.summary} />}
        {resource.link !== '' ? <LinkToFollow link={resource.link} /> : <FileToTake file={file} />}
        {props.foot}
      </TwoColumns>
    </PageFrame>
  )
}

function Categories({ facts }: { facts: ResourceFacts }) {
  const { rights, resource, sectors } = facts
  return (
    <>
      <Chip>{KIND_TEXTS[resource.kind]}</Chip>
      {rights.readers && (
        <Chip tone="brick" icon="lock">
          {readersWord(rights.readers)}
        </Chip>
      )}
      {resource.demo && <Chip tone="sun">Exemple</Chip>}
      {sectors.map((sector) => (
        <Chip key={sector}>{sectorText(sector)}</Chip>
      ))}
    </>
  )
}

function OldLink({ day }: { day: string }) {
  return (
    <Notice tone="warn" title={`Lien de ${day.slice(0, 4)} : il a pu changer`}>
      <p>
        Relevé sur service-public.fr (DILA, Licence Ouverte 2.0) le {longDay(day)}. La démarche a pu être remplacée.
      </p>
    </Notice>
  )
}

/** Nothing of another site is loaded before a click. */
function LinkToFollow({ link }: { link: string }) {
  const player = playerOf(link)
  return (
    <section class="panel follow">
      <p>
        <ButtonLink href={link} icon="external-link">
          {player === undefined ? 'Ouvrir le lien' : `Regarder la vidéo sur ${player}`}
        </ButtonLink>
      </p>
      <p class="soft small">Vous allez sur {siteOf(link)}, un autre site. Rien n’en a été chargé ici.</p>
    </section>
  )
}

function FileToTake({ file }: { file: ShownFile | undefined }) {
  if (file === undefined) return <p class="soft">Ce fichier ne vous est pas ouvert.</p>
  const href = addresses.files.one({ key: file.key, name: file.name })
  const isPlayed = file.kind === 'audio' || file.kind === 'video'
  return (
    <section class="panel preview">
      {isPlayed ? <MediaPlayer file={file} /> : <FileImage file={file} sizes="(max-width: 50rem) 100vw, 42rem" eager />}
      <FileName file={file} />
      <p>
        <ButtonLink href={href} icon="download" download>
          Télécharger
        </ButtonLink>
      </p>
    </section>
  )
}

function About({ facts, departements, now }: ResourcePageProps) {
  const { publisher, publishedAt, resource } = facts
  const published = publishedAt === null || resource.sourceDate !== null ? undefined : frenchDay(publishedAt, now)
  const rows = [
    {
      term: 'Partagé par',
      icon: 'building-2' as const,
      detail: publisher && <a href={addresses.structures.one({ item: itemOf(publisher) })}>{publisher.title}</a>,
    },
    { term: 'Publié le', icon: 'clock' as const, detail: published },
    { term: 'Visible par', icon: 'lock' as const, detail: facts.rights.readers && readersText(facts.rights.readers) },
    { term: 'Concerne', icon: 'map-pin' as const, detail: enumerate(departements) || 'toute la région' },
  ]
  return (
    <Panel title="À propos">
      <Facts facts={rows} />
    </Panel>
  )
}
