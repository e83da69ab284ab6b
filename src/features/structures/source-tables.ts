import { boolean, date, text } from 'drizzle-orm/pg-core'
import { instant } from '#platform/database/instant-column.ts'

/** Where an imported sheet comes from, what its members made of it, and how fresh it is: structures and services alike. */
export const sourceColumns = () => ({
  /** Name of the source (`dora`, `hinaura`…) and number of the sheet there; both null for a sheet born here. */
  source: text(),
  sourceId: text('source_id'),
  /** When the source last changed it. */
  sourceDate: date('source_date'),
  sourceUrl: text('source_url'),
  /** `lov2` (Licence Ouverte 2.0) or `odbl`: an ODbL sheet is credited and gives no field to another. */
  licence: text({ enum: ['lov2', 'odbl'] }),
  /** Of what the import read: an unchanged line writes nothing. */
  sourceHash: text('source_hash'),
  /** Names of the fields that members edited: the import leaves them alone. */
  editedFields: text('edited_fields').array().notNull().default([]),
  editedByMembersAt: instant('edited_by_members_at'),
  /** « vérifié le … » */
  verifiedAt: instant('verified_at'),
  demo: boolean().notNull().default(false),
  /** The title and the acronym without accents or capitals: what the list looks in, and sorts by. */
  searchName: text('search_name').notNull(),
})
