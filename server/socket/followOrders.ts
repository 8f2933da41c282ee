// socket/ — every node looks twice a second for orders that concern a display [DSPL-5]: whoever gave them does not know on which node
// it hangs. Looked for rather than announced, so that none is lost with a connection, and Redis holds no more connections for it.
import type { Connections } from '../access/connections.ts';
import type { DisplayOrder, DisplayOrders, FollowedOrders } from '../access/displayOrders.ts';
import type { Displays } from '../access/displays.ts';
import type { Shops } from '../shop/shop.ts';

const LOOK_MS = 500;

interface OrderParts {
  shops: Pick<Shops, 'ids'>;
  orders: DisplayOrders;
  displays: Displays;
  connections: Connections;
  report: (what: string, error: unknown) => void;
}

/** Carries out the orders that are given from now on. */
export function followOrders({ shops, orders, displays, connections, report }: OrderParts): FollowedOrders {
  const places = new Map<string, string>();
  let running: Promise<void> = Promise.resolve();
  let silent = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  async function carryOut(shop: string, { display, act }: DisplayOrder): Promise<void> {
    const screens = connections.ofDisplay(shop, display);
    if (act === 'revoked') for (const screen of screens) screen.cut();
    else if (act !== 'changed') for (const screen of screens) screen.ask?.(act);
    else if (screens[0]?.visitor.kind === 'display') {
      const told = await displays.toldTo(screens[0].visitor.display);
      if (told) connections.tellDisplay(told);
    }
  }

  async function lookAt(shop: string): Promise<void> {
    const place = places.get(shop);
    if (place === undefined) {
      places.set(shop, await orders.last(shop));
      return;
    }
    const found = await orders.after(shop, place);
    places.set(shop, found.place);
    for (const order of found.orders) await carryOut(shop, order);
  }

  async function lookAtAll(): Promise<void> {
    try {
      await Promise.all(shops.ids().map(lookAt));
      silent = false;
    } catch (error) {
      // Said once: it is tried twice a second, and the orders wait where they are.
      if (!silent) report('orders for displays could not be read', error);
      silent = true;
    }
  }

  function look(): Promise<void> {
    running = running.then(lookAtAll);
    return running;
  }

  const next = (): void => {
    timer = setTimeout(() => void look().finally(() => stopped || next()), LOOK_MS);
    timer.unref();
  };
  void look();
  next();
  return {
    look,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
