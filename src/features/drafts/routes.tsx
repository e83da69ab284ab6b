import { addresses } from '#addresses'
import type { Actor, WebSite, WebVisit } from '#features/accounts/actor.ts'
import { shortDayAndHour } from '#kernel/french-dates'
import { type Answer, hidden, localPath, redirect, signInFirst } from '#platform/http/answers.ts'
import type { Parts } from '#platform/parts.ts'
import { keepDraft, throwDraftAway } from './actions.ts'
import { draftText } from './draft-text.ts'
import { formOfName } from './form-names.ts'
import { DRAFT_TEXTS } from './texts.ts'

type Guarded = (visit: WebVisit, actor: Actor, form: string) => Promise<Answer>

/** What the autosave of long forms sends, and « Jeter ». */
export function draftRoutes(site: WebSite, { database }: Parts): void {
  const forForm = (then: Guarded) => (visit: WebVisit) => {
    if (visit.actor === undefined) return signInFirst
    const { form = '' } = visit.params
    return formOfName(form) === undefined ? hidden : then(visit, visit.actor, form)
  }
  site.post(
    addresses.drafts.one,
    forForm(async ({ form, now }, { id }, name) => {
      const held = { personId: id, form: name, page: form.get('submission'), from: form.get('brouillon') }
      const verdict = await keepDraft(database, held, { fields: draftText(form.entries()), now })
      if (verdict !== 'kept') return said(409, DRAFT_TEXTS[verdict])
      return said(200, DRAFT_TEXTS.kept(shortDayAndHour(now).slice(-5)))
    }),
  )
  site.post(
    addresses.drafts.discard,
    forForm(async ({ form }, { id }, name) => {
      await throwDraftAway(database, { personId: id, form: name, page: form.get('page') })
      return redirect(localPath(form.get('retour')), DRAFT_TEXTS.thrown)
    }),
  )
}

const said = (status: number, body: string): Answer => ({
  kind: 'data',
  status,
  body,
  contentType: 'text/plain; charset=utf-8',
})
