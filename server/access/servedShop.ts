// access/ — which shop is meant, where it may be left out because there is only one.
import type { ServedShop, Shops } from '../shop/shop.ts';

/** Shops that are set up. */
export function shopsSetUp(shops: Shops): ServedShop[] {
  return shops.ids().flatMap((id) => {
    const shop = shops.get(id);
    return shop?.state.shop ? [shop] : [];
  });
}

/** A shop that is set up: the one of that id; without an id ('' or undefined) the only one. Undefined where there is none. */
export function servedShop(shops: Shops, id: string | undefined): ServedShop | undefined {
  const all = shopsSetUp(shops);
  if (id !== undefined && id !== '') return all.find((shop) => shop.id === id);
  return all.length === 1 ? all[0] : undefined;
}
