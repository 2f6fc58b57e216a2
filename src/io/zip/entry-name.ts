import { crc32 } from '../crc32';
import { decodeName, decodeUtf8 } from '../decode-name';
import { extraField } from './extra-fields';

/**
 * An entry's name. UTF-8 where flag bit 11 says so; else Info-ZIP's Unicode path field, as long as
 * its checksum shows that it belongs to this very name; else as `decodeName` finds.
 * Source: APPNOTE 6.3.10, 4.4.4 and 4.6.9.
 */
export function decodeZipName(raw: Uint8Array, isUtf8: boolean, extra: Uint8Array): string {
  if (isUtf8) return decodeName(raw);
  return unicodePath(raw, extra) ?? decodeName(raw);
}

const UNICODE_PATH_ID = 0x7075;

/** Version 1, CRC-32 of the name in the header, the name in UTF-8. */
function unicodePath(raw: Uint8Array, extra: Uint8Array): string | null {
  const field = extraField(extra, UNICODE_PATH_ID);
  if (field === null || field.byteLength < 5 || field.getUint8(0) !== 1) return null;
  if (field.getUint32(1, true) !== crc32(raw)) return null;
  return decodeUtf8(new Uint8Array(field.buffer, field.byteOffset + 5, field.byteLength - 5));
}
