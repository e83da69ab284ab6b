import { addresses } from '#addresses'
import { Brand } from './brand.tsx'
import { Button, ButtonLink } from './button.tsx'
import { Form } from './form.tsx'

export type NavItem = { href: string; text: string }
export type Viewer = { signedIn: boolean; name?: string; mayAdmin?: boolean }

/** Whether `path` is the item's own page, or a page below it. */
function currentOf(path: string, href: string): 'page' | 'true' | undefined {
  if (path === href) return 'page'
  return path.startsWith(`${href}/`) ? 'true' : undefined
}

function NavLink({ href, text, path }: NavItem & { path: string }) {
  return (
    <li>
      <a href={href} aria-current={currentOf(path, href)}>
        {text}
      </a>
    </li>
  )
}

function AccountLinks({ viewer, path }: { viewer: Viewer; path: string }) {
  if (!viewer.signedIn) {
    return (
      <ButtonLink href={addresses.account.signIn()} size="slim" icon="log-in">
        Se connecter
      </ButtonLink>
    )
  }
  return (
    <>
      <ul>{viewer.mayAdmin && <NavLink href={addresses.admin.home()} text="Administration" path={path} />}</ul>
      <ButtonLink href={addresses.mySpace.home()} size="slim" icon="user">
        Mon espace
      </ButtonLink>
      <Form action={addresses.account.signOut()} look="inline">
        <Button look="quiet" size="slim" icon="log-out">
          Se déconnecter
        </Button>
      </Form>
    </>
  )
}

/** Absent from the page of results, which has a larger one. */
function SearchBox() {
  return (
    <search aria-label="Dans tout le site">
      <form class="search-box" method="get" action={addresses.search()}>
        <div data-island="search-suggestions" data-suggestions={addresses.searchSuggestions()}>
          <input
            class="input"
            type="search"
            id="recherche-site"
            name="q"
            aria-label="Chercher dans tout le site"
            placeholder="Chercher"
            maxLength={200}
            autoComplete="off"
          />
        </div>
        <Button look="quiet" size="slim" icon="search">
          <span class="unseen">Chercher</span>
        </Button>
      </form>
    </search>
  )
}

/** The top of every page. The menu folds on a phone, by `<details>`; elsewhere the style sheet keeps it unfolded. */
export function SiteHeader({ viewer, path, items }: { viewer: Viewer; path: string; items: readonly NavItem[] }) {
  return (
    <header class="top">
      <div class="wrap">
        <Brand current={path === addresses.home()} />
        <details class="menu">
          <summary>Menu</summary>
          <div class="menu-body">
            <nav aria-label="Principale">
              <ul>
                {items.map((item) => (
                  <NavLink key={item.href} {...item} path={path} />
                ))}
              </ul>
            </nav>
            {path !== addresses.search() && <SearchBox />}
            <div class="account">
              <AccountLinks viewer={viewer} path={path} />
            </div>
          </div>
        </details>
      </div>
    </header>
  )
}
