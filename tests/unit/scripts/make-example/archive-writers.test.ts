import { describe, expect, it } from 'vitest';
import type { ArchiveWriter, Sink } from '../../../../scripts/make-example/archive-writer';
import { tarGzWriter } from '../../../../scripts/make-example/tar-gz-writer';
import { zipWriter } from '../../../../scripts/make-example/zip-writer';
import { file, list, texts } from '../../io/listing';

const FILES: readonly [string, string][] = [
  ['RUN/runInfo.json', '{}'],
  ['RUN/0_A1/1/1SLin/fid', 'counts'.repeat(1000)],
  [`${'folder/'.repeat(20)}info`, 'a long name'],
  ["Île d'Yeu/α #1/acqu", 'not ASCII'],
  ['empty.txt', ''],
];

function write(make: (sink: Sink) => ArchiveWriter, files: Iterable<[string, string]>): Blob {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const writer = make((bytes) => parts.push(bytes.slice()));
  for (const [path, content] of files) writer.add(path, new TextEncoder().encode(content));
  writer.finish();
  return new Blob(parts);
}

describe.each([
  ['zip', (sink: Sink) => zipWriter(sink, 6)],
  ['zip, level 0', (sink: Sink) => zipWriter(sink, 0)],
  ['tar.gz', (sink: Sink) => tarGzWriter(sink, 6)],
])('the %s writer', (_, make) => {
  it('writes what our own reader can read', async () => {
    const listing = await list([file('archive', write(make, FILES))]);
    expect(listing.problems).toEqual([]);
    expect(await texts(listing)).toEqual(Object.fromEntries(FILES));
  });

  it('writes the same bytes for the same files', async () => {
    const bytes = async () => new Uint8Array(await write(make, FILES).arrayBuffer());
    expect(await bytes()).toEqual(await bytes());
  });
});

describe('the zip writer', () => {
  it('continues beyond 65,535 files with Zip64', async () => {
    const count = 65_600;
    function* many(): Generator<[string, string]> {
      for (let i = 0; i < count; i++) yield [`${i}.txt`, ''];
    }
    const listing = await list([
      file(
        'archive',
        write((sink) => zipWriter(sink, 0), many()),
      ),
    ]);
    expect(listing.problems).toEqual([]);
    expect(listing.entries.length).toBe(count);
    expect(listing.entries.at(-1)?.path).toBe(`${count - 1}.txt`);
  });
});
