import { addresses } from '#addresses'
import { formatNumber } from '#kernel/french'
import { frenchDay, frenchHour } from '#kernel/french-dates'
import type { Instant } from '#kernel/time'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Hidden } from '#ui/field.tsx'
import { Notice } from '#ui/flash.tsx'
import { Form } from '#ui/form.tsx'
import { DRAFT_TEXTS } from '../texts.ts'

/** A text that was begun. `length` in signs; `isOld`: somebody saved the same content since. */
export type DraftShown = {
  page: string
  title: string
  length: number
  startedAt: Instant
  savedAt: Instant
  isOld: boolean
}

export type DraftNoticeProps = {
  /** The name of the form, and the address of its page. */
  form: string
  path: string
  now: Instant
  drafts: readonly DraftShown[]
  /** The one that fills the form now. */
  resumed: DraftShown | undefined
}

/** Above a long form: what one began to write there earlier, here or on another device. Works without JavaScript. */
export function DraftNotice({ form, path, now, drafts, resumed }: DraftNoticeProps) {
  return (
    <>
      {resumed && <Resumed {...{ path, now, resumed }} />}
      {drafts.map((draft) => (
        <Begun key={draft.page} {...{ form, path, now, draft }} />
      ))}
      <CopyHere />
    </>
  )
}

const at = (instant: Instant, now: Instant): string => `${frenchDay(instant, now)} à ${frenchHour(instant)}`

function Resumed({ path, now, resumed }: { path: string; now: Instant; resumed: DraftShown }) {
  return (
    <Notice tone="info" title={`Vous reprenez le texte du ${at(resumed.savedAt, now)}`}>
      <p>
        Il n’est pas encore enregistré. {resumed.isOld && `${DRAFT_TEXTS.replaced} `}
        <a href={path}>Revenir au formulaire sans ce texte</a>
      </p>
    </Notice>
  )
}

type BegunProps = { form: string; path: string; now: Instant; draft: DraftShown }

function Begun({ form, path, now, draft }: BegunProps) {
  const { page, title, length, startedAt, savedAt, isOld } = draft
  return (
    <Notice tone="warn" title={`Vous aviez commencé à écrire le ${at(startedAt, now)}`}>
      <p>
        {title !== '' && `« ${title} », `}
        {formatNumber(length)} signes, gardés le {at(savedAt, now)}. {isOld && DRAFT_TEXTS.replaced}
      </p>
      <div class="row">
        <ButtonLink href={`${path}?brouillon=${page}`} size="slim" icon="pencil">
          Reprendre
        </ButtonLink>
        <Dialog id={`jeter-${page}`} opener="Jeter" openerLook="quiet" openerIcon="trash-2" title="Jeter ce texte ?">
          <p>{formatNumber(length)} signes disparaîtront pour de bon. Rien d’autre ne change.</p>
          <Form action={addresses.drafts.discard({ form })}>
            <Hidden name="page" value={page} />
            <Hidden name="retour" value={path} />
            <Button look="danger" icon="trash-2">
              Jeter ce texte
            </Button>
          </Form>
        </Dialog>
      </div>
    </Notice>
  )
}

/** Shown by the autosave when this device holds a copy that the site never got. */
function CopyHere() {
  return (
    <div id="copie" hidden>
      <Notice tone="warn" title="Un texte n’était pas parti">
        <p>
          Une copie de ce que vous écriviez est gardée sur cet appareil depuis le <span data-since />.
        </p>
        <div class="row">
          <button class="button slim" type="button" data-copy="keep">
            Reprendre
          </button>
          <button class="button quiet slim" type="button" data-copy="drop">
            Jeter
          </button>
        </div>
      </Notice>
    </div>
  )
}
