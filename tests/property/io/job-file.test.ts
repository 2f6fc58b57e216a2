import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDeeper, exactText, parseExact } from '../../../src/io/job-file/exact-text';
import { Base64Pieces } from '../../../src/io/job-file/base64';
import { BinaryLines, LETTERS } from '../../../src/io/job-file/binary-line';
import { decodeBase64 } from '../../../src/core/open-formats/document/base64';
import { filedJob, jobFileText } from '../../builders/job-file';
import { kindsOf, readText } from '../../unit/io/job-file/read';

describe('a job file', () => {
  it('is read whole or refused, wherever it is cut or changed', async () => {
    const texts = [
      await jobFileText([filedJob({ spectra: 2 })]),
      await jobFileText([filedJob({ spectra: 300 })]),
    ];
    const whole = await Promise.all(
      texts.map(async (text) => ({ text, events: JSON.stringify((await readText(text)).events) })),
    );
    const damage = fc.record({
      file: fc.constantFrom(...whole),
      at: fc.double({ min: 0, max: 0.9999, noNaN: true }),
      with: fc.oneof(fc.constant(null), fc.string({ minLength: 1, maxLength: 3 })),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ file: { text, events }, at, with: put }) => {
        const from = Math.floor(at * text.length);
        const left = text.slice(0, from);
        const damaged = put === null ? left : left + put + text.slice(from + put.length);
        const read = await readText(damaged);
        const isSame = /^job(?: rows| evidence)* whole$/.test(kindsOf(read)) && read.fault === null;
        // A change of blanks, or of words in the head that say nothing of the job, is none: all of it is as it was.
        if (isSame) expect(JSON.stringify(read.events)).toBe(events);
        else expect(read.fault !== null || kindsOf(read).includes('refused')).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

describe('the text of a part', () => {
  it('is read as it was, with numbers that JSON has no word for', () => {
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 3 },
        fc.double(),
        fc.string(),
        fc.constant(null),
        fc.array(tie('any')),
        fc.dictionary(fc.string({ minLength: 1 }), tie('any')),
      ),
    })).any;
    fc.assert(
      fc.property(value, (one) => {
        // JSON has one zero, and an object that is written as such a number is one.
        fc.pre(
          !JSON.stringify(one).includes('"number":"') && !JSON.stringify(one).includes('__proto__'),
        );
        expect(exactText(parseExact(exactText(one)))).toBe(exactText(one));
      }),
    );
  });

  it('is measured by its brackets and not by its texts', () => {
    const open = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(open, fc.string(), (depth, text) => {
        const nested = '['.repeat(depth) + JSON.stringify(text) + ']'.repeat(depth);
        expect(isDeeper(nested, depth)).toBe(false);
        expect(isDeeper(nested, depth - 1)).toBe(true);
      }),
    );
  });
});

describe('bytes in base64', () => {
  it('are the same in pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 50 })), (chunks) => {
        const pieces = new Base64Pieces();
        const text = chunks.map((chunk) => pieces.add(chunk)).join('') + pieces.end();
        const all = Uint8Array.from(chunks.flatMap((chunk) => [...chunk]));
        expect(decodeBase64(text)).toEqual(all);
        expect(text).toBe(Buffer.from(all).toString('base64'));
      }),
    );
  });

  it('make a line of JSON, whatever line was made in its memory before', () => {
    const heads = fc.array(fc.double());
    const lines = new BinaryLines();
    fc.assert(
      fc.property(heads, fc.uint8Array({ maxLength: 200_000 }), (numbers, bytes) => {
        const line = lines.line({ evidence: { heads: numbers, numbers: LETTERS } }, bytes);
        const evidence = { heads: numbers, numbers: Buffer.from(bytes).toString('base64') };
        expect(Buffer.from(line).toString()).toBe(exactText({ evidence }));
      }),
      { examples: [[[NaN, -0], new Uint8Array(300_001).fill(255)]] },
    );
  });
});
