import { parseDocument } from 'htmlparser2'
import { type Parsed, readTree } from '#kernel/rich-text/read-tree'
import type { Node } from '#kernel/rich-text/tree'

/** Reads HTML in time that grows with its length only: what a browser would do with tags left open is not imitated. */
export const readHtml = (html: string): Node[] => readTree(parseDocument(html).children as Parsed[])
