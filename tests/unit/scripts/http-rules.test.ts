import { describe, expect, it } from 'vitest';
import {
  cacheControlOf,
  isAddress,
  mediaTypeOf,
  securityHeaders,
} from '../../../scripts/serve/http-rules';

describe('the headers that every server of the app sends', () => {
  const headers = securityHeaders({ tls: false });

  it('allow nothing inline, no eval and no other host', () => {
    const policy = new Map(
      headers['Content-Security-Policy']!.split('; ').map((directive) => {
        const [name, ...sources] = directive.split(' ');
        return [name, sources] as const;
      }),
    );
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"]);
    expect(policy.get('style-src')).toEqual(["'self'"]);
    expect(policy.get('connect-src')).toEqual(["'self'"]);
    expect(policy.get('worker-src')).toEqual(["'self'"]);
    for (const name of ['base-uri', 'form-action', 'frame-ancestors']) {
      expect(policy.get(name), name).toEqual(["'none'"]);
    }
    const known = new Set(["'self'", "'none'", "'wasm-unsafe-eval'"]);
    // These directives have no sources. They limit what text may become: only scripts' addresses, by the page's
    // own rule.
    expect(policy.get('require-trusted-types-for')).toEqual(["'script'"]);
    expect(policy.get('trusted-types')).toEqual(['default', 'svelte-trusted-html']);
    policy.delete('require-trusted-types-for');
    policy.delete('trusted-types');
    expect([...policy.values()].flat().filter((source) => !known.has(source))).toEqual([]);
  });

  it('require encryption only if there is encryption', () => {
    expect(headers).not.toHaveProperty('Strict-Transport-Security');
    expect(securityHeaders({ tls: true })).toHaveProperty('Strict-Transport-Security');
  });

  it('separate the features of a permissions policy by commas', () => {
    expect(headers['Permissions-Policy']).toContain('camera=(), display-capture=()');
  });
});

describe('the headers of a file', () => {
  it.each([
    ['index.html', 'text/html; charset=utf-8'],
    ['assets/ort-1.wasm', 'application/wasm'],
    ['manifest.webmanifest', 'application/manifest+json; charset=utf-8'],
    ['models/a/1/model.onnx', 'application/octet-stream'],
    ['LICENSE', 'application/octet-stream'],
  ])('for %s state %s', (path, type) => {
    expect(mediaTypeOf(path)).toBe(type);
  });

  it('allow it to be kept for good only if it is named after its content', () => {
    expect(cacheControlOf('assets/index-0a1b2c3d.js')).toContain('immutable');
    for (const path of ['index.html', 'sw.js', 'models/a/1/manifest.json']) {
      expect(cacheControlOf(path), path).toBe('no-cache');
    }
  });

  it.each([
    ['', true],
    ['jobs', true],
    ['results/3f0e', true],
    ['v1.2/jobs', true],
    ['robots.txt', false],
    ['assets/gone.js', false],
    ['..', false],
  ])('"%s" is an address of the app: %s', (path, expected) => {
    expect(isAddress(path)).toBe(expected);
  });
});
