// `toMatchObject` sees no property in an instant, and would find any two alike.
import { expect } from 'vitest'

expect.addEqualityTesters([
  (one: unknown, other: unknown) =>
    one instanceof Temporal.Instant && other instanceof Temporal.Instant ? one.equals(other) : undefined,
])
