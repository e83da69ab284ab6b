// The summary of errors takes the focus, so that it is read and scrolled to at once.
document.querySelector<HTMLElement>('[data-island=focus-errors]')?.focus()
