// STR-1: what a member edits, the import leaves alone from then on, field by field.

/** Fields that are read together: an import that kept half of an address would make a wrong one. */
const TIED: Record<string, readonly string[]> = {
  postalCode: ['city', 'street'],
  city: ['city', 'street'],
  street: ['street', 'city'],
  communeCode: ['city'],
}

/** The fields that differ between two sheets, under the names that the import knows. */
export function editedFields(before: object, after: object): string[] {
  const former = before as Record<string, unknown>
  const changed = Object.entries(after).filter(([name, value]) => !isSame(former[name], value))
  return [...new Set(changed.flatMap(([name]) => TIED[name] ?? [name]))]
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null)
