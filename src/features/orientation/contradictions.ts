// Answers that hardly go together: nothing is refused, it is said, and how to mend it.
import type { Criteria } from './criteria.ts'

export function contradictionsIn({ stage, needs, situations, remote, commune }: Criteria): string[] {
  const isBefore = stage === 'idea' || stage === 'preparation'
  const grown = needs.filter((need) => need === 'developper' || need === 'rebondir')
  return [
    ...(isBefore && grown.length > 0
      ? [
          'Vous n’avez pas encore créé et cherchez de l’aide pour une entreprise qui existe : nous montrons les deux. Retirez l’étape ou le besoin pour préciser.',
        ]
      : []),
    ...(situations.includes('jeune') && situations.includes('retraite')
      ? ['Vous avez dit « moins de 30 ans » et « retraité » : retirez l’un des deux pour des réponses plus justes.']
      : []),
    ...(remote === 'no' && commune === ''
      ? ['Vous cherchez sur place, sans dire où : ajoutez votre commune, et le plus proche viendra d’abord.']
      : []),
  ]
}
