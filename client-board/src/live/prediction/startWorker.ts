// live/prediction/ — starts the worker that predicts; its file is a page's own, so the policy of the pages allows it.
import { workerAddress } from 'virtual:prediction-worker';

/** Null where there are no workers. */
export function startWorker(): Worker | null {
  if (typeof Worker === 'undefined') return null;
  return new Worker(workerAddress, { type: 'module' });
}
