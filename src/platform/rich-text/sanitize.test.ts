import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import fc from 'fast-check'
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import { expect, test } from 'vitest'
import { ALLOWED, isSafeValue } from '#kernel/rich-text/rules'
import { shownHtml } from '#kernel/rich-text/shown'
import { textOf } from '#kernel/rich-text/text-of'
import { toSource } from '#kernel/rich-text/typed'
import { readRichText, sanitize } from './sanitize.ts'

const folder = 'src/platform/rich-text/fixtures/'
const fixture = (name: string) => readFileSync(folder + name, 'utf8')
const attacks = fixture('attacks.txt')
  .trimEnd()
  .split('\n')
  .map((line) => line.replaceAll('\\0', '\0'))

/** What a reader who follows the HTML standard finds that the rules do not allow. */
function faultsOf(html: string): string[] {
  const faults: string[] = []
  const look = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node) {
      const allowed = ALLOWED[node.tagName]
      if (allowed === undefined) faults.push(node.tagName)
      for (const { name, value } of node.attrs) {
        if (!allowed?.includes(name) || !isSafeValue(name, value)) faults.push(`${node.tagName} ${name}=${value}`)
      }
    } else if (node.nodeName === '#comment') faults.push('comment')
    if ('childNodes' in node) node.childNodes.forEach(look)
  }
  look(parseFragment(html))
  return faults
}

/** Shown, but for the frame that lets a wide table scroll. */
const shown = (html: string) => shownHtml(html).replace(/<div class="rich-scroll"[^>]*>|<\/div>/g, '')

test('B2: a hundred and more attempts to run a script come out harmless, stored and shown', () => {
  expect(attacks.length).toBeGreaterThanOrEqual(120)
  for (const attack of attacks) {
    const { html } = sanitize(attack)
    expect(faultsOf(html), attack).toEqual([])
    expect(faultsOf(shown(html)), attack).toEqual([])
    expect(faultsOf(shown(attack)), `stored as it came: ${attack}`).toEqual([])
  }
})

test('B2: the check itself sees what is left as it came', () => {
  expect(attacks.filter((attack) => faultsOf(attack).length > 0).length).toBeGreaterThan(110)
})

const pasted = globSync(`${folder}*.html`)
  .map((path) => basename(path, '.html'))
  .filter((name) => !name.endsWith('.expected'))

test.each(pasted)('ART-4: what is pasted from %s keeps its titles, lists, links and tables', (name) => {
  const { html, dropped } = sanitize(fixture(`${name}.html`))
  const told = `${toSource(html)}\n<!-- ${dropped.join(', ')} -->\n`
  expect(told).toBe(fixture(`${name}.expected.html`))
})

const TAGS =
  'p h1 h3 h6 ul ol li table thead tr td th caption strong b em i a br img div span blockquote figure hr u'.split(' ')
const ATTRIBUTES = [
  '',
  ' style="font-weight:700;color:red"',
  ' style="mso-list:l0 level2 lfo1"',
  ' class="MsoListParagraph"',
  ' href="/evenements"',
  ' href="www.exemple.fr/é?a=1&b=2"',
  ' href="javascript:alert(1)"',
  ' colspan="2"',
  ' data-aria-level="2"',
  ' src="/fichiers/aaaaaaaaaaaaaaaaaaaaaaaaaa/x.png" alt="a < b"',
]
const words = fc.constantFrom(
  'mot',
  ' ',
  '·   puce',
  '1.  un',
  'a < b & c',
  '\u00A0',
  '\n\n',
  'fin\u200B',
  '😀',
  '<',
  '"',
)
const piece = fc.oneof(
  words,
  fc.tuple(fc.constantFrom(...TAGS), fc.constantFrom(...ATTRIBUTES)).map(([tag, attribute]) => `<${tag}${attribute}>`),
  fc.constantFrom(...TAGS).map((tag) => `</${tag}>`),
)
const soup = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

test('ART-4: cleaned again, shown, or opened again without JavaScript, a clean text is what it was', () => {
  fc.assert(
    fc.property(soup, (typed) => {
      const { html } = sanitize(typed)
      expect(faultsOf(html)).toEqual([])
      expect(sanitize(html)).toEqual({ html, dropped: [] })
      expect(shown(html).replaceAll(/<(br|hr|img)([^>]*?)>/g, '<$1$2 />')).toBe(html)
      expect(sanitize(toSource(html)).html).toBe(html)
    }),
    { numRuns: 1500 },
  )
})

test('ART-4: no word of a text without scripts is lost, nor any added', () => {
  const squeezed = (text: string) => text.replace(/[\s·\u200B-]/g, '')
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          'un',
          'deux ',
          'trois',
          '<p>',
          '</p>',
          '<ul>',
          '<li>',
          '</ul>',
          '<b>',
          '</b>',
          '<table>',
          '<td>',
          '</table>',
          '<h2>',
          '</h2>',
        ),
      ),
      (pieces) => {
        const said = pieces.filter((one) => !one.startsWith('<')).join('')
        expect(squeezed(textOf('html', sanitize(pieces.join('')).html))).toBe(squeezed(said))
      },
    ),
    { numRuns: 1000 },
  )
})

test('ART-4: plain text stays as it was typed, a tag makes it HTML', () => {
  expect(readRichText('3 < 4 et <3\n\n- un')).toEqual({ format: 'plain', text: '3 < 4 et <3\n\n- un', dropped: [] })
  expect(readRichText('Un\n\n- <b>deux</b>\n- trois').text).toBe(
    '<p>Un</p><ul><li><strong>deux</strong></li><li>trois</li></ul>',
  )
})

test('ART-4: what was dropped is said', () => {
  const { dropped } = sanitize(
    '<p style="color:red">a<img src=x><img src=y><u>b</u><a href="javascript:x">c</a></p><script>1</script>',
  )
  expect(dropped).toEqual(['2 images', '1 lien', 'des couleurs', 'du soulignement', 'du code'])
})

test('B2: a text nested ten thousand times is read without running out of anything', () => {
  const { html } = sanitize(`${'<div><b>'.repeat(5_000)}fin`)
  expect(html).toBe('<p><strong>fin</strong></p>')
})

test('ART-4: titles begin under that of the page and none is skipped', () => {
  expect(sanitize('<h1>a</h1><h4>b</h4><h6>c</h6><h6>d</h6><h1>e</h1>').html).toBe(
    '<h2>a</h2><h3>b</h3><h4>c</h4><h4>d</h4><h2>e</h2>',
  )
})

test('ART-4: words alone for excerpts, mails and feeds', () => {
  const { html } = sanitize(
    '<h2>A &amp; b</h2><p>un<br>deux</p><ul><li>trois<ul><li>quatre</li></ul></li></ul><table><tr><td>5</td><td>6</td></tr></table>',
  )
  expect(textOf('html', html)).toBe('A & b\n\nun\ndeux\n\n- trois\n- quatre\n\n5 · 6')
})
