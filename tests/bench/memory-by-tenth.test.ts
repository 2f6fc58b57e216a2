import { describe, expect, it } from 'vitest';
import { MemoryByTenth } from './memory-by-tenth';

describe('MemoryByTenth', () => {
  it('has the peak of each tenth, and what was left at its end', () => {
    const memory = new MemoryByTenth(200);
    memory.add(0, 300);
    memory.add(19, 200);
    memory.add(20, 400);
    memory.add(39, 350);
    memory.add(199, 380);
    memory.add(200, 440);
    const { tenths } = memory;
    expect(tenths[0]).toEqual({ peak: 300, after: 200 });
    expect(tenths[1]).toEqual({ peak: 400, after: 350 });
    expect(tenths[2]).toBeNull();
    expect(tenths[9]).toEqual({ peak: 440, after: 440 });
    expect(memory.growth).toBeCloseTo(1.1, 10);
  });

  it('tells a process that keeps what it has done from one that does not', () => {
    const [keeps, frees] = [new MemoryByTenth(100), new MemoryByTenth(100)];
    for (let done = 0; done < 100; done++) {
      keeps.add(done, 300 + done);
      frees.add(done, 300 + (done % 7));
    }
    expect(keeps.growth).toBeGreaterThan(1.2);
    expect(frees.growth).toBe(1);
  });

  it('says of no growth where a tenth was not seen', () => {
    const memory = new MemoryByTenth(100);
    memory.add(99, 300);
    expect(memory.growth).toBeNull();
  });
});
