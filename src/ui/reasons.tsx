import { Icon } from './icon.tsx'

/** Why a result is there, in words. Nothing without a reason. */
export function Reasons({ reasons }: { reasons: readonly string[] }) {
  if (reasons.length === 0) return null
  return (
    <ul class="reasons" aria-label="Pourquoi ce résultat">
      {reasons.map((reason) => (
        <li key={reason}>
          <Icon name="check" />
          {reason}
        </li>
      ))}
    </ul>
  )
}
