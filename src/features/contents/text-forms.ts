// What the forms of several kinds read alike.
import { z } from 'zod'
import { isSector } from '#features/territory/sectors.ts'

/** Nothing but spaces and invisible signs is nothing. */
export const says = (text: string): boolean => /[^\p{C}\p{Z}\p{M}]/u.test(text)

const tooLong = (most: number) => `${most} caractères au plus.`

/** One line; breaks become spaces. */
export const line = (most: number) =>
  z
    .string()
    .default('')
    .transform((text) => text.replace(/[\r\n\t\u2028\u2029]+/g, ' ').trim())
    .refine((text) => text.length <= most, tooLong(most))

/** Several lines. */
export const paragraphs = (most: number) =>
  z
    .string()
    .default('')
    .transform((text) => text.replace(/\r\n?/g, '\n').trim())
    .refine((text) => text.length <= most, tooLong(most))

/** Codes of the region’s départements; none means the whole region. */
export const departementCodes = z
  .array(z.string())
  .transform((codes) => [...new Set(codes)])
  .refine(
    (codes) => codes.length <= 12 && codes.every((code) => /^(\d{2}|2[AB])$/.test(code)),
    'Choisissez dans la liste.',
  )

export const sectorCodes = z
  .array(z.string())
  .transform((codes) => [...new Set(codes)])
  .refine((codes) => codes.every(isSector), 'Choisissez dans la liste.')

/** The version that its editor read. */
export const versionRead = z
  .string()
  .regex(/^\d{1,9}$/, 'Ce formulaire n’est plus lisible : ouvrez-le à nouveau.')
  .default('0')
  .transform(Number)

/** The structure that speaks: a number, or nothing. */
export const structureChosen = z
  .string()
  .regex(/^\d{0,15}$/, 'Choisissez dans la liste.')
  .default('')
