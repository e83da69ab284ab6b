import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Checkboxes, Radios, Select } from './choice.tsx'
import { Field, TextArea } from './field.tsx'
import { ErrorSummary, Form } from './form.tsx'
import { emptyForm, filledForm } from './form-state.ts'

const refused = {
  values: { titre: ['<b>"Zoé"'], dep: ['69', '42'] },
  errors: { titre: 'Donnez un titre.', '': 'Tout est complet.' },
}

test('TRU-1: a wrong field is read with its hint and its error, and marked invalid', () => {
  const html = renderToString(<Field state={refused} name="titre" label="Titre" hint="En quelques mots" />)
  expect(html).toContain('aria-describedby="champ-titre-aide champ-titre-erreur"')
  expect(html).toContain('aria-invalid="true"')
  expect(html).toContain('id="champ-titre-erreur"')
  expect(html).toContain('id="champ-titre-aide"')
})

test('TRU-1: a right field carries neither error nor tie, and an optional one says so in words', () => {
  const html = renderToString(<Field state={emptyForm} name="tel" label="Téléphone" optional />)
  expect(html).not.toContain('aria-')
  expect(html).toContain('(facultatif)')
  expect(html).not.toContain('required')
})

test('TRU-1: the summary leads to each wrong field, and the error of the form itself is plain text', () => {
  const html = renderToString(<ErrorSummary state={refused} />)
  expect(html).toContain('2 points à revoir')
  expect(html).toContain('href="#champ-titre"')
  expect(html).toContain('<li>Tout est complet.</li>')
  expect(renderToString(<ErrorSummary state={emptyForm} />)).toBe('')
})

test('ART-5: what was typed is shown again as it was typed', () => {
  expect(renderToString(<Field state={refused} name="titre" label="Titre" />)).toContain(
    'value="&lt;b>&quot;Zoé&quot;"',
  )
  const text = filledForm({ presentation: '\n</textarea><b>' })
  expect(renderToString(<TextArea state={text} name="presentation" label="P" />)).toContain('&lt;/textarea>')
})

test('ART-5: a text that starts with an empty line keeps it', () => {
  const html = renderToString(<TextArea state={filledForm({ p: '\nDeux' })} name="p" label="P" />)
  expect(html).toContain('>\n\nDeux</textarea>')
})

test('ACC-4: a password is never written back', () => {
  const html = renderToString(
    <Field state={filledForm({ mdp: 'je-cree-2026' })} name="mdp" label="M" type="password" />,
  )
  expect(html).not.toContain('je-cree-2026')
})

test('EVT-1: every choice made is kept, and the first choice is where the error leads', () => {
  const options = [
    { value: '01', text: 'Ain' },
    { value: '42', text: 'Loire' },
    { value: '69', text: 'Rhône' },
  ]
  const boxes = renderToString(<Checkboxes state={refused} name="dep" label="Départements" options={options} />)
  expect(boxes.match(/checked/g)).toHaveLength(2)
  expect(boxes).toContain('id="champ-dep"')
  const radios = renderToString(<Radios state={filledForm({ dep: '42' })} name="dep" label="D" options={options} />)
  expect(radios.match(/checked/g)).toHaveLength(1)
  const select = renderToString(<Select state={filledForm({ dep: '42' })} name="dep" label="D" options={options} />)
  expect(select).toContain('<option value="42" selected>')
})

test('R5: a form carries its own number once', () => {
  const html = renderToString(
    <Form action="/x" submission="abc">
      <p>…</p>
    </Form>,
  )
  expect(html.match(/name="submission" value="abc"/g)).toHaveLength(1)
  expect(html).toContain('method="post"')
})
