// bench/floor/ — the floor: the least that any server of this shape must do. One XADD, one blocking XREAD, one room emit; no rules.
import { createServer } from 'node:http';
import { Redis } from 'ioredis';
import { Server } from 'socket.io';

const stream = 'floor';
const path = process.argv[2];
if (path === undefined) throw new Error('the floor needs the path of a Redis socket');

const writes = new Redis({ path });
const reads = new Redis({ path });
const http = createServer();
const io = new Server(http, { transports: ['websocket'], serveClient: false, perMessageDeflate: false });

io.on('connection', (socket) => {
  void socket.join('shop');
  socket.on('command', (command: unknown, acknowledge: (answer: { ok: boolean }) => void) => {
    void writes.xadd(stream, '*', 'command', JSON.stringify(command)).then(() => acknowledge({ ok: true }));
  });
});

/** Emits what it reads, in order; rejects when Redis goes, which ends the process. */
async function tail(): Promise<never> {
  let last = '$';
  for (;;) {
    const read = await reads.xread('BLOCK', 0, 'STREAMS', stream, last);
    for (const [id, fields] of read?.[0]?.[1] ?? []) {
      last = id;
      io.to('shop').emit('event', JSON.parse(fields[1] ?? 'null'));
    }
  }
}

void tail();
http.listen(0, '127.0.0.1', () => {
  const address = http.address();
  if (typeof address === 'object' && address !== null) process.send?.({ port: address.port });
});
process.once('disconnect', () => process.exit(0));
