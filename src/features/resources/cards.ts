import { addresses, itemOf } from '#addresses'
import type { ShownFile } from '#features/files/shown-file.ts'
import { sizeText } from '#features/files/texts.ts'
import type { ResourceCardFacts } from './queries.ts'
import { playerOf, siteOf } from './rules.ts'
import { KIND_TEXTS, readersWord } from './texts.ts'

export type ResourceCardProps = {
  href: string
  title: string
  summary: string
  kind: string
  /** « PDF, 1,4 Mo », « service-public.fr », « Vidéo sur YouTube » */
  source: string
  /** Whom a private resource is for. */
  reserved: string | undefined
  notes: readonly string[]
  preview: ShownFile | undefined
  /** « Recommander », for who may. */
  recommend: string | undefined
}

/** A resource as a card: what it is, where it comes from, for whom. */
export function resourceCard(
  row: ResourceCardFacts,
  file: ShownFile | undefined,
  recommends = false,
): ResourceCardProps {
  const { sourceDate, demo, readers } = row
  return {
    href: addresses.resources.one({ item: itemOf(row) }),
    title: row.title,
    summary: row.summary,
    kind: KIND_TEXTS[row.kind],
    source: file === undefined ? linkText(row.link) : fileText(file),
    reserved: readers === null ? undefined : readersWord(readers),
    notes: [...(sourceDate === null ? [] : [`Lien de ${sourceDate.slice(0, 4)}`]), ...(demo ? ['Exemple'] : [])],
    preview: file,
    recommend: recommends ? addresses.contents.recommend({ content: row.id }) : undefined,
  }
}

function linkText(link: string): string {
  const player = playerOf(link)
  return player === undefined ? siteOf(link) : `Vidéo sur ${player}`
}

const fileText = ({ name, bytes }: ShownFile): string =>
  `${(/\.([a-z0-9]+)$/i.exec(name)?.[1] ?? 'fichier').toUpperCase()}, ${sizeText(bytes)}`
