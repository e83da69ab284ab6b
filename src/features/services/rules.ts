/** Where a creator stands, in the words of the home page: une idée, je prépare, je me lance, je développe. */
export const STAGES = ['idea', 'preparation', 'launch', 'growth'] as const
export type Stage = (typeof STAGES)[number]

export const SERVICE_COSTS = ['gratuit', 'payant'] as const
