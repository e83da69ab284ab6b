import { addresses } from '#addresses'

/** For who comes to an event. */
export function HelpRegister() {
  return (
    <>
      <p>
        Dans l’<a href={addresses.agenda()}>agenda</a>, ouvrez un évènement, choisissez une date et cliquez sur
        « M’inscrire ».
      </p>
      <ul>
        <li>
          <strong>Avec un compte</strong>, votre place est confirmée tout de suite.
        </li>
        <li>
          <strong>Sans compte</strong>, donnez votre nom et votre adresse e-mail : un message vous est envoyé, votre
          place est gardée le temps que vous la confirmiez.
        </li>
        <li>
          <strong>Quand c’est complet</strong>, vous entrez dans la liste d’attente, dans l’ordre d’arrivée. Dès qu’une
          place se libère, elle va au premier de la liste, qui en est prévenu.
        </li>
        <li>
          <strong>Par un professionnel</strong>, certaines places sont données à ceux qu’il accompagne : parlez-en à
          votre conseiller. Vous recevez alors un mail qui dit qui vous a inscrit, et comment vous y opposer.
        </li>
      </ul>
      <p>
        L’e-mail de confirmation contient l’invitation pour votre agenda, et un lien pour changer de date, ou pour
        annuler si vous ne pouvez plus venir : votre place profite à quelqu’un d’autre.
      </p>
    </>
  )
}

/** For who organises it. */
export function HelpManageRegistrations() {
  return (
    <>
      <p>
        Dans votre espace personnel, le lien <a href={addresses.mySpace.events()}>« Voir tous mes évènements »</a> vous
        renvoie sur les évènements que vous avez créés. L’onglet{' '}
        <a href={addresses.mySpace.eventRegistrations()}>« Événements-inscriptions »</a> vous donne accès aux listes
        complètes d’inscrits à vos évènements.
      </p>
      <ol>
        <li>Sélectionnez l’un de vos évènements.</li>
        <li>Sélectionnez la date de cet évènement s’il y en a plusieurs.</li>
        <li>Sélectionnez la liste d’inscrits que vous souhaitez consulter.</li>
        <li>Cliquez sur « Afficher la liste » : cette liste s’affiche dans le tableau indiqué.</li>
        <li>
          Cliquez sur « Exporter la liste » : vous pourrez alors télécharger la liste au format CSV, format lisible sous
          Excel.
        </li>
      </ol>
    </>
  )
}
