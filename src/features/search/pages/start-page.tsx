import { addresses } from '#addresses'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import type { SearchQuery } from '../listing-rules.ts'
import { EXAMPLES, KINDS_TEXTS } from '../texts.ts'
import { SearchForm } from './search-form.tsx'

const LISTS = [
  { href: addresses.agenda(), text: KINDS_TEXTS.event },
  { href: addresses.structures.all(), text: KINDS_TEXTS.structure },
  { href: addresses.services.all(), text: KINDS_TEXTS.service },
  { href: addresses.articles.all(), text: KINDS_TEXTS.article },
  { href: addresses.resources.all(), text: KINDS_TEXTS.resource },
]

/** Before anything is typed. */
export function SearchStartPage({ query }: { query: SearchQuery }) {
  return (
    <PageFrame width="narrow">
      <PageHeading
        title="Recherche"
        lead="Un besoin, un métier, un nom, une commune : écrivez comme vous le diriez, accents et fautes comprises."
      />
      <SearchForm query={query} />
      <section class="band">
        <h2>Par exemple</h2>
        <ul class="row">
          {EXAMPLES.map((example) => (
            <li key={example}>
              <a class="chip" href={addresses.search({ q: example })}>
                {example}
              </a>
            </li>
          ))}
        </ul>
      </section>
      <section class="band">
        <h2>Ou tout parcourir</h2>
        <ul class="row">
          {LISTS.map(({ href, text }) => (
            <li key={href}>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
      </section>
    </PageFrame>
  )
}
