import { asciiText, isAscii } from '../ascii';
import { decodeText } from '../text';
import { mayBeRead } from './acqu-fields';

const HASH = '#'.charCodeAt(0);
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/**
 * Decodes an `acqu` file as far as {@link readAcquFields} reads it. A file of 6 to 20 kB is one of thousands, and what a
 * browser decodes as a whole stays outside of the engine's heap until a garbage collection frees it.
 */
export function acquText(bytes: Uint8Array): string {
  // Other characters have several encodings, which only a file as a whole tells apart.
  return isAscii(bytes) ? asciiText(fieldsRead(bytes)) : decodeText(bytes);
}

/** Copies the fields that are read, into memory that the next call uses again. */
function fieldsRead(bytes: Uint8Array): Uint8Array {
  if (room.length < bytes.length) room = new Uint8Array(bytes.length);
  let used = 0;
  for (let at = nextField(bytes, 0); at < bytes.length;) {
    const end = nextField(bytes, at + 2);
    if (mayBeRead(bytes, at + 2)) {
      room.set(bytes.subarray(at, end), used);
      used += end - at;
    }
    at = end;
  }
  return room.subarray(0, used);
}

let room = new Uint8Array(0);

/** Returns where the next line begins with `##`, from `from` on, or the number of bytes if there is none. */
function nextField(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(HASH, from); at >= 0; at = bytes.indexOf(HASH, at + 1)) {
    if (bytes[at + 1] !== HASH) continue;
    const before = at === 0 ? LINE_FEED : bytes[at - 1];
    if (before === LINE_FEED || before === CARRIAGE_RETURN) return at;
  }
  return bytes.length;
}
