import { addresses } from '#addresses'
import { plural } from '#kernel/french'
import type { Instant } from '#kernel/time'
import type { MailContent } from '#platform/mail/mail-content.ts'
import { Button } from '#ui/button.tsx'
import { Hidden } from '#ui/field.tsx'
import { Notice } from '#ui/flash.tsx'
import { Form, SaveBar } from '#ui/form.tsx'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import type { MessageForm } from '../message-forms.ts'
import type { ListChoice } from '../organiser-queries.ts'
import { dateText } from '../organiser-texts.ts'
import { MailWords } from './mail-preview.tsx'

export type MessagePreviewProps = {
  lists: readonly [ListChoice, ...ListChoice[]]
  message: MessageForm
  /** What each of them would read. */
  mail: MailContent
  /** How many people would get it now. */
  count: number
  submission: string
  now: Instant
}

/** Who will get which mail, before it leaves. */
export function MessagePreviewPage({ lists, message, mail, count, submission, now }: MessagePreviewProps) {
  const [{ title, dateId }] = lists
  return (
    <PageFrame width="narrow">
      <PageHeading title="Relire le message" lead={`${title}, ${dateText(lists[0], now)}`} />
      <Notice title={plural(count, 'personne recevra ce mail', 'personnes recevront ce mail')}>
        <p>Chacune le reçoit seule : personne ne voit l’adresse des autres.</p>
      </Notice>
      <section class="section mail-preview" aria-label="Le mail">
        <MailWords mail={mail} />
      </section>
      <Form action={addresses.registrants.message({ date: dateId })} submission={submission}>
        <Hidden name="listes" value={message.listes.join(' ')} />
        <Hidden name="objet" value={message.objet} />
        <Hidden name="message" value={message.message} />
        <SaveBar>
          <Button icon="send" name="geste" value="envoyer">
            Envoyer à {plural(count, 'personne')}
          </Button>
          <Button look="plain" icon="pencil" name="geste" value="modifier">
            Modifier
          </Button>
        </SaveBar>
      </Form>
    </PageFrame>
  )
}
