import ICAL from 'ical.js'
import { expect } from 'vitest'
import { buttonOf } from './stage.ts'
import { story, withBrowser } from './story.ts'

withBrowser()

story('EVT-5, REG-5: a creator finds an event by département, registers in one click and cancels', async (stage) => {
  const karim = await stage.visitor()
  await karim.open('/')
  await karim.follow('Agenda')
  await karim.page.getByLabel('Département').selectOption('69')
  await karim.press('Afficher')
  expect(karim.page.url()).toContain('departement=69')
  await karim.sees('3 places restantes sur 12')
  await karim.signIn('createur@demo.test')
  await karim.open('/evenements?departement=69')
  await karim.follow('Construire son prévisionnel financier')
  await karim.sees('Vous vous inscrivez comme Karim Faure')
  await karim.press('M’inscrire')
  await karim.sees('Votre inscription est confirmée', 'createur@demo.test')
  const calendar = await karim.download('Ajouter à mon agenda')
  expect(calendar.type).toContain('text/calendar')
  const event = new ICAL.Component(ICAL.parse(calendar.text)).getFirstSubcomponent('vevent')
  expect(event?.getFirstPropertyValue('summary')).toBe('Construire son prévisionnel financier')

  const mail = await stage.mail('createur@demo.test', 'confirmée')
  expect(mail.attachments.map(({ contentType }) => contentType)).toContain('text/calendar')
  await karim.open(buttonOf(mail))
  await karim.sees('Votre inscription est confirmée')
  await karim.press('Annuler mon inscription')
  await karim.sees('Votre inscription est annulée')
  await stage.mail('createur@demo.test', 'annulée')
  await karim.open('/mon-espace/inscriptions')
  await karim.sees('Construire son prévisionnel financier', 'annulée')
})
