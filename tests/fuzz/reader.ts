import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Fault } from './probe';
import type { Message, Task } from './protocol';
import { BOUNDS, type Bytes } from './target';

const CHILD = fileURLToPath(new URL('child.ts', import.meta.url));

/** An input over which the reading process was lost. */
export interface Lost {
  readonly input: Bytes;
  readonly fault: Fault;
}

/** A process that reads inputs, and is watched. A process that is lost is replaced. */
export class Reader {
  readonly #folder = mkdtempSync(join(tmpdir(), 'ktyper-fuzz-'));
  readonly #current = join(this.#folder, 'current');
  #child: ChildProcess | null = null;
  #errors = '';

  /**
   * Carries out a task.
   *
   * @param patience milliseconds without a message after which the process counts as hanging
   * @returns null when it was done; else the input over which the process was lost
   */
  async perform(
    task: Task,
    listen: (message: Message) => void,
    patience: number = BOUNDS.hang,
  ): Promise<Lost | null> {
    const child = (this.#child ??= await this.#start());
    return new Promise((resolve) => {
      let hangs = false;
      const kill = (): void => {
        hangs = true;
        child.kill('SIGKILL');
      };
      let timer = setTimeout(kill, patience);
      const settle = (lost: Lost | null): void => {
        clearTimeout(timer);
        child.off('message', hear).off('close', close);
        resolve(lost);
      };
      const hear = (message: unknown): void => {
        clearTimeout(timer);
        timer = setTimeout(kill, patience);
        const heard = message as Message;
        if (heard.kind === 'done') settle(null);
        else listen(heard);
      };
      // Not "exit", since its last messages may still arrive after that.
      const close = (code: number | null, signal: string | null): void => {
        this.#child = null;
        const fault: Fault = hangs
          ? { kind: 'hang', text: `no end within ${patience} ms` }
          : { kind: 'crash', text: lastWords(this.#errors, code, signal) };
        settle({ input: this.#lastInput(), fault });
      };
      child.on('message', hear).on('close', close);
      child.send(task);
    });
  }

  async close(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child !== null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.disconnect();
      await ended;
    }
    rmSync(this.#folder, { recursive: true });
  }

  /** Starts a process and waits until it has loaded all targets, which takes longer than many an input. */
  #start(): Promise<ChildProcess> {
    const child = fork(CHILD, [this.#current], {
      execArgv: ['--import', 'tsx', `--max-old-space-size=${BOUNDS.heap}`],
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    });
    this.#errors = '';
    child.stderr?.on('data', (text: Buffer) => {
      this.#errors = (this.#errors + text.toString()).slice(-4000);
    });
    return new Promise((resolve, reject) => {
      const fail = (): void => {
        reject(new Error(`The reading process did not start: ${this.#errors}`));
      };
      child.once('error', reject).once('close', fail);
      child.once('message', () => {
        child.off('error', reject).off('close', fail);
        resolve(child);
      });
    });
  }

  #lastInput(): Bytes {
    const written = readFileSync(this.#current);
    return Uint8Array.from(written.subarray(4, 4 + written.readUInt32LE(0)));
  }
}

function lastWords(errors: string, code: number | null, signal: string | null): string {
  const line = /(?:FATAL ERROR: |Error: |RuntimeError: ).*/.exec(errors)?.[0];
  return line ?? `ended with ${signal ?? `exit code ${code}`}`;
}
