import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheSnippet, headersSnippet, typesSnippet } from './nginx/snippets';
import { ROOT } from './run-command';
import { say } from './say';

/** `npm run build-nginx`: writes the parts of the nginx configuration that deploy/http.json decides. */
const parts = {
  'ktyper-cache.conf': cacheSnippet(),
  'ktyper-headers.conf': headersSnippet(),
  'ktyper-types.conf': typesSnippet(),
};
for (const [name, text] of Object.entries(parts)) {
  await writeFile(join(ROOT, 'deploy/nginx', name), text);
  say(`deploy/nginx/${name} written`);
}
