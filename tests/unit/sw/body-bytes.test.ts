import { expect, it } from 'vitest';
import { BodyBytes } from '../../../src/sw/body-bytes';

const text = (bytes: Uint8Array) => Promise.resolve(new TextDecoder().decode(bytes));

it.each([0, 1, 1 << 18, (1 << 18) + 1, 5_000_000])('reads a body of %d bytes', async (length) => {
  const whole = Array.from({ length }, (_, i) => 'abcdefg'[i % 7]).join('');
  expect(await new BodyBytes().use(new Response(whole), text)).toBe(whole);
});

it('reads one body after another, and several at a time', async () => {
  const bytes = new BodyBytes();
  expect(await bytes.use(new Response('a long first one'), text)).toBe('a long first one');
  expect(await bytes.use(new Response('short'), text)).toBe('short');
  const used = new Set<number>();
  const sizeOf = (part: Uint8Array) => Promise.resolve(void used.add(part.buffer.byteLength));
  for (const length of [3, 2_000_000, 3]) await bytes.use(new Response('x'.repeat(length)), sizeOf);
  expect(used.size).toBe(2);
  const many = ['one', 'two', 'three'].map((body) => bytes.use(new Response(body), text));
  expect(await Promise.all(many)).toEqual(['one', 'two', 'three']);
});

it('reads an answer without a body, and one that only gives memory of its own', async () => {
  const bytes = new BodyBytes();
  expect(await bytes.use(new Response(null), text)).toBe('');
  const response = new Response('whole');
  Object.defineProperty(response, 'body', {
    value: {
      getReader: () => {
        throw new TypeError('no such mode');
      },
    },
  });
  expect(await bytes.use(response, text)).toBe('whole');
});

it('fails on a body that breaks off, and reads the next one', async () => {
  const bytes = new BodyBytes();
  const broken = new ReadableStream({ pull: (stream) => stream.error(new Error('reset')) });
  await expect(bytes.use(new Response(broken), text)).rejects.toThrow();
  expect(await bytes.use(new Response('next'), text)).toBe('next');
});
