import type { FileKind } from './kinds.ts'

/** One place for files in a form: « Image » holds one, « Fichiers attachés » many. */
export type AttachmentSpec = {
  /** Begins the name of its fields: `image`, `fichiers`. No point in it. */
  prefix: string
  single: boolean
  kinds: readonly FileKind[]
  /** Read with what it is joined to, by nobody else: the form asks no more than a description. */
  confidential?: boolean
}

export const IMAGE: AttachmentSpec = { prefix: 'image', single: true, kinds: ['image'] }
export const ATTACHED: AttachmentSpec = {
  prefix: 'fichiers',
  single: false,
  kinds: ['document', 'image', 'audio', 'video'],
}

/** The documents of a project. */
export const CONFIDENTIAL: AttachmentSpec = { ...ATTACHED, prefix: 'documents', confidential: true }

/** `image.fichier`: what « Parcourir » chooses. */
export const inputName = (prefix: string) => `${prefix}.fichier`
/** `image.cle`: the keys of what was sent already. */
export const keyName = (prefix: string) => `${prefix}.cle`
/** `image.abcd….description` */
export const settingName = (prefix: string, key: string, name: string) => `${prefix}.${key}.${name}`

const GESTURES = { send: 'transferer', remove: 'retirer-fichier', next: 'suivant', change: 'reprendre' } as const

export type FileGesture = { verb: keyof typeof GESTURES; prefix: string; key: string }

/** The value of a button named `geste`: it saves nothing, and gives the form back. */
export const fileGesture = ({ verb, prefix, key }: FileGesture): string =>
  [GESTURES[verb], prefix, key].filter(Boolean).join('.')

export function readFileGesture(value: string): FileGesture | undefined {
  const [name, prefix = '', key = ''] = value.split('.')
  const verb = (Object.keys(GESTURES) as FileGesture['verb'][]).find((one) => GESTURES[one] === name)
  return verb === undefined || prefix === '' ? undefined : { verb, prefix, key }
}
