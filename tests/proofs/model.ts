// Two dates of an event, each with its two lists, in the plainest words (REG-1 to REG-6, EVT-4), written apart from the code
// that they judge. Hours count from the start of a history.
export type Entry = { who: number; sure: boolean; state: string; until: number; on: List; unknown: boolean }
export type Day = { start: number; off: boolean; direct: List; prescription: List }
const SEATED = ['held', 'offered', 'confirmed']
const isSeated = ({ state }: Entry) => SEATED.includes(state)
const isOn = (entry: Entry) => isSeated(entry) || entry.state === 'waiting'

export class List {
  queue: Entry[] = []
  open = true
  /** Hours to accept a place; null: it is given. */
  offers: number | null = null
  readonly model: Model
  places: number | null
  constructor(model: Model, places: number | null) {
    this.model = model
    this.places = places
  }
  day = () => this.model.days.find((day) => day.direct === this || day.prescription === this) as Day
  begun = () => this.model.now >= this.day().start
  entries = () => this.model.entries.filter((entry) => entry.on === this)
  has = (who: number) => this.entries().some((entry) => entry.who === who && isOn(entry))
  taken = () => this.entries().filter(isSeated).length
  isFull = () => this.places !== null && this.taken() >= this.places

  verdict(): string {
    if (this.day().off || this.begun() || !this.open) return 'refused'
    return this.queue.length > 0 || this.isFull() ? 'waiting' : 'seat'
  }
  put(entry: Entry, state: string): void {
    const hours = state === 'offered' ? (this.offers ?? 0) : 4
    Object.assign(entry, { state, on: this, until: Math.min(this.model.now + hours, this.day().start) })
    if (state === 'waiting') this.queue.push(entry)
  }
  leave(entry: Entry): void {
    this.queue = this.queue.filter((other) => other !== entry)
  }
  settle(): void {
    if (this.day().off || this.begun()) return
    for (; this.queue.length > 0 && !this.isFull(); ) {
      const entry = this.model.next(this.queue)
      if (entry.sure) this.put(entry, this.offers === null ? 'confirmed' : 'offered')
      else this.put(entry, 'held')
    }
  }
  sweep(): void {
    if (this.day().off) return
    for (const entry of this.entries())
      if (['held', 'offered'].includes(entry.state) && entry.until <= this.model.now) entry.state = 'expired'
    this.settle()
  }
  sweepIfFull(): void {
    if (this.isFull()) this.sweep()
  }
}

export class Model {
  now = 0
  entries: Entry[] = []
  objectors = new Set<number>()
  days: Day[] = [
    { start: 72, off: false, direct: new List(this, 1), prescription: new List(this, 2) },
    { start: 96, off: false, direct: new List(this, 2), prescription: new List(this, 1) },
  ]
  next = (queue: Entry[]) => queue.shift() as Entry
  add(who: number, sure: boolean, on: List): Entry {
    const entry = { who, sure, state: 'repeated', until: 0, on, unknown: false }
    this.entries.push(entry)
    return entry
  }

  register({ direct }: Day, who: number, sure: boolean): string {
    direct.sweepIfFull()
    const [verdict, known, seat] = [direct.verdict(), direct.has(who), sure ? 'confirmed' : 'held']
    if (verdict === 'refused') return verdict
    if (known && sure) return 'already'
    const state = verdict === 'seat' ? seat : verdict
    const entry = this.add(who, sure, direct)
    if (!known) direct.put(entry, state)
    return state
  }
  prescribe({ prescription }: Day, who: number): string {
    prescription.sweepIfFull()
    const verdict = prescription.verdict()
    if (verdict === 'refused' || this.objectors.has(who)) return 'refused'
    if (prescription.has(who)) return 'already'
    const state = verdict === 'seat' ? 'confirmed' : verdict
    prescription.put(this.add(who, true, prescription), state)
    return state
  }
  confirm(entry: Entry): string {
    const { state, who, on, unknown } = entry
    if (unknown || on.day().off || state === 'cancelled' || state === 'repeated') return 'refused'
    if (state === 'confirmed') return state
    if (on.begun() || (state === 'expired' && on.has(who))) return 'refused'
    const verdict = state === 'expired' ? on.verdict() : 'seat'
    if (verdict === 'refused') return verdict
    entry.sure = true
    if (state !== 'waiting') on.put(entry, verdict === 'seat' ? 'confirmed' : verdict)
    return entry.state
  }
  cancel(entry: Entry): string {
    const { on, unknown } = entry
    if (unknown || !isOn(entry) || (on.begun() && !on.day().off)) return 'refused'
    on.leave(entry)
    entry.state = 'cancelled'
    on.settle()
    return 'cancelled'
  }
  /** Whoever was prescribed is nobody from now on, whatever the hour; « plus jamais » holds for every professional. */
  object(entry: Entry, stop: boolean): string {
    const { who, on, unknown } = entry
    if (unknown || on !== on.day().prescription) return 'refused'
    if (stop) this.objectors.add(who)
    on.leave(entry)
    Object.assign(entry, { who: -1, unknown: true, state: isOn(entry) ? 'cancelled' : entry.state })
    on.settle()
    return 'objected'
  }
  /** To the list of the same kind on the other date. */
  move(entry: Entry, to: Day, mayWait: boolean): string {
    const { on: from, who, unknown, state } = entry
    const target = from === from.day().direct ? to.direct : to.prescription
    if (unknown || state === 'repeated' || from === target) return 'refused'
    target.sweepIfFull()
    const [verdict, hadSeat, off] = [target.verdict(), isSeated(entry), from.day().off]
    if (!isOn(entry) || (from.begun() && !off) || verdict === 'refused' || target.has(who)) return 'refused'
    if (verdict === 'waiting' && hadSeat && !off && !mayWait) return 'refused'
    from.leave(entry)
    entry.sure = true
    target.put(entry, verdict === 'seat' ? 'confirmed' : verdict)
    if (hadSeat) from.settle()
    return entry.state
  }
  change(list: List, wanted: { places: number | null; open: boolean; offers: number | null }): string {
    const { places, open, offers } = wanted
    if (places !== null && places > 0 && places < list.taken()) return 'refused'
    if (places !== 0) list.places = places
    Object.assign(list, { open: open && places !== 0, offers })
    list.settle()
    return 'list'
  }
  /** What is kept for somebody is kept until the date begins at most. */
  moveDay(day: Day, start: number): void {
    day.start = start
    for (const list of [day.direct, day.prescription]) {
      for (const entry of list.entries()) entry.until = Math.min(entry.until, start)
      list.settle()
    }
  }
  movePlaces(from: List, to: List, count: number): string {
    if (from.places === null || to.places === null) return 'refused'
    if (count > from.places - Math.max(1, from.taken())) return 'refused'
    from.places -= count
    to.places += count
    to.settle()
    return 'moved'
  }
}
