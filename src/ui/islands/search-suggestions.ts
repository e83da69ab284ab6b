// Proposes pages under the search box. Choosing one goes there; « Entrée » without a choice searches.
import { Combobox } from './combobox/combobox.ts'

type Suggestion = { label: string; note: string; href: string }

for (const place of document.querySelectorAll<HTMLElement>('[data-island=search-suggestions]')) {
  const input = place.querySelector<HTMLInputElement>('input[type=search]')
  if (input === null) continue
  new Combobox<Suggestion>(input, {
    address: place.dataset.suggestions ?? '',
    id: 'propositions',
    name: 'Propositions',
    take: ({ href }) => location.assign(href),
  })
}
