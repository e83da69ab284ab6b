/** How a mail came back, the mildest first: of two notices about a mail, the later in this list is kept. */
export const BOUNCE_KINDS = ['auto-reply', 'delayed', 'complaint', 'soft', 'full', 'hard'] as const

/** `hard`: the address does not exist. `soft`: refused for another reason, or given up after tries. */
export type BounceKind = (typeof BOUNCE_KINDS)[number]

export const isWorse = (kind: BounceKind, than: BounceKind | null): boolean =>
  than === null || BOUNCE_KINDS.indexOf(kind) > BOUNCE_KINDS.indexOf(than)

const FULL =
  /mailbox (is )?full|over ?quota|quota (is )?exceeded|exceed(s|ed)? .{0,30}quota|bo[iî]te .{0,40}(pleine|satur[ée])|quota .{0,20}d[ée]pass[ée]/i
const NOBODY =
  /(user|recipient|mailbox|account|address)( name)? .{0,40}(unknown|not found|not exist|disabled|invalid|inactive)|(unknown|no such|invalid) (local )?(user|recipient|mailbox|address)|does ?n.t have an? .{0,20}account|host (or domain name )?not found|(adresse|destinataire|utilisateur|compte|bo[iî]te) .{0,40}(inconnue?|invalide|inexistante?|introuvable|d[ée]sactiv[ée]e?)|n.existe (pas|plus)/i
/** What a server says of the sender, the text or the moment, never of the address. */
const POLICY = /spam|blocked|black ?list|block ?list|reputation|policy|\b(spf|dkim|dmarc)\b|virus|trop de connexions/i

/** What the words of a server say of an address, in English or French; undefined when they say neither. */
export function kindOfWords(words: string): BounceKind | undefined {
  if (FULL.test(words)) return 'full'
  return NOBODY.test(words) ? 'hard' : undefined
}

const SENDER = /\b(sender|exp[ée]diteur)\b.{0,30}(reject|refus|unknown|inconnu|invalid|not found)/i

/** The extended status among the words of a server; never a piece of an IP address. */
export const statusIn = (words: string): string | undefined =>
  /(?<![.\d])[45]\.\d{1,3}\.\d{1,3}(?![.\d])/.exec(words)?.[0]

/** RFC 3463: x.1.7 and x.1.8 are about the sender; x.2.1 is a closed mailbox; x.4.4 a domain that takes no mail. */
const ABOUT_THE_ADDRESS = /^5\.(1\.\d+|2\.1|4\.[14])$/

/**
 * What a refusal for good means, by its extended status (RFC 3463), its code and its words. « 5.7.1 » is a policy and
 * « 5.0.0 » says nothing: the words decide, and a refusal without a reason is taken for an address that does not exist.
 */
export function kindOfRefusal(words: string, given?: string): BounceKind {
  const status = given ?? statusIn(words) ?? ''
  if (/^[45]\.2\.2$/.test(status)) return 'full'
  const said = kindOfWords(words)
  if (said === 'full') return said
  if (status.startsWith('4')) return 'soft'
  if (/^5\.1\.[78]$/.test(status)) return 'soft'
  if (ABOUT_THE_ADDRESS.test(status)) return 'hard'
  if (SENDER.test(words) || (said === undefined && POLICY.test(words))) return 'soft'
  const unsaid = status === '' || /^5\.(0\.0|5\.0)$/.test(status)
  return said ?? (unsaid && !/^4\d\d\b/.test(words) ? 'hard' : 'soft')
}
