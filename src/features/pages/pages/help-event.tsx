import { addresses } from '#addresses'

/** The fields of an event, in the order of its form. */
export function HelpEvent() {
  return (
    <>
      <p>
        L’évènement regroupe les ateliers, conférences, accueils sur rendez-vous, formations, informations collectives,
        permanences, réunions ou encore les salons, forums et journées spéciales.
      </p>
      <p>
        Depuis votre espace personnel, vous pouvez <a href={addresses.events.new()}>créer un évènement</a>. Il est
        public dès que vous l’enregistrez ; « Garder comme brouillon » le garde pour vous. Les champs suivants sont à
        renseigner :
      </p>
      <ol>
        <li>
          <strong>Titre de l’évènement.</strong>
        </li>
        <li>
          <strong>Présentation synthétique :</strong> indiquez en une ou deux phrases le nom, l’objet de l’évènement et
          l’organisateur.
        </li>
        <li>
          <strong>Présentation complète :</strong> précisez toutes informations liées à l’évènement (l’objectif, le
          déroulé, le programme détaillé, les intervenants, le public cible…).
        </li>
        <Dates />
        <Seats />
        <li>
          <strong>Adresse :</strong> renseignez le nom du lieu, l’adresse postale, le code postal et la ville du lieu de
          l’évènement. Sous la carte, cliquez sur « Géolocaliser » pour placer l’adresse.
        </li>
        <li>
          <strong>Contact :</strong> le contact téléphonique direct, le contact e-mail, le nom et prénom de
          l’interlocuteur, la page Facebook ou le site internet de l’évènement, avec ou sans « http:// ».
        </li>
        <Categories />
      </ol>
    </>
  )
}

function Dates() {
  return (
    <li>
      <strong>Date :</strong> indiquez le jour de l’évènement et l’heure de début. Si l’évènement a lieu régulièrement,
      indiquez toutes les dates programmées en cliquant sur le bouton « Ajouter un autre élément ». Pour supprimer une
      date, cliquez sur le bouton « Retirer » : s’il y a des inscrits, la date est annulée, ils en sont prévenus, et
      leur liste est gardée.
    </li>
  )
}

function Seats() {
  return (
    <li>
      <strong>Inscriptions :</strong> pour ouvrir une liste d’inscription directe, qui permet à tout utilisateur du site
      de s’inscrire, il suffit de renseigner le nombre de places disponibles. Ainsi le bloc « Inscription » apparaîtra
      sur la page de votre évènement. Pour clôturer l’inscription, indiquez 0. Vous pouvez changer le nombre de places à
      tout moment, sans descendre sous celui des personnes confirmées ; s’il augmente, les premiers de la liste
      d’attente obtiennent une place.
    </li>
  )
}

function Categories() {
  return (
    <li>
      <strong>Catégories permettant de qualifier votre évènement :</strong>
      <ul>
        <li>accès : public (visible par tous) ou réservé aux professionnels de l’accompagnement ;</li>
        <li>tarification : gratuit ou payant ;</li>
        <li>type d’évènement : le type qui se rapproche le plus du vôtre ;</li>
        <li>
          taille du projet : pour les personnes qui envisagent de travailler seules, ou d’entreprendre à plus grand
          effectif ;
        </li>
        <li>
          secteur spécifique : cochez uniquement si votre évènement concerne exclusivement l’économie sociale et
          solidaire ou l’innovation.
        </li>
      </ul>
    </li>
  )
}
