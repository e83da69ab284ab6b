export const PAGE_SIZE = 20

/** Counting stops there: « plus de 1 000 dates ». */
export const MOST_COUNTED = 1000
