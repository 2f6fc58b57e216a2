import { freeSeenBuffer } from '../core/free-buffer';

/** A file of this build. */
export interface BuiltFile {
  readonly url: string;
  /** `sha256-` and the hash of the file's bytes in Base64, as the integrity of a script is written. */
  readonly integrity: string;
}

interface Fetched {
  readonly request: Request;
  readonly response: Response;
  readonly event?: { readonly type: string };
}

/**
 * Plugin of workbox that lets only files pass that are what was built, from the network and from the
 * cache. The network may answer with a part of a file, with the login page of a guest network, or with a
 * file of another version; what a cache holds may be of an earlier such answer, or damaged.
 */
export class BuiltFiles {
  readonly #sums: ReadonlyMap<string, string>;
  readonly #fetch: typeof fetch;
  readonly #tellWrong: () => Promise<void>;

  /**
   * @param scope address that the files' addresses are below
   * @param tellWrong hears that the host no longer has a file of this build
   */
  constructor(
    files: readonly BuiltFile[],
    scope: string,
    tellWrong: () => Promise<void>,
    fetchFile: typeof fetch = (...request) => fetch(...request),
  ) {
    this.#sums = new Map(files.map(({ url, integrity }) => [new URL(url, scope).href, integrity]));
    this.#fetch = fetchFile;
    this.#tellWrong = tellWrong;
  }

  /** Asks for the file alone: the check follows, and a query does not make another file. */
  readonly requestWillFetch = ({ request }: { request: Request }): Promise<Request> => {
    const { cache } = request;
    return Promise.resolve(new Request(plain(request.url), { cache, credentials: 'same-origin' }));
  };

  /** Fetches a wrong file again past the browser's cache, and fails if it is wrong again. */
  readonly fetchDidSucceed = async ({ request, response, event }: Fetched): Promise<Response> => {
    if (await this.#isBuilt(request.url, response)) return response;
    const again = await this.#fetch(new Request(request, { cache: 'reload' }));
    if (await this.#isBuilt(request.url, again)) return again;
    // A new version that cannot be installed does not affect the version in use.
    if (event?.type !== 'install') await this.#tellWrong();
    throw new Error(`${request.url} is not the file of this version`);
  };

  /** Ignores a kept file that is wrong, so that it is fetched again. */
  readonly cachedResponseWillBeUsed = async ({
    request,
    cachedResponse,
  }: {
    request: Request;
    cachedResponse?: Response | undefined;
  }): Promise<Response | null> => {
    if (cachedResponse === undefined) return null;
    return (await this.#isBuilt(request.url, cachedResponse)) ? cachedResponse : null;
  };

  /** A page gets what the host has now when its own version of the page is nowhere. */
  readonly handlerDidError = async ({
    event,
  }: {
    event?: unknown;
  }): Promise<Response | undefined> => {
    const request = (event as { request?: Request } | undefined)?.request;
    return request?.mode === 'navigate' ? this.#fetch(request) : undefined;
  };

  /**
   * Checks each file, from its bytes.
   *
   * @param get the file as a page would get it, which keeps it when it was not kept
   * @returns addresses of the files that are nowhere to be had
   */
  async check(get: (address: string, integrity: string) => Promise<Response>): Promise<string[]> {
    const missing: string[] = [];
    for (const [address, integrity] of this.#sums) {
      try {
        const response = await get(address, integrity);
        await response.body?.cancel();
      } catch {
        missing.push(address);
      }
    }
    return missing;
  }

  async #isBuilt(address: string, response: Response): Promise<boolean> {
    if (!response.ok) return false;
    const sum = this.#sums.get(plain(address));
    return sum !== undefined && sum === (await integrityOf(response.clone()));
  }
}

async function integrityOf(response: Response): Promise<string | null> {
  try {
    const bytes = await response.arrayBuffer();
    const hash = await crypto.subtle.digest('SHA-256', bytes);
    // They take memory of the page's process.
    freeSeenBuffer(bytes);
    return `sha256-${btoa(String.fromCharCode(...new Uint8Array(hash)))}`;
  } catch {
    // The connection broke off, or the disk no longer gives what the cache holds.
    return null;
  }
}

/** An address without its query, which is where workbox puts a file's revision. */
function plain(address: string): string {
  return address.replace(/[?#].*$/s, '');
}
