import type { Editor } from '@tiptap/core'
import { drawIcon } from './icons.ts'
import { make } from './make.ts'
import { TABLE_TOOLS, TOOLS, type Tool } from './tools.ts'

type Made = { tool: Tool; button: HTMLButtonElement }

/** The toolbar as the APG describes it: one stop of Tab, then arrows, Home and End from button to button. */
export function makeToolbar(editor: Editor, controls: string): HTMLElement {
  const bar = make('div', { className: 'rich-tools', role: 'toolbar', ariaLabel: 'Mise en forme' })
  bar.setAttribute('aria-controls', controls)
  const made = TOOLS.flatMap((tools) => group(bar, tools, editor))
  const tableMade = group(bar, TABLE_TOOLS, editor)
  const tableGroup = tableMade[0]?.button.parentElement
  const show = () => {
    for (const { tool, button } of made) {
      if (tool.isOn !== undefined) button.ariaPressed = String(tool.isOn(editor))
      // Not `disabled`: a button that has the focus would lose it.
      if (tool.isShown !== undefined) button.hidden = !tool.isShown(editor)
      if (tool.mayAct !== undefined) button.ariaDisabled = String(!tool.mayAct(editor))
    }
    if (tableGroup) tableGroup.hidden = !editor.isActive('table')
    if (reachable(bar).every((button) => button.tabIndex === -1)) setStop(bar, reachable(bar)[0])
  }
  editor.on('transaction', show)
  bar.addEventListener('keydown', (press) => move(bar, press))
  bar.addEventListener('focusin', ({ target }) => setStop(bar, target))
  show()
  return bar
}

function group(bar: HTMLElement, tools: readonly Tool[], editor: Editor): Made[] {
  const made = tools.map((tool) => ({ tool, button: makeButton(tool, editor) }))
  bar.append(make('div', { className: 'rich-group' }, ...made.map(({ button }) => button)))
  return made
}

function makeButton(tool: Tool, editor: Editor): HTMLButtonElement {
  const button = make('button', { type: 'button', className: 'rich-tool', tabIndex: -1 })
  if (tool.icon === undefined) button.append(tool.text)
  else button.append(drawIcon(tool.icon), make('span', { className: 'unseen' }, tool.text))
  const title = tool.title ?? (tool.icon === undefined ? undefined : tool.text)
  if (title !== undefined) button.title = title
  if (tool.title !== undefined) button.ariaLabel = `${tool.text} : ${tool.title}`
  // The text keeps its selection while a button is pressed.
  button.addEventListener('mousedown', (press) => press.preventDefault())
  button.addEventListener('click', () => {
    if (button.ariaDisabled !== 'true') tool.act(editor)
  })
  return button
}

const reachable = (bar: HTMLElement): HTMLButtonElement[] => [
  ...bar.querySelectorAll<HTMLButtonElement>('.rich-group:not([hidden]) > button:not([hidden])'),
]

function setStop(bar: HTMLElement, stop: EventTarget | null | undefined): void {
  for (const button of bar.querySelectorAll('button')) button.tabIndex = button === stop ? 0 : -1
}

function move(bar: HTMLElement, press: KeyboardEvent): void {
  const buttons = reachable(bar)
  const place = buttons.indexOf(document.activeElement as HTMLButtonElement)
  const places: Record<string, number> = {
    ArrowRight: (place + 1) % buttons.length,
    ArrowLeft: (place + buttons.length - 1) % buttons.length,
    Home: 0,
    End: buttons.length - 1,
  }
  const next = places[press.key]
  if (next === undefined || place === -1) return
  press.preventDefault()
  buttons[next]?.focus()
}
