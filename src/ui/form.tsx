import type { ComponentChildren } from 'preact'
import { Hidden } from './field.tsx'
import { type FormState, fieldId } from './form-state.ts'
import { Icon } from './icon.tsx'

export type FormProps = {
  action: string
  /** The idempotency key: the same key sent twice acts once. */
  submission?: string | undefined
  method?: 'post' | 'get'
  /** The island that enhances the form. A double click is held back on every form. */
  island?: string
  id?: string
  label?: string
  /** `inline` for a form that is but a button in a line. */
  look?: 'column' | 'inline'
  files?: boolean
  children: ComponentChildren
}

/** A form that works without JavaScript. Errors come from the server, in French, all at once: hence no browser bubbles. */
export function Form({ action, submission, method = 'post', look = 'column', ...rest }: FormProps) {
  return (
    <form
      class={look === 'column' ? 'form' : 'form-inline'}
      action={action}
      method={method}
      encType={rest.files ? 'multipart/form-data' : undefined}
      id={rest.id}
      aria-label={rest.label}
      data-island={rest.island}
      noValidate={method === 'post'}
    >
      {submission !== undefined && <Hidden name="submission" value={submission} />}
      {rest.children}
    </form>
  )
}

/** On top of a form that was refused: how many points, and a link to each. Nothing when all is well. */
export function ErrorSummary({ state, form }: { state: FormState; form?: string }) {
  const errors = Object.entries(state.errors)
  if (errors.length === 0) return null
  return (
    <div class="errors" role="alert" tabIndex={-1} data-island="focus-errors" id="erreurs">
      <h2>
        <Icon name="circle-alert" />
        {errors.length === 1 ? 'Un point à revoir' : `${errors.length} points à revoir`}
      </h2>
      <ul>
        {errors.map(([name, text]) => (
          <li key={name}>{name === '' ? text : <a href={`#${fieldId(name, form)}`}>{text}</a>}</li>
        ))}
      </ul>
      <p class="soft small">Tout ce que vous avez tapé est gardé.</p>
    </div>
  )
}

/** A part of a long form, under its own heading. */
export function FormSection(props: {
  title: string
  hint?: ComponentChildren
  id?: string
  children: ComponentChildren
}) {
  return (
    <section class="section" id={props.id}>
      <h2>{props.title}</h2>
      {props.hint && <p class="soft">{props.hint}</p>}
      {props.children}
    </section>
  )
}

/** Fields that stand side by side where there is room: a day, its start, its end. */
export function FieldRow({ children }: { children: ComponentChildren }) {
  return <div class="field-row">{children}</div>
}

/** What keeps a long form while it is typed: where texts go, whose they are, the draft that the form was opened on. */
export type Autosave = {
  url: string
  /** Tells the people of one device apart. */
  person: string
  origin: string
  /** The form holds texts that no draft holds yet. */
  dirty: boolean
  /** Fingerprints of the drafts that the site has. */
  known: string
}

/** The buttons of a form. `sticky` keeps them in sight on a long form, with the state of saving beside them. */
export function SaveBar(props: { state?: string; sticky?: boolean; autosave?: Autosave; children: ComponentChildren }) {
  return (
    <div class={props.sticky ? 'save-bar sticky' : 'save-bar'}>
      {(props.state || props.autosave) && (
        <div class="save-states">
          {props.state && <p class="save-state">{props.state}</p>}
          {props.autosave && <AutosaveState {...props.autosave} />}
        </div>
      )}
      <div class="row">{props.children}</div>
    </div>
  )
}

/** Empty until the island has something true to say. */
function AutosaveState({ url, person, origin, dirty, known }: Autosave) {
  return (
    <>
      <Hidden name="brouillon" value={origin} />
      <p
        class="save-state"
        aria-live="off"
        data-island="autosave"
        data-url={url}
        data-person={person}
        data-dirty={dirty ? '' : undefined}
        data-known={known}
      />
    </>
  )
}
