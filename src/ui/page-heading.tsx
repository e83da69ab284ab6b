import type { ComponentChildren } from 'preact'
import { Breadcrumb, type Crumb } from './breadcrumb.tsx'

export type PageHeadingProps = {
  title: string
  crumbs?: readonly Crumb[]
  /** Short facts above the title: the kind, the price. */
  chips?: ComponentChildren
  /** One or two sentences under the title. */
  lead?: ComponentChildren
  /** Links and buttons that concern the whole page. */
  actions?: ComponentChildren
}

/** The top of a page: where one is, its only `h1`, what it is about. */
export function PageHeading({ title, crumbs, chips, lead, actions }: PageHeadingProps) {
  return (
    <header class="page-heading">
      {crumbs && <Breadcrumb crumbs={crumbs} />}
      {chips && <p class="row">{chips}</p>}
      <div class="page-heading-line">
        <h1>{title}</h1>
        {actions && <div class="row">{actions}</div>}
      </div>
      {lead && <p class="lead">{lead}</p>}
    </header>
  )
}
