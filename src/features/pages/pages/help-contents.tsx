import { addresses } from '#addresses'

/** The fields of an article, in the order of its form. */
export function HelpArticle() {
  return (
    <>
      <p>
        Le contenu « article » regroupe vos actualités, vos communiqués de presse, ou vos articles d’informations sur
        vos actions et dispositifs. Depuis votre espace personnel, vous pouvez ajouter une actualité en cliquant sur{' '}
        <a href={addresses.mySpace.newContent()}>« Ajouter un contenu »</a>. Choisissez alors le type de contenu
        « article ». Vous pouvez ensuite rédiger votre article dans les champs prévus.
      </p>
      <p>
        Un texte copié depuis un document Word se colle tel quel : sa mise en forme est remplacée par celle du site, les
        titres, les listes et les liens restent.
      </p>
      <p>Les champs à renseigner :</p>
      <ol>
        <li>
          <strong>Le titre de votre article.</strong>
        </li>
        <li>
          <strong>Une image</strong> (illustration ou logo) : <Files />
        </li>
        <li>
          <strong>Un intertitre.</strong>
        </li>
        <li>
          <strong>Présentation synthétique :</strong> un texte d’accroche de l’article en une ou deux phrases.
        </li>
        <li>
          <strong>Présentation complète :</strong> le corps du texte, que vous pouvez mettre en page à l’aide de la
          barre d’outils au-dessus.
        </li>
        <li>
          <strong>Fichiers attachés :</strong> de même, Parcourir, choisissez un fichier, Transférer.
        </li>
        <li>
          <strong>Catégories :</strong> cochez les départements concernés uniquement si votre article concerne
          spécifiquement ceux indiqués.
        </li>
        <li>
          <strong>Accès : public ou pro.</strong> Indiquez si le contenu de l’article est destiné aux « publics » des
          créateurs (visible par tous) ou réservé aux « professionnels » de l’accompagnement (et ainsi uniquement
          visible par ces derniers).
        </li>
        <li>
          <strong>Cliquez sur « Enregistrer »</strong> tout en bas de la page pour valider l’article. Ce que vous tapez
          est gardé en brouillon d’ici là. Votre article n’apparaît sur le site qu’après sa validation par nos soins.
        </li>
        <li>
          <strong>Pour corriger le contenu de votre article :</strong> sous le titre de votre article (publié ou en
          attente de validation), passez de l’onglet « Voir » à l’onglet « Modifier ».
        </li>
      </ol>
    </>
  )
}

/** How a file is given, and who sees it. */
export function Files() {
  return (
    <>
      Parcourir, choisissez un fichier, Transférer. Indiquez alors si vous souhaitez « Rendre ce fichier visible », si
      votre contenu est destiné au grand public, ou « Enregistrer ce fichier de manière privée », si votre contenu est
      exclusivement destiné à la communauté Je crée dans ma région. Qualifiez ensuite votre fichier par « département »
      et par « secteur d’activité » si besoin.
    </>
  )
}

/** The four steps of a resource. */
export function HelpResource() {
  return (
    <>
      <p>
        Le contenu « ressource » correspond aux fichiers ou médias que les internautes peuvent retrouver dans la{' '}
        <a href={addresses.resources.all()}>base ressource</a> de la plateforme. Certaines ressources peuvent être
        réservées uniquement aux professionnels. Les « ressources » regroupent différents types de documents
        (comptes-rendus de réunion, rapports, analyses, fiches techniques, modèles de documents), mais également des
        vidéos, images, sons audio.
      </p>
      <ol>
        <li>
          Depuis votre espace personnel, cliquez sur <a href={addresses.resources.new()}>« Ajouter une ressource »</a>.
        </li>
        <li>
          Choisissez un fichier, puis Transférer. Autrement, le deuxième onglet « Lien web / vidéo » vous permet
          d’ajouter une vidéo.
        </li>
        <li>
          Indiquez si vous souhaitez « Rendre ce fichier visible », si votre contenu est destiné au grand public, ou
          « Enregistrer ce fichier de manière privée », s’il est exclusivement destiné à la communauté Je crée dans ma
          région. Vous pouvez également gérer la publication de ce fichier en fonction des rôles, et déterminer quels
          rôles peuvent visualiser ce fichier parmi l’administrateur, les professionnels, les créateurs, les animateurs
          territoriaux et les professionnels non contributeurs.
        </li>
        <li>
          Qualifiez votre fichier : ajoutez si besoin une description qui permettra de favoriser son référencement, et
          catégorisez le fichier parmi les catégories « département » et « secteur d’activité ».
        </li>
      </ol>
      <p>
        En fonction de vos critères de publication, l’administrateur du site publiera ou non le fichier dans la base
        ressource.
      </p>
    </>
  )
}
