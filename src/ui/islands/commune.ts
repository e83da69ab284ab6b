// Suggests communes under a field that already works; the list holds at most eight names.
import { Combobox } from './combobox/combobox.ts'

type Named = { label: string }

for (const place of document.querySelectorAll<HTMLElement>('[data-island=commune]')) {
  const input = place.querySelector('input')
  if (input === null) continue
  new Combobox<Named>(input, {
    address: place.dataset.suggestions ?? '/communes',
    id: 'liste',
    name: 'Communes',
    take({ label }, combobox) {
      input.value = label
      combobox.close()
      input.dispatchEvent(new Event('change', { bubbles: true }))
    },
  })
}
