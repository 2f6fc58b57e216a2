import type { JobRecord } from '../../storage/records';
import { Chain } from './chain';

/**
 * The checksum of what a job found, by which the same job is known again: of its rows and evidence as they are
 * written, and of what identifies it. A name, kept files or a review may change, and it is the same job.
 */
export class Content {
  readonly #chain = new Chain();

  static async of(
    job: Pick<JobRecord, 'token' | 'createdAt' | 'appVersion' | 'status' | 'model'>,
  ): Promise<Content> {
    const content = new Content();
    const { token, createdAt, appVersion, status, model } = job;
    const identity = [token, createdAt, appVersion, status, model?.manifestSha256 ?? null];
    await content.#chain.add(JSON.stringify(identity));
    return content;
  }

  /** @param line a line of rows or evidence */
  add(line: string | Uint8Array): Promise<void> {
    return this.#chain.add(line);
  }

  get hex(): string {
    return this.#chain.hex;
  }
}
