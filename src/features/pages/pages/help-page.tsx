import { EditorialPage } from './editorial-page.tsx'
import { HelpAccount } from './help-account.tsx'
import { HelpEvent } from './help-event.tsx'
import { HelpManageRegistrations, HelpRegister } from './help-registrations.tsx'
import { HelpStructures } from './help-structures.tsx'

const chapters = [
  { id: 'compte', title: 'Comment créer votre compte ?', body: <HelpAccount /> },
  { id: 'inscription', title: 'Comment s’inscrire à un évènement ?', body: <HelpRegister /> },
  { id: 'evenement', title: 'Comment créer un évènement ?', body: <HelpEvent /> },
  { id: 'inscrits', title: 'Comment gérer les inscriptions en ligne ?', body: <HelpManageRegistrations /> },
  { id: 'structures', title: 'Et votre fiche structure, votre offre de service ?', body: <HelpStructures /> },
]

/** The user manual, for what the site does today. */
export function HelpPage() {
  return (
    <EditorialPage
      title="Mode d’emploi"
      lead="Le site Je crée dans ma région propose des services numériques gratuits destinés aux créateurs d’entreprise mais aussi à ceux qui les accompagnent au quotidien."
      chapters={chapters}
      contents
    />
  )
}
