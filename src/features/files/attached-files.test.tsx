import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { FileName } from './pages/attached-files.tsx'
import type { ShownFile } from './shown-file.ts'

test('RES-2: a file says what it is and who reads it', () => {
  const film: Omit<ShownFile, 'visibility' | 'roles'> = {
    id: 1,
    key: 'k'.repeat(26),
    name: 'film.mp4',
    kind: 'video',
    mediaType: 'video/mp4',
    bytes: 2048,
    width: null,
    height: null,
    description: '',
    alternative: '',
    departements: [],
    sectors: [],
    copies: [],
  }
  const words = (file: ShownFile) => renderToString(<FileName file={file} />).replace(/<[^>]*>/g, '')
  expect(words({ ...film, visibility: 'visible', roles: [] })).toBe('film.mp4 Vidéo, 2 ko')
  expect(words({ ...film, visibility: 'private', roles: [] })).toContain(', privé : toute la communauté')
  expect(words({ ...film, visibility: 'private', roles: ['professional'] })).toContain(', privé : les professionnels')
})
