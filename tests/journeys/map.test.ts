import { expect } from 'vitest'
import { story, withBrowser } from './story.ts'

withBrowser()

story('MAP-1: structures on a map, by the keyboard alone; the same ones in the list', async (stage) => {
  const visitor = await stage.visitor()
  const { page } = visitor
  await visitor.open('/structures?departement=42')
  await visitor.follow('Carte')
  await visitor.sees('Départements voisins')
  if (!visitor.javaScript) {
    await visitor.sees('Tout ce qu’elle montre est dans la liste')
    return
  }
  await page.locator('.leaflet-marker-icon').first().waitFor()
  await visitor.sees('structures sur la carte')
  await visitor.look()
  const isOpen = () => page.locator('.leaflet-popup').count()
  for (let press = 0; press < 12 && (await isOpen()) === 0; press++) {
    const alone = page.locator('.pin').first()
    await ((await alone.count()) > 0 ? alone : page.locator('.cluster').first()).press('Enter')
    await page.waitForTimeout(500)
  }
  const link = page.locator('.leaflet-popup a[href^="/structures/"]').first()
  expect(await link.evaluate((node) => node === document.activeElement)).toBe(true)
  await visitor.look()
  await page.keyboard.press('Escape')
  await page.locator('.leaflet-popup').waitFor({ state: 'detached' })
  expect(await page.evaluate(() => document.activeElement?.classList.contains('leaflet-marker-icon'))).toBe(true)
  await page.keyboard.press('Enter')
  await link.press('Enter')
  await page.waitForURL(/\/structures\/[a-z0-9-]+-\d+$/)
  await visitor.look()
})

story('ESP-2: a service is kept, found again in « Mes favoris », and given up', async (stage) => {
  const visitor = await stage.visitor()
  await visitor.signIn('createur@demo.test')
  await visitor.open('/services')
  await visitor.page.locator('.card a').first().click()
  await visitor.look()
  await visitor.press('Garder dans mon espace')
  await visitor.sees('C’est gardé')
  await visitor.open('/mon-espace')
  await visitor.follow('Mes favoris')
  await visitor.sees('gardé le')
  await visitor.press('Retirer de mon espace')
  await visitor.sees('C’est retiré de vos favoris', 'Rien de gardé ici')
})

story('DIR-1: a professional shows her address, and a colleague finds it in the directory', async (stage) => {
  const visitor = await stage.visitor()
  await visitor.signIn('pro@demo.test')
  await visitor.open('/mon-espace/profil')
  await visitor.tick('Y montrer mon adresse e-mail')
  await visitor.press('Enregistrer ma fiche')
  await visitor.sees('Votre fiche dans l’annuaire est enregistrée')
  const colleague = await stage.visitor()
  await colleague.signIn('lecteur@demo.test')
  await colleague.open('/espace-pro')
  await colleague.follow('Annuaire des professionnels')
  await colleague.type({ Nom: 'dupre' })
  await colleague.press('Afficher')
  await colleague.sees('Camille Dupré', 'pro@demo.test', '1 personne')
})
