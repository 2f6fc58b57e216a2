import { HTTP_RULES } from '../serve/http-rules';
import {
  CIPHERS,
  mediaTypes,
  NOTE,
  PLAIN_HEADERS,
  quoted,
  SHARED_PATH,
  TLS_HEADERS,
} from './rules';

/** The generated parts of `deploy/nginx`, by file name. */
export function nginxParts(): Readonly<Record<string, string>> {
  return {
    'ktyper-cache.conf': cacheSnippet(),
    'ktyper-headers.conf': headersSnippet(TLS_HEADERS),
    'ktyper-plain-headers.conf': headersSnippet(PLAIN_HEADERS),
    'ktyper-tls.conf': tlsSnippet(),
    'ktyper-types.conf': typesSnippet(),
  };
}

/** What every response carries, errors included. */
function headersSnippet(headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(
    ([name, value]) => `add_header ${name} ${quoted(value)} always;`,
  );
  return text([...lines, 'add_header Cache-Control $ktyper_cache always;']);
}

/** The media types of the app's files. */
function typesSnippet(): string {
  const types = mediaTypes().map(({ type, names }) => `    ${type} ${names.join(' ')};`);
  // nginx has text/html among them by itself, and warns of it when it is named.
  const utf8 = HTTP_RULES.utf8.filter((type) => type !== 'text/html');
  return text([
    'types {',
    ...types,
    '}',
    'default_type application/octet-stream;',
    'charset utf-8;',
    `charset_types ${utf8.join(' ')};`,
  ]);
}

/** How long a browser may keep a response. */
function cacheSnippet(): string {
  const { hashed, other } = HTTP_RULES.cache;
  return text([
    '# A file under assets/ is named after its content. An error there is not, so it is not kept.',
    'map "$status:$uri" $ktyper_cache {',
    `    "~^(?:200|304):(?:/${SHARED_PATH})?/assets/" ${quoted(hashed)};`,
    `    default ${quoted(other)};`,
    '}',
  ]);
}

/** Encryption of which a recording cannot be read with a key that is stolen later. */
function tlsSnippet(): string {
  return text([
    'ssl_protocols TLSv1.2 TLSv1.3;',
    `ssl_ciphers ${CIPHERS.join(':')};`,
    'ssl_prefer_server_ciphers off;',
    'ssl_session_cache shared:ktyper:10m;',
    'ssl_session_tickets off;',
  ]);
}

function text(lines: readonly string[]): string {
  return [`# ${NOTE}`, ...lines, ''].join('\n');
}
