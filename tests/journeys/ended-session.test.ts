import { sql } from 'drizzle-orm'
import { story, withBrowser } from './story.ts'

withBrowser()

story('R13: a form sent after the session has ended is kept, and sent once after signing in again', async (stage) => {
  const camille = await stage.visitor()
  await camille.signIn('pro@demo.test')
  await camille.open('/mon-espace/evenements')
  await camille.follow('modifier')
  await camille.type({ 'Titre de l’évènement': 'Un long texte que l’on ne veut pas perdre' })
  await stage.database.execute(sql`delete from sessions`)
  await camille.press('Enregistrer')
  await camille.sees('Rien n’est perdu')
  await camille.type({ 'Adresse e-mail': 'pro@demo.test', 'Mot de passe': 'je-cree-2026' })
  await camille.press('Se connecter', camille.page.getByRole('main'))
  await camille.sees('Vous êtes de nouveau connecté')
  await camille.press('Renvoyer')
  await camille.open('/mon-espace/evenements')
  await camille.sees('Un long texte que l’on ne veut pas perdre')
})
