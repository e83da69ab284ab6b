import { EventEmitter } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { Logger, type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import { codeOf } from '../database/errors.ts'
import type { Parts } from '../parts.ts'
import { type Periodic, queueDue } from './every.ts'
import { runGuarded, type Tasks } from './guarded-task.ts'
import { beat, forgetWorker, freeDeadWorkers } from './heartbeat.ts'

export type { Periodic } from './every.ts'
export type { Tasks } from './guarded-task.ts'

export type WorkerParts = Pick<Parts, 'database' | 'log'>

export type WorkerOptions = {
  tasks: Tasks
  periodics?: readonly Periodic[]
  /** Jobs at once. */
  concurrency?: number
  /** Milliseconds between heartbeats. */
  beatMs?: number
}

export type Worker = {
  /** Takes no more jobs, waits for those begun, ten seconds at most; what remains is taken up by another worker. */
  stop(): Promise<void>
}

const CONCURRENCY = 4
const BEAT_MS = 10_000
const LONGEST_STOP_MS = 9000

/**
 * Works on the queue until stopped. It outlives restarts of PostgreSQL: a runner that dies is replaced, and its jobs are
 * freed by the heartbeat like those of any dead worker.
 */
export function startWorker(parts: WorkerParts, options: WorkerOptions): Worker {
  const stopping = new AbortController()
  const ended = workUntil(stopping.signal, parts, options)
  return {
    async stop() {
      stopping.abort()
      const late = pause(LONGEST_STOP_MS, undefined, { ref: false })
      await Promise.race([ended, late])
    },
  }
}

async function workUntil(stop: AbortSignal, parts: WorkerParts, options: WorkerOptions): Promise<void> {
  while (!stop.aborted) {
    try {
      await runOnce(stop, parts, options)
    } catch (error) {
      parts.log.warn({ code: codeOf(error) }, 'worker lost, starting another')
    }
    await pause(1000, undefined, { signal: stop }).catch(() => {})
  }
}

async function runOnce(stop: AbortSignal, parts: WorkerParts, options: WorkerOptions): Promise<void> {
  const events: WorkerEvents = new EventEmitter()
  const pool = new Promise<string>((resolve) => events.once('pool:create', ({ workerPool }) => resolve(workerPool.id)))
  const runner = await run({
    pgPool: parts.database.pool,
    concurrency: options.concurrency ?? CONCURRENCY,
    noHandleSignals: true,
    logger: quiet(parts),
    events,
    taskList: taskListOf(parts, options),
    parsedCronItems: [],
  })
  const workerId = await pool
  const pulse = startPulse(workerId, parts, options)
  const stopRunner = () => void stopQuietly(runner)
  stop.addEventListener('abort', stopRunner, { once: true })
  if (stop.aborted) stopRunner()
  try {
    await runner.promise
  } finally {
    stop.removeEventListener('abort', stopRunner)
    await pulse.stop()
    if (stop.aborted) await forgetWorker(parts.database, workerId)
  }
}

const stopQuietly = (runner: Runner): Promise<void> => runner.stop().catch(() => {})

/** Heartbeat, due tasks, dead workers: one beat after the other, the first at once. */
function startPulse(workerId: string, { database, log }: WorkerParts, options: WorkerOptions) {
  const stopping = new AbortController()
  const beatMs = options.beatMs ?? BEAT_MS
  const pulse = async () => {
    while (!stopping.signal.aborted) {
      try {
        await beat(database, workerId)
        const dead = await freeDeadWorkers(database)
        if (dead > 0) log.warn({ workers: dead }, 'jobs of dead workers taken up again')
        await queueDue(database, options.periodics ?? [])
      } catch (error) {
        log.warn({ code: codeOf(error) }, 'heartbeat missed')
      }
      await pause(beatMs, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }
  const ended = pulse()
  return {
    stop: () => {
      stopping.abort()
      return ended
    },
  }
}

function taskListOf({ log }: WorkerParts, { tasks, periodics = [] }: WorkerOptions): TaskList {
  const list: TaskList = {}
  for (const [name, task] of Object.entries(tasks)) {
    list[name] = (payload, helpers) => runGuarded(name, () => task(payload, { signal: helpers.abortSignal }), log)
  }
  for (const { name, run: work } of periodics) list[`every:${name}`] = () => runGuarded(name, work, log)
  return list
}

/** The queue's own lines hold payloads and messages: only their level and kind are kept. */
function quiet({ log }: WorkerParts): Logger {
  return new Logger(() => (level, message) => {
    if (level === 'error') log.warn({ about: message.split(/[:'\n(]/, 1)[0] }, 'queue')
  })
}
