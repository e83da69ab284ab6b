// The direct list of a date in the plainest words (REG-1 to REG-5), written apart from the code that it judges. Hours count
// from the start of a history.
export type Entry = { who: number; sure: boolean; state: string; until: number }
const isOn = ({ state }: Entry) => ['held', 'confirmed', 'waiting'].includes(state)

export class Model {
  entries: Entry[] = []
  queue: Entry[] = []
  places: number | null = 2
  now = 0
  start = 72
  open = true
  off = false
  begun = () => this.now >= this.start
  taken = () => this.entries.filter((entry) => isOn(entry) && entry.state !== 'waiting').length
  isFull = () => this.places !== null && this.taken() >= this.places
  next = () => this.queue.shift() as Entry

  verdict(sure: boolean): string {
    if (this.off || this.begun() || !this.open) return 'refused'
    return this.queue.length > 0 || this.isFull() ? 'waiting' : this.seatFor(sure)
  }
  seatFor = (sure: boolean) => (sure ? 'confirmed' : 'held')
  put(entry: Entry, state: string): void {
    Object.assign(entry, { state, until: Math.min(this.now + 4, this.start) })
    if (state === 'waiting') this.queue.push(entry)
  }
  settle(): void {
    if (this.off || this.begun()) return
    for (; this.queue.length > 0 && !this.isFull(); ) this.giveTo(this.next())
  }
  giveTo = (entry: Entry) => this.put(entry, this.seatFor(entry.sure))
  sweep(): void {
    for (const entry of this.entries) if (entry.state === 'held' && entry.until <= this.now) entry.state = 'expired'
    this.settle()
  }
  register(who: number, sure: boolean): string {
    if (this.isFull()) this.sweep()
    const [verdict, known] = [this.verdict(sure), this.entries.some((entry) => entry.who === who && isOn(entry))]
    if (verdict === 'refused' || (known && sure)) return verdict === 'refused' ? verdict : 'already'
    const entry = { who, sure, state: 'repeated', until: 0 }
    this.entries.push(entry)
    if (!known) this.put(entry, verdict)
    return verdict
  }
  confirm(entry: Entry): string {
    const { state, who } = entry
    if (this.off || state === 'cancelled' || state === 'repeated') return 'refused'
    if (state === 'confirmed') return state
    const replaced = this.entries.some((other) => other.who === who && isOn(other) && other !== entry)
    const verdict = state === 'expired' ? this.verdict(true) : { held: 'confirmed', waiting: 'waiting' }[state]
    if (this.begun() || replaced || verdict === 'refused') return 'refused'
    entry.sure = true
    if (state !== 'waiting') this.put(entry, String(verdict))
    return String(verdict)
  }
  cancel(entry: Entry): string {
    if (!isOn(entry) || (this.begun() && !this.off)) return 'refused'
    this.queue = this.queue.filter((other) => other !== entry)
    entry.state = 'cancelled'
    this.settle()
    return 'cancelled'
  }
  change(places: number | null, open: boolean): string {
    if (places !== null && places > 0 && places < this.taken()) return 'refused'
    if (places !== 0) this.places = places
    this.open = open && places !== 0
    this.settle()
    return 'list'
  }
}
