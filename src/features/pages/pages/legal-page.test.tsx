import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { LegalPage } from './legal-page.tsx'

test('ADM-3: what the operator has not set is said to be missing, and what is set is shown', () => {
  const bare = renderToString(<LegalPage contactMail="contact@site.example" />)
  expect(bare.match(/À compléter/g)).toHaveLength(3)
  const set = renderToString(
    <LegalPage publisher="La Région" director="Camille Dupré" host="Un hébergeur" contactMail="contact@site.example" />,
  )
  expect(set).not.toContain('À compléter')
  expect(set).toContain('mailto:contact@site.example')
})
