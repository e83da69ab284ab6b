import { readFileSync } from 'node:fs'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { HelpPage } from './help-page.tsx'

/** Letters alone, so that « Événement » and « évènements » are one word and the manual’s lost letters do not count. */
const plain = (text: string): string =>
  text
    .replace(/<[^>]+>/g, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .toLowerCase()
    .replace(/\b(e mail|email)\b/g, 'mail')

const manual = readFileSync('docs/mode-d-emploi.txt', 'utf8').replace(/\s+/g, ' ')
const help = plain(renderToString(<HelpPage />))

test('each word that the manual puts between quotes, and each of its chapters, is on the page', () => {
  const quoted = [...manual.matchAll(/[«"]\s*([^»"]{2,80}?)\s*[»"]/g)].map(([, words = '']) => plain(words).trim())
  expect(quoted.length).toBeGreaterThan(40)
  expect(quoted.filter((words) => !help.includes(words))).toEqual([])
  const chapters = [
    'mettre à jour votre fiche structure',
    'publier un article',
    'publier une ressource',
    'créer un évènement',
  ]
  for (const chapter of [...chapters, 'gérer les inscriptions', 'recommander des évènements', 'commenter les projets'])
    expect(help).toContain(plain(`Comment ${chapter}`))
})
