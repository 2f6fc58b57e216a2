import { problem, type Problem } from '../core/problem';
import { formatBytes } from '../core/text';
import { placeOf } from './archive-problems';
import type { IoLimits } from './limits';
import { sentence } from '../words/told/sentence';

/**
 * The totals of one input, an archive or the loose files of a drop, compared with the limits. A method that
 * returns a problem closes the tally: the listing of that input reports the problem and stops. Each input has
 * its own, so that a bomb costs none of the others anything.
 */
export class Tally {
  private entries = 0;
  private bytes = 0;
  private closed = false;

  constructor(private readonly limits: IoLimits) {}

  /** Whether a limit was exceeded. */
  get exhausted(): boolean {
    return this.closed;
  }

  /**
   * Counts one more file.
   *
   * @param archive the file's archive, if it is in one
   */
  addEntry(archive: string | undefined): Problem | null {
    this.entries += 1;
    if (this.entries <= this.limits.entries) return null;
    this.closed = true;
    return problem(
      'limit-entries',
      sentence('archive.tooManyFiles', {
        ...placeOf(archive ?? null),
        most: this.limits.entries,
      }),
      sentence('archive.packByItselfCure'),
      archive,
    );
  }

  /**
   * Counts more bytes.
   *
   * @param added number of bytes, inflated
   * @param inflated the archive's sum so far; its ratio to `compressed` is limited
   */
  addBytes(added: number, archive: string, inflated: number, compressed: number): Problem | null {
    this.bytes += added;
    if (this.bytes > this.limits.totalBytes) {
      this.closed = true;
      return problem(
        'limit-total-bytes',
        sentence('archive.tooManyBytes', { archive, most: formatBytes(this.limits.totalBytes) }),
        sentence('archive.packReadCure'),
        archive,
      );
    }
    if (inflated > this.limits.ratioFromBytes && inflated > this.limits.ratio * compressed) {
      this.closed = true;
      return problem(
        'limit-ratio',
        sentence('archive.unpacksTooFar', { archive, ratio: this.limits.ratio }),
        sentence('archive.trustedUnpackCure'),
        archive,
      );
    }
    return null;
  }
}
