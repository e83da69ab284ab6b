import { Dialog } from '#ui/dialog.tsx'
import { emptyForm } from '#ui/form-state.ts'
import { RecommendForm } from './recommend-form.tsx'

type RecommendDialogProps = { action: string; submission: string; isPro: boolean }

/** « Cliquez sur le bouton Recommander. La fenêtre suivante s’ouvre ». */
export function RecommendDialog({ action, submission, isPro }: RecommendDialogProps) {
  return (
    <div class="content-foot">
      <Dialog id="recommander" opener="Recommander" openerIcon="send" title="Recommander cette page">
        <RecommendForm {...{ action, submission, isPro }} state={emptyForm} form="recommander" />
      </Dialog>
    </div>
  )
}
