import { addresses } from '#addresses'
import { plural } from '#kernel/french'
import type { Instant } from '#kernel/time'
import { Button } from '#ui/button.tsx'
import { Facts } from '#ui/facts.tsx'
import { Hidden } from '#ui/field.tsx'
import { Notice } from '#ui/flash.tsx'
import { Form, SaveBar } from '#ui/form.tsx'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import type { MessageForm } from '../message-forms.ts'
import type { ListChoice } from '../organiser-queries.ts'
import { dateText } from '../organiser-texts.ts'

export type MessagePreviewProps = {
  lists: readonly [ListChoice, ...ListChoice[]]
  message: MessageForm
  /** How many people would get it now. */
  count: number
  submission: string
  now: Instant
}

/** Who will get which mail, before it leaves. */
export function MessagePreviewPage({ lists, message, count, submission, now }: MessagePreviewProps) {
  const [{ title, dateId }] = lists
  return (
    <PageFrame width="narrow">
      <PageHeading title="Relire le message" lead={`${title}, ${dateText(lists[0], now)}`} />
      <Notice title={plural(count, 'personne recevra ce mail', 'personnes recevront ce mail')}>
        <p>Chacune le reçoit seule : personne ne voit l’adresse des autres.</p>
      </Notice>
      <section class="section">
        <h2>
          {message.objet} : {title}
        </h2>
        <p>Bonjour,</p>
        <p>L’organisateur vous écrit au sujet de votre inscription : {title}.</p>
        <blockquote class="typed">{message.message}</blockquote>
        <Facts facts={[{ term: 'Date', detail: dateText(lists[0], now) }]} />
        <p class="soft">Puis le lieu, le contact, et le lien vers l’inscription de chacun.</p>
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
