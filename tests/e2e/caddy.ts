import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { DIST } from './app';
import { DEPLOY, edit, makePlace, runServer, type RunningServer } from './server-process';

/** Starts a real Caddy with the configuration in `deploy/caddy`, like `startNginx`. */
export async function startCaddy(caddy: string, openssl: string): Promise<RunningServer> {
  const place = await makePlace(openssl, 'caddy');
  const { folder, httpPort, httpsPort } = place;
  await cp(join(DEPLOY, 'caddy'), folder, { recursive: true });
  const file = join(folder, 'Caddyfile');
  await edit(file, [
    [
      'import ktyper-rules.caddy',
      `{
         admin off
         http_port ${httpPort}
         https_port ${httpsPort}
         default_bind 127.0.0.1
         default_sni ktyper.example.org
         skip_install_trust
       }
       import ktyper-rules.caddy`,
    ],
    ['    import ktyper-site', `    tls ${place.certificate} ${place.key}\n    import ktyper-site`],
    ['/var/www/ktyper', DIST],
  ]);
  const args = ['run', '--config', file, '--adapter', 'caddyfile'];
  return runServer(place, caddy, args, { XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder });
}
