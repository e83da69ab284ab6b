import { setTimeout as pause } from 'node:timers/promises'

/** Waits for something to become true, 5 s at most. */
export async function until(isTrue: () => Promise<boolean> | boolean): Promise<void> {
  const end = performance.now() + 5000
  while (!(await isTrue())) {
    if (performance.now() > end) throw new Error('it never became true')
    await pause(10)
  }
}
