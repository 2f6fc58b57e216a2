import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readFixtures, writeFixture } from './fixtures';
import { minimise } from './minimise';
import type { Fault } from './probe';
import { Reader } from './reader';
import type { Bytes } from './target';
import { FAULTY } from './targets/faulty';

const reader = new Reader();
afterAll(() => reader.close());

/** Runs a target with a known fault, which its second seed shows. */
async function find(
  target: string,
  patience = 60_000,
): Promise<{ input: Bytes; fault: Fault } | null> {
  let found: { input: Bytes; fault: Fault } | null = null;
  const lost = await reader.perform(
    { kind: 'fuzz', target, seed: '1', round: 0, inputs: 2, time: Infinity, corpus: null },
    (message) => {
      if (message.kind === 'finding') found = message;
    },
    patience,
  );
  return lost ?? found;
}

describe('the harness', () => {
  it.each([
    ['faulty-exception', 'exception', /^RangeError: Offset is outside .*faulty\.ts:\d+\)$/],
    ['faulty-invariant', 'broken-invariant', /^BrokenInvariant: more bytes than there are/],
    ['faulty-hang', 'hang', /^no end within/],
    ['faulty-slow', 'slow', /processor time/],
    ['faulty-memory', 'memory', /MB of memory/],
    ['faulty-crash', 'crash', /exit code 3/],
  ])('finds what is wrong with %s', async (target, kind, text) => {
    expect(FAULTY.map(({ name }) => name)).toContain(target);
    // Only the target that hangs is waited for in vain.
    const found = await find(target, kind === 'hang' ? 3000 : undefined);
    expect(found?.fault.kind).toBe(kind);
    expect(found?.fault.text).toMatch(text);
    expect(found?.input).toContain(0);
  });

  it('makes an input smaller, down to what is wrong with it', async () => {
    const found = await find('faulty-exception');
    const smallest = await minimise(reader, 'faulty-exception', found!.input, found!.fault);
    expect([...smallest]).toEqual([0]);
  });
});

describe('a fixture', () => {
  it.each([
    ['text', 'a text,\r\nwith “quotes”'],
    ['bytes', '\u0000\u0001\u00ff'],
    ['much', 'x'.repeat(10_000)],
  ])('gives back its input: %s', (_, content) => {
    const folder = mkdtempSync(join(tmpdir(), 'ktyper-fixtures-'));
    try {
      const fixture = {
        target: 'zip',
        seed: '1',
        found: { kind: 'exception', text: 'Error' },
        input: Uint8Array.from(Buffer.from(content, content.length < 4 ? 'latin1' : 'utf8')),
      } as const;
      const name = writeFixture(fixture, folder);
      expect([...readFixtures(folder)]).toEqual([[name, fixture]]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
