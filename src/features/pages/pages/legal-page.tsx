import type { ComponentChildren } from 'preact'
import { addresses } from '#addresses'
import { Facts } from '#ui/facts.tsx'
import { EditorialPage } from './editorial-page.tsx'
import { PersonalData } from './personal-data.tsx'

/** Whoever runs the site. What is not set is said to be missing, never made up. */
export type Operator = {
  publisher?: string
  director?: string
  host?: string
  contactMail: string
}

const unset = 'À compléter par l’exploitant du site avant son ouverture au public.'

function Who({ publisher, director, host, contactMail }: Operator) {
  const facts: { term: string; detail: ComponentChildren }[] = [
    { term: 'Éditeur', detail: publisher ?? unset },
    { term: 'Directeur ou directrice de la publication', detail: director ?? unset },
    { term: 'Hébergement', detail: host ?? unset },
    { term: 'Contact', detail: <a href={`mailto:${contactMail}`}>{contactMail}</a> },
  ]
  return <Facts facts={facts} />
}

const contents = (
  <>
    <p>
      Les fiches, les évènements et les textes publiés engagent les structures qui les publient. Une erreur, un contenu
      qui n’a pas sa place ici ? <a href={addresses.contact()}>Écrivez-nous</a>.
    </p>
    <p>
      Les données reprises d’autres sources sont citées, avec leur licence, dans{' '}
      <a href={addresses.pages.sources()}>Sources et licences</a>. Le logiciel du site est libre, sous licence EUPL 1.2.
    </p>
  </>
)

/** Publisher, host, what is done with people's data. */
export function LegalPage(operator: Operator) {
  return (
    <EditorialPage
      title="Mentions légales"
      lead="Qui édite ce site, et ce qu’il fait de vos données."
      chapters={[
        { id: 'editeur', title: 'Éditeur et hébergement', body: <Who {...operator} /> },
        { id: 'donnees', title: 'Vos données personnelles', body: <PersonalData contactMail={operator.contactMail} /> },
        { id: 'contenus', title: 'Contenus et licences', body: contents },
      ]}
    />
  )
}
