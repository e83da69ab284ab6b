import type { Instant } from '#kernel/time'
import { type Database, type Tx, transact } from '#platform/database/database.ts'
import { hashOf } from '#platform/keys.ts'
import { readTable } from '#platform/reading/whole-table.ts'
import { communeKey } from './rules.ts'
import { loadedHash, noteLoaded, saveTerritory, type TerritoryTable } from './store.ts'

type Line = Record<string, string>
type Row = Record<string, unknown> & { code: string }
type File = { name: string; table: TerritoryTable; read(line: Line): Row }

const cell = (line: Line, name: string): string => line[name] ?? ''
const named = (line: Line): Row => ({ code: cell(line, 'code'), name: cell(line, 'nom').replaceAll("'", '’') })

/** In the order of their references. */
const FILES: readonly File[] = [
  { name: 'regions-2026.csv', table: 'regions', read: named },
  {
    name: 'departements-2026.csv',
    table: 'departements',
    read: (line) => ({ ...named(line), regionCode: cell(line, 'code_region') }),
  },
  {
    name: 'epci-ara-2026.csv',
    table: 'epcis',
    read: (line) => ({ ...named(line), population: Number(cell(line, 'population')) }),
  },
  { name: 'communes-ara-2026.csv.gz', table: 'communes', read: readCommune },
]

function readCommune(line: Line): Row {
  const { name } = named(line)
  const postalCodes = cell(line, 'codes_postaux').split('|').filter(Boolean)
  const searchName = communeKey(String(name))
  return {
    code: cell(line, 'code_insee'),
    name,
    departementCode: cell(line, 'code_departement'),
    epciCode: cell(line, 'code_epci') || null,
    postalCodes,
    population: Number(cell(line, 'population')) || 0,
    latitude: Number(cell(line, 'latitude')),
    longitude: Number(cell(line, 'longitude')),
    searchName,
    searchText: ` ${[searchName, ...postalCodes].join(' ')}`,
  }
}

/**
 * Loads regions, départements, EPCI and communes from `folder`. A file already loaded in that version is left alone, so
 * that this costs nothing at each start. Needed by every environment, production included.
 */
export async function loadTerritory(database: Database, now: Instant, folder = 'data'): Promise<void> {
  for (const file of FILES) {
    const { text, rows } = await readTable(`${folder}/${file.name}`)
    await transact(database, (tx) => loadFile(tx, file, { hash: hashOf(text), rows, now }))
  }
}

type Contents = { hash: string; rows: readonly Line[]; now: Instant }

async function loadFile(tx: Tx, file: File, { hash, rows, now }: Contents): Promise<void> {
  if ((await loadedHash(tx, file.name)) === hash) return
  await saveTerritory(tx, file.table, rows.map(file.read).filter(isOurs))
  await noteLoaded(tx, { name: file.name, hash, now })
}

/** Collectivities overseas have no region: nothing here needs them. */
const isOurs = (row: Row): boolean => row.regionCode !== ''
