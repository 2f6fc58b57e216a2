import { HTTP_RULES } from '../serve/http-rules';
import {
  ADDRESS,
  mediaTypes,
  NOTE,
  PLAIN_HEADERS,
  quoted,
  TLS_HEADERS,
  withCharset,
} from './rules';

/** `deploy/caddy/ktyper-rules.caddy`: the parts that the site's file imports. */
export function caddyRules(): string {
  const { hashed, other } = HTTP_RULES.cache;
  return [
    `# ${NOTE}`,
    '(ktyper-plain-headers) {',
    ...headers(PLAIN_HEADERS),
    '}',
    '',
    '(ktyper-site) {',
    '    tls {',
    '        protocols tls1.2 tls1.3',
    '    }',
    ...headers(TLS_HEADERS),
    '    route {',
    '        @write not method GET HEAD',
    '        respond @write 405',
    '        # The whole file is sent always: nothing here is read in parts.',
    '        request_header -Range',
    "        # The last part of a file's path has a dot in it; that of an address of the app has none.",
    `        @address path_regexp ${ADDRESS}`,
    '        rewrite @address /index.html',
    ...mediaTypes().flatMap(({ type, names }) => {
      const matcher = `@${names[0]}`;
      const paths = names.map((name) => `*.${name}`).join(' ');
      return [
        `        ${matcher} path ${paths}`,
        `        header ${matcher} Content-Type ${quoted(withCharset(type))}`,
      ];
    }),
    '        # A file under assets/ is named after its content. An error there is not, so it is not kept.',
    '        @hashed {',
    '            path /assets/*',
    '            file',
    '        }',
    `        header @hashed Cache-Control ${quoted(hashed)}`,
    '        @gone not file',
    '        header @gone -Content-Type',
    '        file_server {',
    '            precompressed gzip',
    '            disable_canonical_uris',
    '        }',
    '    }',
    '}',
    '',
  ].join('\n');

  function headers(values: Readonly<Record<string, string>>): string[] {
    return [
      '    header {',
      ...Object.entries(values).map(([name, value]) => `        ${name} ${quoted(value)}`),
      `        Cache-Control ${quoted(other)}`,
      '    }',
      '    # Apart, as with it all of the above would be set last, over what is set below.',
      '    header -Server',
    ];
  }
}
