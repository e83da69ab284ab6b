import { Chip } from '#ui/chip.tsx'
import { FAILING_ADDRESS } from '../texts.ts'

/** After an address whose last mail came back: the organiser calls, or asks again. */
export function FailingMark({ when }: { when: boolean }) {
  if (!when) return null
  return (
    <>
      {' '}
      <Chip tone="brick" icon="triangle-alert">
        {FAILING_ADDRESS}
      </Chip>
    </>
  )
}
