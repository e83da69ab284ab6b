import { expect } from 'vitest'
import { axeFaults } from './checks.ts'
import { story, withBrowser } from './story.ts'

withBrowser()

story('STR-2: structures near a commune that is typed, one’s sheet, a filter taken away', async (stage) => {
  const visitor = await stage.visitor()
  await visitor.open('/structures')
  const field = visitor.page.getByLabel('Près de')
  if (visitor.javaScript) {
    await field.pressSequentially('roan')
    await visitor.page
      .getByRole('option', { name: /^Roanne/ })
      .first()
      .waitFor()
    // Looked at as it stands: on a narrower screen the filters fold, and what is half typed would be asked.
    expect(await axeFaults(visitor.page)).toEqual([])
    await field.press('End')
    await field.pressSequentially('n')
    await visitor.page
      .getByRole('option', { name: /^Roanne/ })
      .first()
      .waitFor()
    await field.press('ArrowDown')
    await field.press('Enter')
    expect(await field.inputValue()).toContain('Roanne')
  } else await field.fill('roanne')
  await visitor.press('Afficher')
  await visitor.sees('Roanne')
  await visitor.follow(/Initiative/)
  await visitor.sees('Initiative', 'Nos services')
  await visitor.open('/structures?q=zzzz')
  await visitor.sees('Aucune structure ne répond à ces filtres')
  await visitor.follow('Voir toutes les structures')
  expect(new URL(visitor.page.url()).search).toBe('')
})

story('SRV-1: from the question of the home page to a service and the structure that gives it', async (stage) => {
  const visitor = await stage.visitor()
  await visitor.open('/')
  await visitor.tick('J’ai une idée')
  await visitor.type({ 'Votre commune': '42300' })
  await visitor.press('Voir ce qui peut m’aider')
  // Three communes share this postal code.
  await visitor.choose('Votre commune', 'Roanne (42300)')
  await visitor.press('Continuer')
  await visitor.sees('De quoi avez-vous besoin ?')
  await visitor.press('Voir les résultats')
  expect(visitor.page.url()).toContain('etape=idee')
  await visitor.sees('J’ai une idée', 'Ce qui peut vous aider')
  await visitor.page.locator('.card a').first().click()
  await visitor.look()
  await visitor.sees('Comment en bénéficier')
})
