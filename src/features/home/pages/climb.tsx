/** The climb that the title speaks of: a path through the woods, a peak, a flag, the sun behind. Decorative. */
export function Climb() {
  return (
    <svg class="climb" viewBox="0 0 560 270" aria-hidden="true">
      <circle class="climb-halo" cx="392" cy="112" r="104" />
      <circle class="climb-sun" cx="392" cy="112" r="64" />
      <path class="climb-far" d="M0 270l72-88 46 34 78-92 66 70 66-50 70 60 76-86 86 152z" />
      <path class="climb-peak" d="M132 270L292 62l54 68 26-26 138 166z" />
      <path class="climb-shade" d="M292 62l54 68 26-26 138 166H326l-22-84 18-44z" />
      <path class="climb-snow" d="M292 62l42 54-18 14-20-16-22 20-24-22z" />
      <path class="climb-flag" d="M293 64V26l30 11-26 11v16z" />
      <path class="climb-path" d="M206 270c44-16 74-22 62-42s-30-22-10-40 46-14 38-34" />
      <path class="climb-woods" d="M0 270c52-44 146-50 236-26s150 10 206-6 96 8 118 32z" />
      <path
        class="climb-trees"
        d="M60 250l13-36 13 36zM92 244l11-30 11 30zM404 256l13-36 13 36zM436 250l10-27 10 27zM466 250l13-36 13 36z"
      />
    </svg>
  )
}
