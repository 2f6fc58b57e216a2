import { err, ok, type Result } from '../result';

/** A picture whose bytes were looked at. */
export interface Logo {
  readonly type: 'image/png' | 'image/jpeg';
  readonly bytes: Uint8Array;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Why a file is no logo: too many bytes, neither of the two formats or damaged, or too many pixels. */
export type LogoFault = 'logo-bytes' | 'logo-format' | 'logo-pixels';

/** Most bytes of a logo: each report saved as a file has them. */
export const MAX_LOGO_BYTES = 512 * 1024;
/** Most pixels of a side. A browser unpacks the picture, which may be a thousand times its file. */
export const MAX_LOGO_SIDE = 3_000;

/** Reads a logo by its bytes, whatever its name says: PNG or JPEG. */
export function readLogo(bytes: Uint8Array): Result<Logo, LogoFault> {
  if (bytes.length > MAX_LOGO_BYTES) return err('logo-bytes');
  const found = pngSize(bytes) ?? jpegSize(bytes);
  if (found === null || found.width === 0 || found.height === 0) return err('logo-format');
  if (Math.max(found.width, found.height) > MAX_LOGO_SIDE) return err('logo-pixels');
  return ok({ ...found, bytes });
}

type Size = Omit<Logo, 'bytes'>;

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** `IHDR`, the first part of every PNG. */
const HEAD = [0x49, 0x48, 0x44, 0x52];

function pngSize(bytes: Uint8Array): Size | null {
  if (bytes.length < 24 || !has(bytes, 0, PNG) || !has(bytes, 12, HEAD)) return null;
  const view = viewOf(bytes);
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** Finds the frame of a JPEG, which says its size. */
function jpegSize(bytes: Uint8Array): Size | null {
  if (!has(bytes, 0, [0xff, 0xd8, 0xff])) return null;
  const view = viewOf(bytes);
  for (let at = 2; at + 9 <= bytes.length;) {
    if (view.getUint8(at) !== 0xff) return null;
    const kind = view.getUint8(at + 1);
    // A filler before a marker.
    if (kind === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind);
    if (isFrame) {
      return { type: 'image/jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

function has(bytes: Uint8Array, from: number, wanted: readonly number[]): boolean {
  return wanted.every((byte, i) => bytes[from + i] === byte);
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
