import { z } from 'zod'
import { emailField } from '#features/accounts/forms.ts'
import { EMAIL_TEXTS } from '#features/accounts/texts.ts'
import { paragraphs } from '#features/contents/text-forms.ts'
import { MOST_WORD } from './rules.ts'

export const recommendForm = z.object({ email: emailField(EMAIL_TEXTS), mot: paragraphs(MOST_WORD) })
