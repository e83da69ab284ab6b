import { addresses } from '#addresses'
import { page } from '#platform/http/answers.ts'
import type { Site } from '#platform/http/site.ts'
import { AccessibilityPage } from './pages/accessibility-page.tsx'
import { HelpPage } from './pages/help-page.tsx'
import { LegalPage, type Operator } from './pages/legal-page.tsx'
import { SourcesPage } from './pages/sources-page.tsx'
import { robotsText } from './routes-robots.ts'

const tags = ['editorial']

/** The pages about the site itself; `operator` is whoever runs it. */
export function registerPages<Actor>(site: Site<Actor>, operator: Operator): void {
  site.get(addresses.pages.help, () =>
    page('Mode d’emploi', <HelpPage />, {
      tags,
      description: 'Créer un compte, trouver un évènement et s’y inscrire, publier un évènement, suivre ses inscrits.',
    }),
  )
  site.get(addresses.pages.accessibility, () =>
    page('Accessibilité', <AccessibilityPage />, {
      tags,
      description: 'Ce qui a été vérifié, ce qui ne l’est pas encore.',
    }),
  )
  site.get(addresses.pages.legal, () =>
    page('Mentions légales', <LegalPage {...operator} />, {
      tags,
      description: 'Éditeur, hébergement, données personnelles.',
    }),
  )
  site.get(addresses.pages.sources, () =>
    page('Sources et licences', <SourcesPage />, {
      tags,
      description: 'D’où viennent les données du site, leur date et leur licence.',
    }),
  )
  site.get(addresses.robots, () => ({
    kind: 'data',
    body: robotsText(),
    contentType: 'text/plain; charset=utf-8',
    tags,
  }))
}
