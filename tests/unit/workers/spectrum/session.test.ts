import { describe, expect, it } from 'vitest';
import { problem } from '../../../../src/core/problem';
import { PlainPreprocessor } from '../../../../src/kernel/plain-preprocessor';
import { SpectrumSession } from '../../../../workers/spectrum/session';
import type { AcquisitionInput } from '../../../../workers/spectrum/api';
import { buildAcqu, buildFid } from '../../../builders/bruker-run';
import { tinyCounts, tinyPackFiles } from '../../../builders/tiny-pack';
import { inEnglish } from '../../../../src/words/in-words';

const PATH = 'P/S/0_A1/1/1SLin/fid';
const bytes = (data: Uint8Array<ArrayBuffer>) => ({ kind: 'bytes', bytes: data }) as const;
const acqu = bytes(new TextEncoder().encode(buildAcqu()));

function input(index: number, changes: Partial<AcquisitionInput> = {}): AcquisitionInput {
  const fid = bytes(buildFid(tinyCounts(index % 2 === 0 ? 'alpha' : 'beta', index)));
  return { index, path: PATH, size: fid.bytes.length, fid, acqu, ...changes };
}

async function session(preprocessor = new PlainPreprocessor()): Promise<SpectrumSession> {
  const made = new SpectrumSession(preprocessor);
  const loaded = await made.loadModel(await tinyPackFiles());
  if (!loaded.ok) throw new Error(inEnglish(loaded.error.message));
  return made;
}

const first = ([probability]: Iterable<number>) => probability;

describe('SpectrumSession', () => {
  it('answers a batch in order', async () => {
    const outcomes = await (await session()).process([input(5), input(8)], { keepVectors: false });
    expect(outcomes.map(({ index }) => index)).toEqual([5, 8]);
    const alpha = outcomes.map(
      ({ answer }) => answer?.ok === true && first(answer.value.probabilities),
    );
    expect(alpha).toEqual([expect.closeTo(0, 2), expect.closeTo(1, 2)]);
    expect(outcomes.map(({ vector }) => vector)).toEqual([null, null]);
  });

  it('keeps vectors on request', async () => {
    const outcomes = await (await session()).process([input(0), input(1)], { keepVectors: true });
    expect(outcomes.map(({ vector }) => vector?.length)).toEqual([19_049, 19_049]);
  });

  it('gives vectors, but no answers, without a model', async () => {
    const [outcome] = await new SpectrumSession().process([input(0)], { keepVectors: true });
    expect(outcome?.answer).toBeNull();
    expect(outcome?.vector).toHaveLength(19_049);
  });

  it('reads spectra while the model is being opened', async () => {
    const made = new SpectrumSession();
    const loading = made.loadModel(await tinyPackFiles());
    const [outcome] = await made.process([input(0)], { keepVectors: false });
    expect(outcome?.answer?.ok).toBe(true);
    expect((await loading).ok).toBe(true);
  });

  it('gives zeros for an acquisition without signal, and nothing for an empty file', async () => {
    const zeros = input(0, { fid: bytes(new Uint8Array(4 * 21_424)) });
    const empty = input(1, { fid: bytes(new Uint8Array(0)) });
    const outcomes = await (await session()).process([zeros, empty], { keepVectors: true });
    const kinds = outcomes.map(({ answer }) => answer?.ok === false && answer.error.kind);
    expect(kinds).toEqual(['no-spectrum', 'no-spectrum']);
    expect(outcomes[0]?.vector).toEqual(new Float64Array(19_049));
    expect(outcomes[1]?.vector).toBeNull();
  });

  it('reports a file that the archive cannot provide, whichever it is', async () => {
    const lost = {
      kind: 'unreadable',
      problem: problem('entry-damaged', 'Lost.', 'Copy it.'),
    } as const;
    const outcomes = await (
      await session()
    ).process([input(0, { fid: lost }), input(1, { acqu: lost }), input(2)], {
      keepVectors: false,
    });
    expect(outcomes.map(({ answer }) => answer?.ok === false && answer.error.kind)).toEqual([
      'entry-damaged',
      'entry-damaged',
      false,
    ]);
    expect(outcomes[0]?.uid).toBe('00000000-0000-4000-8000-000000000001');
    expect(outcomes[0]?.sha256).toBeNull();
  });

  it('makes a row of an error of its own, and continues', async () => {
    class Faulty extends PlainPreprocessor {
      override run(...given: Parameters<PlainPreprocessor['run']>) {
        // This is the first spectrum's mark.
        if (given[1].intensity[5] === tinyCounts('alpha', 0)[5]) throw new Error('a mistake');
        return super.run(...given);
      }
    }
    const faulty = await session(new Faulty());
    const outcomes = await faulty.process([input(0), input(2)], { keepVectors: false });
    const [broken, whole] = outcomes.map(({ answer }) => answer);
    expect(broken?.ok === false && broken.error).toMatchObject({
      kind: 'internal-error',
      path: PATH,
    });
    expect(whole?.ok).toBe(true);
  });

  it('classifies vectors that were averaged elsewhere', async () => {
    const made = await session();
    const [outcome] = await made.process([input(0)], { keepVectors: true });
    const [answer] = await made.classify([outcome!.vector!]);
    expect(answer).toEqual(outcome?.answer);
  });
});
