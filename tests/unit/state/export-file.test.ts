import { describe, expect, it } from 'vitest';
import { type DiskFile, ExportFile } from '../../../src/state/export-file';

/** A disk that keeps its parts and has room for a number of bytes. */
class Disk implements DiskFile {
  readonly parts: Blob[] = [];
  isAbandoned = false;
  readonly #room: number;

  constructor(room = Infinity) {
    this.#room = room;
  }

  write(part: Blob | Uint8Array<ArrayBuffer>): Promise<void> {
    // Copied, since the bytes are used again once they are written.
    this.parts.push(new Blob([part]));
    const isFull = new Blob(this.parts).size > this.#room;
    return isFull ? Promise.reject(new DOMException('', 'QuotaExceededError')) : Promise.resolve();
  }

  finish = () => Promise.resolve(new File(this.parts, 'hidden'));

  abandon(): Promise<void> {
    this.isAbandoned = true;
    return Promise.resolve();
  }
}

const LINE = `${'ä'.repeat(99)}\n`;

async function filled(lines: number, openDisk: () => Promise<DiskFile | null>) {
  const file = new ExportFile(openDisk);
  for (let i = 0; i < lines; i++) if (file.add(LINE)) await file.flush();
  return file;
}

describe('ExportFile', () => {
  it('keeps a small file in memory', async () => {
    const file = await filled(1_000, () => Promise.reject(new Error('asked for the disk')));
    const whole = await file.finish('a.csv', 'text/csv');
    expect([whole.name, whole.type]).toEqual(['a.csv', 'text/csv']);
    expect(await whole.text()).toBe(LINE.repeat(1_000));
  });

  it.each([
    ['on the disk', new Disk()],
    ['in memory, where there is no disk', null],
  ])('lets a large file grow %s, and loses nothing', async (_, disk) => {
    let asked = 0;
    const file = await filled(170_000, () => {
      asked++;
      return Promise.resolve(disk);
    });
    const whole = await file.finish('a.json', 'application/json');
    expect(whole.name).toBe('a.json');
    expect(asked).toBe(1);
    expect(await whole.text()).toBe(LINE.repeat(170_000));
    if (disk !== null) expect(new Blob(disk.parts).size).toBe(whole.size);
  });

  it('hands pieces of any size on in bytes of one buffer', async () => {
    const buffers = new Set<ArrayBuffer>();
    const disk = new Disk();
    const write = disk.write.bind(disk);
    disk.write = (part) => {
      if (part instanceof Uint8Array) buffers.add(part.buffer);
      return write(part);
    };
    const file = new ExportFile(() => Promise.resolve(disk));
    // Longer than the buffer, and with a character of four bytes wherever the buffer ends.
    const pieces = Array.from({ length: 12 }, (_, i) => `${'x'.repeat(i)}${'🧫'.repeat(500_000)}`);
    for (const piece of pieces) if (file.add(piece)) await file.flush();
    const whole = await file.finish('a.json', 'application/json');
    expect(await whole.text()).toBe(pieces.join(''));
    expect(buffers.size).toBe(1);
  });

  it('leaves nothing on a disk that is full', async () => {
    const disk = new Disk(1e6);
    const file = new ExportFile(() => Promise.resolve(disk));
    const filling = async () => {
      for (let i = 0; i < 170_000; i++) if (file.add(LINE)) await file.flush();
    };
    await expect(filling()).rejects.toThrow(DOMException);
    await file.abandon();
    expect(disk.isAbandoned).toBe(true);
  });
});
