/** One record of a file, with the line it starts on; `broken` says why it cannot be read. */
export type SourceRow = { line: number; values: Record<string, unknown> } | { line: number; broken: string }

/** The file cannot be read on: what is wrong, and where. */
export class UnreadableFile extends Error {}
