import type { Log } from '#platform/log.ts'
import type { Settings } from '#platform/settings.ts'
import { startEmbedded } from './embedded.ts'

export type Server = { url: string; embedded: boolean; stop(): Promise<void> }

/** The server of the settings: the one of DATABASE_URL, left alone, else the embedded one under DATA_DIR. */
export async function serverOf(settings: Pick<Settings, 'DATABASE_URL' | 'DATA_DIR'>, log: Log): Promise<Server> {
  if (settings.DATABASE_URL) return { url: settings.DATABASE_URL, embedded: false, stop: async () => {} }
  const { url, stop } = await startEmbedded({ dataDir: settings.DATA_DIR, log })
  return { url, embedded: true, stop }
}
