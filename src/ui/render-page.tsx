import { renderToString } from 'preact-render-to-string'
import { keepTogether } from '#kernel/typography'
import { Document, type DocumentProps, Shell, type ShellProps } from './layout.tsx'

export type LayoutProps = Omit<DocumentProps, 'children'> & ShellProps

/** A page as it is sent: doctype, document, shell and what is given as children. */
export function renderPage({ page, assets, nonce, ...shell }: LayoutProps): string {
  const html = renderToString(
    <Document page={page} assets={assets} nonce={nonce}>
      <Shell {...shell} />
    </Document>,
  )
  return `<!doctype html>${keepTogether(html)}`
}
