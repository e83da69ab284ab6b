import type { Editor } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, toggleHeaderRow } from '@tiptap/pm/tables'
import type { ToolIcon } from './icons.ts'
import { askForImage, takesImages } from './image-dialog.ts'
import { askForLink } from './link-dialog.ts'
import { pasteFromWord } from './word-dialog.ts'

/** A button of the toolbar. `text` alone is seen; with an icon it is heard, and shown under the pointer. */
export type Tool = {
  text: string
  icon?: ToolIcon
  /** More than the text says. */
  title?: string
  act(editor: Editor): void
  isOn?(editor: Editor): boolean
  mayAct?(editor: Editor): boolean
  /** Whether this form has it at all. */
  isShown?(editor: Editor): boolean
}

const inTable = (command: Command) => (editor: Editor) => {
  command(editor.state, editor.view.dispatch)
  editor.commands.focus()
}

const heading = (text: string, level: 2 | 3): Tool => ({
  text,
  act: (editor) => editor.chain().focus().toggleHeading({ level }).run(),
  isOn: (editor) => editor.isActive('heading', { level }),
})

function insertTable(editor: Editor): void {
  const cell = (type: string, words: { type: string; text: string }[]) => ({
    type,
    content: [{ type: 'paragraph', content: words }],
  })
  const head = [1, 2].map((rank) => cell('tableHeader', [{ type: 'text', text: `Colonne ${rank}` }]))
  const rows = [head, ...[1, 2].map(() => [cell('tableCell', []), cell('tableCell', [])])]
  const content = rows.map((cells) => ({ type: 'tableRow', content: cells }))
  const { from } = editor.state.selection
  editor.chain().focus().insertContent({ type: 'table', content }).run()
  selectFirstCell(editor, from)
}

/** The name of the first column is there to be typed over. */
function selectFirstCell(editor: Editor, after: number): void {
  const tables: number[] = []
  editor.state.doc.descendants((node, place) => {
    if (node.type.name === 'table' && place >= after - 2) tables.push(place)
  })
  const [table] = tables
  // Past the starts of the table, its row, its cell and its paragraph.
  const start = (table ?? 0) + 4
  if (table !== undefined) editor.commands.setTextSelection({ from: start, to: start + 'Colonne 1'.length })
}

/** The toolbar, group by group. */
export const TOOLS: readonly (readonly Tool[])[] = [
  [heading('Titre', 2), heading('Sous-titre', 3)],
  [
    {
      text: 'Gras',
      icon: 'bold',
      act: (editor) => editor.chain().focus().toggleBold().run(),
      isOn: (editor) => editor.isActive('bold'),
    },
    {
      text: 'Italique',
      icon: 'italic',
      act: (editor) => editor.chain().focus().toggleItalic().run(),
      isOn: (editor) => editor.isActive('italic'),
    },
    { text: 'Lien', icon: 'link', act: askForLink, isOn: (editor) => editor.isActive('link') },
  ],
  [
    {
      text: 'Liste à puces',
      icon: 'list',
      act: (editor) => editor.chain().focus().toggleBulletList().run(),
      isOn: (editor) => editor.isActive('bulletList'),
    },
    {
      text: 'Liste numérotée',
      icon: 'list-ordered',
      act: (editor) => editor.chain().focus().toggleOrderedList().run(),
      isOn: (editor) => editor.isActive('orderedList'),
    },
    {
      text: 'Citation',
      icon: 'quote',
      act: (editor) => editor.chain().focus().toggleBlockquote().run(),
      isOn: (editor) => editor.isActive('blockquote'),
    },
    { text: 'Tableau', icon: 'table', act: insertTable, mayAct: (editor) => !editor.isActive('table') },
    { text: 'Image', icon: 'image', act: askForImage, isShown: takesImages },
  ],
  [{ text: 'W', title: 'Coller depuis Word', act: pasteFromWord }],
  [
    {
      text: 'Annuler',
      icon: 'undo',
      act: (editor) => editor.chain().focus().undo().run(),
      mayAct: (editor) => editor.can().undo(),
    },
    {
      text: 'Rétablir',
      icon: 'redo',
      act: (editor) => editor.chain().focus().redo().run(),
      mayAct: (editor) => editor.can().redo(),
    },
  ],
]

/** Shown while one writes in a table. */
export const TABLE_TOOLS: readonly Tool[] = [
  { text: '+ Ligne', title: 'ajouter une ligne dessous', act: inTable(addRowAfter) },
  { text: '+ Colonne', title: 'ajouter une colonne à droite', act: inTable(addColumnAfter) },
  { text: '− Ligne', title: 'retirer cette ligne', act: inTable(deleteRow) },
  { text: '− Colonne', title: 'retirer cette colonne', act: inTable(deleteColumn) },
  { text: 'Titres', title: 'faire de la première ligne des titres, ou non', act: inTable(toggleHeaderRow) },
  { text: '− Tableau', title: 'retirer le tableau', act: inTable(deleteTable) },
]
