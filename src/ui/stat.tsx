export type StatProps = { value: string | number; label: string; href?: string }

/** A few figures side by side, each with what it counts. */
export function Stats({ stats }: { stats: readonly StatProps[] }) {
  return (
    <ul class="stats">
      {stats.map(({ value, label, href }) => (
        <li class="stat" key={label}>
          <b>{value}</b> {href ? <a href={href}>{label}</a> : label}
        </li>
      ))}
    </ul>
  )
}
