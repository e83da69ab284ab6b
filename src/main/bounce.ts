import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '#platform/clock.ts'
import { openDatabase, WEB_LIMITS } from '#platform/database/database.ts'
import { createLog } from '#platform/log.ts'
import { noteBounce } from '#platform/mail/bounces.ts'
import { serverOf } from '#platform/postgres/server-of.ts'
import { keptSecret } from '#platform/process/kept-secret.ts'
import { runCommand } from '#platform/process/run-command.ts'
import { readSettings } from '#platform/settings.ts'

/** EX_TEMPFAIL of sysexits.h: the mail server keeps the message and hands it over again later. */
const LATER = 75
/** What says why comes first; what is returned may follow whole, and is read to its end but not kept. */
const KEPT_BYTES = 2_000_000

await runCommand(async (open) => {
  try {
    const raw = await startOf(process.argv[2] === undefined ? process.stdin : createReadStream(process.argv[2]))
    const settings = readSettings(process.env)
    const log = createLog(settings.LOG_LEVEL)
    const { url } = open.adopt(await serverOf(settings, log), (server) => server.stop())
    const database = open.adopt(openDatabase(url, { ...WEB_LIMITS, connections: 1 }, log), (one) => one.close())
    const secret = settings.SECRET ?? (await keptSecret(join(settings.DATA_DIR, 'secret')))
    const outcome = await noteBounce(database, raw, { secret, now: systemClock.now() })
    console.log(outcome.kind === 'nothing' ? 'Rien à noter.' : `Noté : ${outcome.kind}, ${outcome.written} mail(s).`)
  } catch (error) {
    console.error(`Retour de mail remis à plus tard : ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = LATER
  }
})

async function startOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const kept: Buffer[] = []
  let size = 0
  for await (const piece of stream) {
    if (size < KEPT_BYTES) kept.push(piece)
    size += piece.length
  }
  return Buffer.concat(kept).subarray(0, KEPT_BYTES)
}
