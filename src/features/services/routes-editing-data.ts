import type { FileOfContent, RevisionData } from '#features/contents/kinds.ts'
import { type PlaceOfSheet, placeValues } from '#features/structures/routes-editing-data.ts'
import { hoursAsRead, hoursToKeep } from '#features/structures/rules.ts'
import type { ServiceColumns } from './edit-store.ts'
import { withParentThemes } from './rules.ts'
import type { ServiceForm } from './service-forms.ts'

/** The whole text of a service from its form. */
export function dataOfService(
  form: ServiceForm,
  place: PlaceOfSheet,
  { present, files }: { present: RevisionData<ServiceColumns> | undefined; files: FileOfContent[] },
): RevisionData<ServiceColumns> {
  return {
    content: {
      title: form.titre,
      summary: form.resume,
      presentation: form.presentation,
      presentationFormat: 'plain',
      access: present?.content.access ?? 'public',
      departements: [...form.departements].sort(),
      sectors: present?.content.sectors ?? [],
      files,
      structureId: form.structure,
    },
    own: {
      ...place,
      kinds: form.types,
      stages: form.etapes,
      thematiques: withParentThemes(form.themes),
      audiences: form.publics,
      audienceNote: form.precision_publics,
      conditions: form.conditions,
      cost: form.cout,
      costNote: form.precision_cout,
      modes: form.modes,
      zone: present?.own.zone ?? [],
      hoursPerWeek: form.heures,
      weeks: form.semaines,
      mobilisationModes: form.mobilisation,
      mobilisationBy: form.mobilisation_par,
      mobilisationNote: form.precision_mobilisation,
      mobilisationUrl: form.demande,
      links: form.liens,
      phone: form.telephone,
      email: form.courriel,
      openingHours: hoursToKeep(form.horaires, present?.own.openingHours),
    },
  }
}

/** What the form begins with. */
export function valuesOfService(version: number, { content, own }: RevisionData<ServiceColumns>) {
  const one = (value: string | number | null) => [String(value ?? '')]
  return {
    version: one(version),
    titre: one(content.title),
    structure: one(content.structureId),
    resume: one(content.summary),
    presentation: one(content.presentation),
    departements: content.departements,
    types: own.kinds,
    etapes: own.stages,
    themes: own.thematiques,
    publics: own.audiences,
    precision_publics: one(own.audienceNote),
    conditions: one(own.conditions),
    cout: one(own.cost),
    precision_cout: one(own.costNote),
    modes: own.modes,
    semaines: one(own.weeks),
    heures: one(own.hoursPerWeek),
    mobilisation: own.mobilisationModes,
    mobilisation_par: own.mobilisationBy,
    precision_mobilisation: one(own.mobilisationNote),
    demande: one(own.mobilisationUrl),
    liens: one(own.links.join('\n')),
    ...placeValues(own),
    telephone: one(own.phone),
    courriel: one(own.email),
    horaires: one(hoursAsRead(own.openingHours)),
  }
}
