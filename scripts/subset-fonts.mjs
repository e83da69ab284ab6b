// Cuts the two variable fonts down to the letters of French and of European names: node scripts/subset-fonts.mjs
import { readFile, writeFile } from 'node:fs/promises'
import subsetFont from 'subset-font'

const letters =
  'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789' +
  'àâäæçéèêëîïôöœùûüÿÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸ' +
  'áãåíìóòõøúñßÁÍÓÚÑØÅÃÕÌÒýÝ' +
  ' \u00a0\u202f!"%&\'()+,-./:?«»‘’“”–—…·€°'
const signs = '#*;=@‹›•²ªº§©×$<>[\\]^_`{|}~³®™÷±½→←↑↓¿¡'
const abroad = 'ŁłŠšŽžĆćČčŃńŚśŹźŻżĄąĘęŐőŰűŘřĚěŮůŇňŤťĎďĞğİıŞşȘșȚțĂăĐđĀāĒēĪīŌōŪū'

const packages = '../node_modules/@fontsource-variable'
const atkinson = `${packages}/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next`
const bricolage = `${packages}/bricolage-grotesque/files/bricolage-grotesque`
const textAxes = { wght: { min: 400, max: 700 } }
// One weight and the drawing meant for large sizes: headings use no other, and each axis weighs as much as a font.
const headAxes = { wght: 760, opsz: 28 }

const cuts = [
  { from: `${atkinson}-latin-wght-normal`, to: 'text', letters: letters + signs, axes: textAxes },
  { from: `${bricolage}-latin-opsz-normal`, to: 'head', letters, axes: headAxes },
  { from: `${atkinson}-latin-ext-wght-normal`, to: 'text-abroad', letters: abroad, axes: textAxes },
  { from: `${bricolage}-latin-ext-opsz-normal`, to: 'head-abroad', letters: abroad, axes: headAxes },
]

for (const { from, to, letters, axes } of cuts) {
  const font = await readFile(new URL(`${from}.woff2`, import.meta.url))
  const cut = await subsetFont(font, letters, { targetFormat: 'woff2', variationAxes: axes })
  await writeFile(new URL(`../src/ui/fonts/${to}.woff2`, import.meta.url), cut)
  console.log(`${to}.woff2`, cut.length)
}

// For PDF: one weight a file, in the form that its writer embeds.
const papers = [
  { from: `${atkinson}-latin-wght-normal`, to: 'text', letters: letters + signs, axes: { wght: 400 } },
  { from: `${atkinson}-latin-wght-normal`, to: 'bold', letters: letters + signs, axes: { wght: 700 } },
  { from: `${atkinson}-latin-ext-wght-normal`, to: 'text-abroad', letters: abroad, axes: { wght: 400 } },
  { from: `${atkinson}-latin-ext-wght-normal`, to: 'bold-abroad', letters: abroad, axes: { wght: 700 } },
]
for (const { from, to, letters, axes } of papers) {
  const font = await readFile(new URL(`${from}.woff2`, import.meta.url))
  const cut = await subsetFont(font, letters, { targetFormat: 'truetype', variationAxes: axes })
  await writeFile(new URL(`../src/platform/pdf/fonts/${to}.ttf`, import.meta.url), cut)
}
