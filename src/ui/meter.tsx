export type MeterProps = {
  value: number
  max: number
  /** « 3 places restantes sur 12 »: the same in words, shown above the bar. */
  text: string
}

/** How full a list is; the words come first, the bar only draws them: a drawing may stand inside the label of a choice. */
export function Meter({ value, max, text }: MeterProps) {
  const share = max === 0 ? 1 : Math.min(1, value / max)
  return (
    <span class="meter">
      <span>{text}</span>
      <svg
        class={share > 0.75 ? 'bar nearly' : 'bar'}
        viewBox="0 0 100 6"
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <rect width={Math.round(share * 100)} height="6" />
      </svg>
    </span>
  )
}
