import { parseDocument } from 'htmlparser2'
import { type Cleaned, cleanNodes } from '#kernel/rich-text/clean'
import { type Parsed, readTree } from '#kernel/rich-text/read-tree'

/** Cleans HTML as the server will, and never gives it to the browser: nothing of it loads, runs or is reported. */
export const cleanHtml = (html: string): Cleaned => cleanNodes(readTree(parseDocument(html).children as Parsed[]))
