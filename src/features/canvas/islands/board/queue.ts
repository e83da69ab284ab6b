// What could not be sent stays on this device, with the number of its form, until the site has it: sent again, it acts once.
export type Waiting = { action: string; body: string; label: string }

const shelf = (of: string): string => `projet-360 ${of}`

export function waitingFor(of: string): Waiting[] {
  try {
    return JSON.parse(localStorage.getItem(shelf(of)) ?? '[]') as Waiting[]
  } catch {
    return []
  }
}

function keep(of: string, waiting: readonly Waiting[]): boolean {
  try {
    if (waiting.length === 0) localStorage.removeItem(shelf(of))
    else localStorage.setItem(shelf(of), JSON.stringify(waiting))
    return true
  } catch {
    return false
  }
}

/** False when this device keeps nothing: the form must stay open. */
export const putWaiting = (of: string, one: Waiting): boolean => keep(of, [...waitingFor(of), one])

/** Once the site has it. Another window of the same canvas may have dropped it already, and waits with the next one. */
export const dropSent = (of: string, sent: Waiting): boolean =>
  keep(
    of,
    waitingFor(of).filter(({ action, body }) => action !== sent.action || body !== sent.body),
  )
