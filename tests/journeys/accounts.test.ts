import { expect } from 'vitest'
import { buttonOf } from './stage.ts'
import { story, withBrowser } from './story.ts'
import type { Visitor } from './visitor.ts'

withBrowser()

const PASSWORD = 'trois petits chats gris'

async function askProfessionalAccount(visitor: Visitor, email: string, name: string): Promise<void> {
  await visitor.open('/creer-un-compte')
  await visitor.sees('Valoriser votre offre de services', 'J’accompagne la création d’entreprise')
  await visitor.follow('J’accompagne la création d’entreprise')
  await visitor.type({ Structure: 'BGE' })
  await visitor.press('Chercher dans l’annuaire')
  await visitor.tick('BGE Auvergne-Rhône-Alpes')
  await visitor.type({ Fonction: 'Conseillère', 'Téléphone professionnel': '04 72 00 00 00' })
  await visitor.choose('Département', 'Rhône (69)')
  await visitor.tick('Je souhaite publier')
  await visitor.type({ 'Prénom et nom': name, 'Adresse e-mail': email, 'Mot de passe': PASSWORD })
  await visitor.press('Envoyer ma demande')
  await visitor.sees('Regardez vos mails')
}

story(
  'ACC-1, ACC-3: a creator opens an account, signs out, comes back by each way, signs out everywhere',
  async (stage) => {
    const zoe = await stage.visitor()
    await zoe.open('/')
    await zoe.follow('Se connecter')
    await zoe.follow('Créer un compte', zoe.page.getByRole('main'))
    await zoe.follow('Je crée mon entreprise')
    await zoe.type({ 'Prénom et nom': 'Zoé N’Guessan', 'Adresse e-mail': 'zoe@exemple.fr', 'Mot de passe': 'court' })
    await zoe.press('Créer mon compte')
    await zoe.sees('Choisissez au moins')
    await zoe.type({ 'Mot de passe': PASSWORD })
    await zoe.press('Créer mon compte')
    await zoe.sees('Regardez vos mails')
    await zoe.open(buttonOf(await stage.mail('zoe@exemple.fr', 'Confirmez votre adresse')))
    await zoe.press(/Confirmer|Ouvrir/, zoe.page.getByRole('main'))
    await zoe.sees('Votre adresse est confirmée, votre compte est ouvert.')
    await zoe.press('Se déconnecter')

    await zoe.signIn('zoe@exemple.fr', 'mauvais mot de passe')
    await zoe.sees('Cette adresse et ce mot de passe ne vont pas ensemble')
    await zoe.signIn('zoe@exemple.fr', PASSWORD)
    await zoe.sees('vous êtes connecté')
    await zoe.press('Se déconnecter')

    await zoe.open('/connexion')
    await zoe.follow('Recevoir un lien par e-mail')
    await zoe.type({ 'Adresse e-mail': 'zoe@exemple.fr' })
    await zoe.press('Recevoir le lien')
    const link = buttonOf(await stage.mail('zoe@exemple.fr', 'Votre lien pour vous connecter'))
    await zoe.open(link)
    await zoe.press('Me connecter', zoe.page.getByRole('main'))
    await zoe.sees('Vous êtes connecté.')

    const elsewhere = await stage.visitor()
    await elsewhere.open(link)
    await elsewhere.sees('Ce lien ne marche plus')
    await elsewhere.open('/mot-de-passe-oublie')
    await elsewhere.type({ 'Adresse e-mail': 'zoe@exemple.fr' })
    await elsewhere.press('Recevoir le mail')
    await elsewhere.open(buttonOf(await stage.mail('zoe@exemple.fr', 'Choisir un nouveau mot de passe')))
    await elsewhere.type({ 'Nouveau mot de passe': 'un tout autre secret' })
    await elsewhere.press('Changer le mot de passe')
    await elsewhere.sees('Votre mot de passe est changé.')
    await zoe.open('/mon-espace')
    await zoe.sees('Connectez-vous pour continuer')
    await zoe.type({ 'Adresse e-mail': 'zoe@exemple.fr', 'Mot de passe': 'un tout autre secret' })
    await zoe.press('Se connecter', zoe.page.getByRole('main'))
    await zoe.open('/mon-espace/profil')
    await zoe.press('Se déconnecter partout')
    await elsewhere.open('/mon-espace')
    await elsewhere.sees('Connectez-vous pour continuer')
  },
)

story(
  'ACC-2: the animatrice validates a professional, the administrator refuses another and says why',
  async (stage) => {
    const lea = await stage.visitor()
    await askProfessionalAccount(lea, 'lea@exemple.fr', 'Léa Roche')
    await lea.open(buttonOf(await stage.mail('lea@exemple.fr', 'Confirmez votre adresse')))
    await lea.press(/Confirmer|Ouvrir/, lea.page.getByRole('main'))
    await lea.open('/mon-espace/profil')
    await lea.sees('Votre compte professionnel attend sa validation')

    const amina = await stage.visitor()
    await amina.signIn('animatrice@demo.test')
    await amina.open(buttonOf(await stage.mail('animatrice@demo.test', 'attend votre validation')))
    const request = amina.page
      .locator('section, article, div')
      .filter({ has: amina.page.getByRole('heading', { name: 'Léa Roche' }) })
    await amina.sees('Léa Roche', 'BGE Auvergne-Rhône-Alpes')
    await amina.press('Valider', request.last())
    await amina.sees(/Léa Roche/)
    await stage.mail('lea@exemple.fr', 'Votre compte professionnel est validé')
    await lea.open('/evenements/ajouter')
    await lea.sees('Créer un évènement')

    const admin = await stage.visitor()
    await admin.signIn('admin@demo.test')
    await admin.follow('Administration')
    await admin.follow('Comptes à valider')
    await admin.sees('Inès Moreau')
    await admin.page.getByText('Refuser cette demande').first().click()
    await admin.press('Refuser')
    await admin.sees('Écrivez le motif : la personne le lira.')
    await admin.type({ Motif: 'Votre structure ne fait pas partie du réseau.' })
    await admin.press('Refuser')
    const refusal = await stage.mail('attente@demo.test', 'Votre demande de compte professionnel')
    expect(refusal.text).toContain('Votre structure ne fait pas partie du réseau.')
    const ines = await stage.visitor()
    await ines.signIn('attente@demo.test')
    await ines.open('/mon-espace/profil')
    await ines.sees('Votre structure ne fait pas partie du réseau.')
  },
)

story('ACC-7: somebody writes to the administrators', async (stage) => {
  const visitor = await stage.visitor()
  await visitor.open('/')
  await visitor.follow('Contact')
  await visitor.press('Envoyer')
  await visitor.sees('4 points à revoir')
  await visitor.type({ 'Prénom et nom': 'Zoé', 'Adresse e-mail': 'zoe@exemple.fr', Message: 'Bonjour,\nune question.' })
  await visitor.choose('Sujet', 'Poser une question')
  await visitor.press('Envoyer')
  await visitor.sees('Votre message est parti.')
  const mail = await stage.mail('contact@jecreedansmaregion.example', 'Poser une question')
  expect(mail.text).toContain('une question.')
})
