import { expect } from 'vitest'
import { story, withBrowser } from './story.ts'

withBrowser()

story(
  'PRJ-5: a live line that was refused while the site restarted is opened again, and shows what came meanwhile',
  async (stage) => {
    const clara = await stage.visitor()
    await clara.signIn('creatrice@demo.test')
    clara.expectInConsole(/status of 503/)
    let refusals = 0
    await clara.page.route(/\/direct\?vu=/, (route) =>
      ++refusals === 1 ? route.fulfill({ status: 503 }) : route.fallback(),
    )
    await clara.open('/projets/1/360')
    const elsewhere = await clara.context.newPage()
    await elsewhere.goto(`${stage.url}/projets/1/360/1/post-its?bloc=channels`)
    await elsewhere.getByLabel('Texte du post-it').fill('Écrit dans l’autre fenêtre')
    await elsewhere.getByRole('button', { name: 'Ajouter' }).click()
    await elsewhere.getByText('Écrit dans l’autre fenêtre').first().waitFor()
    await elsewhere.close()
    expect(refusals).toBe(1)
    await clara.page.getByText('Écrit dans l’autre fenêtre').first().waitFor({ timeout: 20_000 })
  },
  [true],
)
