import { expect, test } from 'vitest'
import { reloading } from './reloading.ts'

test('what changed is made again once, after the one before has stopped; a broken source mends', async () => {
  const seen: string[] = []
  let source = 'one'
  const site = reloading(
    async () => source,
    async (from) => {
      if (from === 'broken') throw new Error('broken')
      seen.push(`made ${from}`)
      return { from, stop: async () => seen.push(`stopped ${from}`) }
    },
  )
  await Promise.all([site.current(), site.current()])
  source = 'broken'
  await expect(site.current()).rejects.toThrow('broken')
  source = 'two'
  expect((await site.current()).from).toBe('two')
  await site.stop()
  expect(seen).toEqual(['made one', 'stopped one', 'made two', 'stopped two'])
})
