import { apacheParts } from './apache';
import { caddyRules } from './caddy';
import { webConfig } from './iis';
import { nginxParts } from './nginx';

/** What `npm run build-hosting` writes, by path in the project. */
export function hostingFiles(): Readonly<Record<string, string>> {
  return {
    ...within('deploy/nginx', nginxParts()),
    ...within('deploy/apache', apacheParts()),
    'deploy/caddy/ktyper-rules.caddy': caddyRules(),
    'deploy/iis/web.config': webConfig(),
  };
}

function within(folder: string, files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => [`${folder}/${name}`, text]),
  );
}
