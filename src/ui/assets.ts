/** Where the built files are served. `island` gives the script that enhances `data-island="name"`, if it was built. */
export type Assets = {
  stylesheet: string
  fonts: readonly string[]
  icon?: string
  island(name: string): string | undefined
}
