import { decodeText } from '../text';
import { looksLikeNumbers } from './text/looks-like-numbers';

/** Bytes of the head that `recognise` wants to see. */
export const LOOK_BYTES = 4096;

/** A format that spectra are kept in, that is known by its contents and not read. */
export type KnownByContent = 'imzml' | 'msd' | 'mzdata' | 'peaklist-xml' | 'vendor-xml' | 'mgf';

/** What a file is, as far as spectra go. */
export type ContentKind =
  | { readonly kind: 'document' | 'text' }
  | { readonly kind: 'refused'; readonly format: KnownByContent };

/**
 * What a file is by its first bytes, whatever it is called; null when it is nothing to do with spectra.
 *
 * @param head the first `LOOK_BYTES`, or all there are
 * @param isWhole whether that is all of it
 */
export function recognise(head: Uint8Array, isWhole: boolean): ContentKind | null {
  if (head.length === 0) return null;
  const text = decodeText(head.subarray(0, head.length - (head.length % 2)));
  if (/^\s*</.test(text)) return recogniseXml(text);
  if (/^BEGIN IONS\s*$/m.test(text)) return { kind: 'refused', format: 'mgf' };
  return looksLikeNumbers(head, isWhole) ? { kind: 'text' } : null;
}

/** What may stand before the first element. */
const PROLOGUE = /^(?:\s+|<\?[^>]*\?>|<!--[\s\S]*?-->)+/;

function recogniseXml(text: string): ContentKind | null {
  const rest = text.replace(PROLOGUE, '');
  // A document type names the first element, and may be longer than what is seen here.
  const root = /^<(?:!DOCTYPE\s+)?(?:[\w.-]+:)?([\w.-]+)/.exec(rest)?.[1];
  switch (root) {
    case 'mzML':
    case 'indexedmzML':
      return /<cv\b[^>]*\bid="IMS"/.test(text)
        ? { kind: 'refused', format: 'imzml' }
        : { kind: 'document' };
    case 'mzXML':
      return { kind: 'document' };
    case 'mSD':
      return { kind: 'refused', format: 'msd' };
    case 'mzData':
      return { kind: 'refused', format: 'mzdata' };
    case 'pklist':
      return { kind: 'refused', format: 'peaklist-xml' };
    default:
      return /shimadzu|launchpad|microbenet/i.test(text)
        ? { kind: 'refused', format: 'vendor-xml' }
        : null;
  }
}
