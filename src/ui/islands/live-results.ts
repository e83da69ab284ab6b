// A form of filters asks again as soon as a choice is made: its page is fetched, and its results take the place of those on
// the page, with the counts beside each choice. The address follows. Whatever goes wrong, the form is sent as without this.
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-island=filters]')) follow(form)

function follow(form: HTMLFormElement): void {
  let asked = new AbortController()
  form.addEventListener('change', () => {
    asked.abort()
    asked = new AbortController()
    void answerInPlace(form, asked.signal)
  })
  // Leaving the page cuts the fetch: that is no failure, and the form is not to be sent twice.
  form.addEventListener('submit', () => asked.abort())
}

async function answerInPlace(form: HTMLFormElement, signal: AbortSignal): Promise<void> {
  const results = document.getElementById('resultats')
  if (results === null) return
  const url = addressOf(form)
  results.ariaBusy = 'true'
  try {
    const answer = await fetch(url, { signal })
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const next = page.getElementById('resultats')
    const nextForm = page.querySelector<HTMLFormElement>('form[data-island=filters]')
    // A field that was not understood asks something: the whole page says it better.
    if (!answer.ok || next === null || nextForm === null || nextForm.querySelector('.wrong')) throw new Error()
    results.replaceWith(document.adoptNode(next))
    const [status, nextStatus] = [document, page].map((one) => one.getElementById('resultats-nombre'))
    if (status && nextStatus) status.textContent = nextStatus.textContent
    takeCounts(form, nextForm)
    history.replaceState(history.state, '', url)
    document.dispatchEvent(new Event('part'))
  } catch {
    results.ariaBusy = null
    if (!signal.aborted) form.requestSubmit()
  }
}

/** The address that sending the form would ask, without its empty fields. */
function addressOf(form: HTMLFormElement): string {
  const search = new URLSearchParams()
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && value !== '') search.append(name, value)
  return `${form.action}?${search}`
}

/** The fields stay, with what is being typed and the focus; their choices say the new numbers. */
function takeCounts(form: HTMLFormElement, next: HTMLFormElement): void {
  for (const select of form.querySelectorAll('select')) {
    const fresh = next.querySelector<HTMLSelectElement>(`select[name="${select.name}"]`)
    if (fresh === null) continue
    const { value } = select
    select.replaceChildren(...[...fresh.options].map((option) => document.adoptNode(option)))
    select.value = value
  }
  for (const label of form.querySelectorAll('label')) {
    const fresh = next.querySelector(`label[for="${label.htmlFor}"]`)
    if (fresh !== null) label.replaceChildren(...[...fresh.childNodes].map((node) => document.adoptNode(node)))
  }
  const [head, nextHead] = [form, next].map((one) => one.closest('details')?.querySelector('summary'))
  if (head && nextHead) head.textContent = nextHead.textContent
}

export {}
