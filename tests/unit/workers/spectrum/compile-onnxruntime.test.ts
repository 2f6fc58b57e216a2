import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { compileOnnxruntime } from '../../../../workers/spectrum/page/compile-onnxruntime';

class CompilingThread extends EventTarget {
  static started: CompilingThread[] = [];
  isEnded = false;

  constructor() {
    super();
    CompilingThread.started.push(this);
  }

  terminate(): void {
    this.isEnded = true;
  }
}

beforeEach(() => {
  CompilingThread.started = [];
  vi.stubGlobal('Worker', CompilingThread);
});

afterEach(() => void vi.unstubAllGlobals());

it('has a thread compile that ends with it', async () => {
  const compiled = compileOnnxruntime();
  const [thread] = CompilingThread.started;
  expect(thread?.isEnded).toBe(false);
  const module = new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  thread?.dispatchEvent(new MessageEvent('message', { data: module }));
  expect(await compiled).toBe(module);
  expect(thread?.isEnded).toBe(true);
});

it.each(['error', 'messageerror'])('has nothing after its thread’s %s', async (kind) => {
  const compiled = compileOnnxruntime();
  const [thread] = CompilingThread.started;
  thread?.dispatchEvent(new Event(kind));
  expect(await compiled).toBeNull();
  expect(thread?.isEnded).toBe(true);
});
