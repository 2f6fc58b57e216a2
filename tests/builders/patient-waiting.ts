import { vi } from 'vitest';

/**
 * Makes `vi.waitFor` wait for as long as a test may take. Its own limit is a second, which a busy machine
 * exceeds without a fault in the program.
 */
const waitFor = vi.waitFor;
vi.waitFor = (check, options) => waitFor(check, options ?? { timeout: 110_000 });
