import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/simulate/random';
import type { Bytes, Mutator } from '../target';
import { byteMutators } from './bytes';
import { jsonMutators } from './json';
import { pickleMutators } from './pickle';
import { protobufMutators } from './protobuf';
import { textMutators } from './text';

/** More parts than a call may have arguments. */
const PARTS = 150_000;

function repeated(unit: string, before = '', after = ''): Bytes {
  return Uint8Array.from(Buffer.from(before + unit.repeat(PARTS) + after, 'latin1'));
}

const KINDS: readonly (readonly [string, readonly Mutator[], Bytes])[] = [
  ['bytes', byteMutators, repeated('\u0000')],
  ['text', textMutators(['word']), repeated('1\n')],
  ['JSON', jsonMutators, repeated('0,', '[', '0]')],
  ['pickle', pickleMutators, repeated('N')],
  ['protobuf', protobufMutators, repeated('\u0008\u0001')],
];

describe('changes of an input of very many parts', () => {
  it.each(KINDS)('come to an end: %s', (_, mutators, input) => {
    const random = createRandom('wide');
    const results = mutators.flatMap((mutate) =>
      Array.from({ length: 3 }, () => mutate(input, random, () => input)),
    );
    expect(results.filter((result) => Buffer.compare(result, input) !== 0)).not.toHaveLength(0);
  });
});
