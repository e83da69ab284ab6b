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
  agendaCalendar: address('/evenements.ics'),
  events: {
    new: address('/evenements/ajouter'),
    one: address('/evenements/:item'),
    edit: address('/evenements/:item/modifier'),
    dateCalendar: address('/evenements/:item/dates/:date.ics'),
    register: address('/evenements/:item/inscriptions'),
  },
  structures: { all: address('/structures'), one: address('/structures/:item') },
  services: { all: address('/services'), one: address('/services/:item') },
  registrations: {
    one: address('/inscriptions/:key'),
    receipt: address('/inscriptions/demandes/:receipt'),
    confirm: address('/inscriptions/:key/confirmation'),
    cancel: address('/inscriptions/:key/annulation'),
    calendar: address('/inscriptions/:key/evenement.ics'),
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
  mySpace: {
    home: address('/mon-espace'),
    events: address('/mon-espace/evenements'),
    eventRegistrations: address('/mon-espace/evenements/inscriptions'),
    eventRegistrationsExport: address('/mon-espace/evenements/inscriptions/export.csv'),
    registrations: address('/mon-espace/inscriptions'),
    profile: address('/mon-espace/profil'),
    signOutEverywhere: address('/mon-espace/profil/deconnexions'),
  },
  admin: {
    home: address('/admin'),
    accounts: address('/admin/comptes'),
    validateAccount: address('/admin/comptes/:person/validation'),
    refuseAccount: address('/admin/comptes/:person/refus'),
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
