import { Gauge, type Registry } from 'prom-client'
import type { Database } from '../database/database.ts'
import { mailFigures } from '../mail/mail-figures.ts'
import { jobFigures } from './job-figures.ts'

/** Jobs and mails by state, asked when `/metriques` is read. Without database, the last figures known stay. */
export function measureQueue(registry: Registry, database: Database): void {
  gauge(registry, 'queue_jobs', 'jobs of the queue, living workers, age in seconds of the oldest job due', async () =>
    jobFigures(database),
  )
  gauge(registry, 'mails', 'mails waiting, late by ten minutes, failed these 24 hours', async () =>
    mailFigures(database),
  )
}

function gauge(registry: Registry, name: string, help: string, read: () => Promise<Record<string, number>>): void {
  new Gauge({
    name,
    help,
    labelNames: ['figure'],
    registers: [registry],
    async collect() {
      const figures = await read().catch(() => ({}))
      for (const [figure, value] of Object.entries(figures)) this.set({ figure }, value)
    },
  })
}
