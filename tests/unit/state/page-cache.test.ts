import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PageCache } from '../../../src/state/page-cache';

let done: string[];
let page: EventTarget;
let stop: () => void;
let end: () => void;

beforeEach(() => {
  done = [];
  page = new EventTarget();
  const act = (what: string) => () => void done.push(what);
  const ended = new Promise<void>((resolve) => (end = resolve));
  const transactions = { abort: act('abort'), ended: () => ended };
  stop = new PageCache(transactions, { end: act('end') }, page, act('reload')).start();
});

describe('a page that the browser may show again', () => {
  it('leaves neither transactions nor threads behind', () => {
    tell('pagehide', true);
    expect(done).toEqual(['abort', 'end']);
  });

  it('is loaded anew when it is shown again, once its transactions have ended', async () => {
    tell('pageshow', true);
    await Promise.resolve();
    expect(done).toEqual([]);
    end();
    await vi.waitFor(() => expect(done).toEqual(['reload']));
  });

  it('is left to the browser where it ends, and when it is shown for the first time', () => {
    tell('pageshow', false);
    tell('pagehide', false);
    expect(done).toEqual([]);
  });

  it('does nothing once the app has stopped', () => {
    stop();
    tell('pagehide', true);
    tell('pageshow', true);
    expect(done).toEqual([]);
  });
});

function tell(name: 'pagehide' | 'pageshow', persisted: boolean): void {
  page.dispatchEvent(Object.assign(new Event(name), { persisted }));
}
