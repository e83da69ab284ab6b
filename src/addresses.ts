// Every URL of the product, typed. No other file spells an address.

type Names<Path extends string> = Path extends `${string}:${infer Rest}`
  ? Rest extends `${infer Name}/${infer After}`
    ? Bare<Name> | Names<`/${After}`>
    : Bare<Rest>
  : never
type Bare<Name extends string> = Name extends `${infer Start}.${string}` ? Start : Name

type Query = Record<string, string | number | readonly string[] | undefined>
type Params<Path extends string> = Record<Names<Path>, string | number>

/** One address: `path` is the pattern the router reads, the call writes a link to it. Empty query values are left out. */
export type Address<Path extends string = string> = {
  (...args: [Names<Path>] extends [never] ? [query?: Query] : [params: Params<Path>, query?: Query]): string
  path: Path
}

function address<const Path extends string>(path: Path): Address<Path> {
  const hasParams = path.includes(':')
  const build = (...args: [Record<string, string | number>?, Query?]) => {
    const params = hasParams ? (args[0] ?? {}) : {}
    const query = (hasParams ? args[1] : args[0]) as Query | undefined
    const filled = path.replace(/:([a-zA-Z]+)/g, (_, name: string) => encodeURIComponent(String(params[name] ?? '')))
    return filled + queryString(query)
  }
  return Object.assign(build, { path }) as unknown as Address<Path>
}

/** `?a=1&b=2&b=3`, or the empty string; `undefined` and `''` are left out so that addresses stay short and canonical. */
export function queryString(query: Query | undefined): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== '') search.append(name, String(one))
    }
  }
  const text = search.toString()
  return text === '' ? '' : `?${text}`
}

/** `construire-son-previsionnel-12`: what stands for a content in an address. Only the number counts. */
export function itemOf(content: { slug: string; id: number }): string {
  return content.slug === '' ? String(content.id) : `${content.slug}-${content.id}`
}

/** The number at the end of an item of an address; undefined when there is none or it cannot be an identifier. */
export function idOfItem(item: string): number | undefined {
  const digits = /(?:^|-)(\d{1,15})$/.exec(item)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

export const addresses = {
  home: address('/'),
  agenda: address('/evenements'),
  agendaMonth: address('/evenements/mois'),
  agendaCalendar: address('/evenements.ics'),
  agendaPoints: address('/evenements.geojson'),
  events: {
    new: address('/evenements/ajouter'),
    one: address('/evenements/:item'),
    edit: address('/evenements/:item/modifier'),
    duplicate: address('/evenements/:item/dupliquer'),
    history: address('/evenements/:item/historique'),
    dateCalendar: address('/evenements/:item/dates/:date.ics'),
    register: address('/evenements/:item/inscriptions'),
    prescribe: address('/evenements/:item/prescriptions'),
  },
  structures: {
    all: address('/structures'),
    points: address('/structures.geojson'),
    new: address('/structures/ajouter'),
    one: address('/structures/:item'),
    edit: address('/structures/:item/modifier'),
    history: address('/structures/:item/historique'),
    authors: address('/structures/:item/auteurs'),
    request: address('/structures/:item/demandes'),
    checks: address('/structures/:item/verifications'),
  },
  services: {
    all: address('/services'),
    new: address('/services/ajouter'),
    one: address('/services/:item'),
    edit: address('/services/:item/modifier'),
    history: address('/services/:item/historique'),
    checks: address('/services/:item/verifications'),
  },
  /** What concerns contents of every kind. */
  contents: {
    decide: address('/contenus/:content/decisions'),
    invitation: address('/invitations/:key'),
    check: address('/toujours-exact/:key'),
    /** Keeps it for later, or gives it up. */
    keep: address('/contenus/:content/favori'),
    recommend: address('/contenus/:content/recommandation'),
  },
  /** From a mail to an address without account: receive no more. */
  stop: address('/ne-plus-recevoir/:key'),
  /** From a mail about a subject: receive no more about it. */
  topicStop: address('/ne-plus-recevoir/sujets/:key'),
  articles: {
    all: address('/articles'),
    feed: address('/articles.atom'),
    new: address('/articles/ajouter'),
    one: address('/articles/:item'),
    edit: address('/articles/:item/modifier'),
    history: address('/articles/:item/historique'),
  },
  resources: {
    all: address('/ressources'),
    new: address('/ressources/ajouter'),
    one: address('/ressources/:item'),
    edit: address('/ressources/:item/modifier'),
    history: address('/ressources/:item/historique'),
  },
  orientation: {
    start: address('/orientation'),
    results: address('/orientation/resultats'),
    /** From a mail: no longer be told of what is new. */
    stop: address('/orientation/suivis/:key'),
  },
  search: address('/recherche'),
  searchSuggestions: address('/recherche/suggestions'),
  proSpace: address('/espace-pro'),
  directory: address('/annuaire'),
  registrations: {
    one: address('/inscriptions/:key'),
    receipt: address('/inscriptions/demandes/:receipt'),
    confirm: address('/inscriptions/:key/confirmation'),
    cancel: address('/inscriptions/:key/annulation'),
    move: address('/inscriptions/:key/date'),
    objection: address('/inscriptions/:key/opposition'),
    objected: address('/inscriptions/opposition-enregistree'),
    calendar: address('/inscriptions/:key/evenement.ics'),
  },
  /** What the organiser does with those who registered. */
  registrants: {
    sheet: address('/mon-espace/evenements/inscriptions/feuille'),
    presences: address('/mon-espace/evenements/inscriptions/presences'),
    message: address('/mon-espace/evenements/inscriptions/message'),
    places: address('/mon-espace/evenements/inscriptions/places'),
    removal: address('/mon-espace/evenements/inscriptions/retrait'),
  },
  projects: {
    all: address('/projets'),
    new: address('/projets/ajouter'),
    one: address('/projets/:project'),
    edit: address('/projets/:project/modifier'),
    pdf: address('/projets/:project/fiche.pdf'),
    advisers: address('/projets/:project/professionnels'),
    withdraw: address('/projets/:project/professionnels/:adviser/retrait'),
    leave: address('/projets/:project/depart'),
    comment: address('/projets/:project/commentaires'),
    closing: address('/projets/:project/commentaires/:comment/cloture'),
    journal: address('/projets/:project/journal'),
    archive: address('/projets/:project/archivage'),
    remove: address('/projets/:project/suppression'),
  },
  /** « Projet 360 »: `:canvas` is its number within the project. */
  canvas: {
    first: address('/projets/:project/360'),
    one: address('/projets/:project/360/:canvas'),
    new: address('/projets/:project/360/ajouter'),
    notes: address('/projets/:project/360/:canvas/post-its'),
    note: address('/projets/:project/360/:canvas/post-its/:note'),
    move: address('/projets/:project/360/:canvas/post-its/:note/deplacement'),
    removeNote: address('/projets/:project/360/:canvas/post-its/:note/suppression'),
    comment: address('/projets/:project/360/:canvas/post-its/:note/commentaires'),
    versions: address('/projets/:project/360/:canvas/versions'),
    restore: address('/projets/:project/360/:canvas/versions/:version/restauration'),
    rename: address('/projets/:project/360/:canvas/nom'),
    remove: address('/projets/:project/360/:canvas/suppression'),
    live: address('/projets/:project/360/:canvas/direct'),
    pdf: address('/projets/:project/360/:canvas/canevas.pdf'),
  },
  files: {
    one: address('/fichiers/:key/:name'),
    uploads: address('/fichiers/envois'),
    upload: address('/fichiers/envois/:key'),
  },
  communes: address('/communes'),
  outlines: address('/contours.json'),
  contact: address('/contact'),
  account: {
    signUp: address('/creer-un-compte'),
    signUpCreator: address('/creer-un-compte/createur'),
    signUpProfessional: address('/creer-un-compte/professionnel'),
    mailSent: address('/creer-un-compte/regardez-vos-mails'),
    confirm: address('/confirmer/:key'),
    signIn: address('/connexion'),
    signInByLink: address('/connexion/lien'),
    linkSignIn: address('/connexion/lien/:key'),
    signOut: address('/deconnexion'),
    forgotten: address('/mot-de-passe-oublie'),
    linkSent: address('/connexion/regardez-vos-mails'),
    reset: address('/mot-de-passe/:key'),
  },
  drafts: {
    one: address('/mon-espace/brouillons/:form'),
    discard: address('/mon-espace/brouillons/:form/abandon'),
  },
  mySpace: {
    home: address('/mon-espace'),
    contents: address('/mon-espace/contenus'),
    newContent: address('/mon-espace/contenus/ajouter'),
    events: address('/mon-espace/evenements'),
    eventRegistrations: address('/mon-espace/evenements/inscriptions'),
    eventRegistrationsExport: address('/mon-espace/evenements/inscriptions/export.csv'),
    eventRegistrationsWorkbook: address('/mon-espace/evenements/inscriptions/export.xlsx'),
    registrations: address('/mon-espace/inscriptions'),
    favourites: address('/mon-espace/favoris'),
    prescriptions: address('/mon-espace/prescriptions'),
    prescription: address('/mon-espace/prescriptions/:receipt'),
    withdrawPrescription: address('/mon-espace/prescriptions/:receipt/retrait'),
    recommendations: address('/mon-espace/recommandations'),
    notifications: address('/mon-espace/notifications'),
    notificationsRead: address('/mon-espace/notifications/lues'),
    preferences: address('/mon-espace/notifications/preferences'),
    orientations: address('/mon-espace/orientations'),
    watchOrientation: address('/mon-espace/orientations/:orientation/suivi'),
    removeOrientation: address('/mon-espace/orientations/:orientation/retrait'),
    profile: address('/mon-espace/profil'),
    directory: address('/mon-espace/profil/annuaire'),
    signOutEverywhere: address('/mon-espace/profil/deconnexions'),
  },
  admin: {
    home: address('/admin'),
    accounts: address('/admin/comptes'),
    validateAccount: address('/admin/comptes/:person/validation'),
    refuseAccount: address('/admin/comptes/:person/refus'),
    contents: address('/admin/contenus'),
    content: address('/admin/contenus/:content'),
    authors: address('/admin/contenus/auteurs'),
    glass: address('/admin/bris-de-glace'),
    structures: address('/admin/structures'),
    acceptRequest: address('/admin/structures/demandes/:request/validation'),
    refuseRequest: address('/admin/structures/demandes/:request/refus'),
  },
  pages: {
    legal: address('/mentions-legales'),
    accessibility: address('/accessibilite'),
    help: address('/mode-d-emploi'),
    sources: address('/sources'),
  },
  assets: address('/assets/*'),
  health: address('/sante'),
  metrics: address('/metriques'),
  robots: address('/robots.txt'),
} as const

/** The page of a content, by its kind. */
export const contentPage = {
  structure: addresses.structures.one,
  service: addresses.services.one,
  event: addresses.events.one,
  article: addresses.articles.one,
  resource: addresses.resources.one,
} as const
