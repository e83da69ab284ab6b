// A second click on a form that is on its way is held back; coming back by Back makes the form usable again.
for (const form of document.querySelectorAll<HTMLFormElement>('form[method=post]')) {
  form.addEventListener('submit', (act) => {
    if (act.defaultPrevented) return
    if (form.ariaBusy === 'true') act.preventDefault()
    form.ariaBusy = 'true'
  })
}

addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[aria-busy]')) form.ariaBusy = null
})
