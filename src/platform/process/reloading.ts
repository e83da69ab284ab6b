/** Makes a part again when what it is made from changed, one at a time; the last one is stopped first. */
export function reloading<Source, Part extends { stop(): Promise<unknown> }>(
  load: () => Promise<Source>,
  make: (source: Source) => Promise<Part>,
): { current(): Promise<Part>; stop(): Promise<unknown> } {
  let last: { source: Source; part: Part } | undefined
  let turn: Promise<unknown> = Promise.resolve()
  const next = async () => {
    const source = await load()
    if (last?.source !== source) {
      await last?.part.stop()
      last = undefined
      last = { source, part: await make(source) }
    }
    return last.part
  }
  return {
    current() {
      const asked = turn.then(next)
      turn = asked.catch(() => {})
      return asked
    },
    stop: () => turn.then(() => last?.part.stop()),
  }
}
