// The map of a place, fetched only when the reader asks for it (or has just pressed « Géolocaliser »).
document.addEventListener('part', start)
start()

function start(): void {
  for (const box of document.querySelectorAll<HTMLElement>('[data-island=place-map]:not([data-ready])')) {
    box.dataset.ready = ''
    if (box.dataset.open !== undefined) void draw(box)
    else box.append(opener(box))
  }
}

function opener(box: HTMLElement): HTMLElement {
  const button = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'button plain slim',
    textContent: 'Afficher la carte',
  })
  button.addEventListener('click', () => {
    button.remove()
    void draw(box)
  })
  return button
}

async function draw(box: HTMLElement): Promise<void> {
  const { drawMap } = await import('./map/place-drawing.ts')
  await drawMap(box)
}

export {}
