import { addresses } from '#addresses'
import { Button } from '#ui/button.tsx'
import { Checkboxes, type Option, Radios } from '#ui/choice.tsx'
import { Field, Hidden, TextArea } from '#ui/field.tsx'
import { FieldFrame, tiesOf } from '#ui/field-frame.tsx'
import { chosenIn, type FormState, typedIn } from '#ui/form-state.ts'
import { FILE_ROLES, VISIBILITIES } from '../access.ts'
import { type AttachmentSpec, fileGesture, inputName, keyName, settingName } from '../attachment-spec.ts'
import { pickedExtensions } from '../kinds.ts'
import type { ShownFile } from '../shown-file.ts'
import { MOST_BYTES } from '../sizes.ts'
import { KIND_TEXTS, LIMIT_TEXTS, ROLE_TEXTS, sizeText, VISIBILITY_TEXTS } from '../texts.ts'
import { FileImage } from './file-image.tsx'

export type AttachmentProps = {
  state: FormState
  spec: AttachmentSpec
  label: string
  files: readonly ShownFile[]
  /** The form is refused without one. */
  needed?: boolean
  /** What files are qualified by. */
  choices: { departements: readonly Option[]; sectors: readonly Option[] }
}

/** Where the answer of a button shows the form: at its files, not at the top. */
const placeId = ({ prefix }: AttachmentSpec) => `place-${prefix}`

/**
 * « Parcourir > Choisir > Transférer > Suivant » inside a bigger form, which must say `files`. Without JavaScript each button
 * gives the form back with everything typed; the island `upload` sends large files piece by piece, with a bar.
 */
export function AttachmentFields(props: AttachmentProps) {
  const { state, spec, label, files } = props
  const hasAll = spec.single && files.length > 0
  return (
    <div
      class="attachments"
      id={placeId(spec)}
      data-island="upload"
      data-uploads={addresses.files.uploads()}
      data-prefix={spec.prefix}
    >
      {files.map((file) => (
        <AttachedFile key={file.key} {...props} file={file} />
      ))}
      <FilePicker
        {...{ state, spec }}
        label={hasAll ? `Remplacer : ${label}` : label}
        needed={props.needed === true && files.length === 0}
      />
    </div>
  )
}

function FilePicker({ state, spec, label, needed }: Pick<AttachmentProps, 'state' | 'spec' | 'label' | 'needed'>) {
  const hint = `Parcourir, choisir, puis « Transférer ». Acceptés : ${spec.kinds.map((kind) => LIMIT_TEXTS[kind]).join(' ; ')}.`
  const field = { state, name: inputName(spec.prefix), label, hint, optional: needed !== true }
  const { id, aria } = tiesOf(field)
  return (
    <FieldFrame field={field}>
      <input
        class="input"
        type="file"
        accept={pickedExtensions(spec.kinds)}
        multiple={!spec.single}
        data-most={Math.max(...spec.kinds.map((kind) => MOST_BYTES[kind]))}
        {...{ id, name: field.name }}
        {...aria}
      />
      <div class="row">
        <Gesture verb="send" spec={spec} text="Transférer" />
      </div>
    </FieldFrame>
  )
}

type GestureProps = {
  verb: 'send' | 'remove' | 'next' | 'change'
  spec: AttachmentSpec
  file?: ShownFile
  text: string
}

function Gesture({ verb, spec, file, text }: GestureProps) {
  const value = fileGesture({ verb, prefix: spec.prefix, key: file?.key ?? '' })
  return (
    <Button
      look={verb === 'send' || verb === 'next' ? 'plain' : 'quiet'}
      name="geste"
      value={value}
      action={`#${placeId(spec)}`}
      icon={verb === 'send' ? 'upload' : undefined}
    >
      {text}
      {file && <span class="unseen"> : {file.name}</span>}
    </Button>
  )
}

type OneFile = AttachmentProps & { file: ShownFile }

function AttachedFile(props: OneFile) {
  const { state, spec, file } = props
  const isDone = typedIn(state, settingName(spec.prefix, file.key, 'fait')) === 'oui'
  return (
    <fieldset class="attached">
      <legend>{file.name}</legend>
      <Hidden name={keyName(spec.prefix)} value={file.key} />
      <div class="attached-head">
        {file.kind === 'image' && <FileImage file={file} sizes="8rem" />}
        <p>
          {KIND_TEXTS[file.kind]}, {sizeText(file.bytes)}. {isDone && summaryOf(state, spec, file)}
        </p>
      </div>
      {isDone ? <CarriedSettings {...props} /> : <Settings {...props} />}
      <div class="row">
        {isDone ? (
          <Gesture verb="change" spec={spec} file={file} text="Modifier" />
        ) : (
          <Gesture verb="next" spec={spec} file={file} text="Suivant" />
        )}
        <Gesture verb="remove" spec={spec} file={file} text="Retirer" />
      </div>
    </fieldset>
  )
}

function summaryOf(state: FormState, { prefix, confidential }: AttachmentSpec, { key }: ShownFile): string {
  if (confidential) return ''
  if (typedIn(state, settingName(prefix, key, 'visibilite')) !== 'private') return 'Visible par tous.'
  const roles = chosenIn(state, settingName(prefix, key, 'roles'))
  const names = FILE_ROLES.filter((role) => roles.includes(role)).map((role) => ROLE_TEXTS[role])
  return names.length === 0 ? 'Privé : la communauté.' : `Privé : ${names.join(', ')}.`
}

/** In the manual’s order. */
const ROLES_OFFERED = ['administrator', 'professional', 'creator', 'animator', 'reader'] as const

const SETTINGS = ['visibilite', 'roles', 'description', 'alternative', 'departements', 'secteurs', 'fait'] as const

/** What was said already, carried along unseen. */
function CarriedSettings({ state, spec, file }: OneFile) {
  const fields = SETTINGS.flatMap((name) => {
    const full = settingName(spec.prefix, file.key, name)
    return chosenIn(state, full).map((value) => ({ full, value }))
  })
  return (
    <>
      {fields.map(({ full, value }) => (
        <Hidden key={`${full} ${value}`} name={full} value={value} />
      ))}
    </>
  )
}

const Settings = (props: OneFile) => (props.spec.confidential ? <Words {...props} /> : <FileSettings {...props} />)

/** What is said of a confidential file: its readers are those of what it is joined to. */
function Words({ state, spec, file }: OneFile) {
  return (
    <>
      <Hidden name={settingName(spec.prefix, file.key, 'visibilite')} value="private" />
      <Field
        state={state}
        name={settingName(spec.prefix, file.key, 'description')}
        label="Description"
        optional
        maxLength={1000}
      />
    </>
  )
}

function FileSettings({ state, spec, file, choices }: OneFile) {
  const named = (name: (typeof SETTINGS)[number]) => ({ state, name: settingName(spec.prefix, file.key, name) })
  return (
    <>
      {file.kind === 'image' && (
        <Field
          {...named('alternative')}
          label="Texte de remplacement"
          hint="Ce que l’image montre, pour ceux qui ne la voient pas. Laissez vide si elle ne fait que décorer."
          optional
          maxLength={300}
        />
      )}
      <Radios
        {...named('visibilite')}
        label="Qui peut voir ce fichier ?"
        options={VISIBILITIES.map((value) => ({ value, ...VISIBILITY_TEXTS[value] }))}
      />
      <Checkboxes
        {...named('roles')}
        label="S’il est privé, le limiter à"
        hint="Rien de coché : tous ceux qui ont un compte confirmé."
        optional
        options={ROLES_OFFERED.map((value) => ({ value, text: ROLE_TEXTS[value] }))}
      />
      <TextArea {...named('description')} label="Description" optional rows={2} maxLength={1000} />
      <details class="fold">
        <summary>Qualifier par « département » et par « secteur d’activité »</summary>
        <Checkboxes
          {...named('departements')}
          label="Département"
          optional
          look="columns"
          options={choices.departements}
        />
        <Checkboxes
          {...named('secteurs')}
          label="Secteur d’activité"
          optional
          look="columns"
          options={choices.sectors}
        />
      </details>
    </>
  )
}
