import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'

type Field = [name: string, value: string]

/** What a browser would send of the first form with this action, without its buttons. */
export function formFieldsOf(html: string, action: string): Record<string, string[]> {
  const form = elements(parse(html)).find((one) => one.tagName === 'form' && attribute(one, 'action') === action)
  if (form === undefined) throw new Error(`no form for ${action}`)
  const fields: Record<string, string[]> = {}
  for (const [name, value] of elements(form).flatMap(fieldsOf)) fields[name] = [...(fields[name] ?? []), value]
  return fields
}

function fieldsOf(element: Tree.Element): Field[] {
  const name = attribute(element, 'name')
  if (name === undefined || attribute(element, 'disabled') !== undefined) return []
  switch (element.tagName) {
    case 'input':
      return isSent(element) ? [[name, attribute(element, 'value') ?? 'on']] : []
    case 'textarea':
      return [[name, textOf(element)]]
    case 'select':
      return chosenOf(element).map((value) => [name, value])
    default:
      return []
  }
}

function isSent(input: Tree.Element): boolean {
  const type = attribute(input, 'type') ?? 'text'
  if (['submit', 'button', 'image', 'reset', 'file'].includes(type)) return false
  return !['checkbox', 'radio'].includes(type) || attribute(input, 'checked') !== undefined
}

function chosenOf(select: Tree.Element): string[] {
  const options = elements(select).filter(({ tagName }) => tagName === 'option')
  const chosen = options.find((option) => attribute(option, 'selected') !== undefined) ?? options[0]
  return chosen === undefined ? [] : [attribute(chosen, 'value') ?? textOf(chosen)]
}

function elements(node: Tree.Node): Tree.Element[] {
  const children = 'childNodes' in node ? node.childNodes : []
  return children.flatMap((child) => ('tagName' in child ? [child, ...elements(child)] : []))
}

const attribute = (element: Tree.Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value

const textOf = (element: Tree.Element): string =>
  element.childNodes.map((child) => ('value' in child ? child.value : '')).join('')
