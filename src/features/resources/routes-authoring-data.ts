import type { RevisionData } from '#features/contents/kinds.ts'
import type { FileToAttach } from '#features/files/attachment-actions.ts'
import { isSector } from '#features/territory/sectors.ts'
import { type FormState, filledForm } from '#ui/form-state.ts'
import type { FileResourceForm, LinkResourceForm } from './forms.ts'
import type { ResourceOwn } from './revision-queries.ts'
import { KIND_WORDS } from './texts.ts'

export type ResourceData = RevisionData<ResourceOwn>

type Said = {
  visibility: 'visible' | 'private'
  roles: NonNullable<ResourceData['content']['readers']>
  description: string
  departements: string[]
  sectors: string[]
}

/** A resource is read by those who may read its file: what is said of the one is said of the other (RES-1). */
function dataWith(form: { titre: string }, said: Said, structureId: number | null): ResourceData['content'] {
  const isPrivate = said.visibility === 'private'
  return {
    title: form.titre,
    summary: said.description,
    presentation: '',
    presentationFormat: 'plain',
    access: isPrivate ? 'pro' : 'public',
    readers: isPrivate ? said.roles : null,
    departements: said.departements,
    sectors: said.sectors.filter(isSector),
    files: [],
    structureId,
  }
}

export function dataOfFile(form: FileResourceForm, file: FileToAttach, structureId: number | null): ResourceData {
  const { visibility, roles, description, departements, sectors } = file.settings
  const content = dataWith(form, { visibility, roles: [...roles], description, departements, sectors }, structureId)
  return {
    content: { ...content, files: [{ fileId: file.id, role: 'media', said: file.settings }] },
    own: { kind: form.type, link: '' },
  }
}

export function dataOfLink(form: LinkResourceForm, structureId: number | null): ResourceData {
  const { visibilite: visibility, roles, description, departement: departements, secteur: sectors } = form
  const content = dataWith(form, { visibility, roles, description, departements, sectors }, structureId)
  return { content, own: { kind: form.type, link: form.lien } }
}

/** What the form of a resource that exists begins with, but for its file. */
export function stateOf({ content, own }: ResourceData, version: number): FormState {
  return filledForm({
    version,
    titre: content.title,
    type: KIND_WORDS[own.kind],
    lien: own.link,
    visibilite: content.access === 'public' ? 'visible' : 'private',
    roles: content.readers ?? [],
    description: content.summary,
    departement: content.departements,
    secteur: content.sectors,
  })
}

/** What the form of a new resource begins with. */
export const newState = (): FormState => filledForm({ version: 0, visibilite: 'visible' })
