export type ErrorText = {
  title: string
  /** What happened, and what is kept. */
  text: string
  /** What to do now. */
  next: string
}

const unexpected: ErrorText = {
  title: 'Quelque chose n’a pas marché de notre côté',
  text: 'La page n’a pas pu être préparée. Rien de ce qui était déjà enregistré n’est perdu.',
  next: 'Réessayez dans un instant. Si cela recommence, écrivez-nous en citant le numéro ci-dessous.',
}

const texts: Record<number, ErrorText> = {
  400: {
    title: 'Cette demande n’a pas été comprise',
    text: 'L’adresse ou le formulaire est incomplet ou abîmé. Rien n’a été changé.',
    next: 'Revenez en arrière, rechargez la page et recommencez.',
  },
  403: {
    title: 'Vous ne pouvez pas faire cela',
    text: 'Votre compte n’a pas le droit de faire cette action, ou elle a été lancée depuis un autre site. Rien n’a été changé.',
    next: 'Revenez à la page d’où vous venez. Si vous pensez que c’est une erreur, écrivez-nous.',
  },
  404: {
    title: 'Cette page n’existe pas',
    text: 'L’adresse est peut-être mal recopiée, ou la page a été retirée.',
    next: 'Cherchez dans l’agenda, les structures ou les services, ou repartez de l’accueil.',
  },
  405: {
    title: 'Cette adresse ne s’ouvre pas de cette façon',
    text: 'La page attend un formulaire, ou n’en attend pas. Rien n’a été changé.',
    next: 'Repartez de la page qui contient le bouton, puis recommencez.',
  },
  409: {
    title: 'Quelqu’un d’autre est passé avant',
    text: 'Ce que vous vouliez changer a été modifié entre-temps. Votre version n’a pas remplacé la sienne.',
    next: 'Rouvrez la page pour voir où elle en est, puis refaites votre modification.',
  },
  413: {
    title: 'C’est trop lourd',
    text: 'Ce que vous avez envoyé dépasse la taille permise. Rien n’a été enregistré.',
    next: 'Raccourcissez le texte ou choisissez un fichier plus léger, puis recommencez.',
  },
  421: {
    title: 'Cette adresse n’est pas la nôtre',
    text: 'La demande est arrivée ici sous un autre nom de site. Rien n’a été changé.',
    next: 'Ouvrez le site par son adresse habituelle.',
  },
  422: {
    title: 'Il manque quelque chose',
    text: 'Le formulaire n’a pas pu être enregistré tel quel. Rien n’a été changé.',
    next: 'Revenez en arrière : ce que vous avez tapé doit y être encore. Complétez, puis renvoyez.',
  },
  429: {
    title: 'Trop d’essais en peu de temps',
    text: 'Pour protéger les comptes, nous attendons un peu avant d’accepter un nouvel essai. Rien n’a été changé.',
    next: 'Patientez quelques minutes, puis recommencez.',
  },
  500: unexpected,
  503: {
    title: 'Le site reprend son souffle',
    text: 'Il ne peut pas répondre tout de suite. Rien de ce qui était déjà enregistré n’est perdu.',
    next: 'Réessayez dans une minute : le service revient de lui-même.',
  },
}

/** What an error page says for a status; an unknown one is told as our own fault. */
export function errorTextOf(status: number): ErrorText {
  return texts[status] ?? unexpected
}
