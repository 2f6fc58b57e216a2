import type { JobGuard } from '../../core/job/types';

/** Returns the genus that a guard's pattern is named after; empty without one, and where its taxa share none. */
export function guardGenus(guard: JobGuard | undefined): string {
  return guard?.kind === 'watched' ? guard.guard.genus : '';
}
