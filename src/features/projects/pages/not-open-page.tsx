import { addresses } from '#addresses'
import { ButtonLink } from '#ui/button.tsx'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'

/** A project that is not there, or not (any more) open to whom sent words to it: the words come back, nothing else is said. */
export function NotOpenPage({ words }: { words: readonly string[] }) {
  return (
    <PageFrame width="narrow">
      <PageHeading
        title="Ce projet ne vous est pas ouvert"
        lead="Il n’existe pas, ou son créateur vous en a retiré l’accès. Rien n’a été enregistré."
      />
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
