// Makes an editor of each rich field. Its code is fetched apart, once the page is there; should that fail, the textarea
// stays what it was.
for (const field of document.querySelectorAll<HTMLElement>('[data-island=rich-text]')) void start(field)

async function start(field: HTMLElement): Promise<void> {
  const { openEditor } = await import('./rich-text/editor.ts')
  openEditor(field)
}

export {}
