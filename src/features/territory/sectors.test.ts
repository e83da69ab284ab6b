import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { SECTOR_OPTIONS, sectorOfSection } from './sectors.ts'

const sections = readFileSync('data/naf-rev2-sections.csv', 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.charAt(0))

test('ART-1: every section of the NAF has its sector, but administration and international bodies', () => {
  expect(sections).toHaveLength(21)
  expect(sections.filter((section) => sectorOfSection(section) === undefined)).toEqual(['O', 'U'])
})

test('ART-1: about a dozen sectors, each with sections of its own', () => {
  const used = new Set(sections.map(sectorOfSection).filter((sector) => sector !== undefined))
  expect([...used].sort()).toEqual(SECTOR_OPTIONS.map(({ value }) => value).sort())
  expect(SECTOR_OPTIONS.length).toBeLessThan(16)
})
