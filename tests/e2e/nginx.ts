import { execFile } from 'node:child_process';
import { copyFile, mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DIST } from './app';
import {
  DEPLOY,
  edit,
  makePlace,
  runServer,
  type RunningServer,
  type ServerPlace,
} from './server-process';

export interface RunningNginx extends RunningServer {
  /** The output of `nginx -t` for the configuration. */
  readonly tested: string;
}

/**
 * Starts a real nginx with the configuration in `deploy/nginx`, the built app as its root, free ports, and a
 * new certificate.
 */
export async function startNginx(nginx: string, openssl: string): Promise<RunningNginx> {
  const place = await makePlace(openssl, 'nginx');
  await copySnippets(place);
  await edit(join(place.folder, 'snippets/ktyper-site.conf'), [['/var/www/ktyper;', `"${DIST}";`]]);
  // The shipped site, in which only ports, root and certificate are changed.
  await copyFile(join(DEPLOY, 'nginx/ktyper.conf'), join(place.folder, 'ktyper.conf'));
  await edit(join(place.folder, 'ktyper.conf'), [
    ['listen 80;', `listen 127.0.0.1:${place.httpPort};`],
    ['listen [::]:80;', ''],
    ['listen 443 ssl;', `listen 127.0.0.1:${place.httpsPort} ssl;`],
    ['listen [::]:443 ssl;', ''],
    ['/etc/letsencrypt/live/ktyper.example.org/fullchain.pem', place.certificate],
    ['/etc/letsencrypt/live/ktyper.example.org/privkey.pem', place.key],
  ]);
  return start(nginx, place, ['include ktyper.conf;']);
}

/** Starts a host with other content, which serves ktyper at `/ktyper/` by `ktyper-location.conf` alone. */
export async function startSharedNginx(nginx: string, openssl: string): Promise<RunningNginx> {
  const place = await makePlace(openssl, 'nginx');
  await copySnippets(place);
  await mkdir(join(place.folder, 'www'));
  await symlink(DIST, join(place.folder, 'www/ktyper'));
  await edit(join(place.folder, 'snippets/ktyper-location.conf'), [
    ['root /var/www;', `root "${join(place.folder, 'www')}";`],
  ]);
  const site = [
    `listen 127.0.0.1:${place.httpsPort} ssl;`,
    `ssl_certificate ${place.certificate};`,
    `ssl_certificate_key ${place.key};`,
    'server_tokens off;',
    'add_header X-Of-This-Host yes always;',
    'location / { return 200 other; }',
    // A rule that many hosts have for their own scripts.
    'location ~* \\.(?:css|js|png|svg)$ { expires 30d; return 200 other; }',
    'include snippets/ktyper-location.conf;',
  ];
  return start(nginx, place, [
    'include snippets/ktyper-cache.conf;',
    `server { listen 127.0.0.1:${place.httpPort}; return 204; }`,
    `server { ${site.join('\n')} }`,
  ]);
}

async function copySnippets({ folder }: ServerPlace): Promise<void> {
  await mkdir(join(folder, 'snippets'));
  for (const name of await readdir(join(DEPLOY, 'nginx'))) {
    if (name !== 'ktyper.conf') {
      await copyFile(join(DEPLOY, 'nginx', name), join(folder, 'snippets', name));
    }
  }
}

async function start(
  nginx: string,
  place: ServerPlace,
  site: readonly string[],
): Promise<RunningNginx> {
  const { folder } = place;
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `    ${kind}_temp_path ${join(folder, kind)};`,
  );
  const main = [
    // The built app may be in a folder that only root can read.
    process.getuid?.() === 0 ? 'user root;' : '',
    'daemon off;',
    `pid ${join(folder, 'nginx.pid')};`,
    'events {}',
    'http {',
    '    access_log off;',
    ...temporary,
    ...site,
    '}',
    '',
  ];
  await writeFile(join(folder, 'nginx.conf'), main.join('\n'));
  const args = ['-e', join(folder, 'error.log'), '-p', folder, '-c', 'nginx.conf'];
  const { stderr } = await promisify(execFile)(nginx, ['-t', ...args]);
  return { ...(await runServer(place, nginx, args)), tested: stderr };
}
