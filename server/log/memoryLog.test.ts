// log/ — the log in memory keeps the contract.
import { logContract } from '../testing/logContract.ts';
import { memoryLog } from './memoryLog.ts';

logContract('in memory', () => {
  const log = memoryLog();
  return Promise.resolve({
    log,
    tail: log.tail(),
    lose(shop, fromVersion) {
      log.lose(shop, fromVersion);
      return Promise.resolve();
    },
    plant(shop, kept) {
      log.plant(shop, kept);
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  });
});
