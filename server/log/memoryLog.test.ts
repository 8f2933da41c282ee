// log/ — the log in memory keeps the contract.
import { logContract } from './log.contract.ts';
import { memoryLog } from './memoryLog.ts';

logContract('in memory', () => {
  const log = memoryLog();
  return Promise.resolve({
    log,
    tail: log.tail(),
    lose: (shop, fromVersion) => Promise.resolve(log.lose(shop, fromVersion)),
    plant: (shop, kept) => Promise.resolve(log.plant(shop, kept)),
    close: () => Promise.resolve(),
  });
});
