const uses = [
  {
    what: 'Compte',
    why: 'Vous reconnaître et vous écrire. Le mot de passe n’est gardé que sous une forme qui ne permet pas de le relire.',
  },
  {
    what: 'Inscription à un évènement',
    why: 'Réserver votre place, vous prévenir d’un changement. L’organisateur de l’évènement voit votre nom et votre adresse e-mail.',
  },
  {
    what: 'Projet',
    why: 'Vous aider à le préparer. Vous seul le lisez, avec les professionnels que vous avez autorisés ; un administrateur ne le peut que par un « bris de glace », limité dans le temps, dont le motif vous est envoyé.',
  },
  {
    what: 'Adresse d’une personne à qui l’on recommande une page',
    why: 'Lui envoyer ce mail, une fois. Elle est oubliée après trente jours ; le mail dit comment ne plus en recevoir.',
  },
  { what: 'Message de contact', why: 'Vous répondre.' },
  {
    what: 'Journal technique',
    why: 'Garder trace des actes importants et protéger les comptes. Il ne contient ni texte saisi, ni mot de passe.',
  },
]

/** What is asked of people, why, and what they may ask. */
export function PersonalData({ contactMail }: { contactMail: string }) {
  return (
    <>
      <p>Nous demandons le moins possible, et seulement pour ce qui suit :</p>
      <ul>
        {uses.map(({ what, why }) => (
          <li key={what}>
            <strong>{what} :</strong> {why}
          </li>
        ))}
      </ul>
      <p>
        Le site ne dépose aucun traceur et ne mesure pas d’audience. Ses seuls cookies servent à vous reconnaître et à
        afficher le résultat de votre dernière action. Vos données ne sont ni vendues ni transmises à d’autres que les
        organisateurs des évènements auxquels vous vous inscrivez.
      </p>
      <p>
        Vous pouvez demander à voir vos données, à les corriger, à les effacer ou à en limiter l’usage, en écrivant à{' '}
        <a href={`mailto:${contactMail}`}>{contactMail}</a>. Vous pouvez aussi adresser une réclamation à la{' '}
        <a href="https://www.cnil.fr/">CNIL</a>.
      </p>
    </>
  )
}
