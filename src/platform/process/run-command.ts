const LONGEST_STOP_MS = 25_000

/**
 * Runs a command to its end, then closes what it opened, last opened first: `open.adopt(part, close)`. `stopped` is kept
 * at the first Ctrl-C, SIGTERM or closed terminal, and when the command that started this process is gone. Ends the process,
 * with `process.exitCode` when the command set one.
 */
export async function runCommand(
  work: (open: AsyncDisposableStack, stopped: Promise<void>) => Promise<void>,
): Promise<never> {
  // A command that waits for something unreferenced is not over.
  setInterval(() => {}, 60_000)
  try {
    const open = new AsyncDisposableStack()
    await work(open, stopRequest()).finally(() => open.disposeAsync())
  } catch (error) {
    process.exitCode = 1
    process.stderr.write(`${sentenceOf(error)}\n`)
  }
  process.exit()
}

function stopRequest(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      setTimeout(() => process.exit(1), LONGEST_STOP_MS).unref()
      resolve()
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
    process.on('disconnect', stop)
    // The channel tells that the parent died; it must not keep a finished command alive.
    process.channel?.unref()
  })
}

/** What a person needs to read: the sentence alone when it was written for him, else where it happened. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error instanceof TypeError || error instanceof ReferenceError ? String(error.stack) : error.message
}
