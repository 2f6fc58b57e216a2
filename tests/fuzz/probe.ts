import { getHeapStatistics } from 'node:v8';
import { BOUNDS, type Bytes, type Target } from './target';

/** A fault of an input. */
export interface Fault {
  readonly kind: 'exception' | 'broken-invariant' | 'slow' | 'memory' | 'hang' | 'crash';
  /** One line, with the place in the code, which identifies the fault. */
  readonly text: string;
}

export interface Probed {
  readonly endings: readonly string[];
  readonly fault: Fault | null;
}

/** Gives an input to a target and measures its cost. Another process notices a hang. */
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
  // Memory that was allocated but never touched is not part of the process's peak.
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

/** Describes the exception in one line: its message, and its place in our code. */
function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { kind: 'exception', text: `thrown: ${String(error)}` };
  const kind = error.name === 'BrokenInvariant' ? 'broken-invariant' : 'exception';
  const place = /\/((?:src|workers|tests\/fuzz\/targets)\/[^:?)]+)[^:]*:(\d+)/.exec(
    (error.stack ?? '').slice(String(error).length),
  );
  const at = place === null ? '' : ` (${place[1]}:${place[2]})`;
  return { kind, text: `${error.name}: ${error.message.slice(0, 300)}${at}` };
}

/** Faults of one sign are one fault. Numbers and quoted texts are the input's, and left out of it. */
export function signOf({ kind, text }: Fault): string {
  const place = /\(([^()]+:\d+)\)$/.exec(text)?.[1];
  return `${kind} ${place ?? ''} ${text
    .replace(/ \([^()]+\)$/, '')
    .replace(/\d+|".*"/gs, '#')
    .slice(0, 60)}`;
}
