import type { Extensions } from '@tiptap/core'
import { Blockquote } from '@tiptap/extension-blockquote'
import { Bold } from '@tiptap/extension-bold'
import { Document } from '@tiptap/extension-document'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Heading } from '@tiptap/extension-heading'
import { HorizontalRule } from '@tiptap/extension-horizontal-rule'
import { Italic } from '@tiptap/extension-italic'
import { BulletList } from '@tiptap/extension-list/bullet-list'
import { ListItem } from '@tiptap/extension-list/item'
import { OrderedList } from '@tiptap/extension-list/ordered-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'
import { Dropcursor } from '@tiptap/extensions/drop-cursor'
import { Gapcursor } from '@tiptap/extensions/gap-cursor'
import { UndoRedo } from '@tiptap/extensions/undo-redo'
import { Figure } from './schema-figure.ts'
import { Link } from './schema-link.ts'
import { TABLES } from './schema-table.ts'

/** What the editor holds: what the rules of `#kernel/rich-text/rules` allow, no more and no less. */
export const EXTENSIONS: Extensions = [
  ...[Document, Text, Paragraph, HardBreak, Bold, Italic, Link],
  ...[Heading.configure({ levels: [2, 3, 4] }), BulletList, OrderedList, ListItem, Blockquote, HorizontalRule],
  ...[Figure, ...TABLES, UndoRedo, Gapcursor, Dropcursor.configure({ class: 'drop-place' })],
]
