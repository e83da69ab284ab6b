import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import type { ShownFile } from '#features/files/shown-file.ts'
import { SheetPage } from './pages/sheet-page.tsx'
import type { SheetRead } from './sheet-queries.ts'

const DOCUMENT: ShownFile = {
  ...{ id: 1, key: 'k'.repeat(26), name: 'budget.pdf', kind: 'document', mediaType: 'application/pdf', bytes: 2048 },
  ...{ width: null, height: null, description: '', alternative: '', visibility: 'private', roles: [] },
  ...{ departements: [], sectors: [], copies: [] },
}

const SHEET = {
  ...{ idea: '', activity: '', needs: '', calendar: '', team: '', budget: '' },
  ...{ stage: null, sector: null, commune: null, postalCodes: null },
  updatedAt: Temporal.Instant.from('2026-11-30T08:00:00Z'),
} as unknown as SheetRead

test('PRJ-1: a document says that those of the project read it, and nobody else', () => {
  const html = renderToString(
    <SheetPage
      project={{ id: 1, name: 'Atelier', ownerName: 'Karim', state: 'active', standing: 'owner' }}
      {...{ sheet: SHEET, documents: [DOCUMENT], threads: [], submission: 'x', held: '' }}
    />,
  )
  const words = html.replace(/<[^>]*>/g, ' ')
  expect(words).toContain('budget.pdf')
  expect(words).toContain('privé : le créateur et les professionnels qu’il a autorisés')
  expect(words).not.toContain('communauté')
})
