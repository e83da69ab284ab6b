import { shortDayAndHour } from '#kernel/french-dates'
import { isoWithOffset } from '#kernel/time'
import { Icon, type IconName } from '#ui/icon.tsx'
import { Pager } from '#ui/pager.tsx'
import type { TimelineEntry } from '../slots.ts'
import { ProjectFrame, type ProjectHead } from './project-frame.tsx'

const ICONS: Record<TimelineEntry['kind'], IconName> = {
  comment: 'mail',
  document: 'download',
  canvas: 'list',
  adviser: 'handshake',
  glass: 'triangle-alert',
  recommendation: 'bookmark',
  registration: 'ticket',
  prescription: 'ticket',
  sheet: 'pencil',
}

type JournalPageProps = {
  project: ProjectHead
  entries: readonly TimelineEntry[]
  page: number
  pages: number
  url: string
}

/** All that happened on a project, the last first (PRJ-6). */
export function JournalPage({ project, entries, page, pages, url }: JournalPageProps) {
  const lead =
    project.standing === 'owner'
      ? 'Vos inscriptions et ce qui vous a été recommandé ne sont montrés qu’à vous.'
      : 'Vous voyez ce qui concerne le projet, et ce que vous avez vous-même recommandé ou prescrit à son créateur.'
  return (
    <ProjectFrame project={project} current="journal" title="Journal du projet" lead={lead} width="narrow">
      {entries.length === 0 && <p class="soft">Rien sur cette page.</p>}
      <ol class="journal">
        {entries.map(({ at, kind, text, href }) => (
          <li key={`${at} ${kind} ${text}`}>
            <Icon name={ICONS[kind]} />
            <div>
              <p>{href === undefined ? text : <a href={href}>{text}</a>}</p>
              <time class="soft small" dateTime={isoWithOffset(at)}>
                {shortDayAndHour(at)}
              </time>
            </div>
          </li>
        ))}
      </ol>
      <Pager {...{ page, pages, url }} />
    </ProjectFrame>
  )
}
