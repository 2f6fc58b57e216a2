import { problem, type Problem } from '../core/problem';
import { formatBytes, groupDigits } from '../core/text';
import type { IoLimits } from './limits';

/**
 * What a drop has come to so far, over all of its archives, against the limits. A method that gives
 * a problem back has closed the tally: the listing says it and stops with what it has.
 */
export class Tally {
  private entries = 0;
  private bytes = 0;
  private closed = false;

  constructor(private readonly limits: IoLimits) {}

  /** A limit of the whole drop was passed. */
  get exhausted(): boolean {
    return this.closed;
  }

  /** One more file is listed, of this archive if it is in one. */
  addEntry(archive: string | undefined): Problem | null {
    this.entries += 1;
    if (this.entries <= this.limits.entries) return null;
    this.closed = true;
    return problem(
      'limit-entries',
      `The drop has more than ${groupDigits(this.limits.entries)} files, the most that is listed at once.`,
      'What was listed before is kept. Drop fewer runs at a time.',
      archive,
    );
  }

  /**
   * `added` more bytes when inflated. `inflated` and `compressed` are the archive's own sums so far,
   * for the ratio.
   */
  addBytes(added: number, archive: string, inflated: number, compressed: number): Problem | null {
    this.bytes += added;
    if (this.bytes > this.limits.totalBytes) {
      this.closed = true;
      return problem(
        'limit-total-bytes',
        `The drop has more than ${formatBytes(this.limits.totalBytes)} to unpack, the most that is read at once.`,
        'What was read before is kept. Drop fewer runs at a time.',
        archive,
      );
    }
    if (inflated > this.limits.ratioFromBytes && inflated > this.limits.ratio * compressed) {
      this.closed = true;
      return problem(
        'limit-ratio',
        `${archive} unpacks to more than ${this.limits.ratio} times its size, as no archive of spectra does.`,
        'What was read before is kept. If you trust the archive, unpack it and drop the folder.',
        archive,
      );
    }
    return null;
  }
}
