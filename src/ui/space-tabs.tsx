import { addresses } from '#addresses'
import { type Tab, Tabs } from './tabs.tsx'

/** The sides of « Mon espace »; who publishes has those of his events too. */
export function SpaceTabs({ path, publishes }: { path: string; publishes: boolean }) {
  const {
    home,
    contents,
    events,
    eventRegistrations,
    prescriptions,
    registrations,
    orientations,
    favourites,
    recommendations,
    notifications,
    profile,
  } = addresses.mySpace
  const tabs: Tab[] = [
    { href: home(), text: 'Mon espace' },
    ...(publishes
      ? [
          { href: contents(), text: 'Mes contenus' },
          { href: events(), text: 'Mes évènements' },
          { href: eventRegistrations(), text: 'Événements-inscriptions' },
          { href: prescriptions(), text: 'Mes prescriptions' },
        ]
      : []),
    { href: addresses.projects.all(), text: publishes ? 'Projets' : 'Mes projets' },
    { href: registrations(), text: 'Mes inscriptions' },
    { href: recommendations(), text: 'Recommandations' },
    { href: favourites(), text: 'Mes favoris' },
    { href: orientations(), text: 'Mes orientations' },
    { href: notifications(), text: 'Notifications' },
    { href: profile(), text: 'Mon profil' },
  ]
  return <Tabs label="Mon espace" tabs={tabs.map((tab) => ({ ...tab, current: tab.href === path }))} />
}
