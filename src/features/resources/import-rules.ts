// How a line of the procedures named by service-public.fr (DILA) becomes a resource: a link with its kind.
import { type ResourceKind, readLink } from './rules.ts'

export const SOURCE = 'service-public'
/** When the last of the sheets that name these links was changed. */
export const SOURCE_DAY = '2020-11-30'
const HOME = 'https://www.service-public.fr/professionnels-entreprises'

export type ReadProcedure = {
  sourceId: string
  title: string
  summary: string
  kind: ResourceKind
  link: string
  /** The source gives no address: the link leads to its home. */
  isLost: boolean
}

const KINDS: Readonly<Record<string, ResourceKind>> = {
  Formulaire: 'form',
  Téléservice: 'procedure',
  'Modèle de document': 'template',
  Simulateur: 'simulator',
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim().replaceAll("'", '’') : '')

/** The resource of a line, or what is wrong with it. */
export function readProcedure(values: Readonly<Record<string, unknown>>): ReadProcedure | { fault: string } {
  const [title, type, typed] = [text(values.titre), text(values.type), text(values.url)]
  const kind = KINDS[type]
  if (title === '') return { fault: 'le titre manque' }
  if (kind === undefined) return { fault: `le type « ${type} » n’est pas connu` }
  const link = typed === '' ? HOME : readLink(typed)
  if (link === undefined) return { fault: `l’adresse « ${typed} » ne mène nulle part` }
  const isLost = typed === ''
  const lost = isLost ? ' Son adresse n’est plus donnée : cherchez-le par son titre.' : ''
  return {
    ...{ sourceId: title, title, kind, link, isLost },
    summary: `${type} cité par les fiches « Création, modification, cessation » de service-public.fr.${lost}`,
  }
}

/** Whether a file whose records have these names holds procedures. */
export const isProcedureFile = (names: readonly string[]): boolean =>
  names.length === 3 && ['titre', 'type', 'url'].every((name) => names.includes(name))
