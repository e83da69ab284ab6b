import { slugOf } from '#kernel/slug'

const FIRST = [
  'Camille',
  'Zoé',
  'Inès',
  'Mehdi',
  'Léa',
  'Thomas',
  'Aïcha',
  'Julien',
  'Chloé',
  'Noël',
  'Fatou',
  'Hugo',
  'Élodie',
  'Yanis',
  'Maëlle',
  'Loïc',
  'Nadia',
  'Benoît',
  'Anaïs',
  'Karim',
]
const LAST = [
  'Dupré',
  'Martin',
  'N’Guessan',
  'Bernard',
  'Garcia',
  'Lefèvre',
  'Moreau',
  'Da Silva',
  'Rousseau',
  'Benali',
  'Faure',
  'Girard',
  'Ünal',
  'Chevalier',
  'Perrin',
  'Diallo',
  'Roux',
  'Marchand',
  'Nguyen',
]

/** An invented person, the same for the same number. */
export function personName(seed: number): { name: string; email: string; phone: string } {
  const first = FIRST[seed % FIRST.length] ?? ''
  const last = LAST[(seed * 7 + Math.floor(seed / FIRST.length)) % LAST.length] ?? ''
  const phone = `+33 6 00 ${String(seed % 100).padStart(2, '0')} ${String((seed * 13) % 100).padStart(2, '0')} ${String((seed * 29) % 100).padStart(2, '0')}`
  return { name: `${first} ${last}`, email: `${slugOf(first)}.${slugOf(last)}.${seed}@exemple.test`, phone }
}
