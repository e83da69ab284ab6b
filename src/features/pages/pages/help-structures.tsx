import { addresses } from '#addresses'

/** Where the sheets come from, who writes them, and how. */
export function HelpStructures() {
  return (
    <>
      <p>
        Les fiches des <a href={addresses.structures.all()}>structures</a> et les fiches{' '}
        <a href={addresses.services.all()}>services</a> ont été créées automatiquement à la mise en ligne du site, à
        partir de <a href={addresses.pages.sources()}>données publiques</a>. Afin de pouvoir mettre à jour votre fiche
        structure et votre offre de service, vous devez être désigné comme « auteur » de ces contenus. Pour cela :
      </p>
      <ul>
        <li>
          effectuez une <a href={addresses.account.signUpProfessional()}>demande de compte « professionnel »</a> via le
          formulaire de création de compte. Votre compte sera validé par l’administrateur du site ;
        </li>
        <li>
          sur la fiche de votre structure, demandez à la gérer, ou{' '}
          <a href={addresses.contact()}>contactez l’administrateur du site</a> pour préciser de quelle structure vous
          souhaitez être l’animateur.
        </li>
      </ul>
      <p>
        Dès lors que vous avez obtenu les droits, vous retrouverez votre structure et les services associés dans votre
        espace, « Mes derniers contenus ». Cliquez sur{' '}
        <a href={addresses.mySpace.contents()}>« Voir tous mes contenus »</a>. Tous les contenus dont vous êtes l’auteur
        sont alors répertoriés. Vous pouvez alors filtrer par « type » : structure, service, etc. Dans la dernière
        colonne, le bouton « modifier » vous permet d’éditer les contenus dont vous êtes l’auteur. Les contenus mis à
        jour seront publiés immédiatement sur le site.
      </p>
      <p>
        Une nouvelle fiche service est rattachée à votre structure dès que vous la créez depuis elle. Pour en rattacher
        une autre :
      </p>
      <ol>
        <li>éditez votre fiche structure ;</li>
        <li>
          complétez le champ « Nos services », à partir d’un contenu « service » déjà créé auparavant sur le site ;
        </li>
        <li>pour en ajouter plusieurs, cliquez sur « Ajouter un autre élément » ;</li>
        <li>sauvegardez vos mises à jour en cliquant sur « Enregistrer ».</li>
      </ol>
    </>
  )
}
