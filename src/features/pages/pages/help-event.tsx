import { addresses } from '#addresses'
import { Files } from './help-contents.tsx'
/** The fields of an event, in the order of its form. */
export function HelpEvent() {
  return (
    <>
      <p>
        Les évènements que vous intégrez sur le site sont proposés aux créateurs d’entreprise dans les résultats du{' '}
        <a href={addresses.orientation.start()}>module d’orientation</a>, en fonction des critères de recherche qu’ils
        auront effectués. Il est donc primordial de bien qualifier vos évènements, pour que les propositions faites aux
        créateurs soient pertinentes.
      </p>
      <p>
        Le contenu « évènement » regroupe les ateliers, conférences, accueils sur rendez-vous, formations, informations
        collectives, permanences, réunions ou encore les salons, forums et journées spéciales.
      </p>
      <p>
        Depuis votre espace personnel, vous pouvez ajouter un évènement en cliquant sur{' '}
        <a href={addresses.events.new()}>« Créer un évènement »</a> dans le bloc des évènements. Il est public dès que
        vous l’enregistrez ; « Garder comme brouillon » le garde pour vous. Les champs suivants sont à renseigner :
      </p>
      <ol>
        <li>
          <strong>Titre de l’évènement.</strong>
        </li>
        <li>
          <strong>Logo ou image.</strong>
        </li>
        <li>
          <strong>Présentation synthétique :</strong> indiquez en une ou deux phrases le nom, l’objet de l’évènement et
          l’organisateur.
        </li>
        <li>
          <strong>Présentation complète :</strong> précisez toutes informations liées à l’évènement (l’objectif, le
          déroulé, le programme détaillé, les intervenants, le public cible…).
        </li>
        <li>
          <strong>Fichiers attachés :</strong> pour attacher les documents liés à l’évènement (programme, affiche,
          bulletin d’inscription) : <Files /> Recommencez l’opération pour chaque document à charger.
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
      date, cliquez sur le bouton « Retirer » : s’il y a des inscrits, la date est annulée, ils en sont prévenus, et
      leur liste est gardée. Si l’évènement a lieu dans un lieu géographique différent, créez un autre évènement
      distinct.
    </li>
  )
}

function Seats() {
  return (
    <li>
      <strong>Inscriptions :</strong> vous pouvez ouvrir deux types d’inscriptions : une liste d’inscription directe,
      qui permet à tout utilisateur du site de s’inscrire, et une liste d’inscription par prescription, qui permet aux
      professionnels de l’accompagnement d’inscrire à votre évènement les créateurs qu’ils accompagnent. Il est possible
      d’ouvrir les deux types d’inscription pour chaque date indiquée. Pour ouvrir une liste d’inscription, il suffit de
      renseigner le nombre de places disponibles à chaque type d’inscription. Ainsi le bloc « Inscription » apparaîtra
      sur la page de votre évènement. Pour clôturer l’inscription, indiquez 0 dans la liste ouverte. Les adresses e-mail
      des personnes qui s’inscrivent apparaissent au fur et à mesure sous la liste d’inscription correspondante. Vous
      pouvez changer le nombre de places à tout moment, sans descendre sous celui des personnes confirmées ; s’il
      augmente, les premiers de la liste d’attente obtiennent une place.
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
        <li>type d’évènement : le type qui se rapproche le plus du vôtre ;</li>
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
