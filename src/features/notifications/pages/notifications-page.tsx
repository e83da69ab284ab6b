import { addresses } from '#addresses'
import { shortDayAndHour } from '#kernel/french-dates'
import { type Instant, isoWithOffset } from '#kernel/time'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Hidden } from '#ui/field.tsx'
import { Form } from '#ui/form.tsx'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { Pager } from '#ui/pager.tsx'
import { SpaceTabs } from '#ui/space-tabs.tsx'

export type NoticeShown = { id: number; text: string; href: string; createdAt: Instant; isRead: boolean }

type NotificationsPageProps = {
  notices: readonly NoticeShown[]
  /** The number of the newest one: « tout » is what there was when the page was made. */
  newest: number
  page: number
  pages: number
  path: string
  url: string
  publishes: boolean
  submission: string
}

/** What a person was told, what was not read first (ESP-3). */
export function NotificationsPage(props: NotificationsPageProps) {
  const { notices, newest, page, pages, path, url, publishes, submission } = props
  const unread = notices.filter(({ isRead }) => !isRead)
  return (
    <PageFrame>
      <SpaceTabs path={path} publishes={publishes} />
      <PageHeading
        title="Mes notifications"
        lead={<a href={addresses.mySpace.preferences()}>Choisir quels mails je reçois</a>}
        actions={unread.length > 0 && <ReadAll {...{ submission, newest }} />}
      />
      {notices.length === 0 && pages > 1 && <p class="soft">Rien sur cette page.</p>}
      {notices.length === 0 && pages <= 1 ? (
        <EmptyState
          icon="mail"
          title="Rien pour l’instant"
          text="Les commentaires sur vos projets, ce qu’on vous recommande et le sort de vos contenus s’affichent ici."
        />
      ) : (
        <ul class="lines">
          {notices.map((notice) => (
            <li key={notice.id} class="line">
              <OneNotice {...notice} />
            </li>
          ))}
        </ul>
      )}
      <Pager {...{ page, pages, url }} />
    </PageFrame>
  )
}

const ReadAll = ({ submission, newest }: { submission: string; newest: number }) => (
  <Form action={addresses.mySpace.notificationsRead()} submission={submission} look="inline">
    <Hidden name="jusque" value={newest} />
    <Button look="plain" icon="check">
      Tout marquer comme lu
    </Button>
  </Form>
)

function OneNotice({ id, text, href, createdAt, isRead }: NoticeShown) {
  return (
    <>
      <div>
        <p>
          {!isRead && <Chip tone="sun">Nouveau</Chip>} <a href={href}>{text}</a>
        </p>
        <time class="soft small" dateTime={isoWithOffset(createdAt)}>
          {shortDayAndHour(createdAt)}
        </time>
      </div>
      {!isRead && (
        <Form action={addresses.mySpace.notificationsRead()} submission={`lue-${id}`} look="inline">
          <Hidden name="notification" value={id} />
          <Button look="quiet" size="slim">
            Marquer comme lu<span class="unseen"> : {text}</span>
          </Button>
        </Form>
      )}
    </>
  )
}
