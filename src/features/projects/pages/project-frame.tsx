import type { ComponentChildren } from 'preact'
import { addresses } from '#addresses'
import { shortDayAndHour } from '#kernel/french-dates'
import type { Instant } from '#kernel/time'
import { Chip } from '#ui/chip.tsx'
import { Notice } from '#ui/flash.tsx'
import { PageFrame } from '#ui/page-frame.tsx'
import { PageHeading } from '#ui/page-heading.tsx'
import { Tabs } from '#ui/tabs.tsx'
import { mayWrite, type ProjectState, type Standing } from '../access.ts'
import { STATE_TEXTS } from '../texts.ts'

/** Of a project, what each of its pages shows on top. */
export type ProjectHead = {
  id: number
  name: string
  ownerName: string
  state: ProjectState
  standing: Standing
  /** Until when the glass is broken. */
  glassUntil?: Instant | undefined
}

export type ProjectSide = 'sheet' | 'canvas' | 'edit' | 'advisers' | 'journal'

/** The sides of a project; who may not write it has neither « Modifier » nor « Professionnels autorisés ». */
function ProjectTabs({ project, current }: { project: ProjectHead; current: ProjectSide }) {
  const { id, standing, state } = project
  const of = { project: id }
  const tabs = [
    { side: 'sheet', href: addresses.projects.one(of), text: 'Fiche projet' },
    ...(mayWrite(standing, state) ? [{ side: 'edit', href: addresses.projects.edit(of), text: 'Modifier' }] : []),
    { side: 'canvas', href: addresses.canvas.first(of), text: 'Projet 360' },
    ...(standing === 'owner'
      ? [{ side: 'advisers', href: addresses.projects.advisers(of), text: 'Professionnels autorisés' }]
      : []),
    { side: 'journal', href: addresses.projects.journal(of), text: 'Journal' },
  ]
  return <Tabs label={project.name} tabs={tabs.map(({ side, ...tab }) => ({ ...tab, current: side === current }))} />
}

type FrameProps = {
  project: ProjectHead
  current: ProjectSide
  title: string
  lead?: ComponentChildren
  actions?: ComponentChildren
  width?: 'wide' | 'narrow'
  children: ComponentChildren
}

/** A page of a project: its tabs, whose it is, and what keeps one from writing. */
export function ProjectFrame({ project, current, title, lead, actions, width = 'wide', children }: FrameProps) {
  const { standing, state, ownerName } = project
  return (
    <PageFrame width={width}>
      <PageHeading
        title={title}
        crumbs={[
          { href: addresses.projects.all(), text: 'Projets' },
          ...(title === project.name
            ? []
            : [{ href: addresses.projects.one({ project: project.id }), text: project.name }]),
        ]}
        chips={
          standing === 'owner' && state === 'active' ? undefined : (
            <>
              {standing !== 'owner' && <Chip icon="user">Projet de {ownerName}</Chip>}
              {state === 'archived' && <Chip tone="sun">{STATE_TEXTS[state]}</Chip>}
            </>
          )
        }
        {...{ lead, actions }}
      />
      <ProjectTabs {...{ project, current }} />
      <StandingNotice project={project} />
      {children}
    </PageFrame>
  )
}

function StandingNotice({ project }: { project: ProjectHead }) {
  const { standing, state, glassUntil } = project
  if (standing === 'glass') {
    return (
      <Notice tone="warn" title="Bris de glace">
        <p>
          Vous lisez ce projet en tant qu’administrateur{glassUntil && ` jusqu’au ${shortDayAndHour(glassUntil)}`}. Son
          créateur a reçu le motif par mail, et chaque page ouverte est inscrite au journal du site.
        </p>
      </Notice>
    )
  }
  if (state === 'archived') {
    return (
      <Notice title="Ce projet est archivé">
        <p>
          On ne peut plus que le lire.
          {standing === 'owner' && ' Pour y travailler encore : « Reprendre ce projet », sous « En bref » de la fiche.'}
        </p>
      </Notice>
    )
  }
  return null
}
