import { type Fact, Facts } from '#ui/facts.tsx'
import { Notice } from '#ui/flash.tsx'
import { Prose } from '#ui/prose.tsx'
import { FORM_TEXTS } from '../authoring-texts.ts'

/** What is saved now: texts of several lines, and short facts. */
export type SavedText = { facts: readonly Fact[]; presentation: string }

/** Two people edited at once: what the other one saved, beside what was typed. */
export function SavedByOther({ saved }: { saved: SavedText }) {
  return (
    <div role="alert" tabIndex={-1}>
      <Notice tone="warn" title="Deux textes à rapprocher">
        <p>{FORM_TEXTS.conflict}</p>
        <h2>Ce qui est enregistré</h2>
        <Facts facts={saved.facts} />
        <Prose text={saved.presentation} />
      </Notice>
    </div>
  )
}
