import { cellsAround } from '#features/search/asked.ts'
import type { AskedPlace } from './facts.ts'

/** The squares of the index of search around a place. */
export const squaresAround = ({ latitude, longitude }: AskedPlace): string[] => cellsAround({ latitude, longitude })
