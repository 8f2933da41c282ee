// bench/load/ — the load process: carries out one task after the other for its parent, apart from the servers that it loads.
import { measureBytes } from './measureBytes.ts';
import { measureDelivery } from './measureDelivery.ts';
import { measureThroughput } from './measureThroughput.ts';
import type { BytesAnswer, DeliveryAnswer, Task, ThroughputAnswer } from './tasks.ts';

function carryOut(task: Task): Promise<DeliveryAnswer | ThroughputAnswer | BytesAnswer> {
  switch (task.kind) {
    case 'delivery':
      return measureDelivery(task);
    case 'throughput':
      return measureThroughput(task);
    case 'bytes':
      return measureBytes(task);
  }
}

process.on('message', (task: Task) => {
  carryOut(task).then(
    (answer) => process.send?.({ answer }),
    (error: unknown) => process.send?.({ error: error instanceof Error ? error.message : String(error) }),
  );
});
process.once('disconnect', () => process.exit(0));
