export type MeterProps = {
  value: number
  max: number
  /** « 3 places restantes sur 12 »: the same in words, shown above the bar. */
  text: string
}

/** How full a list is; the words come first, the bar only draws them. */
export function Meter({ value, max, text }: MeterProps) {
  return (
    <span class="meter">
      <span>{text}</span>
      <meter min={0} max={max} value={value} high={max * 0.75} aria-hidden="true">
        {value} sur {max}
      </meter>
    </span>
  )
}
