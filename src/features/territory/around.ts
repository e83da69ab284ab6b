/** Across the border of a département, how far somebody still goes. Kilometres. */
export const ACROSS = 30
