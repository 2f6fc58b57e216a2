import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DIST } from './app';
import { DEPLOY, edit, makePlace, runServer, type RunningServer } from './server-process';

/** Folder of the modules in Debian's package. */
const MODULES = '/usr/lib/apache2/modules';
/** Modules that Debian's package loads by default, and the three that docs/hosting.md switches on. */
const LOADED = ['authz_core', 'dir', 'mime', 'mpm_event', 'headers', 'rewrite', 'ssl', 'alias'];

/** Starts a real Apache with the configuration in `deploy/apache`, like `startNginx`. */
export async function startApache(apache: string, openssl: string): Promise<RunningServer> {
  const place = await makePlace(openssl, 'apache');
  const { folder, httpPort, httpsPort } = place;
  await cp(join(DEPLOY, 'apache'), join(folder, 'ktyper'), { recursive: true });
  await edit(join(folder, 'ktyper/ktyper.conf'), [
    ['*:80', `127.0.0.1:${httpPort}`],
    ['*:443', `127.0.0.1:${httpsPort}`],
    ['/var/www/html', folder],
    ['/var/www/ktyper', DIST],
    ['/etc/letsencrypt/live/ktyper.example.org/fullchain.pem', place.certificate],
    ['/etc/letsencrypt/live/ktyper.example.org/privkey.pem', place.key],
  ]);
  const main = [
    `ServerRoot "${folder}"`,
    ...LOADED.map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`),
    `PidFile "${join(folder, 'apache.pid')}"`,
    `DefaultRuntimeDir "${folder}"`,
    `ErrorLog "${join(folder, 'error.log')}"`,
    // Apache does not serve as root, and the built app may be in a folder that only root can read.
    ...(process.getuid?.() === 0 ? ['User www-data', 'Group www-data'] : []),
    'TypesConfig /etc/mime.types',
    `Listen 127.0.0.1:${httpPort}`,
    `Listen 127.0.0.1:${httpsPort}`,
    'Include ktyper/ktyper.conf',
    '',
  ];
  await writeFile(join(folder, 'apache.conf'), main.join('\n'));
  return runServer(place, apache, ['-D', 'FOREGROUND', '-f', join(folder, 'apache.conf')]);
}
