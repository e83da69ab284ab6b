import type { Readable } from 'node:stream'

export type Stored = { key: string; bytes: number; modifiedAt: Date }
export type ByteRange = { start: number; end: number }

/** Where bytes are kept: a folder or a bucket. Keys are ours, never a person’s words. Every method throws `StorageFailure`. */
export type Storage = {
  /** Whole or absent: when this fails, nothing is under `key`. */
  put(key: string, source: Readable | Buffer, bytes: number): Promise<void>
  /** The bytes, or those of `range`, both ends included. */
  get(key: string, range?: ByteRange): Promise<Readable>
  /** Nothing happens when it is not there. */
  delete(key: string): Promise<void>
  /** Everything whose key begins with `prefix`. */
  list(prefix: string): AsyncIterable<Stored>
}

export type StorageTrouble = 'missing' | 'full' | 'away'

/** The bytes cannot be had or kept now: 503 for whoever asked, since the same request may succeed later. */
export class StorageFailure extends Error {
  readonly statusCode = 503
  readonly trouble: StorageTrouble

  constructor(trouble: StorageTrouble, cause?: unknown) {
    super(`storage: ${trouble}`, { cause })
    this.name = 'StorageFailure'
    this.trouble = trouble
  }
}
