import { decodeText } from '../text';
import { looksLikeNumbers } from './text/looks-like-numbers';

/** Number of bytes that `recognise` needs from the start of a file. */
export const LOOK_BYTES = 4096;

/** A format for spectra that is recognised by its contents and not supported. */
export type KnownByContent = 'imzml' | 'msd' | 'mzdata' | 'peaklist-xml' | 'vendor-xml' | 'mgf';

/** The kind of a file with spectra. */
export type ContentKind =
  | { readonly kind: 'document' | 'text' }
  | { readonly kind: 'refused'; readonly format: KnownByContent };

/**
 * Recognises a file by its first bytes, whatever its name.
 *
 * @param head the first `LOOK_BYTES`, or the whole file
 * @param isWhole whether that is the whole file
 * @returns null when the file does not contain spectra
 */
export function recognise(head: Uint8Array, isWhole: boolean): ContentKind | null {
  if (head.length === 0) return null;
  const text = decodeText(head.subarray(0, head.length - (head.length % 2)));
  if (/^\s*</.test(text)) return recogniseXml(text);
  if (/^BEGIN IONS\s*$/m.test(text)) return { kind: 'refused', format: 'mgf' };
  return looksLikeNumbers(head, isWhole) ? { kind: 'text' } : null;
}

/** Text that is allowed before the first element. */
const PROLOGUE = /^(?:\s+|<\?[^>]*\?>|<!--[\s\S]*?-->)+/;

function recogniseXml(text: string): ContentKind | null {
  const rest = text.replace(PROLOGUE, '');
  // A document type names the first element, and may be longer than the bytes that were read.
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
