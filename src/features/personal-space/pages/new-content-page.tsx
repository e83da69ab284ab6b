import { addresses } from '#addresses'
import { Card, CardList } from '#ui/card.tsx'
import { Icon, type IconName } from '#ui/icon.tsx'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { SpaceTabs } from '#ui/space-tabs.tsx'

type Choice = { href: string; title: string; text: string; after: string; icon: IconName }

const AFTER_VALIDATION = 'Sur le site après validation'
const AT_ONCE = 'Sur le site dès que vous enregistrez'

const choices: readonly Choice[] = [
  {
    href: addresses.articles.new(),
    title: 'Article',
    text: 'Une actualité, un communiqué de presse, une information sur vos actions et dispositifs.',
    after: AFTER_VALIDATION,
    icon: 'pencil',
  },
  {
    href: addresses.events.new(),
    title: 'Évènement',
    text: 'Un atelier, une conférence, une permanence, avec ses dates et ses inscriptions.',
    after: AT_ONCE,
    icon: 'calendar-plus',
  },
  {
    href: addresses.resources.new(),
    title: 'Ressource',
    text: 'Un compte-rendu, un rapport, une fiche technique, un modèle, une vidéo, une image, un son.',
    after: AFTER_VALIDATION,
    icon: 'download',
  },
  {
    href: addresses.services.new(),
    title: 'Service',
    text: 'Ce que votre structure propose à ceux qui créent leur entreprise.',
    after: AT_ONCE,
    icon: 'handshake',
  },
]

/** « Ajouter un contenu »: the choice of its type. */
export function NewContentPage({ path }: { path: string }) {
  return (
    <PageFrame>
      <PageHeading title="Ajouter un contenu" lead="Choisissez le type de contenu." />
      <SpaceTabs path={path} publishes />
      <CardList label="Types de contenu">
        {choices.map(({ href, title, text, after, icon }) => (
          <Card key={href} href={href} title={title} level={2}>
            <p>{text}</p>
            <p class="fact">
              <Icon name={icon} />
              {after}
            </p>
          </Card>
        ))}
      </CardList>
    </PageFrame>
  )
}
