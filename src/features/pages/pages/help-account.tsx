import { addresses } from '#addresses'

/** Which account, what it brings, how it opens. */
export function HelpAccount() {
  return (
    <>
      <p>
        {' '}
        Tout ce qui est public se lit sans compte : l’agenda, les structures, les services, les articles, la base
        ressource. Un compte sert à retrouver vos inscriptions, à écrire votre projet, et à publier si vous êtes un
        professionnel.
      </p>
      <h3>Vous créez votre entreprise</h3>
      <p>
        <a href={addresses.account.signUpCreator()}>Créez un compte « créateur »</a> avec votre adresse e-mail. Vous
        recevez un message : cliquez sur son lien, puis sur le bouton de la page qui s’ouvre. Votre compte est actif.
      </p>
      <h3>Vous êtes un professionnel de l’accompagnement à la création d’entreprise</h3>
      <p>La création d’un compte personnel vous permet :</p>
      <ul>
        <li>
          de valoriser votre offre de services : informer les porteurs de projets sur votre structure et vos services,
          créer des évènements et gérer les inscriptions en ligne, publier des articles et des ressources ;
        </li>
        <li>
          de contribuer à la montée en compétences de la communauté des créateurs d’entreprise en Auvergne-Rhône-Alpes :
          commenter les projets des créateurs que vous accompagnez, recommander des évènements et des contenus aux
          créateurs ;
        </li>
        <li>
          de bénéficier de services réservés aux professionnels : consulter{' '}
          <a href={addresses.proSpace()}>les actualités et les ressources dédiées aux professionnels</a>, consulter{' '}
          <a href={addresses.directory()}>l’annuaire régional des professionnels</a> du réseau Je crée dans ma région.
        </li>
      </ul>
      <p>
        Effectuez une <a href={addresses.account.signUpProfessional()}>demande de compte « professionnel »</a> en
        indiquant votre structure. Votre compte sera validé par l’administrateur du site ou par l’animateur territorial
        de votre département ; vous recevez un e-mail dès que c’est fait. En attendant, vous avez les mêmes droits qu’un
        créateur.
      </p>
      <h3>Mot de passe oublié</h3>
      <p>
        Demandez un <a href={addresses.account.forgotten()}>nouveau mot de passe</a>, ou{' '}
        <a href={addresses.account.signInByLink()}>connectez-vous par un lien</a> reçu par e-mail.
      </p>
    </>
  )
}
