import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { pdf, video } from '#tests/sample-files.ts'
import { story, withBrowser } from './story.ts'

withBrowser()

const asFile = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer })
const choose = (page: Page, name: string, bytes: Buffer) =>
  page.locator('input[type=file]').first().setInputFiles(asFile(name, bytes))
const send = (page: Page) => page.getByRole('button', { name: /^Transférer/ }).first()

story(
  'RES-1, RES-2: a file goes by Parcourir, Choisir, Transférer, Suivant, and keeps what was said of it',
  async (stage) => {
    const pro = await stage.visitor()
    const { page } = pro
    await pro.signIn('pro@demo.test')
    await pro.open('/ressources/ajouter')
    await choose(page, 'Programme de l’été.pdf', pdf())
    await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), send(page).click()])
    await pro.look()
    const part = page.getByRole('group', { name: 'Programme de l’été.pdf' })
    await part.getByText('Enregistrer ce fichier de manière privée').click()
    await part.getByText('les animateurs territoriaux').click()
    await pro.press(/^Suivant/, part)
    expect(await part.textContent()).toMatch(/Privé\s: les animateurs territoriaux\./)
    await pro.press(/^Modifier/, part)
    expect(await part.getByLabel('les animateurs territoriaux').isChecked()).toBe(true)
    await pro.press(/^Retirer/, part)
    expect(await part.count()).toBe(0)
  },
)

story('RES-4: a refused file says why, on the page, and all that was typed stays', async (stage) => {
  const pro = await stage.visitor()
  const { page } = pro
  await pro.signIn('pro@demo.test')
  await pro.open('/ressources/ajouter')
  await pro.type({ Titre: 'Un titre tapé' })
  await choose(page, 'logo.svg', Buffer.from('<svg xmlns="x"/>'))
  await send(page).click()
  await page.getByText('est un dessin SVG').first().waitFor()
  expect(await page.getByLabel('Titre').inputValue()).toBe('Un titre tapé')
})

story(
  'RES-4: a large file is sent with a bar, paused, cut, and goes on from where it was',
  async (stage) => {
    const pro = await stage.visitor()
    const { page } = pro
    await pro.signIn('pro@demo.test')
    await pro.open('/ressources/ajouter')
    let cuts = 0
    const offsets: number[] = []
    await page.route('**/fichiers/envois/*', async (route) => {
      if (route.request().method() !== 'PATCH') return route.continue()
      offsets.push(Number(route.request().headers()['upload-offset']))
      if (offsets.length === 2 && cuts++ === 0) return route.abort('connectionreset')
      await new Promise((resolve) => setTimeout(resolve, 200))
      return route.continue()
    })
    const folder = await mkdtemp(join(tmpdir(), 'jcdmr-film-'))
    await writeFile(join(folder, 'film.mp4'), video(20 * 1024 * 1024))
    await page.locator('input[type=file]').first().setInputFiles(join(folder, 'film.mp4'))
    await send(page).click()
    await page.getByRole('progressbar', { name: 'film.mp4' }).waitFor()
    await expect.poll(() => offsets.length, { timeout: 15_000 }).toBeGreaterThan(0)
    await page.getByRole('button', { name: 'Mettre en pause' }).click()
    // A piece that left the page before the click may be heard of after it.
    await page.waitForTimeout(500)
    const atPause = offsets.length
    await page.waitForTimeout(1000)
    expect(offsets.length).toBe(atPause)
    await Promise.all([
      page.waitForNavigation({ waitUntil: 'load' }),
      page.getByRole('button', { name: 'Reprendre' }).click(),
    ])
    expect(await page.getByRole('group', { name: 'film.mp4' }).textContent()).toMatch(/Vidéo, 20\sMo/)
    await rm(folder, { recursive: true })
    expect(cuts).toBe(1)
    // The pause may cut a piece of which the site had the beginning: what it has is not sent again.
    expect(offsets).toEqual(offsets.toSorted((a, b) => a - b))
    expect(offsets.at(-1)).toBeGreaterThanOrEqual(16 * 1024 * 1024)
  },
  [true],
)
