import { describe, expect, it } from 'vitest';
import {
  type LedgerEntry,
  type LedgerHead,
  ledgerLine,
  parseLedger,
} from '../../../../scripts/cohort/ledger';

const SHA = 'ab'.repeat(32);
const part = (from: number, to: number) => ({ from, to, sha256: SHA });
const head: LedgerHead = {
  format: 'ktyper-ledger/1',
  app: { name: 'ktyper', version: '1.0.0', commit: null },
  model: { id: 'tiny', version: '1.0.0', sha256: SHA, manifestSha256: SHA },
  guard: null,
  group: null,
  watch: [],
  results: part(0, 10),
  plates: part(0, 5),
};
const entry = (plate: string): LedgerEntry => ({
  plate,
  input: { bytes: 7, sha256: SHA },
  state: 'done',
  spectra: 1,
  samples: 1,
  rows: 1,
  results: part(10, 20),
  plates: part(5, 9),
});
const whole = [head, entry('Größe'), entry('b')].map(ledgerLine).join('');
const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('parseLedger', () => {
  it('takes every beginning for the lines that are whole in it', () => {
    const bytes = bytesOf(whole);
    const ends = [...bytes.keys()].filter((i) => bytes[i] === 10).map((i) => i + 1);
    for (let length = 0; length <= bytes.length; length++) {
      const lines = ends.filter((end) => end <= length);
      const ledger = parseLedger(bytes.subarray(0, length), 'ledger');
      expect(ledger.bytes).toBe(lines.at(-1) ?? 0);
      expect(ledger.head).toEqual(lines.length === 0 ? null : head);
      expect(ledger.entries).toHaveLength(Math.max(0, lines.length - 1));
    }
  });

  it('leaves out a last line whose bytes were lost with the power', () => {
    const lost = `${ledgerLine(head)}${'\0'.repeat(40)}\n`;
    expect(parseLedger(bytesOf(lost), 'ledger')).toEqual({
      head,
      entries: [],
      bytes: ledgerLine(head).length,
    });
  });

  it.each([
    ['no JSON', `${ledgerLine(head)}x\n${ledgerLine(entry('b'))}`, 'line 2'],
    ['another version', whole.replace('ktyper-ledger/1', 'ktyper-ledger/2'), 'line 1'],
  ])('refuses %s before the last line', (_, text, where) => {
    expect(() => parseLedger(bytesOf(text), 'ledger.jsonl')).toThrow(where);
  });
});
