import { Icon } from './icon.tsx'

/** The pages worth a link: the first, the last, the current one and its neighbours; `null` where some are left out. */
export function pagesShown(page: number, pages: number): (number | null)[] {
  const near = [1, page - 1, page, page + 1, pages].filter((one) => one >= 1 && one <= pages)
  const shown: (number | null)[] = []
  let last = 0
  for (const one of [...new Set(near)].sort((a, b) => a - b)) {
    if (one - last === 2) shown.push(last + 1)
    else if (one - last > 2) shown.push(null)
    shown.push(one)
    last = one
  }
  return shown
}

/** The same address on another page: every other question of the query is kept, and page 1 is not written. */
export function onPage(url: string, page: number): string {
  const [path = '', query = ''] = url.split('?', 2)
  const search = new URLSearchParams(query)
  search.delete('page')
  if (page > 1) search.set('page', String(page))
  const text = search.toString()
  return text === '' ? path : `${path}?${text}`
}

/** « Page 2 sur 14 » and its links. `url` is the address being read, query included. Nothing when one page holds all. */
export function Pager({
  page,
  pages,
  url,
  label = 'Pages',
}: {
  page: number
  pages: number
  url: string
  label?: string
}) {
  if (pages <= 1) return null
  return (
    <nav class="pager" aria-label={label}>
      <p>
        Page {page} sur {pages}
      </p>
      <ul>
        {page > 1 && <Step href={onPage(url, page - 1)} text="Précédente" icon="arrow-left" rel="prev" />}
        {pagesShown(page, pages).map((one, rank) => (
          <Page key={one ?? `gap-${rank}`} one={one} current={page} url={url} />
        ))}
        {page < pages && <Step href={onPage(url, page + 1)} text="Suivante" icon="arrow-right" rel="next" />}
      </ul>
    </nav>
  )
}

function Page({ one, current, url }: { one: number | null; current: number; url: string }) {
  if (one === null) return <li class="gap">…</li>
  return (
    <li class="number">
      <a href={onPage(url, one)} aria-current={one === current ? 'page' : undefined}>
        <span class="unseen">Page </span>
        {one}
      </a>
    </li>
  )
}

function Step(props: { href: string; text: string; icon: 'arrow-left' | 'arrow-right'; rel: 'prev' | 'next' }) {
  return (
    <li class={props.rel}>
      <a href={props.href} rel={props.rel}>
        {props.rel === 'prev' && <Icon name={props.icon} />}
        {props.text}
        {props.rel === 'next' && <Icon name={props.icon} />}
      </a>
    </li>
  )
}
