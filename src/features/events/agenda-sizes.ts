export const PAGE_SIZE = 20

/** Counting stops there: « plus de 1 000 dates ». */
export const MOST_COUNTED = 1000

/** In the view by month: shown of a day, and counted of it. */
export const SHOWN_IN_A_DAY = 3
export const MOST_IN_A_DAY = 50
