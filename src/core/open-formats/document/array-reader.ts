import type { Problem } from '../../problem';
import { problem } from '../../problem';
import type { Result } from '../../result';
import { err, ok } from '../../result';
import { MAX_POINTS } from '../check-profile';
import { decodeBase64 } from './base64';
import { sentence } from '../../../words/told/sentence';

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
  sentence('openFormat.longArray', { most: MAX_POINTS }),
  sentence('acquisition.checkFile'),
);

const NO_BASE64 = problem(
  'binary-base64',
  sentence('openFormat.noBase64'),
  sentence('openFormat.copyOrExport'),
);
