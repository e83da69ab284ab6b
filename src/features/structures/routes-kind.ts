import { addresses } from '#addresses'
import type { KindOfContent } from '#features/contents/kinds.ts'
import { spacedSiret } from '#kernel/siret'
import { AUDIENCE_TEXTS } from './audience-texts.ts'
import { type StructureColumns, writeStructure } from './edit-store.ts'
import { editedFields } from './edited-rules.ts'
import { structureOwn } from './own-queries.ts'
import { hoursAsRead } from './rules.ts'
import type { ServiceName, ServicesSlot } from './slots.ts'
import { kindText, networkText } from './texts.ts'

/** What the form of a structure holds beside what every kind has; its services by name, for the history. */
export type StructureOwn = StructureColumns & { services: ServiceName[] }

/** What structures hand to the history and to moderation. */
export function structureKindOf(services: ServicesSlot): KindOfContent<StructureOwn> {
  return {
    kind: 'structure',
    async apply(tx, contentId, { content, own }, { now, actorId, before }) {
      const { services: chosen, ...columns } = own
      const { services: _, ...former } = (before?.own ?? {}) as Partial<StructureOwn>
      const { title, summary, presentation, departements } = content
      const texts = { title, summary, presentation, departements }
      const edited =
        before === undefined ? [] : editedFields({ ...former, ...before.content }, { ...columns, ...texts })
      const by = actorId === null ? undefined : now
      await writeStructure(tx, contentId, { title, columns, edited, by })
      const ids = chosen.map(({ id }) => id)
      await services.saveIn(tx, contentId, ids)
    },
    own: structureOwn(services.shown),
    fields: fieldsOfStructure,
    tags: () => ['structures', 'services', 'sheets'],
    address: { one: addresses.structures.one, edit: addresses.structures.edit, history: addresses.structures.history },
    tabs: (item) => [{ href: addresses.structures.authors({ item }), text: 'Auteurs' }],
  }
}

function fieldsOfStructure(own: StructureOwn): [string, string][] {
  return [
    ['Sigle', own.acronym],
    ['SIRET', own.siret === null ? '' : spacedSiret(own.siret)],
    ['Réseaux porteurs', own.networks.map(networkText).join(', ')],
    ['Type', own.kinds.map(kindText).join(', ')],
    ['Publics', own.audiences.map((code) => AUDIENCE_TEXTS[code] ?? code).join(', ')],
    ['Adresse', [own.street, own.addressNote, `${own.postalCode} ${own.city}`.trim()].filter(Boolean).join(', ')],
    ['Téléphone', own.phone],
    ['E-mail', own.email],
    ['Site', own.website],
    ['Réseaux sociaux', own.socialLinks.join('\n')],
    ['Horaires', hoursAsRead(own.openingHours)],
    ['Accessibilité', own.accessibilityUrl],
    ['Contacts', own.contacts],
    ['Nos services', own.services.map(({ title }) => title).join('\n')],
  ]
}
