import { frenchDay, frenchHour } from '#kernel/french-dates'
import type { Instant } from '#kernel/time'
import { Disclosure } from '#ui/dialog.tsx'
import { Notice } from '#ui/flash.tsx'
import type { FieldText } from '../kinds.ts'
import { DifferenceView, TextView } from './difference-view.tsx'

export type SavedByOtherProps = {
  /** What is saved now, and what was typed. */
  saved: readonly FieldText[]
  typed: readonly FieldText[]
  /** Who saved meanwhile, and when. */
  last: { author: string | null; at: Instant } | undefined
  now: Instant
}

/** Two people edited at once (R12): what was typed stays in the form below; here is how the saved text differs from it. */
export function SavedByOther({ saved, typed, last, now }: SavedByOtherProps) {
  return (
    <div role="alert" tabIndex={-1}>
      <Notice tone="warn" title="Deux textes à rapprocher">
        <p>
          {last?.author ?? 'Quelqu’un'} a enregistré ce contenu
          {last && ` le ${frenchDay(last.at, now)} à ${frenchHour(last.at)}`}, pendant que vous écriviez. Rien n’est
          perdu : votre texte est dans le formulaire. Enregistrer à nouveau garde le vôtre.
        </p>
        <p class="notice-title">Ce qui diffère</p>
        <p class="soft">
          Rayé : seulement dans le texte enregistré entre-temps. Souligné : seulement dans votre texte.
        </p>
        <DifferenceView before={saved} after={typed} />
        <Disclosure title="Le texte enregistré entre-temps, en entier">
          <TextView fields={saved} />
        </Disclosure>
      </Notice>
    </div>
  )
}
