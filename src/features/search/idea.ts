/**
 * One thing that is looked for: alternatives, each one word or several that go together, without accents. A text has the
 * idea when it has one of them. The first is what was typed.
 */
export type Idea = readonly string[]
