import { keepListening } from '#platform/database/listening.ts'
import type { Log } from '#platform/log.ts'
import { LIVE_CHANNEL } from './announce.ts'

type Listener = (payload: string) => void

/** What this process is told of changes, whichever process made them. */
export type Live = {
  /** Calls back for each `announce` of that topic, until undone. After a broken line, once with an empty payload. */
  subscribe(topic: string, listener: Listener): () => void
  stop(): Promise<void>
}

/** Listens only while somebody subscribes: a process without open canvas holds no connection for them. */
export function openLive(url: string, log: Log): Live {
  const listeners = new Map<string, Set<Listener>>()
  let line: { stop(): Promise<void> } | undefined

  const tell = (topic: string, payload: string) => {
    for (const listener of listeners.get(topic) ?? []) listener(payload)
  }
  const listen = () =>
    keepListening({
      ...{ url, log, channel: LIVE_CHANNEL, name: 'jcdmr-live' },
      heard: (said) => {
        const [topic = '', payload = ''] = said.split(/ (.*)/s)
        tell(topic, payload)
      },
      turned: (isThere) => {
        if (isThere) for (const topic of listeners.keys()) tell(topic, '')
      },
    })
  return {
    subscribe(topic, listener) {
      line ??= listen()
      const own = listeners.get(topic) ?? new Set()
      listeners.set(topic, own.add(listener))
      return () => {
        own.delete(listener)
        if (own.size === 0) listeners.delete(topic)
      }
    },
    async stop() {
      await line?.stop()
    },
  }
}
