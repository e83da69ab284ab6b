/** What questions are made of, and contents of every subject have: not looked for. Without accents. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a au aux avec ce ces cet cette ceux chez comme comment dans de des du elle elles en est et etre eu eux il ils j je
  l la le les leur leurs lui ma mais me mes moi mon n ne ni nos notre nous on ou par pas plus pour pourquoi qu quand que
  quel quelle quelles quels quelqu quelque qui quoi s sa sans sans se ses si soit son sont suis sur ta te tes toi ton tu
  un une uns unes vers vos votre vous y d c m t
  ai as ait avoir ont avons etes sommes etait serait sera serai fait faire faut font fais
  veux veut voudrais voudrait souhaite souhaiterais souhaitez aimerais envie besoin cherche cherches chercher recherche
  trouver trouve obtenir avoir peux peut peuvent puis pouvoir dois doit devrais savoir connaitre
  aller vais va lancer lance
  quelqu quelconque qqn svp merci bonjour salut cordialement urgent
  moyen facon maniere possible possibilite truc chose choses
  pres proche autour cote coin
  tout tous toute toutes tres bien aussi alors donc car encore deja`
    .split(/\s+/)
    .filter((word) => word !== ''),
)
