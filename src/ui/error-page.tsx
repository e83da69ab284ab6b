import { addresses } from '#addresses'
import { Button, ButtonLink } from './button.tsx'
import { errorTextOf } from './error-texts.ts'
import { Hidden } from './field.tsx'
import { Form } from './form.tsx'
import { PageFrame } from './page-frame.tsx'

export type ErrorPageProps = {
  status: number
  /** Instead of the usual words for this status. */
  title?: string
  text?: string
  next?: string
  /** What the log calls this incident. */
  number?: string
  /** The form that failed: sent again as it was, but for passwords, which are never kept. */
  retry?: { action: string; fields: readonly (readonly [string, string])[] }
}

const secret = /pass|^mdp|secret|jeton|token|^code$/i
const technical = new Set(['submission'])

/** What may be shown and sent again of a form that failed. */
export function keptFields(fields: readonly (readonly [string, string])[]) {
  const kept = fields.filter(([name]) => !secret.test(name))
  return { kept, shown: kept.filter(([name, value]) => !technical.has(name) && value.trim() !== '') }
}

function readable(name: string): string {
  const words = name.replace(/[._-]+/g, ' ').trim()
  return words.charAt(0).toLocaleUpperCase('fr') + words.slice(1)
}

function Retry({ action, fields }: NonNullable<ErrorPageProps['retry']>) {
  const { kept, shown } = keptFields(fields)
  return (
    <section class="section">
      <h2>Ce que vous aviez tapé est gardé ici</h2>
      <dl class="facts">
        {shown.map(([name, value], rank) => (
          <div key={rank}>
            <dt>{readable(name)}</dt>
            <dd class="as-typed">{value}</dd>
          </div>
        ))}
      </dl>
      {kept.length < fields.length && <p class="soft">Le mot de passe n’est jamais gardé : il faudra le retaper.</p>}
      <Form action={action}>
        {kept.map(([name, value], rank) => (
          <Hidden key={rank} name={name} value={value} />
        ))}
        <div class="row">
          <Button icon="rotate-ccw">Renvoyer</Button>
        </div>
      </Form>
    </section>
  )
}

/** What happened, what is kept, what to do now. Needs nothing but its props, so that it works when all else fails. */
export function ErrorPage({ status, number, retry, ...words }: ErrorPageProps) {
  const usual = errorTextOf(status)
  return (
    <PageFrame width="narrow">
      <header class="page-heading oops">
        <p class="oops-status">Erreur {status}</p>
        <h1>{words.title ?? usual.title}</h1>
        <p class="lead">{words.text ?? usual.text}</p>
        <p>{words.next ?? usual.next}</p>
      </header>
      {retry && <Retry {...retry} />}
      <div class="row">
        <ButtonLink href={addresses.home()} look="plain">
          Retour à l’accueil
        </ButtonLink>
        <ButtonLink href={addresses.contact()} look="quiet" icon="mail">
          Nous écrire
        </ButtonLink>
      </div>
      {number && (
        <p class="soft small">
          Numéro de l’incident : <code>{number}</code>
        </p>
      )}
    </PageFrame>
  )
}
