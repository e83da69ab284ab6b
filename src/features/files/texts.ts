import type { Visibility } from './access.ts'
import type { FileKind } from './kinds.ts'
import { READERS } from './readers.ts'
import type { Refusal } from './refusals.ts'
import { MOST_BYTES, MOST_BYTES_A_DAY } from './sizes.ts'

/** « 1,4 Mo » */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} octets`
  const MB = 1024 * 1024
  if (bytes >= 1024 * MB) return amountText(bytes / 1024 / MB, 'Go')
  return bytes < MB ? amountText(bytes / 1024, 'ko') : amountText(bytes / MB, 'Mo')
}

function amountText(amount: number, unit: string): string {
  const rounded = amount < 10 ? Math.round(amount * 10) / 10 : Math.round(amount)
  return `${String(rounded).replace('.', ',')} ${unit}`
}

/** Said before anything is chosen. */
export const LIMIT_TEXTS: Record<FileKind, string> = {
  document: `documents (pdf, docx, xlsx, pptx, odt, ods, odp, txt) jusqu’à ${sizeText(MOST_BYTES.document)}`,
  image: `images (jpg, png, webp, gif, avif) jusqu’à ${sizeText(MOST_BYTES.image)}`,
  audio: `sons (mp3, m4a, ogg, wav) jusqu’à ${sizeText(MOST_BYTES.audio)}`,
  video: `vidéos (mp4, webm) jusqu’à ${sizeText(MOST_BYTES.video)}`,
}

export const KIND_TEXTS: Record<FileKind, string> = {
  document: 'Document',
  image: 'Image',
  audio: 'Son',
  video: 'Vidéo',
}

export const VISIBILITY_TEXTS: Record<Visibility, { text: string; hint: string }> = {
  visible: { text: 'Rendre ce fichier visible', hint: 'si votre contenu est destiné au grand public' },
  private: {
    text: 'Enregistrer ce fichier de manière privée',
    hint: 'si votre contenu est exclusivement destiné à la communauté Je crée dans ma région',
  },
}

export const ROLE_TEXTS = READERS

/** What an account may send in a day. */
const DAY_LIMIT = `un compte envoie au plus ${sizeText(MOST_BYTES_A_DAY.other)} par jour, ${sizeText(MOST_BYTES_A_DAY.contributor)} s’il publie`

const REFUSAL_TEXTS = {
  empty: 'est vide : choisissez-en un autre.',
  'too-large': 'est trop lourd. Les limites sont dites au-dessus du bouton « Parcourir ».',
  'no-room': 'n’a pas pu être gardé : la place manque sur le serveur. Votre texte est intact, réessayez plus tard.',
  'storage-away':
    'n’a pas pu être gardé : le stockage ne répond pas. Votre texte est intact, réessayez dans un instant.',
  'scanner-away':
    'n’a pas pu être vérifié : l’antivirus ne répond pas. Votre texte est intact, réessayez dans un instant.',
  'too-large-to-scan': 'est trop lourd pour l’antivirus : allégez-le ou partagez-le par un lien.',
  virus: 'contient un virus : il a été mis en quarantaine et personne ne peut l’ouvrir. Vérifiez votre ordinateur.',
  unknown: 'est d’un type que le site n’accepte pas.',
  'wrong-extension': 'ne contient pas ce que son nom annonce : son extension et son contenu diffèrent.',
  'double-extension': 'porte deux extensions, dont une dangereuse : renommez-le.',
  'wrong-kind': 'n’est pas une image.',
  svg: 'est un dessin SVG, qui peut contenir du code : enregistrez-le en PNG.',
  'web-page': 'est, ou cache, une page web : elle pourrait contenir du code. Enregistrez-la en PDF.',
  program: 'est un programme : le site n’en accepte pas.',
  'old-office': 'est dans un ancien format : enregistrez-le en .docx, .xlsx, .pptx ou .pdf.',
  'unsupported-image': 'est une image que les navigateurs n’affichent pas tous : enregistrez-la en JPEG ou PNG.',
  'unsupported-video':
    'est une vidéo ou un son que les navigateurs ne lisent pas tous : enregistrez-la en MP4, WebM ou MP3.',
  bomb: 'est démesuré une fois ouvert : il a été refusé pour protéger le site et ses lecteurs.',
  broken: 'ne s’ouvre pas : il est abîmé.',
  macros: 'contient des macros : enregistrez-le sans elles (.docx, .xlsx, .pptx, .odt).',
  archive: 'est une archive, ou un document abîmé : envoyez les fichiers un par un.',
  'too-many-pages': 'a trop de pages : coupez-le en plusieurs documents.',
  'too-many-files': 'est de trop : 20 fichiers au plus.',
  'too-many-tries': 'n’a pas été pris : trop d’envois à la suite. Réessayez dans une heure.',
  'too-much-today': `n’a pas été pris : ${DAY_LIMIT}. Réessayez demain.`,
} as const satisfies Record<Refusal, string>

export const NOTHING_CHOSEN = 'Choisissez d’abord un fichier par le bouton au-dessus, puis « Transférer ».'

/** « affiche.pdf » est vide : choisissez-en un autre. */
export const refusalText = (name: string, refusal: Refusal): string => `« ${name} » ${REFUSAL_TEXTS[refusal]}`
