// The button « Imprimer » is there only where it can do something.
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-island=print]')) {
  button.hidden = false
  button.addEventListener('click', () => print())
}

export {}
