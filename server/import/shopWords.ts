// import/ — what the words in a file mean in this shop: its advisors, its types of service, its operations, its time zone.
import type { Directory } from '@zhunshi/shared/domain/directory.ts';
import type { ShopState } from '@zhunshi/shared/domain/state.ts';
import type { StaffId } from '@zhunshi/shared/domain/words.ts';

/** Looks words of a file up; null: the shop does not know such a thing, or two of it. */
export interface ShopWords {
  timeZone: string;
  /** Key of the shop's references. */
  secret: Buffer;
  /** By name or number. */
  advisorCalled: (word: string) => StaffId | null;
  /** By its word in either language, or its code. */
  serviceTypeCalled: (word: string) => string | null;
  /** By its name in the shop's table, whatever the width of its brackets. */
  operationCalled: (word: string) => string | null;
}

const plain = (word: string): string => word.normalize('NFKC').trim().toUpperCase();

/** The words of a shop as it is now. */
export function shopWords(state: ShopState, directory: Directory, secret: Buffer): ShopWords {
  const { shop } = state;
  const advisors = Object.values(state.staff).filter(({ roles }) => roles.includes('advisor'));
  const nameOf = (id: StaffId): string => directory.staff[id]?.name ?? '';
  const operations = new Map((shop?.operations ?? []).map(({ name }) => [plain(name), name]));
  return {
    timeZone: shop?.timeZone ?? 'UTC',
    secret,
    advisorCalled(word) {
      const wanted = plain(word);
      const called = advisors.filter(({ id }) => plain(id) === wanted || plain(nameOf(id)) === wanted);
      return called.length === 1 ? (called[0]?.id ?? null) : null;
    },
    serviceTypeCalled(word) {
      const wanted = plain(word);
      const found = shop?.serviceTypes.find(({ code, zh, en }) =>
        [code, zh, en].some((name) => plain(name) === wanted),
      );
      return found?.code ?? null;
    },
    operationCalled: (word) => operations.get(plain(word)) ?? null,
  };
}
