import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cacheSnippet, headersSnippet, typesSnippet } from '../../../scripts/nginx/snippets';

function shipped(name: string): string {
  return readFileSync(new URL(`../../../deploy/nginx/${name}`, import.meta.url), 'utf8');
}

describe('deploy/nginx', () => {
  it('says what deploy/http.json says (if not: npm run build-nginx)', () => {
    expect(shipped('ktyper-cache.conf')).toBe(cacheSnippet());
    expect(shipped('ktyper-headers.conf')).toBe(headersSnippet());
    expect(shipped('ktyper-types.conf')).toBe(typesSnippet());
  });

  it('adds no header inside a location, which would drop all inherited ones', () => {
    const text = (shipped('ktyper-site.conf') + shipped('ktyper.conf')).replace(/^\s*#.*$/gm, '');
    const locations = text.match(/location [^{]*\{[^}]*\}/g) ?? [];
    expect(locations.length).toBeGreaterThanOrEqual(4);
    for (const location of locations) expect(location).not.toMatch(/add_header|ktyper-headers/);
  });
});
