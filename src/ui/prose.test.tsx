import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { blocksOf, Prose } from './prose.tsx'

test('EVT-1: blank lines make paragraphs, dashes make a list, and no markup gets through', () => {
  expect(blocksOf('Un\r\ndeux\r\n\r\n- a\n- b\n\n\n\n')).toEqual([
    { kind: 'paragraph', lines: ['Un', 'deux'] },
    { kind: 'list', lines: ['a', 'b'] },
  ])
  expect(renderToString(<Prose text={'<script>\nfin'} />)).toBe('<div class="prose"><p>&lt;script><br/>fin</p></div>')
})

test('EVT-1: a dash in one line of a paragraph does not make a list', () => {
  expect(blocksOf('Prix :\n- 10 €')).toEqual([{ kind: 'paragraph', lines: ['Prix :', '- 10 €'] }])
})
