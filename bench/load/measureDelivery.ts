// bench/load/ — from giving a command until the last of all screens has it.
import { clientOf, connected, give } from './clients.ts';
import { lightScreens } from './lightScreen.ts';
import type { DeliveryAnswer, DeliveryTask } from './tasks.ts';

/** The command under way. */
interface UnderWay {
  id: string;
  /** Screens that do not have it yet. */
  missing: number;
  arrived: () => void;
}

/** Carries a delivery task out. Rejects when a command is refused or does not arrive everywhere. */
export async function measureDelivery(task: DeliveryTask): Promise<DeliveryAnswer> {
  const { giver, screens: count, warmUp, commands } = task;
  const screens = await lightScreens(task.screen, count);
  const dispatcher = await connected(clientOf(giver.entrance), giver.entrance.namespace);
  const underWay: UnderWay = { id: 'none', missing: 0, arrived: () => undefined };
  for (const screen of screens) {
    screen.onEvent = (text) => {
      if (!text.includes(underWay.id)) return;
      underWay.missing -= 1;
      if (underWay.missing === 0) underWay.arrived();
    };
  }

  const ms: number[] = [];
  for (let index = 0; index < warmUp + commands; index += 1) {
    const body = giver.bodies[index % giver.bodies.length];
    if (body === undefined) throw new Error('nothing to give');
    const everywhere = new Promise<void>((resolve) => (underWay.arrived = resolve));
    let begunAt = 0;
    const answered = give(dispatcher, body, (id) => {
      underWay.id = id;
      underWay.missing = screens.length;
      begunAt = performance.now();
    });
    const [answer] = await Promise.all([answered, everywhere.then(() => ms.push(performance.now() - begunAt))]);
    if (!answer.ok) throw new Error(`refused: ${answer.refusal.code}`);
  }
  dispatcher.disconnect();
  for (const screen of screens) screen.close();
  return { ms: ms.slice(warmUp) };
}
