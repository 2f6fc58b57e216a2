import { describe, expect, it } from 'vitest';
import { type DiskFile, ExportFile } from '../../../src/state/export-file';

/** A disk that keeps its parts and has room for a number of bytes. */
class Disk implements DiskFile {
  readonly parts: (Blob | string)[] = [];
  isAbandoned = false;
  readonly #room: number;

  constructor(room = Infinity) {
    this.#room = room;
  }

  write(part: Blob | string): Promise<void> {
    this.parts.push(part);
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
