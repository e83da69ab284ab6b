import type { MailContent, MailPart } from '#platform/mail/mail-content.ts'

/** A mail as it would leave, to be unfolded before it does. */
export function MailPreview({ mail, title }: { mail: MailContent; title: string }) {
  return (
    <details class="mail-preview">
      <summary>{title}</summary>
      <MailWords mail={mail} />
    </details>
  )
}

/** The words of a mail. What would be a link or a button is but its words. */
export function MailWords({ mail }: { mail: MailContent }) {
  return (
    <div class="quoted">
      <p>
        <b>Objet : {mail.subject}</b>
      </p>
      {mail.body.map((part, rank) => (
        <Part key={rank} part={part} />
      ))}
      <p class="soft small">{mail.why}</p>
    </div>
  )
}

function Part({ part }: { part: MailPart }) {
  switch (part.kind) {
    case 'paragraph':
      return <p>{part.text}</p>
    case 'button':
      return (
        <p>
          <b>[ {part.label} ]</b>
        </p>
      )
    case 'quote':
      return (
        <blockquote>
          <p class="typed">{part.text}</p>
          {part.by && <p>— {part.by}</p>}
        </blockquote>
      )
    case 'facts':
      return (
        <ul>
          {part.rows.map(([label, value]) => (
            <li key={label}>
              {label} : {value}
            </li>
          ))}
        </ul>
      )
    default:
      return (
        <ul>
          {part.links.map(({ label }) => (
            <li key={label}>[ {label} ]</li>
          ))}
        </ul>
      )
  }
}
