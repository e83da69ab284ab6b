import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { Article } from '#ui/prose.tsx'
import { type Column, Table } from '#ui/table.tsx'
import { packages } from './packages.ts'
import { datasets, type Source, software } from './sources.ts'

const columns: readonly Column<Source>[] = [
  { title: 'Quoi', heading: true, cell: ({ what }) => what },
  { title: 'Source', cell: ({ source, href }) => (href ? <a href={href}>{source}</a> : source) },
  { title: 'Date', cell: ({ date }) => date },
  { title: 'Licence', cell: ({ licence }) => licence },
]

const shortColumns = columns.filter(({ title }) => title !== 'Date')

const byLicence = [...Map.groupBy(packages, ({ licence }) => licence)]
  .map(([licence, all]) => ({ licence, names: all.map(({ name }) => name) }))
  .sort((one, other) => other.names.length - one.names.length)

/** Where everything that is not ours comes from, when it was taken, and under which licence. */
export function SourcesPage() {
  return (
    <PageFrame>
      <PageHeading
        title="Sources et licences"
        lead="Ce site s’appuie sur des données publiques et des logiciels libres. Les voici, avec leurs dates."
      />
      <Table caption="Données" columns={columns} rows={datasets} keyOf={({ what }) => what} />
      <Article>
        <p>
          Les fiches issues d’Hinaura sont sous licence <abbr title="Open Database License">ODbL</abbr> : elles restent
          tenues à part, identifiées comme telles sur chaque fiche, et peuvent être reprises aux mêmes conditions. Aucun
          de leurs champs n’est recopié dans une autre fiche.
        </p>
        <p>
          Les données gardent la date de leur source : une adresse ou un horaire a pu changer depuis. Les fiches
          marquées « Fiche de démonstration » sont écrites à la main pour montrer le site ; leurs contacts sont fictifs.
        </p>
      </Article>
      <Table
        caption="Lettres, dessins, carte, moteurs"
        columns={shortColumns}
        rows={software}
        keyOf={({ what }) => what}
      />
      <Table
        caption="Paquets npm dont le site est fait"
        columns={[
          { title: 'Licence', heading: true, cell: ({ licence }) => licence },
          { title: 'Paquets', cell: ({ names }) => names.join(', ') },
        ]}
        rows={byLicence}
        keyOf={({ licence }) => licence}
      />
    </PageFrame>
  )
}
