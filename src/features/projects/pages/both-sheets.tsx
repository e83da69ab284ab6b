import { shortDayAndHour } from '#kernel/french-dates'
import type { Instant } from '#kernel/time'
import { Notice } from '#ui/flash.tsx'
import { SECTIONS } from '../sheet.ts'
import type { SheetRead } from '../sheet-queries.ts'
import { SECTION_TEXTS } from '../texts.ts'

/** Another window saved in between (R12): what it saved, where it differs from what is typed below. */
export function BothSheets({ saved, typed, at }: { saved: SheetRead; typed: Record<string, string>; at: Instant }) {
  const differing = SECTIONS.filter((section) => saved[section] !== (typed[section] ?? ''))
  return (
    <Notice tone="warn" title="Cette fiche a été enregistrée entre-temps">
      <p>
        Une autre fenêtre l’a enregistrée le {shortDayAndHour(at)}. Votre texte est dans le formulaire ci-dessous, rien
        n’est perdu : reprenez ce que vous voulez de l’autre, puis « Enregistrer ».
      </p>
      {saved.name !== typed.nom && <p>Nom enregistré : « {saved.name} »</p>}
      {differing.map((section) => (
        <details key={section} open>
          <summary>{SECTION_TEXTS[section].label} : le texte enregistré</summary>
          <p class="typed">{saved[section] === '' ? '(vide)' : saved[section]}</p>
        </details>
      ))}
    </Notice>
  )
}
