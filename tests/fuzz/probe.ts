import { getHeapStatistics } from 'node:v8';
import { BOUNDS, type Bytes, type Target } from './target';

/** What is wrong with what an input did. */
export interface Fault {
  readonly kind: 'exception' | 'broken-invariant' | 'slow' | 'memory' | 'hang' | 'crash';
  /** In one line, with the place in the code where it is known. */
  readonly text: string;
}

export interface Probed {
  readonly endings: readonly string[];
  readonly fault: Fault | null;
}

/** Gives an input to a target and measures what it costs. A hang is for another process to see. */
export async function probe(target: Target, input: Bytes): Promise<Probed> {
  const before = { cpu: process.cpuUsage(), held: heldBytes(), peak: peakBytes() };
  let endings: readonly string[] = [];
  let fault: Fault | null = null;
  try {
    endings = await target.run(input);
  } catch (error) {
    fault = faultOf(error);
  }
  const { user, system } = process.cpuUsage(before.cpu);
  const milliseconds = (user + system) / 1000;
  // What was taken but never touched is no part of the process's peak.
  const bytes = Math.max(heldBytes() - before.held, peakBytes() - before.peak);
  if (milliseconds > BOUNDS.processorTime) {
    fault ??= { kind: 'slow', text: `more than ${BOUNDS.processorTime} ms of processor time` };
  }
  if (bytes > BOUNDS.memory) {
    fault ??= { kind: 'memory', text: `more than ${BOUNDS.memory / 1024 / 1024} MB of memory` };
  }
  return { endings, fault };
}

function heldBytes(): number {
  return getHeapStatistics().external_memory;
}

function peakBytes(): number {
  return process.resourceUsage().maxRSS * 1024;
}

/** The exception in one line: what it said, and where in our code it came about. */
function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { kind: 'exception', text: `thrown: ${String(error)}` };
  const kind = error.name === 'BrokenInvariant' ? 'broken-invariant' : 'exception';
  const place = /\/((?:src|workers|tests\/fuzz\/targets)\/[^:?)]+)[^:]*:(\d+)/.exec(
    (error.stack ?? '').slice(String(error).length),
  );
  const at = place === null ? '' : ` (${place[1]}:${place[2]})`;
  return { kind, text: `${error.name}: ${error.message.slice(0, 300)}${at}` };
}

/** Faults of one sign are one fault: numbers and quoted texts in them are the input's. */
export function signOf({ kind, text }: Fault): string {
  const place = /\(([^()]+:\d+)\)$/.exec(text)?.[1];
  return `${kind} ${place ?? ''} ${text
    .replace(/ \([^()]+\)$/, '')
    .replace(/\d+|".*"/gs, '#')
    .slice(0, 60)}`;
}
