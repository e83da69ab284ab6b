import { Notice } from '#ui/flash.tsx'
import type { FieldText } from '../kinds.ts'
import { DifferenceView } from './difference-view.tsx'

export type SavedByOtherProps = {
  /** What is saved now, and what was typed. */
  saved: readonly FieldText[]
  typed: readonly FieldText[]
}

/** Two people edited at once (R12): what was typed stays in the form below; here is how the saved text differs from it. */
export function SavedByOther({ saved, typed }: SavedByOtherProps) {
  return (
    <div role="alert" tabIndex={-1}>
      <Notice tone="warn" title="Deux textes à rapprocher">
        <p>
          Quelqu’un a enregistré ce contenu pendant que vous écriviez. Rien n’est perdu : votre texte est dans le
          formulaire, et voici ce qui y diffère du texte enregistré (rayé : seulement enregistré ; souligné : seulement
          le vôtre). Enregistrer à nouveau garde le vôtre.
        </p>
        <DifferenceView before={saved} after={typed} />
      </Notice>
    </div>
  )
}
