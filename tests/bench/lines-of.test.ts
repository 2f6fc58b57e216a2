import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { LinesOf } from './lines-of';

it('LinesOf counts the whole lines of a file that grows, also before it is there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ktyper-lines-'));
  try {
    const path = join(folder, 'ledger.jsonl');
    const lines = new LinesOf(path);
    expect(await lines.count()).toBe(0);
    await appendFile(path, 'one\ntw');
    expect(await lines.count()).toBe(1);
    await appendFile(path, `o\n${'long '.repeat(50_000)}\nfour`);
    expect(await lines.count()).toBe(3);
    expect(await lines.count()).toBe(3);
  } finally {
    await rm(folder, { recursive: true });
  }
});
