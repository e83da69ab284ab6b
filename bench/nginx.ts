import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { freePort, type Running, SERVER_CORE, start, untilAnswers } from './processes.ts'
import type { Answered } from './requests.ts'

/** Headers that nginx writes by itself, or that describe one connection. */
const OWN = new Set(['connection', 'keep-alive', 'date', 'content-length', 'content-type', 'transfer-encoding', 'etag'])

/**
 * The rival: nginx, one process, at its best (open files kept, sendfile, no log), giving the very answers of the site as
 * files: same bytes, same encoding, same headers.
 */
export async function startNginx(
  folder: string,
  answers: ReadonlyMap<string, Answered>,
): Promise<{ address: string; pathOf(name: string): string; process: Running }> {
  const port = await freePort()
  const home = join(folder, 'nginx')
  await mkdir(home)
  await chmod(home, 0o755)
  for (const [name, { body }] of answers) await writeFile(join(home, name), body)
  await writeFile(join(home, 'nginx.conf'), configuration(home, port, answers))
  const nginx = start(SERVER_CORE, ['nginx', '-p', home, '-c', join(home, 'nginx.conf'), '-e', 'stderr'])
  await untilAnswers(`http://127.0.0.1:${port}/home`, nginx)
  return { address: `http://127.0.0.1:${port}`, pathOf: (name) => `/${name}`, process: nginx }
}

function configuration(home: string, port: number, answers: ReadonlyMap<string, Answered>): string {
  const locations = [...answers].map(([name, { headers }]) => {
    const added = Object.entries(headers)
      .filter(([header]) => !OWN.has(header))
      .map(([header, value]) => `add_header ${header} "${String(value)}";`)
    return `location = /${name} { ${added.join(' ')} }`
  })
  return `daemon off;
master_process off;
pid ${join(home, 'pid')};
events { worker_connections 512; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 100000000;
  open_file_cache max=100;
  gzip off;
  default_type "text/html; charset=utf-8";
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((part) => `${part}_temp_path ${home}/${part};`).join('\n  ')}
  server {
    listen 127.0.0.1:${port};
    root ${home};
    ${locations.join('\n    ')}
  }
}
`
}
