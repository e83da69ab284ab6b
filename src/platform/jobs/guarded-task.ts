import { codeOf } from '../database/errors.ts'
import type { Log } from '../log.ts'

export type JobContext = { signal: AbortSignal | undefined }

/** A task reads identifiers from its payload, and finds the rest in the database. */
export type Task = (payload: unknown, context: JobContext) => Promise<void>
export type Tasks = Readonly<Record<string, Task>>

/** A failure with neither value nor name in it: the queue keeps it in its table. */
class JobFailed extends Error {}

/** Runs a task; a failure is logged by its place and its code, since a message may hold a person's data. */
export async function runGuarded(name: string, work: () => Promise<void>, log: Log): Promise<void> {
  try {
    await work()
  } catch (error) {
    const code = codeOf(error) ?? (error instanceof Error ? error.name : 'unknown')
    log.error({ task: name, code, at: placesOf(error) }, 'job failed')
    throw new JobFailed(`${name}: ${code}`)
  }
}

function placesOf(error: unknown): string[] {
  const stack = error instanceof Error ? (error.stack ?? '') : ''
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim())
}
