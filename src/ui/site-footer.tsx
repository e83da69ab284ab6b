import { addresses } from '#addresses'

const links = [
  { href: addresses.pages.help(), text: 'Mode d’emploi' },
  { href: addresses.pages.accessibility(), text: 'Accessibilité' },
  { href: addresses.pages.legal(), text: 'Mentions légales' },
  { href: addresses.pages.sources(), text: 'Sources et licences' },
  { href: addresses.contact(), text: 'Contact' },
]

/** The bottom of every page. */
export function SiteFooter() {
  return (
    <footer class="bottom">
      <div class="wrap">
        <p class="bottom-name">
          Je crée dans ma région
          <span>Un service gratuit pour celles et ceux qui entreprennent en Auvergne-Rhône-Alpes.</span>
        </p>
        <nav aria-label="Pied de page">
          <ul>
            {links.map(({ href, text }) => (
              <li key={href}>
                <a href={href}>{text}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  )
}
