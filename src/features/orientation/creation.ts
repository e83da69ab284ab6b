/** The kinds of structures whose trade is to support creators. */
export const CREATION_KINDS = ['reseau-creation', 'financeur', 'chambre-consulaire', 'cooperative'] as const
