const bundled = (name) => (args) => ['--enable-source-maps', `dist/server/${name}.js`, ...args]
const production = { NODE_ENV: 'production' }

/** What each command runs; `bundle`: on the built server, which is built again when its sources changed. */
export const commands = {
  start: {
    bundle: true,
    run: bundled('start'),
    usage: 'npm start',
    text: 'Everything on this machine: database, demo data, site, worker and mailbox. Ctrl-C stops it all.',
  },
  dev: {
    run: (args) => ['src/main/dev.ts', ...args],
    usage: 'npm run dev',
    text: 'As npm start, and what is changed in src is seen at the next page.',
  },
  web: {
    bundle: true,
    run: bundled('web'),
    env: production,
    usage: 'npm run web',
    text: 'The site alone, in production: settings from the environment, no demo data.',
  },
  worker: {
    bundle: true,
    run: bundled('worker'),
    env: production,
    usage: 'npm run worker',
    text: 'The worker alone, in production: mails, waiting lists, nightly tasks.',
  },
  migrate: {
    bundle: true,
    run: bundled('migrate'),
    usage: 'npm run migrate',
    text: 'Brings the database (DATABASE_URL, else the embedded one) to this version.',
  },
  import: {
    bundle: true,
    run: bundled('import'),
    usage:
      'npm run import -- FILE [--dry-run] [--skip-errors] [--source NAME] [--licence lov2|odbl] [--date 2026-11-24]',
    details: `
  --dry-run      reports what would change, writes nothing
  --skip-errors  leaves lines in error aside instead of refusing the whole file
  --source       name of the source, for lines that do not say theirs; numbers are unique within a source
  --licence      lov2 (Licence Ouverte 2.0, the default) or odbl
  --date         when the source was published, for lines that do not say it

FILE is JSON (an array of objects, or one object per line) or CSV (, ; or tab; UTF-8, UTF-8 with BOM or windows-1252),
gzipped or not. Columns are those of data.inclusion v1 or v0; a CSV needs « id » and « nom », and may have: siret, sigle,
adresse, complement_adresse, code_postal, commune, code_insee, latitude, longitude, telephone, courriel, site_web,
description, horaires_accueil, types, reseaux_porteurs, publics, source, date_maj, lien_source (several values in a cell are
separated by |). The files of France services and of Hinaura are known by their own columns. With « structure_id » the lines
are services of structures already imported.`,
    text: 'Imports structures and services: data.inclusion (v0, v1) or CSV. Reports one line per error; all or nothing.',
  },
  administrator: {
    bundle: true,
    run: bundled('administrator'),
    usage: 'npm run administrator -- ADDRESS',
    text: 'Makes an administrator, the first one included: a link to choose a password is mailed to the address.',
  },
  bounce: {
    bundle: true,
    run: bundled('bounce'),
    env: production,
    usage: 'npm run bounce [-- FILE]',
    details: `
The message is read from standard input, as an alias of a mail server gives it: « |npm run --silent bounce ». It ends with 0
whatever the message is, so that nothing is ever sent back, and with 75 (try again later) while the database is away.`,
    text: 'Takes a message that came back to MAIL_FROM: a dead address is shown to organisers.',
  },
  retention: {
    bundle: true,
    run: bundled('retention'),
    env: production,
    usage: 'npm run retention [-- --whole]',
    details: `
  --whole  does it though the clock jumped, or though more rows are due than a day explains: someone looked, and wants it`,
    text: 'Makes old registrations anonymous, as the worker does each day; says why when it stopped.',
  },
  prove: {
    bundle: true,
    run: (args) => ['scripts/prove.mjs', ...args],
    usage: 'npm run prove [-- NAME]',
    text: 'Runs the long proofs and prints a table of the figures reached; fails when one is missed.',
  },
  bench: {
    bundle: true,
    run: (args) => ['bench/bench.ts', ...args],
    env: production,
    usage: 'npm run bench',
    text: 'Measures pages and registrations against nginx serving the same bytes.',
  },
  docs: {
    run: (args) => ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', 'tests/guards/docs', '-u', ...args],
    usage: 'npm run docs',
    text: 'Writes MAP.md, docs/schema.md, docs/addresses.md, docs/feature-ids.md and the README’s table of settings again.',
  },
  features: {
    run: (args) => ['scripts/features.ts', ...args],
    usage: 'npm run features [-- REG EVT-1 …]',
    text: 'Prints every feature id with its rules and its tests.',
  },
  test: {
    usage: 'npm test [-- FILTER]',
    text: 'Types, lint, boundaries, unit, integration and browser tests; with FILTER, only the tests of these files.',
  },
}

export function usageOf(name) {
  const command = commands[name]
  if (command) return `Usage: ${command.usage}\n${command.text}\n${command.details ?? ''}`.trimEnd()
  const lines = Object.entries(commands).map(([name, { text }]) => `  ${name.padEnd(9)} ${text}`)
  return `Usage: node scripts/run.mjs COMMAND [--help]\n${lines.join('\n')}`
}
