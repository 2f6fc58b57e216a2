import type { Problem } from '../../problem';
import { problem } from '../../problem';
import type { Result } from '../../result';
import { err, ok } from '../../result';
import { MAX_POINTS } from '../check-profile';
import { decodeBase64 } from './base64';

/** Letters of base64 for the most points that are taken, as pairs of 64 bits, with line ends. */
const LONGEST = 24 * MAX_POINTS;

/** Takes the text of one array as it comes. */
export class ArrayText {
  #pieces: string[] = [];
  #length = 0;

  add(piece: string): void {
    this.#length += piece.length;
    // What is too long is not even held.
    if (this.#length > LONGEST) this.#pieces = [];
    else this.#pieces.push(piece);
  }

  bytes(): Result<Uint8Array<ArrayBuffer>, Problem<'binary-size' | 'binary-base64'>> {
    if (this.#length > LONGEST) return err(TOO_LONG);
    const bytes = decodeBase64(this.#pieces.join(''));
    return bytes === null ? err(NO_BASE64) : ok(bytes);
  }
}

const TOO_LONG = problem(
  'binary-size',
  `An array of this spectrum is longer than ${MAX_POINTS} points would take, but a whole-cell spectrum has ` +
    'some 20,000.',
  'Check what this file is, or leave it out.',
);

const NO_BASE64 = problem(
  'binary-base64',
  'The numbers of this spectrum are broken: they are no base64 text.',
  'Copy the file again, or export it again.',
);
