import type { ComponentChildren } from 'preact'
import type { Assets } from './assets.ts'
import { Flash, type FlashProps } from './flash.tsx'
import { scriptText } from './json-ld.ts'
import { SiteFooter } from './site-footer.tsx'
import { type NavItem, SiteHeader, type Viewer } from './site-header.tsx'

export type PageMeta = {
  /** What the page is, without the name of the site. */
  title: string
  description?: string
  /** « noindex » for what is not meant to be found. */
  robots?: string
  /** The whole address, from PUBLIC_URL. */
  canonical?: string
  /** The whole address of the picture of it that is shared. */
  image?: string
  jsonLd?: readonly object[]
  /** The islands that this page holds, beside those of every form. */
  islands?: readonly string[]
}

export type DocumentProps = { page: PageMeta; assets: Assets; nonce?: string; children: ComponentChildren }

const site = 'Je crée dans ma région'
const everywhere = ['submit-once', 'focus-errors', 'search-suggestions']

function Metas({ page }: { page: PageMeta }) {
  return (
    <>
      {page.description && <meta name="description" content={page.description} />}
      {page.robots && <meta name="robots" content={page.robots} />}
      {page.canonical && <link rel="canonical" href={page.canonical} />}
      <meta property="og:site_name" content={site} />
      <meta property="og:locale" content="fr_FR" />
      <meta property="og:type" content="website" />
      <meta property="og:title" content={page.title} />
      {page.description && <meta property="og:description" content={page.description} />}
      {page.canonical && <meta property="og:url" content={page.canonical} />}
      {page.image && <meta property="og:image" content={page.image} />}
    </>
  )
}

function Links({ page, assets, nonce }: Omit<DocumentProps, 'children'>) {
  const scripts = [...everywhere, ...(page.islands ?? [])].flatMap((name) => assets.island(name) ?? [])
  return (
    <>
      <link rel="icon" href={assets.icon ?? 'data:,'} />
      {assets.fonts.map((href) => (
        <link key={href} rel="preload" as="font" type="font/woff2" href={href} crossOrigin="anonymous" />
      ))}
      <link rel="stylesheet" href={assets.stylesheet} />
      {[...new Set(scripts)].map((src) => (
        <script key={src} type="module" src={src} nonce={nonce} />
      ))}
    </>
  )
}

/** The whole document but its doctype, which `renderPage` writes. */
export function Document({ page, assets, nonce, children }: DocumentProps) {
  return (
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{page.title === site ? site : `${page.title} – ${site}`}</title>
        <Metas page={page} />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#fbfaf5" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#0c1720" media="(prefers-color-scheme: dark)" />
        <Links page={page} assets={assets} nonce={nonce} />
        {page.jsonLd?.map((data, rank) => (
          <script key={rank} type="application/ld+json" {...scriptText(data)} />
        ))}
      </head>
      <body>{children}</body>
    </html>
  )
}

export type ShellProps = {
  viewer: Viewer
  path: string
  items: readonly NavItem[]
  flash?: FlashProps
  children: ComponentChildren
}

/** What surrounds every page: skip link, header, what the last act did, the page, footer. */
export function Shell({ viewer, path, items, flash, children }: ShellProps) {
  return (
    <>
      <a class="skip" href="#contenu">
        Aller au contenu
      </a>
      <SiteHeader viewer={viewer} path={path} items={items} />
      <main id="contenu" tabIndex={-1}>
        {flash && (
          <div class="wrap flash-room">
            <Flash {...flash} />
          </div>
        )}
        {children}
      </main>
      <SiteFooter />
    </>
  )
}
