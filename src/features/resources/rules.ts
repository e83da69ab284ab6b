// RES-1: a resource is a file or a link, of one kind. What may be read of it is what its file lets be read.

/** The first eight are those that people share; the last three come with official procedures. */
export const RESOURCE_KINDS = [
  'minutes',
  'report',
  'analysis',
  'factsheet',
  'template',
  'video',
  'image',
  'sound',
  'form',
  'procedure',
  'simulator',
] as const
export type ResourceKind = (typeof RESOURCE_KINDS)[number]

const PLAYERS: readonly { host: RegExp; name: string }[] = [
  { host: /(^|\.)(youtube\.com|youtu\.be|youtube-nocookie\.com)$/, name: 'YouTube' },
  { host: /(^|\.)vimeo\.com$/, name: 'Vimeo' },
  { host: /(^|\.)dailymotion\.com$/, name: 'Dailymotion' },
]

/** « YouTube », when a link leads to a known player; undefined elsewhere. Nothing of it is loaded before a click. */
export function playerOf(link: string): string | undefined {
  if (!URL.canParse(link)) return undefined
  const { hostname } = new URL(link)
  return PLAYERS.find(({ host }) => host.test(hostname))?.name
}

/** « bpifrance-creation.fr »: where a link leads. */
export const siteOf = (link: string): string => (URL.canParse(link) ? new URL(link).hostname.replace(/^www\./, '') : '')

/** A typed link: with http or https, or without any scheme; undefined when it leads nowhere. */
export function readLink(typed: string): string | undefined {
  const text = typed.trim()
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[\w.-]+:\d+(\/|$)/.test(text) ? text : `https://${text}`
  if (!URL.canParse(whole)) return undefined
  const url = new URL(whole)
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:'
  return isWeb && url.username === '' && url.hostname.includes('.') ? url.href : undefined
}
