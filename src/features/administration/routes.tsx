import { addresses } from '#addresses'
import { isAdministrator } from '#features/accounts/access.ts'
import { pendingAccounts } from '#features/accounts/account-queries.ts'
import type { Actor, WebSite, WebVisit } from '#features/accounts/actor.ts'
import type { Kinds } from '#features/contents/kinds.ts'
import { departementNames } from '#features/territory/queries.ts'
import { enumerate } from '#kernel/french'
import type { Database } from '#platform/database/database.ts'
import { type Answer, page } from '#platform/http/answers.ts'
import type { Parts } from '#platform/parts.ts'
import { countContents } from './content-queries.ts'
import { DashboardPage } from './pages/dashboard-page.tsx'
import { contentRoutes } from './routes-content.tsx'
import { contentsRoutes } from './routes-contents.tsx'
import { forJudge } from './routes-guard.ts'
import { structureQueueRoutes } from './routes-structures.tsx'
import { countRequests, countSheets } from './sheet-queries.ts'

/** The queues of those who decide what enters (ADM-1, ADM-2). */
export function administrationRoutes(site: WebSite, parts: Parts, kinds: Kinds): void {
  site.get(addresses.admin.home, (visit) => forJudge(visit, (actor) => dashboard(visit, parts, actor)))
  contentsRoutes(site, parts)
  contentRoutes(site, parts, kinds)
  structureQueueRoutes(site, parts)
}

async function dashboard({ now }: WebVisit, { database }: Parts, actor: Actor): Promise<Answer> {
  const departements = isAdministrator(actor) ? undefined : actor.departements
  const waiting = { kind: undefined, state: 'waiting', departement: '' } as const
  const contents = await countContents(database, actor, waiting)
  const requests = await countRequests(database, actor)
  const accounts = await pendingAccounts(database, departements)
  const { admin } = addresses
  const queues = [
    { href: admin.contents(), text: 'Contenus à valider', ...contents },
    { href: admin.accounts(), text: 'Comptes à valider', ...accounts },
    { href: admin.structures(), text: 'Demandes à gérer une structure', ...requests },
  ]
  const sheets = await countSheets(database, actor, now)
  const others = [
    { href: admin.structures({ vue: 'sans-auteur' }), text: 'Structures sans auteur', count: sheets['sans-auteur'] },
    { href: admin.structures({ vue: 'a-verifier' }), text: 'Structures à vérifier', count: sheets['a-verifier'] },
  ]
  const territory = departements && (await territoryText(database, departements))
  const body = <DashboardPage {...{ queues, others, territory, now }} breaksGlass={isAdministrator(actor)} />
  return page('Administration', body, { robots: 'noindex' })
}

async function territoryText(database: Database, departements: readonly string[]): Promise<string> {
  const names = await departementNames(database)
  return `Votre territoire : ${enumerate(departements.map((code) => names.get(code) ?? code))}.`
}
