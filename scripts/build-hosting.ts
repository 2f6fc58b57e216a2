import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { hostingFiles } from './hosting/hosting-files';
import { ROOT } from './run-command';
import { say } from './say';

/** `npm run build-hosting`: writes the parts of the servers' configurations that deploy/http.json decides. */
for (const [path, text] of Object.entries(hostingFiles())) {
  await mkdir(dirname(join(ROOT, path)), { recursive: true });
  await writeFile(join(ROOT, path), text);
  say(`${path} written`);
}
