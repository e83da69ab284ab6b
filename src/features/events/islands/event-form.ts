// The buttons that save nothing (« Ajouter un autre élément », « Retirer », « Géolocaliser ») answer in place: the server
// makes the part again, the rest of the form is not touched. Whatever goes wrong, the form is sent as without this.
const form = document.querySelector<HTMLFormElement>('[data-island=event-form]')

form?.addEventListener('click', (click) => {
  const button = (click.target as Element).closest<HTMLButtonElement>(
    ':is([id=dates], [id=position]) button[formaction]',
  )
  if (button === null) return
  click.preventDefault()
  if (form.ariaBusy !== 'true') void answerInPlace(form, button)
})

async function answerInPlace(form: HTMLFormElement, button: HTMLButtonElement): Promise<void> {
  const { pathname, hash } = new URL(button.formAction)
  const part = button.closest('[id=dates], [id=position]')
  form.ariaBusy = 'true'
  part?.toggleAttribute('inert', true)
  try {
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(form, button)) if (typeof value === 'string') body.append(name, value)
    const answer = await fetch(pathname, { method: 'POST', body })
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const next = answer.ok || answer.status === 422 ? page.getElementById(part?.id ?? '') : null
    if (part === null || next === null) throw new Error()
    part.replaceWith(document.adoptNode(next))
    form.ariaBusy = null
    document.dispatchEvent(new Event('part'))
    const target = document.querySelector<HTMLElement>(hash) ?? next
    const control = target.matches('fieldset')
      ? target.querySelector<HTMLElement>('input:not([type=hidden]), button')
      : null
    ;(control ?? target).focus({ preventScroll: target === next })
  } catch {
    form.ariaBusy = null
    part?.toggleAttribute('inert', false)
    form.requestSubmit(button)
  }
}

export {}
