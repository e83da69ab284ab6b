import { describe, expect, test } from 'vitest'
import { readRange } from './byte-ranges.ts'
import { cleanName, contentDisposition, hidesAnother } from './names.ts'

const NAMES: [typed: string, kept: string][] = [
  ['../../etc/passwd', 'passwd'],
  ['..\\..\\windows\\win.ini', 'win.ini'],
  ['%2e%2e%2fsecret.pdf', 'secret.pdf'],
  ['C:\\Users\\Zoé\\plan.pdf', 'plan.pdf'],
  ['/absolu/plan.pdf', 'plan.pdf'],
  ['plan\0.pdf', 'plan.pdf'],
  ['plan\r\nSet-Cookie: a=b.pdf', 'planSet-Cookie- a=b.pdf'],
  ['facture\u202efdp.exe', 'facturefdp.exe'],
  ['a\u200bb\u2028c.pdf', 'abc.pdf'],
  ['con.pdf', 'con-.pdf'],
  ['NUL', 'NUL-'],
  ['.htaccess', 'fichier.htaccess'],
  ['-rf.pdf', 'rf.pdf'],
  ['  plan   final .pdf', 'plan final.pdf'],
  ['"><script>.pdf', 'script-.pdf'],
  ['a"b\'c.pdf', "a-b'c.pdf"],
  ['', 'fichier'],
  ['....', 'fichier'],
  ['..', 'fichier'],
  ['e\u0301te\u0301.pdf', 'été.pdf'],
  ['PLAN.PDF', 'PLAN.pdf'],
  ['日本.pdf', '日本.pdf'],
]

describe('B7: a name is words, not a path', () => {
  test.each(NAMES)('%j is kept as %j', (typed, kept) => {
    expect(cleanName(typed)).toBe(kept)
  })

  test('300 letters are cut, the extension stays', () => {
    const kept = cleanName(`${'é'.repeat(300)}.pdf`)
    expect([...kept]).toHaveLength(154)
    expect(kept.endsWith('é.pdf')).toBe(true)
  })

  test('a second extension that could run is a trap', () => {
    expect(['a.exe.pdf', 'a.php.jpg', 'a.html.txt'].map(hidesAnother)).toEqual([true, true, true])
    expect(['a.pdf', 'v1.2.pdf', 'compte.rendu.docx'].map(hidesAnother)).toEqual([false, false, false])
  })

  test('the header of a download cannot be broken out of', () => {
    const header = contentDisposition('attachment', 'l’été "1"\r\nX: y (ok).pdf')
    expect(header).toMatch(/^attachment; filename="[ -~]+"; filename\*=UTF-8''[A-Za-z0-9%._~!-]+$/)
    expect(header.match(/"/g)).toHaveLength(2)
  })
})

test('RES-4: one range is served, several are the whole, one beyond the end is refused', () => {
  expect(readRange('bytes=0-9', 100)).toEqual({ kind: 'part', start: 0, end: 9 })
  expect(readRange('bytes=90-', 100)).toEqual({ kind: 'part', start: 90, end: 99 })
  expect(readRange('bytes=-10', 100)).toEqual({ kind: 'part', start: 90, end: 99 })
  expect(readRange('bytes=0-900', 100)).toEqual({ kind: 'part', start: 0, end: 99 })
  expect(readRange('bytes=100-', 100)).toEqual({ kind: 'beyond' })
  expect(readRange('bytes=-0', 100)).toEqual({ kind: 'beyond' })
  for (const other of ['', 'bytes=-', 'bytes=9-0', 'bytes=0-1,5-6', 'lines=1-2', 'bytes=a-b']) {
    expect(readRange(other, 100)).toEqual({ kind: 'whole' })
  }
})
