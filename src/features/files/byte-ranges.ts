// RFC 9110, section 14: one range of bytes; several at once are answered by the whole, as the law allows.

export type RangeAsked = { kind: 'whole' } | { kind: 'part'; start: number; end: number } | { kind: 'beyond' }

export function readRange(header: string, bytes: number): RangeAsked {
  const [, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header.replace(/\s/g, '')) ?? []
  if (from === '' && to === '') return { kind: 'whole' }
  if (from === '') {
    const last = Number(to)
    return last === 0 ? { kind: 'beyond' } : { kind: 'part', start: Math.max(0, bytes - last), end: bytes - 1 }
  }
  const start = Number(from)
  const end = to === '' ? bytes - 1 : Math.min(Number(to), bytes - 1)
  if (to !== '' && Number(to) < start) return { kind: 'whole' }
  return start >= bytes ? { kind: 'beyond' } : { kind: 'part', start, end }
}
