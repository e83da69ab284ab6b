import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { env, getuid } from 'node:process'
import { runNode } from './child.mjs'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The browser of the tests: the one on the machine, else Debian’s when root, else Playwright’s. */
export async function findChromium() {
  const present = () => [env.CHROMIUM, ...PLACES].find((place) => place && existsSync(place))
  if (present()) return present()
  if (getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const run = (...args) =>
      spawnSync('apt-get', args, { stdio: 'inherit', env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } })
    console.log('Installing Chromium…')
    run('update', '-q')
    run('install', '-y', '-q', '--no-install-recommends', 'chromium')
    if (present()) return present()
  }
  await runNode(['node_modules/playwright-core/cli.js', 'install', 'chromium'])
  const { chromium } = await import('playwright-core')
  return chromium.executablePath()
}
