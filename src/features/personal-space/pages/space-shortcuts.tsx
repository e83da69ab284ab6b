import { addresses } from '#addresses'
import { FreshChip } from '#features/projects/pages/fresh-chip.tsx'
import { plural } from '#kernel/french'
import { shortDayAndHour } from '#kernel/french-dates'
import { ButtonLink } from '#ui/button.tsx'
import { Card, CardList } from '#ui/card.tsx'
import { Band } from '#ui/page-frame.tsx'
import type { Shortcuts, ShortProject } from '../shortcut-queries.ts'

/** What is new and what was kept, each with its number; nothing for what is empty. */
export function Kept({ shortcuts, withRegistrations }: { shortcuts: Shortcuts; withRegistrations: boolean }) {
  const { registrations, notifications, recommendations, favourites, orientations } = addresses.mySpace
  const links = [
    {
      count: shortcuts.unread,
      href: notifications(),
      text: plural(shortcuts.unread, 'notification non lue', 'notifications non lues'),
    },
    {
      count: shortcuts.recommendations,
      href: recommendations(),
      text: plural(shortcuts.recommendations, 'recommandation reçue', 'recommandations reçues'),
    },
    {
      count: withRegistrations ? shortcuts.registrations : 0,
      href: registrations(),
      text: plural(shortcuts.registrations, 'inscription à venir', 'inscriptions à venir'),
    },
    { count: shortcuts.favourites, href: favourites(), text: plural(shortcuts.favourites, 'favori') },
    {
      count: shortcuts.orientations,
      href: orientations(),
      text: plural(shortcuts.orientations, 'orientation enregistrée', 'orientations enregistrées'),
    },
  ].filter(({ count }) => count > 0)
  if (links.length === 0) return null
  return (
    <ul class="row kept-links">
      {links.map(({ href, text }) => (
        <li key={href}>
          <a class="chip" href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** « Projets qui me sont confiés » (ESP-1), for a professional. */
export function EntrustedProjects({ projects }: { projects: readonly ShortProject[] }) {
  return (
    <Band title="Projets qui me sont confiés" more={{ href: addresses.projects.all(), text: 'Tous les projets' }}>
      {projects.length === 0 ? (
        <p class="soft">Aucun pour l’instant. Un créateur vous confie son projet avec l’adresse de votre compte.</p>
      ) : (
        <ProjectCards projects={projects} />
      )}
    </Band>
  )
}

/** « Mes projets » (ESP-2), and what begins one. */
export function OwnProjects({ projects }: { projects: readonly ShortProject[] }) {
  return (
    <Band title="Mes projets" more={{ href: addresses.projects.all(), text: 'Tous mes projets' }}>
      {projects.length === 0 ? (
        <>
          <p>Écrivez votre idée, même en trois lignes ; vous choisirez qui la lit.</p>
          <p>
            <ButtonLink href={addresses.projects.new()} icon="lightbulb">
              Écrire ma fiche projet
            </ButtonLink>
          </p>
        </>
      ) : (
        <ProjectCards projects={projects} />
      )}
    </Band>
  )
}

const hourOf = (iso: string): string => shortDayAndHour(Temporal.Instant.from(iso))

/** The same last words as on the cards of « Projets ». */
function ProjectCards({ projects }: { projects: readonly ShortProject[] }) {
  return (
    <CardList>
      {projects.map(({ id, name, owner, updatedAt, commentedAt, fresh }) => (
        <Card
          key={id}
          href={addresses.projects.one({ project: id })}
          title={name}
          foot={
            <p class="soft small">
              {commentedAt === null
                ? `Modifié le ${hourOf(updatedAt)}`
                : `Dernier commentaire le ${hourOf(commentedAt)}`}
            </p>
          }
        >
          {owner !== '' && <p>Projet de {owner}</p>}
          <FreshChip fresh={fresh} />
        </Card>
      ))}
    </CardList>
  )
}
