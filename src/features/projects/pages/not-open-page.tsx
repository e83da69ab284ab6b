import { addresses } from '#addresses'
import { ButtonLink } from '#ui/button.tsx'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'

type NotOpenPageProps = { title: string; why: string; words: readonly string[] }

/** A project that is not there, not (any more) open to whom sent words to it, or only to read: the words come back. */
export function NotOpenPage({ title, why, words }: NotOpenPageProps) {
  return (
    <PageFrame width="narrow">
      <PageHeading title={title} lead={why} />
      {words.length > 0 && (
        <section class="section">
          <h2>Votre texte</h2>
          <p class="soft">Gardez-le ailleurs si vous en avez besoin : il disparaît avec cette page.</p>
          {words.map((text) => (
            <p key={text} class="typed">
              {text}
            </p>
          ))}
        </section>
      )}
      <div class="row">
        <ButtonLink href={addresses.projects.all()} look="plain">
          Mes projets
        </ButtonLink>
      </div>
    </PageFrame>
  )
}
