import { enumerate, plural } from '#kernel/french'

/** What cleaning took away, in the order in which it is said. */
const SAID = {
  image: (count: number) => plural(count, 'image'),
  table: (count: number) =>
    count === 1 ? 'la grille d’un tableau dans un autre' : 'les grilles de tableaux dans d’autres',
  embedded: (count: number) => plural(count, 'contenu intégré', 'contenus intégrés'),
  link: (count: number) => plural(count, 'lien'),
  comment: (count: number) => plural(count, 'commentaire'),
  deleted: () => 'du texte supprimé en suivi des modifications',
  colour: () => 'des couleurs',
  font: () => 'des polices et tailles de caractères',
  alignment: () => 'des alignements',
  underline: () => 'du soulignement',
  strike: () => 'du texte barré, rendu sans la barre',
  form: () => 'des champs de formulaire',
  code: () => 'du code',
} satisfies Record<string, (count: number) => string>

export type Loss = keyof typeof SAID

/** Counts what a cleaning takes away. */
export class Dropped {
  readonly #counts = new Map<Loss, number>()

  add(loss: Loss): void {
    this.#counts.set(loss, (this.#counts.get(loss) ?? 0) + 1)
  }

  /** « 2 images », « des couleurs »: nothing when nothing was lost. */
  words(): string[] {
    const losses = Object.keys(SAID) as Loss[]
    return losses.flatMap((loss) => {
      const count = this.#counts.get(loss)
      return count === undefined ? [] : [SAID[loss](count)]
    })
  }
}

/** « Ce qui a été retiré : 2 images et des couleurs. »; empty when nothing was. */
export const droppedSentence = (words: readonly string[]): string =>
  words.length === 0 ? '' : `Ce qui a été retiré : ${enumerate(words)}.`
