import { HTTP_RULES } from '../serve/http-rules';
import {
  ADDRESS,
  CIPHERS,
  COMPRESSED,
  mediaTypes,
  NOTE,
  PLAIN_HEADERS,
  quoted,
  TLS_HEADERS,
} from './rules';

/** The generated parts of `deploy/apache`, by file name. */
export function apacheParts(): Readonly<Record<string, string>> {
  return {
    'ktyper-headers.conf': headers(TLS_HEADERS),
    'ktyper-plain-headers.conf': headers(PLAIN_HEADERS),
    'ktyper-files.conf': files(),
    'ktyper-tls.conf': tls(),
  };
}

/** What every response carries, errors included. */
function headers(values: Readonly<Record<string, string>>): string {
  const { hashed, other } = HTTP_RULES.cache;
  const found = "%{REQUEST_STATUS} in {'200','304'} && %{REQUEST_URI} =~ m#^(?:/[^/]+)?/assets/#";
  return text([
    ...Object.entries(values).map(([name, value]) => `Header always set ${name} ${quoted(value)}`),
    '# A file under assets/ is named after its content. An error there is not, so it is not kept.',
    `Header always set Cache-Control ${quoted(other)}`,
    `Header always set Cache-Control ${quoted(hashed)} "expr=${found}"`,
  ]);
}

/** For the `<Directory>` of the app's files. */
function files(): string {
  const compressed = COMPRESSED.join('|');
  return text([
    'Options -Indexes -MultiViews +FollowSymLinks',
    'AllowOverride None',
    'Require all granted',
    'DirectorySlash Off',
    '# The whole file is sent always: nothing here is read in parts.',
    'MaxRanges none',
    'FileETag MTime Size',
    '',
    ...mediaTypes().flatMap(({ type, names }) => {
      const dotted = names.map((name) => `.${name}`).join(' ');
      const charset = HTTP_RULES.utf8.includes(type) ? [`AddCharset utf-8 ${dotted}`] : [];
      return [`AddType ${type} ${dotted}`, ...charset];
    }),
    '# Compressed files are made by the build and sent as they are.',
    'AddEncoding gzip .gz',
    'RemoveType .gz',
    '',
    'RewriteEngine On',
    'RewriteCond %{REQUEST_METHOD} !^(?:GET|HEAD)$',
    'RewriteRule ^ - [R=405,L]',
    "# The last part of a file's path has a dot in it; that of an address of the app has none.",
    `RewriteRule ${ADDRESS} index.html [L]`,
    'RewriteCond %{HTTP:Accept-Encoding} \\bgzip\\b',
    'RewriteCond %{REQUEST_FILENAME}.gz -f',
    `RewriteRule ^(.+\\.(?:${compressed}))$ $1.gz [END]`,
    `<FilesMatch "\\.(?:${compressed})(?:\\.gz)?$">`,
    '    Header always set Vary "Accept-Encoding"',
    '</FilesMatch>',
  ]);
}

/** Encryption of which a recording cannot be read with a key that is stolen later. */
function tls(): string {
  return text([
    'SSLEngine on',
    'SSLProtocol -all +TLSv1.2 +TLSv1.3',
    `SSLCipherSuite ${CIPHERS.join(':')}`,
    'SSLHonorCipherOrder off',
    'SSLSessionTickets off',
  ]);
}

function text(lines: readonly string[]): string {
  return [`# ${NOTE}`, ...lines, ''].join('\n');
}
