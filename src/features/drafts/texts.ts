export const DRAFT_TEXTS = {
  kept: (clock: string): string => `Brouillon enregistré à ${clock}`,
  'too-many': 'Échec : trop de textes sont déjà commencés',
  unreadable: 'Échec : cette page est trop ancienne',
  failed: 'Échec',
  signedOut: 'Votre session est terminée',
  alsoHere: ', copie gardée sur cet appareil',
  nowhere: ' : ce texte n’est gardé nulle part, ne fermez pas cette page',
  typing: 'Pas encore enregistré',
  thrown: 'Le texte commencé est jeté.',
  replaced: 'Le texte enregistré a changé depuis : vous verrez les deux en enregistrant.',
} as const
