import { addresses } from '#addresses'
import type { Copy, ShownFile } from '../shown-file.ts'

type Props = {
  file: Pick<ShownFile, 'key' | 'name' | 'alternative' | 'width' | 'height' | 'copies' | 'kind'>
  /** The `sizes` of HTML: how wide it is shown. */
  sizes: string
  class?: string
  /** The first image in sight is not put off. */
  eager?: boolean
}

/** An image in the size and the format that suit; or the first page of a document. */
export function FileImage({ file, sizes, eager, ...rest }: Props) {
  const fallback = setOf(file, 'jpeg')
  const smallest = file.copies.find(({ format }) => format === 'jpeg')
  if (file.kind !== 'image' && smallest === undefined) return null
  const source = file.kind === 'image' ? file : { width: smallest?.width, height: smallest?.height }
  const asked = file.kind === 'image' ? undefined : { taille: smallest?.size, format: 'jpeg' }
  return (
    <picture>
      {(['avif', 'webp'] as const).map((format) => {
        const set = setOf(file, format)
        return set === undefined ? null : <source key={format} type={`image/${format}`} srcSet={set} sizes={sizes} />
      })}
      <img
        class={rest.class}
        src={addresses.files.one({ key: file.key, name: file.name }, asked)}
        srcSet={fallback}
        sizes={fallback && sizes}
        alt={file.alternative}
        width={source.width ?? undefined}
        height={source.height ?? undefined}
        loading={eager ? undefined : 'lazy'}
        decoding="async"
      />
    </picture>
  )
}

function setOf({ key, name, copies }: Props['file'], format: Copy['format']): string | undefined {
  const set = copies
    .filter((copy) => copy.format === format)
    .map(({ size, width }) => `${addresses.files.one({ key, name }, { taille: size, format })} ${width}w`)
  return set.length === 0 ? undefined : set.join(', ')
}
