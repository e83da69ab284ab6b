import type { Stage } from '#features/services/rules.ts'
import { STAGE_TEXTS } from '#features/services/texts.ts'
import { communeLabel } from '#features/territory/rules.ts'
import { sectorText } from '#features/territory/sectors.ts'
import { enumerate } from '#kernel/french'
import { shortDayAndHour } from '#kernel/french-dates'
import type { Instant } from '#kernel/time'
import { Notice } from '#ui/flash.tsx'
import { SECTIONS } from '../sheet.ts'
import type { SheetRead } from '../sheet-queries.ts'
import { SECTION_TEXTS } from '../texts.ts'

type BothSheetsProps = {
  saved: SheetRead
  typed: Record<string, string>
  /** Documents that the other window joined: they are in the form below. */
  added: readonly string[]
  at: Instant
}

/** Another window saved in between (R12): what it saved, where it differs from what is typed below. */
export function BothSheets({ saved, typed, added, at }: BothSheetsProps) {
  const differing = SECTIONS.filter((section) => saved[section] !== (typed[section] ?? ''))
  return (
    <Notice tone="warn" title="Cette fiche a été enregistrée entre-temps">
      <p>
        Une autre fenêtre l’a enregistrée le {shortDayAndHour(at)}. Votre texte est dans le formulaire ci-dessous, rien
        n’est perdu : reprenez ce que vous voulez de l’autre, puis « Enregistrer ».
      </p>
      {saved.name !== typed.nom && <p>Nom enregistré : « {saved.name} »</p>}
      {factsThatDiffer(saved, typed).map(({ term, text }) => (
        <p key={term}>
          {term}, dans l’autre fenêtre : « {text} »
        </p>
      ))}
      {added.length > 0 && (
        <p>Documents de l’autre fenêtre, ajoutés ci-dessous : {enumerate(added.map((name) => `« ${name} »`))}.</p>
      )}
      {differing.map((section) => (
        <details key={section} open>
          <summary>{SECTION_TEXTS[section].label} : le texte enregistré</summary>
          <p class="typed">{saved[section] === '' ? '(vide)' : saved[section]}</p>
        </details>
      ))}
    </Notice>
  )
}

const NOT_SAID = 'non renseigné'

function factsThatDiffer({ sector, stage, commune, postalCodes }: SheetRead, typed: Record<string, string>) {
  const place = commune && communeLabel({ name: commune, postalCodes: postalCodes ?? [] })
  return [
    { term: 'Secteur d’activité', saved: sector, now: typed.secteur, text: sector && sectorText(sector) },
    { term: 'Lieu', saved: place, now: typed.commune, text: place },
    { term: 'Étape', saved: stage, now: typed.etape, text: stage && STAGE_TEXTS[stage as Stage] },
  ].flatMap((fact) =>
    (fact.saved ?? '') === (fact.now ?? '') ? [] : [{ term: fact.term, text: fact.text ?? NOT_SAID }],
  )
}
