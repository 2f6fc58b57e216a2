/* eslint-disable house/no-sentences -- The report is saved as it is shown, and files are in no language. */
import type { CheckFact } from '../../io/exports/check-report';
import { defaultPoolSize } from '../../../workers/spectrum/page/growth';
import type { App } from '../app';
import { formatBytes } from '../../core/text';

/** Collects what a report says of the installation beside its checks: versions and the platform. */
export async function collectFacts(app: App): Promise<readonly CheckFact[]> {
  const { version, buildId, router, connection } = app;
  const fact = (name: string, value: string): CheckFact => ({ name, value });
  const cores = navigator.hardwareConcurrency;
  return [
    fact('App', `ktyper ${version}, build ${buildId}`),
    fact('Address', location.origin + router.href('/')),
    fact('Browser', navigator.userAgent),
    fact('Processor cores', cores === undefined ? 'not told' : String(cores)),
    fact('Workers of a job', `${defaultPoolSize(cores)} at most`),
    fact('Cross-origin isolated', crossOriginIsolated ? 'yes' : 'no; nothing here needs it'),
    fact('Works offline', offlineWords(app)),
    fact('Network', connection.online ? 'connected' : 'not connected'),
    ...(await storageFacts()),
  ];
}

const NOT_WHOLE =
  'its files did not arrive as they were built, or there is no room for them. It is tried again by itself.';

function offlineWords({ serviceWorker }: App): string {
  const { failure, missing } = serviceWorker;
  if (failure !== null) return `no: ${failure === 'not-whole' ? NOT_WHOLE : failure.message}`;
  if (missing > 0) return `no: ${missing} files could not be fetched as they were built`;
  if (!serviceWorker.offlineReady) return 'not yet: the app is not installed for offline use';
  const waiting = serviceWorker.updateWaiting ? '; a newer version waits to be taken' : '';
  return `yes: the service worker keeps the app, its models and the example${waiting}`;
}

async function storageFacts(): Promise<readonly CheckFact[]> {
  const name = 'Storage';
  try {
    const { usage, quota } = await navigator.storage.estimate();
    const persisted = await navigator.storage.persisted();
    const sizes = [
      ...(usage === undefined ? [] : [`${formatBytes(usage)} used`]),
      ...(quota === undefined ? [] : [`of ${formatBytes(quota)} that the browser allows`]),
    ];
    const kept = persisted
      ? 'kept also when the disk is short'
      : 'may be removed when the disk is short';
    return [{ name, value: [sizes.join(' '), kept].filter(Boolean).join('; ') }];
  } catch {
    return [{ name, value: 'the browser does not tell' }];
  }
}
