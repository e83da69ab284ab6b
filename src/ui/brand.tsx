import { addresses } from '#addresses'

/** The name of the site, with its hills, its lake and its sun. */
export function Brand({ current }: { current: boolean }) {
  return (
    <a class="brand" href={addresses.home()} aria-current={current ? 'page' : undefined}>
      <svg viewBox="0 0 52 40" aria-hidden="true">
        <circle class="brand-sun" cx="38" cy="12" r="9" />
        <path class="brand-hill" d="M2 36 18 10l9 14 5-7 16 19z" />
        <path class="brand-snow" d="m18 10 5 8-3 2-3-2-3 2-2-1z" />
      </svg>
      <span>
        Je crée <br />
        dans ma région
      </span>
    </a>
  )
}
