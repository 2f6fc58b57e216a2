import { Session, type Profiler } from 'node:inspector';

/** The code whose paths count: ours, and the packages that read foreign bytes for it. */
const OURS = /\/(?:src|workers)\/[^?]*\.ts|\/node_modules\/(?:fflate|pbf|valibot)\//;

/** By function: a 1 for each of its characters that was reached. */
type Reached = Map<string, Uint8Array>;

/**
 * Tells which parts of our code have run, by V8's own counters (the inspector's precise coverage, which
 * coverage tools use). It has to be created before that code is loaded.
 *
 * A question takes some milliseconds, however little has run. So it is asked after a batch of inputs
 * (`reachedMore`), and for each input alone (`isReason`) only when the batch reached something new.
 */
export class Coverage {
  readonly #session = new Session();
  #known: Reached = new Map();
  /** What the last batch reached, and none before it. */
  #fresh: Reached = new Map();

  constructor() {
    this.#session.connect();
    this.#session.post('Profiler.enable');
    this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** Starts again, with nothing reached. */
  forget(): void {
    this.#take();
    this.#known = new Map();
    this.#fresh = new Map();
  }

  /** Returns whether anything ran since the last question that never ran before. */
  reachedMore(): boolean {
    this.#fresh = new Map();
    for (const [key, now] of this.#take()) {
      const before = this.#known.get(key);
      const fresh = before === undefined ? now : now.map((bit, i) => bit & ~before[i]!);
      if (fresh.includes(1)) this.#fresh.set(key, fresh);
      this.#known.set(key, before === undefined ? now : before.map((bit, i) => bit | now[i]!));
    }
    return this.#fresh.size > 0;
  }

  /** Returns whether what ran since the last question was the first to reach what `reachedMore` found. */
  isReason(): boolean {
    let isFirst = false;
    for (const [key, now] of this.#take()) {
      const fresh = this.#fresh.get(key);
      if (!fresh?.some((bit, i) => bit === 1 && now[i] === 1)) continue;
      isFirst = true;
      this.#fresh.set(
        key,
        fresh.map((bit, i) => bit & ~now[i]!),
      );
    }
    return isFirst;
  }

  /** Returns what ran since the last call. */
  #take(): Reached {
    let scripts: readonly Profiler.ScriptCoverage[] = [];
    // The session is of this same thread, so it answers before it returns.
    this.#session.post('Profiler.takePreciseCoverage', (error, answer) => {
      if (error !== null) throw error;
      scripts = answer.result;
    });
    const reached: Reached = new Map();
    for (const { url, functions } of scripts) {
      if (!OURS.test(url)) continue;
      for (const { ranges } of functions) {
        const [whole] = ranges;
        if (whole === undefined || whole.count === 0) continue;
        reached.set(`${url}:${whole.startOffset}`, paint(whole, ranges));
      }
    }
    return reached;
  }
}

/** @param ranges the whole function first, then its blocks that ran another number of times */
function paint(whole: Profiler.CoverageRange, ranges: readonly Profiler.CoverageRange[]) {
  const characters = new Uint8Array(whole.endOffset - whole.startOffset);
  for (const { startOffset, endOffset, count } of ranges) {
    characters.fill(
      count > 0 ? 1 : 0,
      startOffset - whole.startOffset,
      endOffset - whole.startOffset,
    );
  }
  return characters;
}
