import type { Role } from '#features/accounts/actor.ts'
import type { FileWords } from './shown-file.ts'

/** Who a private file is kept to, in the words of its form. */
export const READERS: Record<Role, string> = {
  administrator: 'l’administrateur',
  professional: 'les professionnels',
  creator: 'les créateurs',
  animator: 'les animateurs territoriaux',
  reader: 'les professionnels non contributeurs',
}

/** « visible par tous », « privé : les professionnels » */
export function readersText({ visibility, roles }: Pick<FileWords, 'visibility' | 'roles'>): string {
  if (visibility === 'visible') return 'visible par tous'
  return `privé : ${roles.length === 0 ? 'toute la communauté' : roles.map((role) => READERS[role]).join(', ')}`
}
