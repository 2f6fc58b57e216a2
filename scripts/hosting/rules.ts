import { HTTP_RULES, securityHeaders } from '../serve/http-rules';

/** First line of each file that is written from the rules, without the mark of a comment. */
export const NOTE =
  'Written by `npm run build-hosting` from deploy/http.json, which the local server reads as well.';

/** A path on which an app stands in the configurations that are for a part of a host. */
export const SHARED_PATH = 'ktyper';

/** An address of the app, below its base: its last part has no dot. */
export const ADDRESS = '^(?:.*/)?[^./]*$';

/** Headers that every answer over an encrypted connection carries, and those of a plain one. */
export const TLS_HEADERS = securityHeaders({ tls: true });
export const PLAIN_HEADERS = securityHeaders({ tls: false });

/** Cipher suites of TLS 1.2 with forward secrecy; those of TLS 1.3 all have it. OpenSSL's names. */
export const CIPHERS = [
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
];

/** Extensions of files that the build compresses, and of which it leaves a `.gz` beside them. */
export const COMPRESSED = [
  'css',
  'html',
  'js',
  'json',
  'onnx',
  'svg',
  'txt',
  'wasm',
  'webmanifest',
];

/** Each media type with its extensions, as it is sent: text with its character set. */
export function mediaTypes(): readonly { readonly type: string; readonly names: string[] }[] {
  const extensions = new Map<string, string[]>();
  for (const [extension, type] of Object.entries(HTTP_RULES.types)) {
    extensions.set(type, [...(extensions.get(type) ?? []), extension]);
  }
  return [...extensions].map(([type, names]) => ({ type, names }));
}

export function withCharset(type: string): string {
  return HTTP_RULES.utf8.includes(type) ? `${type}; charset=utf-8` : type;
}

/** A value between double quotes, for servers whose configuration reads it as it stands. */
export function quoted(value: string): string {
  if (/["\\$%{}\n]/.test(value)) throw new Error(`A server would read this otherwise: ${value}`);
  return `"${value}"`;
}
