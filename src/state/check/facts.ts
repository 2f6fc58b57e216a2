import type { CheckFact } from '../../io/exports/check-report';
import { defaultPoolSize } from '../../../workers/spectrum/page/growth';
import { sentence, type Sentences } from '../../words/told/sentence';
import type { App } from '../app';
import { formatBytes } from '../../core/text';

/** Collects what a report says of the installation beside its checks: versions and the platform. */
export async function collectFacts(app: App): Promise<readonly CheckFact[]> {
  const { version, buildId, router, connection } = app;
  const cores = navigator.hardwareConcurrency;
  return [
    {
      name: sentence('checked.factApp'),
      value: sentence('checked.factAppValue', { version, build: buildId }),
    },
    { name: sentence('checked.factAddress'), value: location.origin + router.href('/') },
    { name: sentence('checked.factBrowser'), value: navigator.userAgent },
    {
      name: sentence('checked.factCores'),
      value: cores === undefined ? sentence('checked.factNotTold') : String(cores),
    },
    {
      name: sentence('checked.factWorkers'),
      value: sentence('checked.factAtMost', { count: defaultPoolSize(cores) }),
    },
    {
      name: sentence('checked.factIsolated'),
      value: sentence(crossOriginIsolated ? 'checked.factYes' : 'checked.factNoNeed'),
    },
    { name: sentence('checked.factOffline'), value: offlineFact(app) },
    {
      name: sentence('checked.factNetwork'),
      value: sentence(connection.online ? 'checked.factConnected' : 'checked.factNotConnected'),
    },
    { name: sentence('checked.factStorage'), value: await storageFact() },
  ];
}

function offlineFact({ serviceWorker }: App): Sentences {
  const { failure, missing, offlineReady, updateWaiting } = serviceWorker;
  if (failure === 'not-whole') return sentence('checked.offlineNotWhole');
  if (failure !== null) return sentence('checked.offlineFailed', { reason: failure.message });
  if (missing > 0) return sentence('checked.offlineMissing', { count: missing });
  if (!offlineReady) return sentence('checked.offlineNotYet');
  return sentence(updateWaiting ? 'checked.offlineReadyUpdate' : 'checked.offlineReady');
}

async function storageFact(): Promise<Sentences> {
  try {
    const { usage, quota } = await navigator.storage.estimate();
    const persisted = await navigator.storage.persisted();
    const kept = sentence(persisted ? 'checked.storageKept' : 'checked.storageMayGo');
    if (usage === undefined || quota === undefined) return kept;
    const used = { used: formatBytes(usage), allowed: formatBytes(quota) };
    return sentence('checked.storageUsed', { ...used, kept });
  } catch {
    return sentence('checked.storageNotTold');
  }
}
