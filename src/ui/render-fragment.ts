import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { keepTogether } from '#kernel/typography'

/** A part of a page, as it stands in the whole. */
export const renderFragment = (part: VNode): string => keepTogether(renderToString(part))
