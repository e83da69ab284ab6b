// What could not be sent stays on this device, with the number of its form, until the site has it: sent again, it acts once.
export type Waiting = { action: string; body: string; label: string }

const shelf = (path: string): string => `projet-360 ${path}`

export function waitingFor(path: string): Waiting[] {
  try {
    return JSON.parse(localStorage.getItem(shelf(path)) ?? '[]') as Waiting[]
  } catch {
    return []
  }
}

function keep(path: string, waiting: readonly Waiting[]): boolean {
  try {
    if (waiting.length === 0) localStorage.removeItem(shelf(path))
    else localStorage.setItem(shelf(path), JSON.stringify(waiting))
    return true
  } catch {
    return false
  }
}

/** False when this device keeps nothing: the form must stay open. */
export const putWaiting = (path: string, one: Waiting): boolean => keep(path, [...waitingFor(path), one])

export const dropFirst = (path: string): boolean => keep(path, waitingFor(path).slice(1))
