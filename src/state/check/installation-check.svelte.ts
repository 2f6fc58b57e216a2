/* eslint-disable house/no-sentences -- The report is saved as it is shown, and files are in no language. */
import { failed, type CheckItem } from '../../core/check/check-item';
import type { CheckReport } from '../../io/exports/check-report';
import { judgeInstallation } from '../../core/check/verdict';
import { internalError } from '../../core/job/internal-error';
import { checkInstallation } from '../../engine/check/check-installation';
import type { InstalledModel } from '../../engine/check/check-model';
import { startCheckWorker } from '../../../workers/check/client';
import { startJobThreads } from '../../../workers/job-threads';
import { startReaderWorker } from '../../../workers/reader/client';
import type { App } from '../app';
import { ModelShelf, type ShelvedModel } from '../model-shelf.svelte';
import { collectFacts } from './facts';
import { sentence } from '../../words/told/sentence';

/** One check of this installation: its lines so far, and its report at the end. */
export class InstallationCheck {
  readonly #app: App;
  #stopped = false;
  items = $state.raw<readonly CheckItem[]>([]);
  report = $state.raw<CheckReport | null>(null);

  constructor(app: App) {
    this.#app = app;
  }

  async run(): Promise<void> {
    const checkedAt = new Date().toISOString();
    try {
      for await (const item of await this.#begin()) {
        if (this.#stopped) return;
        this.items = [...this.items, item];
      }
    } catch (error) {
      // A check that fails unexpectedly has not passed.
      this.items = [...this.items, failed('files', 'The check itself', internalError(error))];
    }
    const facts = await collectFacts(this.#app);
    const { items } = this;
    this.report = { checkedAt, verdict: judgeInstallation(items), facts, items };
  }

  /** Stops the check when nobody looks at it any more. */
  stop(): void {
    this.#stopped = true;
  }

  async #begin(): Promise<AsyncGenerator<CheckItem, void, void>> {
    const { router, db } = this.#app;
    // The check reads the models again, since it checks the files as they are now.
    const shelf = new ModelShelf(router.href('/models/'), db);
    const read = await shelf.load();
    const models = read.ok
      ? read.value.map(installed)
      : [{ name: sentence('checked.nameHostModels'), pack: read } satisfies InstalledModel];
    const own = shelf.ownProblem;
    if (own !== null)
      models.push({ name: sentence('checked.nameOwnModels'), pack: { ok: false, error: own } });
    return checkInstallation({
      base: router.href('/check/'),
      models,
      startCheck: startCheckWorker,
      startReader: startReaderWorker,
      startJobThreads: () => startJobThreads(1),
    });
  }
}

function installed({ id, version, origin, pack }: ShelvedModel): InstalledModel {
  const where = origin.kind === 'own' ? ' (added on this computer)' : '';
  return { name: `${id} ${version}${where}`, pack };
}
