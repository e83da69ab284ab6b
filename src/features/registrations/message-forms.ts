import { z } from 'zod'
import { LIST_KINDS } from './rules.ts'

const line = z
  .string()
  .default('')
  .transform((typed) => typed.replace(/\s+/g, ' ').trim())

const text = z
  .string()
  .default('')
  .transform((typed) => typed.replaceAll('\r\n', '\n').trim())

/** Ticked one by one, or carried in one field by the page that shows the message. */
export const listsIn = (typed: readonly string[]): string[] => typed.flatMap((one) => one.split(' ')).filter(Boolean)

/** Words to those who come on a date. */
export const messageForm = z.object({
  listes: z
    .array(z.string())
    .transform(listsIn)
    .pipe(z.array(z.enum(LIST_KINDS, 'Choisissez une liste.')).min(1, 'Choisissez à qui vous écrivez.')),
  objet: line.pipe(
    z
      .string()
      .min(1, 'Donnez un objet : c’est ce qu’on lit en premier.')
      .max(150, 'Cet objet est trop long : 150 caractères au plus.'),
  ),
  message: text.pipe(
    z.string().min(1, 'Écrivez votre message.').max(5000, 'Ce message est trop long : 5 000 caractères au plus.'),
  ),
})

export type MessageForm = z.infer<typeof messageForm>
