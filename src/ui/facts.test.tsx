import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Facts } from './facts.tsx'

test('STR-6: what is not known of a sheet has no label either', () => {
  const links: string[] = []
  const facts = [
    { term: 'Réseaux sociaux', detail: links.length > 0 && links.join() },
    { term: 'Téléphone', detail: '' },
    { term: 'Site', detail: undefined },
    { term: 'Sigle', detail: 'Adie' },
  ]
  expect(render(<Facts facts={facts} />)).toBe('<dl class="facts"><div><dt>Sigle</dt><dd>Adie</dd></div></dl>')
})
