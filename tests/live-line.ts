import type { TestSite } from './site.ts'

export type LiveLine = { heard: { text: string; ended: boolean; status: number }; cut(): void }

/** Opens the site to real requests, which live lines need. Returns its address. */
export async function openToRequests({ app }: TestSite): Promise<string> {
  await app.server.listen({ port: 0, host: '127.0.0.1' })
  const bound = app.server.server.address()
  if (typeof bound !== 'object' || bound === null) throw new Error('not open')
  return `http://127.0.0.1:${bound.port}`
}

/** What a live line says, as it comes. */
export function listenTo(origin: string, url: string, cookie: string): LiveLine {
  const heard = { text: '', ended: false, status: 0 }
  const cut = new AbortController()
  const read = async () => {
    const headers = { cookie, host: 'localhost:3000' }
    const answer = await fetch(origin + url, { headers, signal: cut.signal })
    heard.status = answer.status
    const decoder = new TextDecoder()
    for await (const piece of answer.body ?? []) heard.text += decoder.decode(piece, { stream: true })
    heard.ended = true
  }
  void read().catch(() => {})
  return { heard, cut: () => cut.abort() }
}
