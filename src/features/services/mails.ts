import { addresses } from '#addresses'
import { button, type MailRenderers, paragraph } from '#platform/mail/mail-content.ts'
import { findCheckToMail } from './check-queries.ts'

/** The mail that asks whether a structure and its services are still true. `keyOf` makes again the key of its link. */
export const sheetMails = (keyOf: (seed: string) => string): MailRenderers => ({
  'sheet-check': async (reader, { check }, { publicUrl }) => {
    const found = await findCheckToMail(reader, Number(check))
    if (found === undefined) return undefined
    return {
      subject: `« ${found.title} » : toujours exact ?`,
      topic: 'checks',
      body: [
        paragraph(`Bonjour ${found.name},`),
        paragraph(
          `La fiche « ${found.title} » ou l’un de ses services n’a pas été relu depuis plus de six mois. Deux minutes suffisent pour dire qu’ils sont toujours exacts, ou les corriger.`,
        ),
        button('Relire la fiche et ses services', publicUrl + addresses.contents.check({ key: keyOf(found.seed) })),
      ],
      why: 'Vous recevez ce mail, une fois tous les six mois au plus, parce que vous êtes auteur de cette fiche.',
    }
  },
})
