import { addresses } from '#addresses'

/** « Recommander », for who accompanies. */
export function HelpRecommend() {
  return (
    <>
      <p>
        Afin d’accompagner au mieux le créateur d’entreprise, vous pouvez lui recommander un contenu du site et
        l’inciter à aller consulter la page concernée : une structure d’accompagnement, un service, un article, une
        ressource ou encore un évènement.
      </p>
      <p>
        Si le contenu est réservé aux professionnels, le créateur ne pourra pas le visualiser : c’est dit avant l’envoi,
        et le mail n’en donne ni le titre ni le résumé.
      </p>
      <ol>
        <li>
          En bas du contenu que vous souhaitez partager, ou directement depuis la{' '}
          <a href={addresses.resources.all()}>base ressource</a>, cliquez sur le bouton « Recommander ».
        </li>
        <li>
          Renseignez l’adresse e-mail de la personne que vous accompagnez, un mot de votre part si vous le souhaitez, et
          cliquez sur « Recommander ».
        </li>
      </ol>
      <p>
        Un e-mail lui sera envoyé, l’invitant à consulter le contenu que vous lui recommandez, et l’invitant à se créer
        un compte « créateur » sur le site si elle n’en dispose pas déjà. Elle retrouve ce qui lui est recommandé dans
        son espace, et vous dans <a href={addresses.mySpace.recommendations({ vue: 'envoyees' })}>« Envoyées »</a>.
      </p>
    </>
  )
}

/** Comments on sheets and on « Projet 360 », for who accompanies. */
export function HelpComment() {
  return (
    <>
      <p>
        Les créateurs d’entreprise ont la possibilité de solliciter un ou plusieurs accompagnateurs sur leur projet
        d’entreprise. Dès lors qu’ils vous ont nommément authentifié comme « professionnel autorisé à interagir avec sa
        fiche projet » (à partir de votre adresse e-mail, uniquement si vous disposez d’un compte « professionnel »),
        vous êtes en mesure de commenter leur « fiche projet » ou leur « projet 360 » en ligne. Vous les retrouvez dans{' '}
        <a href={addresses.projects.all()}>« Projets qui me sont confiés »</a>.
      </p>
      <h3>Sur les fiches projets</h3>
      <ol>
        <li>En bas de la fiche projet que vous souhaitez commenter, cliquez sur « Ajoutez un commentaire ».</li>
        <li>
          Une fenêtre s’ouvre : complétez les deux champs « objet » et « commentaire », puis enregistrez votre
          contribution.
        </li>
      </ol>
      <p>
        Le créateur recevra alors un e-mail le notifiant de votre contribution. Votre commentaire s’affichera à la suite
        de la fiche projet. Il ne sera visible que par le créateur lui-même et par les professionnels qu’il a autorisés
        à interagir sur sa fiche.
      </p>
      <h3>Sur les « projets 360 »</h3>
      <p>
        Si un créateur a saisi le mail associé à votre compte professionnel en utilisant le bouton « ? Demande d’aide »
        au pied du business canvas, vous aurez la possibilité de commenter chaque post-it que le créateur aura saisi.
      </p>
      <ol>
        <li>En bas du post-it que vous souhaitez commenter, cliquez sur « Commenter ».</li>
        <li>Une fenêtre s’ouvre : complétez le champ « commentaire », puis enregistrez votre contribution.</li>
      </ol>
      <p>
        Le créateur recevra alors un e-mail le notifiant de votre contribution. Votre commentaire s’affichera à la suite
        du post-it ou du commentaire précédent. Il ne sera visible que par le créateur lui-même et par les
        professionnels qu’il a autorisés à interagir sur sa fiche. Vous pouvez ainsi échanger avec le créateur et les
        autres accompagnateurs mobilisés.
      </p>
    </>
  )
}

/** The same from the other side: for the creator. */
export function HelpProject() {
  return (
    <>
      <p>
        Dans <a href={addresses.projects.all()}>« Mes projets »</a>, écrivez votre fiche projet, même en trois lignes :
        elle s’enregistre à mesure que vous tapez, et vous la complétez quand vous voulez. « Projet 360 » en est la vue
        d’ensemble : neuf blocs où vous posez, déplacez et colorez des post-its.
      </p>
      <p>
        Personne d’autre que vous ne lit votre projet, pas même l’administrateur du site, tant que vous n’avez autorisé
        personne. Pour demander un avis, ouvrez « Professionnels autorisés », ou cliquez sur « ? Demande d’aide » au
        pied du projet 360, et donnez l’e-mail de la personne. Vous pouvez retirer cette autorisation à tout moment.
      </p>
      <p>
        Chaque commentaire vous est signalé par e-mail. Vous y répondez sous la fiche ou sous le post-it, et vous pouvez
        clore un échange. Les <a href={addresses.mySpace.preferences()}>mails que vous recevez</a> se choisissent sujet
        par sujet.
      </p>
    </>
  )
}
