import type { Editor } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, toggleHeaderRow } from '@tiptap/pm/tables'
import type { ToolIcon } from './icons.ts'
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
  const row = (type: string) => ({
    type: 'tableRow',
    content: [1, 2].map(() => ({ type, content: [{ type: 'paragraph' }] })),
  })
  const content = [row('tableHeader'), row('tableCell'), row('tableCell')]
  editor.chain().focus().insertContent({ type: 'table', content }).run()
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
  { text: 'Ajouter une ligne', act: inTable(addRowAfter) },
  { text: 'Ajouter une colonne', act: inTable(addColumnAfter) },
  { text: 'Retirer la ligne', act: inTable(deleteRow) },
  { text: 'Retirer la colonne', act: inTable(deleteColumn) },
  { text: 'Première ligne en titres', act: inTable(toggleHeaderRow) },
  { text: 'Retirer le tableau', act: inTable(deleteTable) },
]
