/** The foot of the opening: far peaks, woods, the near field that the rest of the page stands on. Decorative. */
export function Hills() {
  return (
    <svg class="hills" viewBox="0 0 1200 160" preserveAspectRatio="none" aria-hidden="true">
      <path
        class="hills-far"
        d="M0 84l70-26 62 18 84-48 62 34 58-36 92 52 74-30 92 40 96-64 66 44 54-26 96 52 74-34 78 38 62-26 80 36v84H0z"
      />
      <path class="hills-woods" d="M0 112c96-38 170-22 268-20s168-44 292-24 176 40 292 22 204-34 348 10v60H0z" />
      <path class="hills-near" d="M0 142c180-30 380-30 580-12s400 10 620-12v42H0z" />
    </svg>
  )
}
