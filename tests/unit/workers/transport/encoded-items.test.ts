import { describe, expect, it } from 'vitest';
import type { SpectrumOutcome } from '../../../../src/core/job/outcome';
import { problem } from '../../../../src/core/problem';
import { err, ok } from '../../../../src/core/result';
import {
  MessageBufferPool,
  readMessageBuffer,
} from '../../../../workers/transport/message-buffer-pool';
import { decodeItems, encodeItems } from '../../../../workers/transport/encoded-items';
import { readOutcomes, writeOutcomes } from '../../../../workers/spectrum/outcome-codec';
import { measures } from '../../core/quality/rated';
import { markerEvidence } from '../../storage/records';

const unread = problem('fid-absent', 'There is no fid.', 'Copy it again.', 'RUN/Ä/fid');

function outcome(index: number, changes: Partial<SpectrumOutcome> = {}): SpectrumOutcome {
  return {
    index,
    uid: `uid-${index}`,
    spot: 'A1',
    names: null,
    record: null,
    measures: measures({}),
    sha256: null,
    warnings: [unread],
    skipped: null,
    answer: ok({
      probabilities: Float32Array.of(0.75, 0.25),
      evidence: markerEvidence({ shiftPpm: 0.1 }),
      peaks: 60,
    }),
    vector: null,
    ...changes,
  };
}

describe('MessageBufferPool', () => {
  it('carries a text and numbers', () => {
    const numbers = [Float32Array.of(1.5, -2), [3]];
    const read = readMessageBuffer(new MessageBufferPool().fill({ text: '["a"]', numbers }));
    expect(read).toEqual({ text: '["a"]', numbers: Float32Array.of(1.5, -2, 3) });
  });

  it('carries every character, also half ones, of texts of any length', () => {
    const texts = ['', 'Übung "3"\n\u0000\u007f', '大腸菌 🧫', '\ud800', 'x'.repeat(100_000)];
    const { text } = readMessageBuffer(
      new MessageBufferPool().fill({ text: JSON.stringify(texts), numbers: [] }),
    );
    expect(JSON.parse(text)).toEqual(texts);
  });

  it('reuses a returned buffer if it is large enough, and leaves none of its old content', () => {
    const carriers = new MessageBufferPool();
    const first = carriers.fill({ text: '"long"', numbers: [Float32Array.of(1, 2, 3)] });
    const { numbers } = readMessageBuffer(first);
    carriers.recycle(first);
    const second = carriers.fill({ text: '"s"', numbers: [[9]] });
    expect(second).toBe(first);
    expect(readMessageBuffer(second)).toEqual({ text: '"s"', numbers: Float32Array.of(9) });
    expect(numbers).toEqual(Float32Array.of(1, 2, 3));
    carriers.recycle(second);
    const third = carriers.fill({ text: JSON.stringify('x'.repeat(20_000)), numbers: [] });
    expect(third).not.toBe(first);
    expect(third.byteLength).toBeGreaterThan(20_000);
  });

  it('keeps no more buffers than are sent at the same time', () => {
    const carriers = new MessageBufferPool();
    const made = Array.from({ length: 5 }, () => carriers.fill({ text: '1', numbers: [] }));
    for (const carrier of made) carriers.recycle(carrier);
    const again = Array.from({ length: 5 }, () => carriers.fill({ text: '1', numbers: [] }));
    expect(again.filter((carrier) => made.includes(carrier))).toHaveLength(3);
  });
});

describe('outcomes that are sent', () => {
  const send = (outcomes: readonly SpectrumOutcome[]) =>
    readOutcomes(new MessageBufferPool().fill(writeOutcomes(outcomes)!));

  it('arrive unchanged', () => {
    const classified = ok({ probabilities: Float32Array.of(1), evidence: null, peaks: null });
    const outcomes = [
      outcome(0),
      outcome(1, { answer: err(unread), measures: null }),
      outcome(2, { answer: null, skipped: unread }),
      outcome(3, { answer: classified, sha256: 'ab' }),
      outcome(4),
    ];
    expect(send(outcomes)).toEqual(outcomes);
  });

  it('are sent differently if JSON cannot express a number', () => {
    expect(writeOutcomes([outcome(0, { measures: measures({ noiseShare: NaN }) })])).toBeNull();
    const evidence = markerEvidence({ shiftPpm: Infinity });
    const answer = ok({ probabilities: Float32Array.of(1), evidence, peaks: 1 });
    expect(writeOutcomes([outcome(0, { answer })])).toBeNull();
  });

  it('may have any numbers in their arrays', () => {
    const evidence = markerEvidence({ ions: Float32Array.of(NaN, Infinity, -Infinity, -0) });
    const answer = ok({ probabilities: Float32Array.of(1), evidence, peaks: 1 });
    expect(send([outcome(0, { answer })])).toEqual([outcome(0, { answer })]);
  });
});

describe('items that are sent', () => {
  const archive = new Blob(['run']);
  const zip = (localHeader: number) =>
    ({
      kind: 'zip',
      archive,
      localHeader,
      method: 'deflated',
      compressedSize: 5,
      size: 9,
      crc32: 77,
    }) as const;
  const bytes = { kind: 'bytes', bytes: Uint8Array.of(1, 2) } as const;
  const items = [
    { kind: 'archive', path: 'Lauf Ä.zip' },
    { kind: 'acquisition', path: 'A/fid', fid: zip(0), acqu: zip(40) },
    {
      kind: 'acquisition',
      path: 'B/fid',
      fid: { kind: 'blob', blob: archive } as const,
      acqu: null,
    },
    { kind: 'acquisition', path: 'C/fid', fid: bytes, acqu: { kind: 'held', id: 3 } as const },
    { kind: 'acquisition', path: 'D/fid', fid: { kind: 'unreadable', problem: unread } as const },
    { kind: 'problem', problem: unread },
  ];

  it('arrive unchanged, with what text cannot contain beside them, each once', () => {
    const [here, there] = [new MessageBufferPool(), new MessageBufferPool()];
    const { sent, buffers } = encodeItems(items, here);
    if ('plain' in sent) throw new Error('They should have gone in a carrier');
    expect(sent.apart).toEqual([archive, bytes.bytes]);
    expect(buffers).toEqual([sent.carrier, bytes.bytes.buffer]);
    const received = decodeItems(sent, there);
    expect(received).toEqual(
      items.map((item) => ('fid' in item ? { acqu: undefined, ...item } : item)),
    );
    expect(received[1]).toHaveProperty('fid.archive', archive);
    expect(there.fill({ text: '[]', numbers: [] })).toBe(sent.carrier);
  });

  it('may have several parts of one buffer, and Node’s Buffer', () => {
    const { buffer } = Uint8Array.of(1, 2, 3);
    const views = [
      {
        fid: { kind: 'bytes', bytes: new Uint8Array(buffer, 0, 1) } as const,
        acqu: { kind: 'bytes', bytes: Buffer.from(buffer, 1, 2) } as const,
      },
    ];
    const { sent, buffers } = encodeItems(views, new MessageBufferPool());
    expect(sent).toHaveProperty('apart.length', 2);
    expect(buffers.slice(1)).toEqual([buffer]);
    const received = decodeItems(
      structuredClone(sent, { transfer: buffers }),
      new MessageBufferPool(),
    );
    expect(received).toEqual([
      {
        fid: { kind: 'bytes', bytes: Uint8Array.of(1) },
        acqu: { kind: 'bytes', bytes: Uint8Array.of(2, 3) },
      },
    ]);
  });

  it('are sent unencoded if JSON cannot express a number', () => {
    const odd = [{ kind: 'acquisition', size: NaN, fid: bytes, acqu: null }];
    const { sent, buffers } = encodeItems(odd, new MessageBufferPool());
    expect(sent).toEqual({ plain: odd });
    expect(buffers).toEqual([bytes.bytes.buffer]);
    expect(decodeItems(sent, new MessageBufferPool())).toBe(odd);
  });
});
