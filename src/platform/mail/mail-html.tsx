import { renderToStaticMarkup } from 'preact-render-to-string'
import { keepTogether } from '#kernel/typography'
import type { MailContent, MailLink, MailPart } from './mail-content.ts'

// One sheet in the head, which mail readers keep; who drops it still reads plain paragraphs and links.
const SHEET = `:root{color-scheme:light dark;supported-color-schemes:light dark}
body{margin:0;padding:24px 12px;background:#faf8f2;color:#1d2a3a;font:17px/1.55 'Atkinson Hyperlegible Next',Verdana,sans-serif}
main,header,footer{display:block;max-width:600px;margin:0 auto;overflow-wrap:anywhere}
header{font-weight:bold;margin-bottom:16px}
header a{color:#0a5683;text-decoration:none}
main{box-sizing:border-box;background:#fff;border-radius:14px;padding:24px}
p{margin:0 0 16px}
ul{margin:0 0 16px;padding-left:22px}
li{margin:6px 0}
li a{color:#0a5683}
.over{margin-bottom:4px}
blockquote{margin:0 0 16px;padding-left:16px;border-left:4px solid #f3c13a}
.button{display:inline-block;margin:8px 0;padding:12px 22px;border-radius:99px;background:#0a5683;color:#fff;font-weight:bold;text-decoration:none}
.soft{color:#47525f;font-size:14px;margin-top:16px}
.soft a{color:inherit}
.preview{display:none}
@media (prefers-color-scheme:dark){
body{background:#10171d;color:#f1efe6}main{background:#1a232b}
header a,li a{color:#9fd0f0}.button{background:#9fd0f0;color:#0b1721}.soft{color:#c9c6ba}}`

type Looks = { site: string; home: string }

/** The mail as a page: no image, no table, nothing fetched, nothing that tells it was opened. */
export function htmlOf(content: MailContent, looks: Looks): string {
  const html = renderToStaticMarkup(
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{content.subject}</title>
        <style dangerouslySetInnerHTML={{ __html: SHEET }} />
      </head>
      <body>
        {content.preview === undefined ? null : (
          <div class="preview" hidden>
            {content.preview}
          </div>
        )}
        <header>
          <a href={looks.home}>{looks.site}</a>
        </header>
        <main>
          {content.body.map((part) => (
            <Part part={part} />
          ))}
        </main>
        <footer class="soft">
          <Lines text={content.why} />
          {content.foot?.map(({ label, href }) => (
            <>
              <br />
              <a href={href}>{label}</a>
            </>
          ))}
        </footer>
      </body>
    </html>,
  )
  return `<!doctype html>${keepTogether(html)}`.replaceAll('\0', '').toWellFormed()
}

function Part({ part }: { part: MailPart }) {
  switch (part.kind) {
    case 'paragraph':
      return (
        <p>
          <Lines text={part.text} />
        </p>
      )
    case 'button':
      return (
        <p>
          <a class="button" href={part.href}>
            {part.label}
          </a>
        </p>
      )
    case 'facts':
      return <Facts rows={part.rows} />
    case 'links':
      return <Links label={part.label} links={part.links} />
    case 'quote':
      return (
        <blockquote>
          <Lines text={part.text} />
          {part.by === undefined ? null : <div class="soft">— {part.by}</div>}
        </blockquote>
      )
  }
}

const Facts = ({ rows }: { rows: readonly (readonly [string, string])[] }) => (
  <p>
    {rows.map(([label, value], row) => (
      <>
        {row === 0 ? null : <br />}
        <strong>{label}&nbsp;:</strong> <Lines text={value} />
      </>
    ))}
  </p>
)

const Links = ({ label, links }: { label: string; links: readonly MailLink[] }) => (
  <>
    <p class="over">{label}&nbsp;:</p>
    <ul>
      {links.map(({ label: name, href }) => (
        <li>
          <a href={href}>{name}</a>
        </li>
      ))}
    </ul>
  </>
)

const Lines = ({ text }: { text: string }) => (
  <>
    {text.split('\n').map((line, row) => (
      <>
        {row === 0 ? null : <br />}
        {line}
      </>
    ))}
  </>
)
