import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import { storageProblem } from '../../../src/storage/storage-problem';

const quota = new DOMException('no room', 'QuotaExceededError');

describe('storageProblem', () => {
  it.each([
    ['the error itself', quota],
    ['an AbortError around it', new Dexie.AbortError('aborted', quota)],
    ['a bulk write’s collection', new Dexie.BulkError('2 of 9 failed', [quota, quota] as never)],
    ['a cause', new Error('write failed', { cause: quota })],
  ])('recognises a full disk by %s', (_, error) => {
    expect(storageProblem(error)?.kind).toBe('storage-full');
  });

  it.each([
    ['DatabaseClosedError', 'storage-closed'],
    ['VersionError', 'storage-newer'],
    ['MissingAPIError', 'storage-unavailable'],
    ['AbortError', 'storage-closed'],
    ['SecurityError', 'storage-unavailable'],
  ])('names %s', (name, kind) => {
    expect(storageProblem(new DOMException('', name))?.kind).toBe(kind);
  });

  it('does not handle a programming error', () => {
    expect(storageProblem(new TypeError('undefined is not a function'))).toBeNull();
    expect(storageProblem(new DOMException('', 'DataCloneError'))).toBeNull();
  });
});
