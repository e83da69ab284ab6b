import { addresses, itemOf } from '#addresses'
import { Card, CardList } from '#ui/card.tsx'
import { Chip } from '#ui/chip.tsx'
import { Band } from '#ui/page-frame.tsx'
import type { ServiceLine } from '../queries.ts'
import { kindText } from '../texts.ts'

/** « Nos services » on the sheet of a structure. */
export function ServiceList({ services }: { services: readonly ServiceLine[] }) {
  return (
    <Band title="Nos services" id="services">
      <CardList>
        {services.map(({ id, slug, title, summary, kinds }) => (
          <Card
            key={id}
            href={addresses.services.one({ item: itemOf({ id, slug }) })}
            title={title}
            foot={chips(kinds)}
          >
            {summary && <p class="soft clamp">{summary}</p>}
          </Card>
        ))}
      </CardList>
    </Band>
  )
}

const chips = (kinds: readonly string[]) =>
  kinds.length === 0 ? undefined : (
    <p class="row">
      {kinds.map((kind) => (
        <Chip key={kind}>{kindText(kind)}</Chip>
      ))}
    </p>
  )
