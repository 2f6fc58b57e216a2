import { readFileSync } from 'node:fs';
import sax from 'sax';
import { describe, expect, it } from 'vitest';
import { hostingFiles } from '../../../scripts/hosting/hosting-files';
import { quoted } from '../../../scripts/hosting/rules';
import { HTTP_RULES, securityHeaders } from '../../../scripts/serve/http-rules';

function shipped(path: string): string {
  return readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
}

it.each(Object.entries(hostingFiles()))(
  '%s agrees with deploy/http.json (if not: npm run build-hosting)',
  (path, text) => {
    expect(shipped(path)).toBe(text);
  },
);

describe('deploy/nginx', () => {
  it('adds no header in a location that contains others, which would lose all of them', () => {
    const text = (
      shipped('deploy/nginx/ktyper-site.conf') + shipped('deploy/nginx/ktyper.conf')
    ).replace(/^\s*#.*$/gm, '');
    const locations = text.match(/location [^{]*\{[^}]*\}/g) ?? [];
    expect(locations.length).toBeGreaterThanOrEqual(4);
    for (const location of locations) expect(location).not.toMatch(/add_header|-headers/);
  });
});

describe('deploy/iis/web.config', () => {
  interface Tag {
    readonly name: string;
    readonly attributes: Readonly<Record<string, string>>;
  }
  const tags: Tag[] = [];
  const parser = sax.parser(true, { strictEntities: true, position: false });
  parser.onopentag = (tag) => void tags.push(tag as Tag);
  parser.write(shipped('deploy/iis/web.config'));
  const found = (name: string) =>
    tags.filter((tag) => tag.name === name).map(({ attributes }) => attributes);

  it('is XML with every header', () => {
    const sent = Object.fromEntries(
      found('add').map(({ name = '', value = '' }): [string, string] => [name, value]),
    );
    expect(sent).toEqual(expect.objectContaining(securityHeaders({ tls: true })));
  });

  it('has every media type, once', () => {
    const types = found('mimeMap').map(({ fileExtension }) => fileExtension);
    expect(types.toSorted()).toEqual(
      Object.keys(HTTP_RULES.types)
        .map((name) => `.${name}`)
        .toSorted(),
    );
  });
});

it.each(['a"b', 'a\\b', '$a', '%{a}', 'a\nb'])(
  'contains no value that a server would parse differently: %j',
  (value) => {
    expect(() => quoted(value)).toThrow('read this otherwise');
  },
);
