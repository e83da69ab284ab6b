import { addresses } from '#addresses'
import type { KindOfContent } from '#features/contents/kinds.ts'
import { AUDIENCE_TEXTS } from '#features/structures/audience-texts.ts'
import { editedFields } from '#features/structures/edited-rules.ts'
import { hoursAsRead } from '#features/structures/rules.ts'
import { type ServiceColumns, writeService } from './edit-store.ts'
import { serviceOwn } from './own-queries.ts'
import { durationText } from './rules.ts'
import { COST_TEXTS, kindText, mobilisationText, modeText, STAGE_TEXTS, themeText } from './texts.ts'

/** What services hand to the history and to moderation. */
export const serviceKind: KindOfContent<ServiceColumns> = {
  kind: 'service',
  async apply(tx, contentId, { content, own }, { now, actorId, before }) {
    const { title, summary, presentation, departements, structureId } = content
    if (structureId === null) throw new Error('a service has a structure')
    const texts = { title, summary, presentation, departements, structureId }
    const edited = before === undefined ? [] : editedFields({ ...before.own, ...before.content }, { ...own, ...texts })
    const by = actorId === null ? undefined : now
    await writeService(tx, contentId, { title, structureId, columns: own, edited, by })
  },
  own: serviceOwn,
  fields: fieldsOfService,
  tags: ({ content }) => [
    'services',
    'sheets',
    ...(content.structureId === null ? [] : [`content:${content.structureId}`]),
  ],
  address: { one: addresses.services.one, edit: addresses.services.edit, history: addresses.services.history },
}

const listed = (codes: readonly string[], textOf: (code: string) => string) => codes.map(textOf).join(', ')

function fieldsOfService(own: ServiceColumns): [string, string][] {
  return [
    ['Types d’aide', listed(own.kinds, kindText)],
    ['Étapes du projet', own.stages.map((stage) => STAGE_TEXTS[stage]).join(', ')],
    ['Thèmes', listed(own.thematiques, themeText)],
    ['Publics', listed(own.audiences, (code) => AUDIENCE_TEXTS[code] ?? code)],
    ['Précisions sur les publics', own.audienceNote],
    ['Conditions', own.conditions],
    ['Coût', [own.cost === null ? '' : COST_TEXTS[own.cost], own.costNote].filter(Boolean).join(' : ')],
    ['Comment', listed(own.modes, modeText)],
    ['Zone', own.zone.join(', ')],
    ['Durée', durationText(own.weeks, own.hoursPerWeek) ?? ''],
    ['Demande', listed(own.mobilisationModes, mobilisationText)],
    ['Par', own.mobilisationBy.join(', ')],
    ['Précisions sur la demande', own.mobilisationNote],
    ['Demande en ligne', own.mobilisationUrl],
    ['Liens', own.links.join('\n')],
    ['Adresse', [own.street, own.addressNote, `${own.postalCode} ${own.city}`.trim()].filter(Boolean).join(', ')],
    ['Téléphone', own.phone],
    ['E-mail', own.email],
    ['Horaires', hoursAsRead(own.openingHours)],
  ]
}
