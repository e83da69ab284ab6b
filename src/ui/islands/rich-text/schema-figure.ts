import { Node } from '@tiptap/core'

const read = (element: HTMLElement, name: string) => element.querySelector('img')?.getAttribute(name) ?? null
const image = (name: string) => ({ default: null, parseHTML: (element: HTMLElement) => read(element, name) })

/** An image of the site with its caption, kept as a whole. */
export const Figure = Node.create({
  name: 'figure',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    ...{ src: image('src'), alt: image('alt'), width: image('width'), height: image('height') },
    caption: {
      default: '',
      parseHTML: (element: HTMLElement) => element.querySelector('figcaption')?.textContent ?? '',
    },
  }),
  parseHTML: () => [{ tag: 'figure' }],
  renderHTML({ node }) {
    const { caption, ...attributes } = node.attrs
    const img = ['img', Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== null))] as const
    return caption === '' ? ['figure', {}, img] : ['figure', {}, img, ['figcaption', {}, caption]]
  },
})
