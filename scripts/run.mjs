// The way into every command: `node scripts/run.mjs start`. Runs on any Node from 20 on, without any package, since it
// installs them, with the Node that the project is made for.
import { argv, chdir, exit } from 'node:process'
import { fileURLToPath } from 'node:url'
import { buildWhenNeeded } from './build.mjs'
import { runNode } from './child.mjs'
import { commands, usageOf } from './commands.mjs'
import { installWhenNeeded } from './install.mjs'
import { runTests } from './tests.mjs'

chdir(fileURLToPath(new URL('..', import.meta.url)))
const [name = '', ...args] = argv.slice(2)
const command = commands[name]
if (!command || args.includes('--help') || args.includes('-h')) {
  console.log(usageOf(name))
  exit(command || name === '' || name === '--help' ? 0 : 1)
}
try {
  await installWhenNeeded()
  if (command.bundle) await buildWhenNeeded()
  exit(name === 'test' ? await runTests(args) : await runNode(command.run(args), command.env))
} catch (error) {
  console.error(error.message)
  exit(1)
}
