import { addresses } from '#addresses'
import { Button } from '#ui/button.tsx'
import { type Option, Select } from '#ui/choice.tsx'
import { Hidden } from '#ui/field.tsx'
import type { FormState } from '#ui/form-state.ts'
import { GESTURES, rowsOf } from '../service-rows.ts'

type Props = {
  state: FormState
  options: readonly Option[]
  /** The structure, to create a service under it; undefined while it is new itself. */
  structureId: number | undefined
}

/** The answer of a button shows the list again, not the top of a long form: its section in the form of a structure. */
const HERE = '#services'

/** « Nos services »: each with its buttons, and an empty row for each « Ajouter un autre élément » (STR-4). */
export function ServiceRowsField({ state, options, structureId }: Props) {
  const rows = rowsOf(state.values)
  const texts = new Map(options.map(({ value, text }) => [value, text]))
  return (
    <>
      {rows.length > 0 && (
        <ol class="picked">
          {rows.map((row, place) => (
            <li key={place} class="row">
              {texts.has(row) ? (
                <span>
                  <Hidden name={`service.${place}`} value={row} />
                  {texts.get(row)}
                </span>
              ) : (
                <Select
                  state={state}
                  name={`service.${place}`}
                  label={`Service ${place + 1}`}
                  options={options.filter(({ value }) => !rows.includes(value))}
                  empty="Choisissez un service"
                  optional
                />
              )}
              <RowButtons place={place} last={rows.length - 1} name={texts.get(row) ?? `service ${place + 1}`} />
            </li>
          ))}
        </ol>
      )}
      <p class="row">
        <Button name="geste" value={GESTURES.add} action={HERE} look="plain" size="slim" icon="plus">
          Ajouter un autre élément
        </Button>
        {structureId !== undefined && (
          <a href={addresses.services.new({ structure: structureId })}>Créer un service de cette structure</a>
        )}
      </p>
    </>
  )
}

function RowButtons({ place, last, name }: { place: number; last: number; name: string }) {
  const said = <span class="unseen"> « {name} »</span>
  return (
    <>
      {place > 0 && (
        <Button name="geste" value={GESTURES.up + place} action={HERE} look="quiet" size="slim">
          Monter{said}
        </Button>
      )}
      {place < last && (
        <Button name="geste" value={GESTURES.down + place} action={HERE} look="quiet" size="slim">
          Descendre{said}
        </Button>
      )}
      <Button name="geste" value={GESTURES.remove + place} action={HERE} look="quiet" size="slim" icon="x">
        Retirer{said}
      </Button>
    </>
  )
}
