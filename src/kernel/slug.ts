/** The readable part of an address: « L’été à Évian » → `l-ete-a-evian`; at most 80 characters, possibly empty. */
export function slugOf(title: string): string {
  return title
    .replace(/[œŒ]/g, 'oe')
    .replace(/[æÆ]/g, 'ae')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '')
}
