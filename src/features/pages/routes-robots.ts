import { addresses } from '#addresses'

const { account, admin, mySpace, registrations } = addresses
const PRIVATE = [
  mySpace.home.path,
  admin.home.path,
  registrations.one.path,
  account.confirm.path,
  account.signIn.path,
  account.reset.path,
]

/** What search engines leave alone: personal pages, forms, and pages found by a key. */
export const robotsText = (): string =>
  ['User-agent: *', ...PRIVATE.map((path) => `Disallow: ${path.replace(/:.*/, '')}`), ''].join('\n')
