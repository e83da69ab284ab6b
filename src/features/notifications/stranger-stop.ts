import type { MailContent } from '#platform/mail/mail-content.ts'

/** How an address without account stops such mails: a link that anybody sees, and the button of mailboxes, which many do not show. */
export const stopLinks = (href: string): Pick<MailContent, 'unsubscribe' | 'foot'> => ({
  unsubscribe: href,
  foot: [{ label: 'Ne plus recevoir de recommandations ni de demandes d’aide', href }],
})
