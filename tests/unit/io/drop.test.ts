import { describe, expect, it } from 'vitest';
import {
  filesOfDirectory,
  filesOfInput,
  filesOfTransfer,
  type DropEvent,
} from '../../../src/io/drop';
import { inEnglish } from '../../../src/words/in-words';

/** A folder as a tree. A name leads to a file's text, to `null` (which cannot be opened) or to a folder. */
interface Tree {
  readonly [name: string]: string | null | Tree;
}

/** Chromium's readEntries returns at most this many entries at a time. */
const ENTRIES_AT_A_TIME = 100;

function fakeEntry(name: string, node: string | null | Tree): FileSystemEntry {
  if (node === null || typeof node === 'string') {
    return {
      name,
      isFile: true,
      isDirectory: false,
      file: (done: (file: File) => void, fail: (error: Error) => void) =>
        node === null ? fail(new Error('NotReadableError')) : done(new File([node], name)),
    } as unknown as FileSystemEntry;
  }
  return {
    name,
    isFile: false,
    isDirectory: true,
    createReader() {
      const left = Object.entries(node).map(([child, value]) => fakeEntry(child, value));
      return {
        readEntries: (done: (part: FileSystemEntry[]) => void, fail: (error: Error) => void) =>
          'unreadable!' in node
            ? fail(new Error('NotReadableError'))
            : done(left.splice(0, ENTRIES_AT_A_TIME)),
      };
    },
  } as unknown as FileSystemEntry;
}

/** Makes a transfer that, as in a browser, is empty once the event's handler has returned. */
function fakeTransfer(entries: readonly (FileSystemEntry | File)[]) {
  let isOpen = true;
  const items = entries.map((entry) => ({
    kind: 'file',
    webkitGetAsEntry: () => (isOpen && !(entry instanceof File) ? entry : null),
    getAsFile: () => (isOpen && entry instanceof File ? entry : null),
  }));
  const text = { kind: 'string', webkitGetAsEntry: () => null, getAsFile: () => null };
  const transfer = { items: [text, ...items] } as unknown as DataTransfer;
  return { transfer, close: () => (isOpen = false) };
}

function fakeDirectory(name: string, tree: Tree): FileSystemDirectoryHandle {
  async function* values() {
    await Promise.resolve();
    if ('unreadable!' in tree) throw new Error('NotAllowedError');
    for (const [child, node] of Object.entries(tree)) {
      if (node === null || typeof node === 'string') {
        const getFile = () =>
          node === null
            ? Promise.reject(new Error('NotFoundError'))
            : Promise.resolve(new File([node], child));
        yield { kind: 'file', name: child, getFile };
      } else yield fakeDirectory(child, node);
    }
  }
  return { kind: 'directory', name, values } as unknown as FileSystemDirectoryHandle;
}

async function collect(events: AsyncIterable<DropEvent> | Iterable<DropEvent>) {
  const paths: string[] = [];
  const problems: string[] = [];
  for await (const event of events) {
    if (event.kind === 'file') paths.push(event.file.path);
    else problems.push(inEnglish(event.problem.message));
  }
  return { paths, problems };
}

const RUN: Tree = {
  '.DS_Store': 'x',
  'runInfo.json': '{}',
  '0_A2': { '1': { '1SLin': { fid: 'two', acqu: '##', '._fid': 'twin' } } },
  '0_A1': { '1': { '1SLin': { fid: 'one', acqu: '##' } } },
  __MACOSX: { fid: 'twin' },
};

const RUN_PATHS = [
  'RUN/runInfo.json',
  'RUN/0_A1/1/1SLin/acqu',
  'RUN/0_A1/1/1SLin/fid',
  'RUN/0_A2/1/1SLin/acqu',
  'RUN/0_A2/1/1SLin/fid',
];

describe('filesOfTransfer', () => {
  it('gives a folder with its paths, sorted and without clutter', async () => {
    const { transfer, close } = fakeTransfer([fakeEntry('RUN', RUN)]);
    const files = filesOfTransfer(transfer);
    close();
    expect(await collect(files)).toEqual({ paths: RUN_PATHS, problems: [] });
  });

  it.each([99, 100, 101, 250])('gives all files of a folder of %d children', async (count) => {
    const children = Array.from({ length: count }, (_, i) => [`${1000 + i}.txt`, 'x'] as const);
    const { transfer } = fakeTransfer([fakeEntry('many', Object.fromEntries(children))]);
    const { paths } = await collect(filesOfTransfer(transfer));
    expect(paths.length).toBe(count);
    expect(paths.at(-1)).toBe(`many/${999 + count}.txt`);
  });

  it('gives several files and folders, taken while the handler still runs', async () => {
    const { transfer, close } = fakeTransfer([
      new File(['zip'], 'run.zip'),
      fakeEntry('one', { fid: 'x' }),
      fakeEntry('sample_sheet.tsv', 'x'),
      new File(['x'], '.DS_Store'),
    ]);
    const files = filesOfTransfer(transfer);
    close();
    expect((await collect(files)).paths).toEqual(['run.zip', 'one/fid', 'sample_sheet.tsv']);
  });

  it('reports a file or folder that the browser does not open, and continues', async () => {
    const { transfer } = fakeTransfer([
      fakeEntry('RUN', { fid: null, locked: { 'unreadable!': 'x' }, open: { fid: 'x' } }),
    ]);
    expect(await collect(filesOfTransfer(transfer))).toEqual({
      paths: ['RUN/open/fid'],
      problems: [
        'The browser could not open RUN/fid: it was moved or deleted, or may not be read.',
        'The browser could not open RUN/locked: it was moved or deleted, or may not be read.',
      ],
    });
  });

  it('keeps the bytes', async () => {
    const { transfer } = fakeTransfer([fakeEntry('fid', 'bytes')]);
    const next = await filesOfTransfer(transfer).next();
    const event = next.value as Extract<DropEvent, { kind: 'file' }>;
    expect(await event.file.blob.text()).toBe('bytes');
  });
});

describe('filesOfInput', () => {
  it('uses the path inside the chosen folder, or else the name', async () => {
    const file = (name: string, webkitRelativePath: string) =>
      Object.assign(new File(['x'], name), { webkitRelativePath });
    const files = [
      file('fid', 'RUN/0_A1/1/1SLin/fid'),
      file('._fid', 'RUN/0_A1/1/1SLin/._fid'),
      file('run.zip', ''),
    ];
    expect((await collect(filesOfInput(files))).paths).toEqual(['RUN/0_A1/1/1SLin/fid', 'run.zip']);
  });
});

describe('filesOfDirectory', () => {
  it('gives a folder with its paths', async () => {
    const { paths } = await collect(filesOfDirectory(fakeDirectory('RUN', RUN)));
    expect(paths.toSorted()).toEqual(RUN_PATHS.toSorted());
  });

  it('reports what may not be read, and continues', async () => {
    const tree = { a: null, b: { 'unreadable!': 'x' }, c: 'x' };
    const { paths, problems } = await collect(filesOfDirectory(fakeDirectory('RUN', tree)));
    expect(paths).toEqual(['RUN/c']);
    expect(problems.length).toBe(2);
  });
});
