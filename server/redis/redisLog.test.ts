// redis/ — the log in Redis keeps the contract, on every server of the kind that is installed here.
import { basename } from 'node:path';
import { logContract } from '../testing/logContract.ts';
import { redisPrograms, startRedis } from '../testing/redisFixture.ts';
import { openTailConnection } from './connections.ts';
import { shopKeys } from './keys.ts';
import { redisLog } from './redisLog.ts';
import { redisTail } from './redisTail.ts';

for (const program of redisPrograms()) {
  logContract(basename(program), async () => {
    const redis = await startRedis(program);
    const client = await redis.client();
    const tail = redisTail(openTailConnection(redis.url), await redis.client());
    return {
      log: redisLog(client, await redis.client()),
      tail,
      async lose(shop, fromVersion) {
        const { log } = shopKeys(shop);
        const items = await client.xrange(log, `${fromVersion}-0`, '+');
        await client.xdel(log, ...items.map(([id]) => id));
        await client.call('XSETID', log, `${fromVersion - 1}-0`);
      },
      async plant(shop, { version, text, hash }) {
        await client.xadd(shopKeys(shop).log, `${version}-0`, 'entry', text, 'hash', hash);
      },
      async close() {
        tail.close();
        await redis.remove();
      },
    };
  });
}
