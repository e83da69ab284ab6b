import { z } from 'zod'

z.config(z.locales.fr())

const port = z.coerce.number().int().min(0).max(65535)
const optional = z.string().trim().min(1).optional()

/** Every setting of the environment; the README's table is generated from here. Absent or empty means the default. */
export const settingsSchema = z.object({
  PORT: port.default(3000).describe('port of the site'),
  HOST: z.string().min(1).default('127.0.0.1').describe('address that the site listens on'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('address that people type; every link in a page or a mail begins with it (http://localhost:PORT)'),
  DATA_DIR: z.string().min(1).default('./var').describe('folder of the embedded database, files and mails of the demo'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'doit commencer par postgres://')
    .optional()
    .describe('a PostgreSQL server; absent: the embedded one, under DATA_DIR'),
  DATABASE_POOL: z.coerce
    .number()
    .int()
    .min(2)
    .max(200)
    .default(20)
    .describe('connections to the database, per process'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'doit commencer par smtp:// ou smtps://')
    .optional()
    .describe('mail relay; absent: the mailbox of the demo'),
  MAILBOX_PORT: port.default(1080).describe('port of the demo’s mailbox (web)'),
  MAIL_FROM: z
    .string()
    .min(3)
    .default('Je crée dans ma région <ne-pas-repondre@jecreedansmaregion.example>')
    .describe('sender of every mail'),
  CONTACT_MAIL: z.email().default('contact@jecreedansmaregion.example').describe('who receives what `/contact` sends'),
  SECRET: z
    .string()
    .min(32)
    .optional()
    .describe('signs sessions and hashes tokens; 32 characters at least; absent: made once and kept in DATA_DIR'),
  FILES_URL: z
    .string()
    .regex(
      /^(file:|s3:\/\/[^?]+\?.*endpoint=)/,
      'doit être `file:DOSSIER` ou `s3://CLÉ:SECRET@bucket?endpoint=ADRESSE`',
    )
    .optional()
    .describe(
      'where the files people send are kept: `file:` folder or `s3://KEY:SECRET@bucket?endpoint=…&region=…`; absent: DATA_DIR/files',
    ),
  CLAMAV_URL: z
    .string()
    .regex(/^(tcp:\/\/[^/:]+:\d+|unix:\/.+)$/, 'doit être `tcp://HÔTE:PORT` ou `unix:/CHEMIN`')
    .optional()
    .describe('clamd that looks at each file sent, `tcp://host:3310` or `unix:/path`; absent: files are not scanned'),
  GEOCODER_URL: z
    .union([z.literal('embedded'), z.url({ protocol: /^https?$/ })])
    .default('https://data.geopf.fr/geocodage')
    .describe('geocoder (IGN Géoplateforme), or `embedded`: communes only'),
  MAP_TILES_URL: optional.describe('tiles of maps, `{z}/{x}/{y}`; absent: outlines from the site’s own data'),
  TRUSTED_PROXIES: optional.describe('addresses of the proxies whose X-Forwarded-For is believed, with commas'),
  METRICS_TOKEN: z
    .string()
    .min(32)
    .optional()
    .describe(
      'what `/metriques` asks for (`Authorization: Bearer …`), 32 characters at least; absent: it answers on the loopback alone',
    ),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('how much is logged'),
})

export type Settings = z.infer<typeof settingsSchema> & { PUBLIC_URL: string }

class WrongSettings extends Error {}

/** Reads the environment. Throws `WrongSettings`, whose message names each wrong setting, so that the start stops there. */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  )
  const read = settingsSchema.safeParse(given)
  if (!read.success) {
    const lines = read.error.issues.map((issue) => `  ${issue.path.join('.')} : ${issue.message}`)
    throw new WrongSettings(`Réglage refusé :\n${lines.join('\n')}`)
  }
  const settings = read.data
  const publicUrl = (settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`).replace(/\/+$/, '')
  return { ...settings, PUBLIC_URL: publicUrl }
}
