import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { onPage, Pager, pagesShown } from './pager.tsx'

test('EVT-5: the pager shows the ends, the current page and its neighbours', () => {
  expect(pagesShown(1, 1)).toEqual([1])
  expect(pagesShown(1, 14)).toEqual([1, 2, null, 14])
  expect(pagesShown(3, 14)).toEqual([1, 2, 3, 4, null, 14])
  expect(pagesShown(4, 14)).toEqual([1, 2, 3, 4, 5, null, 14])
  expect(pagesShown(7, 14)).toEqual([1, null, 6, 7, 8, null, 14])
  expect(pagesShown(14, 14)).toEqual([1, null, 13, 14])
})

test('EVT-5: changing page keeps every filter, and page 1 has no number', () => {
  expect(onPage('/evenements?departement=69&tarif=gratuit&page=3', 4)).toBe(
    '/evenements?departement=69&tarif=gratuit&page=4',
  )
  expect(onPage('/evenements?type=atelier&type=salon&page=3', 1)).toBe('/evenements?type=atelier&type=salon')
  expect(onPage('/evenements?page=2', 1)).toBe('/evenements')
})

test('EVT-5: one page needs no pager; the first has no previous, the last no next', () => {
  expect(renderToString(<Pager page={1} pages={1} url="/x" />)).toBe('')
  const first = renderToString(<Pager page={1} pages={2} url="/x" />)
  expect(first).not.toContain('Précédente')
  expect(first).toContain('Page 1 sur 2')
  expect(renderToString(<Pager page={2} pages={2} url="/x" />)).not.toContain('Suivante')
})
