import { HTTP_RULES, securityHeaders } from '../serve/http-rules';

const NOTE =
  '# Written by `npm run build-nginx` from deploy/http.json, which the local server reads as well.';

/** `deploy/nginx/ktyper-headers.conf`: what every response carries, errors included. */
export function headersSnippet(): string {
  const lines = Object.entries(securityHeaders({ tls: true })).map(
    ([name, value]) => `add_header ${name} ${quoted(value)} always;`,
  );
  return [NOTE, ...lines, ''].join('\n');
}

/** `deploy/nginx/ktyper-types.conf`: the media types of the app's files. */
export function typesSnippet(): string {
  const extensions = new Map<string, string[]>();
  for (const [extension, type] of Object.entries(HTTP_RULES.types)) {
    extensions.set(type, [...(extensions.get(type) ?? []), extension]);
  }
  const types = [...extensions].map(([type, names]) => `    ${type} ${names.join(' ')};`);
  return [
    NOTE,
    'types {',
    ...types,
    '}',
    'default_type application/octet-stream;',
    'charset utf-8;',
    `charset_types ${HTTP_RULES.utf8.join(' ')};`,
    '',
  ].join('\n');
}

/** `deploy/nginx/ktyper-cache.conf`: how long a browser may keep a response. */
export function cacheSnippet(): string {
  const { hashed, other } = HTTP_RULES.cache;
  return [
    NOTE,
    '# A file under assets/ is named after its content. An error there is not, so it is not kept.',
    'map "$status:$uri" $ktyper_cache {',
    `    ${quoted('~^(?:200|304):/assets/')} ${quoted(hashed)};`,
    `    default ${quoted(other)};`,
    '}',
    '',
  ].join('\n');
}

function quoted(value: string): string {
  if (/["\\$]/.test(value)) throw new Error(`nginx would read this otherwise: ${value}`);
  return `"${value}"`;
}
