const ACCOUNTS = [
  ['admin@demo.test', 'administrateur'],
  ['animatrice@demo.test', 'animatrice territoriale, Rhône et Loire'],
  ['pro@demo.test', 'professionnelle : une structure, ses services et ses évènements'],
  ['pro2@demo.test', 'professionnel d’une autre structure'],
  ['lecteur@demo.test', 'professionnel non contributeur'],
  ['attente@demo.test', 'professionnelle dont le compte attend sa validation'],
  ['creatrice@demo.test', 'créatrice : un projet et un canevas partagé avec pro@'],
  ['createur@demo.test', 'créateur sans projet'],
] as const

/** What `npm start` prints when all is ready. */
export function welcome(site: string, mailbox: string | undefined): string {
  return `
Je crée dans ma région est prêt.

  Le site               ${site}/
  Les e-mails envoyés   ${mailbox ?? '(envoyés par SMTP_URL)'}
  L’état du service     ${site}/sante

Comptes de démonstration (mot de passe : je-cree-2026)
${ACCOUNTS.map(([account, who]) => `  ${account.padEnd(21)} ${who}`).join('\n')}

Ctrl-C arrête tout.
`
}
