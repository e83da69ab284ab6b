import { expect, test } from 'vitest'
import {
  isAdministrator,
  isProfessional,
  mayContribute,
  mayJudge,
  mayJudgeAccount,
  mayJudgeAccounts,
} from './access.ts'
import type { Reader, Role } from './actor.ts'

const actor = (role: Role, departements: string[] = []): Reader => ({
  id: 1,
  name: 'Zoé',
  email: 'zoe@exemple.fr',
  role,
  departements,
  structures: [],
})

/** Who, and whether: professional, contributes, administrator, opens the queue, judges an account of 69, judges one of nowhere. */
const table: [string, Reader, boolean, boolean, boolean, boolean, boolean, boolean][] = [
  ['nobody', undefined, false, false, false, false, false, false],
  ['a creator', actor('creator'), false, false, false, false, false, false],
  ['a creator with a territory', actor('creator', ['69']), false, false, false, false, false, false],
  ['a professional', actor('professional', ['69']), true, true, false, false, false, false],
  ['a reader', actor('reader', ['69']), true, false, false, false, false, false],
  ['an animator of 69', actor('animator', ['69', '42']), true, true, false, true, true, false],
  ['an animator of elsewhere', actor('animator', ['74']), true, true, false, true, false, false],
  ['an animator of nowhere', actor('animator'), true, true, false, true, false, false],
  ['an administrator', actor('administrator'), true, true, true, true, true, true],
]

test.each(table)('ACC-3: what %s may do', (_who, reader, ...expected) => {
  expect([
    isProfessional(reader),
    mayContribute(reader),
    isAdministrator(reader),
    mayJudgeAccounts(reader),
    mayJudgeAccount(reader, { departement: '69' }),
    mayJudgeAccount(reader, { departement: null }),
  ]).toEqual(expected)
})

test('ACC-3: what concerns several départements is judged by the animator of any of them, the whole region by administrators', () => {
  expect(mayJudge(actor('animator', ['42']), ['69', '42'])).toBe(true)
  expect(mayJudge(actor('animator', ['42']), [])).toBe(false)
  expect(mayJudge(actor('administrator'), [])).toBe(true)
})
