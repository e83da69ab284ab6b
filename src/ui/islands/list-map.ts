// The map of a list: drawn by a script of its own, fetched on the pages that show one.
document.addEventListener('part', start)
start()

function start(): void {
  for (const box of document.querySelectorAll<HTMLElement>('[data-island=list-map]:not([data-ready])')) {
    box.dataset.ready = ''
    void draw(box)
  }
}

/** Whatever goes wrong, the list is there. */
async function draw(box: HTMLElement): Promise<void> {
  const { drawListMap, sayOfMap } = await import('./list-map/drawing.ts')
  await drawListMap(box).catch(() => sayOfMap(box, 'La carte ne peut pas s’afficher. Tout est dans la liste.'))
}

export {}
