import { describe, expect, it } from 'vitest';
import { indexOf, withHashes, withPack } from './app-copy';

describe('indexOf', () => {
  it('offers one pack, and chooses it', () => {
    const model = { id: 'm', version: '2.0.0', path: 'm/2.0.0' };
    expect(indexOf({ format: 'f/1', models: [model] }, 'm/1.0.0')).toEqual({
      format: 'f/1',
      default: 'm',
      models: [{ id: 'm', version: '1.0.0', path: 'm/1.0.0' }],
    });
  });
});

describe('withPack', () => {
  const worker = '[{url:`models/m/2.0.0/a`,revision:`1`},{url:`models/m/2.0.0/b`},{url:`c`}]';

  it("keeps the pack's files instead of the offered ones", () => {
    expect(withPack(worker, ['m/2.0.0'], 'm/1.0.0')).toBe(
      '[{url:`models/m/1.0.0/a`,revision:`1`},{url:`models/m/1.0.0/b`},{url:`c`}]',
    );
    expect(withPack(worker, ['m/2.0.0'], 'm/2.0.0')).toBe(worker);
  });

  it('refuses a worker that keeps none of them', () => {
    expect(() => withPack(worker, ['m/3.0.0'], 'm/1.0.0')).toThrow('models/m/3.0.0');
  });
});

it('gives the files of the pack their own hashes', () => {
  expect(
    withHashes('[{url:`a`,revision:`12`,integrity:`sha256-x+/=`}]', [
      ['12', '34'],
      ['x+/=', 'y+/='],
    ]),
  ).toBe('[{url:`a`,revision:`34`,integrity:`sha256-y+/=`}]');
});
