import { parseArgs } from 'node:util';
import { listen } from './serve/listen';
import { createStaticServer } from './serve/static-server';
import { say } from './say';

/** `npm run serve -- [--port N] [--folder dist]`: serves the built app on this computer. */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: process.env['PORT'] ?? '4173' },
    folder: { type: 'string', default: 'dist' },
  },
});

const wanted = Number(values.port);
if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65535) {
  say(`--port takes a number from 0 to 65535, and got "${values.port}".`);
  process.exit(2);
}
const base = process.env['KTYPER_BASE'] ?? '/';
say(`Serving the app in ${values.folder} with its security headers, to this computer only ...`);
const port = await listen(createStaticServer(values.folder, base), wanted);
if (wanted !== 0 && port !== wanted) say(`Port ${wanted} is taken, so it is another one.`);
say(`ktyper is at http://localhost:${port}${base} (Ctrl+C ends it).`);
