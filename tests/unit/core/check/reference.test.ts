import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseReference, type Reference } from '../../../../src/core/check/reference';
import { buildReference, referenceAsJson } from '../../../../scripts/reference/build-reference';
import { inEnglish } from '../../../../src/words/in-words';

const stored = (name: string) =>
  readFile(new URL(`../../../../public/check/${name}`, import.meta.url));

describe('the stored reference', () => {
  let built: Awaited<ReturnType<typeof buildReference>>;
  let reference: Reference;

  beforeAll(async () => {
    built = await buildReference();
    const parsed = parseReference(await stored('reference.json'));
    if (!parsed.ok) throw new Error(inEnglish(parsed.error.message));
    reference = parsed.value;
  });

  it('equals the output of scripts/build-reference-check.ts: run it after a change of model or recipe', async () => {
    expect(reference).toEqual(built.reference);
    expect((await stored('reference.json')).toString()).toBe(referenceAsJson(built.reference));
    const run = await stored(reference.run.file);
    expect(Buffer.compare(run, built.run)).toBe(0);
  });

  it('is small enough to ship with every installation', async () => {
    expect(reference.run.bytes).toBeLessThan(50_000);
    expect((await stored('reference.json')).length).toBeLessThan(20_000);
  });

  it('has a spectrum whose call involves all steps', () => {
    expect(reference.answers[0]?.call).toMatchObject({ kind: 'species', confidence: 'high' });
  });

  it('is refused when it is not JSON or has another shape', () => {
    const refusal = (text: string) => {
      const parsed = parseReference(new TextEncoder().encode(text));
      return parsed.ok ? null : parsed.error.kind;
    };
    expect(refusal('<html>')).toBe('reference-numbers');
    expect(refusal('{"format":"ktyper-reference/2"}')).toBe('reference-numbers');
    expect(refusal(JSON.stringify({ ...reference, run: { file: '../x.zip' } }))).toBe(
      'reference-numbers',
    );
  });
});
