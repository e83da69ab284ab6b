import { expect, test } from 'vitest'
import { safeJson } from './json-ld.ts'
import { renderPage } from './render-page.tsx'

const assets = {
  stylesheet: '/assets/site.css',
  fonts: ['/assets/text.woff2'],
  island: (name: string) => `/assets/${name}.js`,
}
const shell = {
  viewer: { signedIn: false },
  path: '/evenements/atelier-3',
  items: [{ href: '/evenements', text: 'Agenda' }],
}

test('OPN-1: no text of a JSON-LD block can close its script, and it parses back equal', () => {
  const data = { name: '</script><script>alert(1)</script>', text: 'a & b \u2028 <!--' }
  const json = safeJson(data)
  expect(json).not.toMatch(/[<>&\u2028\u2029]/)
  expect(JSON.parse(json)).toEqual(data)
  const scripts = (jsonLd: object[]) =>
    renderPage({ page: { title: 'X', jsonLd }, assets, ...shell, children: null }).match(/<script/g) ?? []
  expect(scripts([data]).length).toBe(scripts([]).length + 1)
})

test('TRU-1: a page starts with the way to its content, in French, under a title of its own', () => {
  const html = renderPage({ page: { title: 'Agenda <b>' }, assets, ...shell, children: 'corps' })
  expect(html).toMatch(/^<!doctype html><html lang="fr">/)
  expect(html).toContain('<title>Agenda &lt;b> – Je crée dans ma région</title>')
  expect(html).toMatch(/<body><a class="skip" href="#contenu">/)
  expect(html).toMatch(/<main id="contenu" tabindex="-1">corps<\/main>/)
})

test('TRU-1: below an item of the menu, that item is the current one', () => {
  const html = renderPage({ page: { title: 'X' }, assets, ...shell, children: null })
  expect(html).toContain('<a href="/evenements" aria-current="true">Agenda</a>')
})

test('ACC-4: signed in, the way out is a form; only who may sees the administration', () => {
  const viewer = { signedIn: true, mayAdmin: false }
  const html = renderPage({ page: { title: 'X' }, assets, ...shell, viewer, children: null })
  expect(html).toMatch(/<form[^>]*action="\/deconnexion" method="post"/)
  expect(html).toContain('Mon espace')
  expect(html).not.toContain('Administration')
})

test('quality: no inline style, no inline script but data', () => {
  const page = { title: 'X', jsonLd: [{}], islands: ['carte', 'carte'] }
  const html = renderPage({ page, assets, ...shell, children: null })
  expect(html).not.toMatch(/ style=| on[a-z]+=/)
  expect(html.match(/carte\.js/g)).toHaveLength(1)
})
