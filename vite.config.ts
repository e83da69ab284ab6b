import { existsSync, globSync } from 'node:fs'
import { basename } from 'node:path'
import { defineConfig } from 'vite'

const out = process.env.BUILD_DIR ?? 'dist'
const commands = Object.fromEntries(globSync('src/main/*.ts').map((file) => [basename(file, '.ts'), file]))
const browser = [...globSync('src/**/islands/*.ts'), 'src/ui/site.css'].filter((file) => existsSync(file))

/** Two builds: what browsers load (`client`, with a manifest), and one bundle per command of the server (`ssr`). */
export default defineConfig(({ command }) => ({
  appType: 'custom',
  publicDir: false,
  builder: {},
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  environments: {
    client: {
      build: {
        outDir: `${out}/client`,
        manifest: true,
        assetsInlineLimit: 0,
        modulePreload: false,
        rolldownOptions: { input: browser },
      },
    },
    ssr: {
      resolve: {
        noExternal: command === 'build' || undefined,
        external: ['pg', 'graphile-worker', 'maildev', 'vite', 'sharp', 'pdfkit'],
      },
      build: {
        outDir: `${out}/server`,
        ssr: true,
        target: 'node26',
        sourcemap: true,
        rolldownOptions: { input: commands },
      },
    },
  },
}))
