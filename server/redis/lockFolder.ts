// redis/ — one process at a time starts a Redis in a folder.
import { readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Waits until no other living process holds the folder, and holds it. Returns what lets it go. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'starting.pid');
  const mark = `${process.pid}`;
  for (;;) {
    try {
      await writeFile(file, mark, { flag: 'wx', mode: 0o600 });
      return async () => {
        await unlink(file);
      };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = Number(await readFile(file, 'utf8').catch(() => ''));
    // Left behind by a process that was killed. An empty file is one that is being written.
    if (holder > 0 && !isAlive(holder)) await unlink(file).catch(() => undefined);
    else await wait(20);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
