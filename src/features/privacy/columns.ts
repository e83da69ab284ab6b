// What becomes of every column: why it is kept, how long, whether the person gets it, what erasing does to it (TRU-2).
// Whatever ages, exports or erases data obeys these lines; a column without one fails tests/guards/columns.test.ts.
import type { TableFates } from './column-fates.ts'
import { columnsOfAccounts } from './columns-of-accounts.ts'
import { columnsOfCanvas } from './columns-of-canvas.ts'
import { columnsOfContents } from './columns-of-contents.ts'
import { columnsOfDrafts } from './columns-of-drafts.ts'
import { columnsOfFiles } from './columns-of-files.ts'
import { columnsOfHistory } from './columns-of-history.ts'
import { columnsOfOrientation } from './columns-of-orientation.ts'
import { columnsOfPlatform } from './columns-of-platform.ts'
import { columnsOfProjects } from './columns-of-projects.ts'
import { columnsOfRecommendations } from './columns-of-recommendations.ts'
import { columnsOfRegistrations } from './columns-of-registrations.ts'

export const columns: Record<string, TableFates> = {
  ...columnsOfAccounts,
  ...columnsOfContents,
  ...columnsOfFiles,
  ...columnsOfDrafts,
  ...columnsOfHistory,
  ...columnsOfRegistrations,
  ...columnsOfOrientation,
  ...columnsOfProjects,
  ...columnsOfRecommendations,
  ...columnsOfCanvas,
  ...columnsOfPlatform,
}
