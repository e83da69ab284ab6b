import { EditorialPage } from './editorial-page.tsx'
import { HelpComment, HelpProject, HelpRecommend } from './help-accompany.tsx'
import { HelpAccount } from './help-account.tsx'
import { HelpArticle, HelpResource } from './help-contents.tsx'
import { HelpEvent } from './help-event.tsx'
import { HelpManageRegistrations, HelpRegister } from './help-registrations.tsx'
import { HelpStructures } from './help-structures.tsx'

const chapters = [
  { id: 'compte', title: 'Comment créer votre compte ?', body: <HelpAccount /> },
  { id: 'inscription', title: 'Comment s’inscrire à un évènement ?', body: <HelpRegister /> },
  { id: 'projet', title: 'Comment écrire votre projet et demander de l’aide ?', body: <HelpProject /> },
  {
    id: 'structures',
    title: 'Comment mettre à jour votre fiche structure et votre offre de service ?',
    body: <HelpStructures />,
  },
  { id: 'article', title: 'Comment publier un article ?', body: <HelpArticle /> },
  { id: 'ressource', title: 'Comment publier une ressource ?', body: <HelpResource /> },
  { id: 'evenement', title: 'Comment créer un évènement ?', body: <HelpEvent /> },
  { id: 'inscrits', title: 'Comment gérer les inscriptions en ligne ?', body: <HelpManageRegistrations /> },
  {
    id: 'recommander',
    title: 'Comment recommander des évènements et des contenus aux créateurs ?',
    body: <HelpRecommend />,
  },
  {
    id: 'commenter',
    title: 'Comment commenter les projets des créateurs que vous accompagnez ?',
    body: <HelpComment />,
  },
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
