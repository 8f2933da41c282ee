// import/ — a file about the set-up, a shop file or a table of standard times, to what it wants; all that is wrong with it at once.
import type { ShopState } from '@zhunshi/shared/domain/state.ts';
import type { LocalDay } from '@zhunshi/shared/domain/words.ts';
import type { SetUpFault, SetUpPreview } from '@zhunshi/shared/wire/setUpFile.ts';
import { checkShopFile, shopFileToCommand } from '../access/shopFile.ts';
import type { ShopFile } from '../access/shopFile.ts';
import { wantedByFile, wantedTimes } from './compareSetUp.ts';
import type { WantedSetUp } from './compareSetUp.ts';
import { decodeFile } from './decodeFile.ts';
import { hasTimeHeadings, readStandardTimes, workTypesOf } from './readStandardTimes.ts';

/** A file about the set-up. `wanted` is whole only where nothing is wrong. */
export type SetUpFile = Pick<SetUpPreview, 'source' | 'encoding' | 'faults'> & { wanted: WantedSetUp };

const nothing: WantedSetUp = { saves: [], leftOut: [], names: {} };
const isObject = (text: string): boolean =>
  text
    .replace(/^\uFEFF/, '')
    .trimStart()
    .startsWith('{');

/** Reads a file in the words of a shop. Null: no encoding shows a shop file or the headings of a table in it. */
export function readSetUpFile(bytes: Uint8Array, state: ShopState, today: LocalDay): SetUpFile | null {
  const decoded = decodeFile(bytes, (text) => isObject(text) || hasTimeHeadings(text));
  if (!decoded) return null;
  const { encoding } = decoded;
  if (isObject(decoded.text)) {
    const { wanted, faults } = readFile(decoded.text, state, today);
    return { source: 'shopFile', encoding, wanted, faults };
  }
  const { times, faults } = readStandardTimes(decoded.text, workTypesOf(state));
  return { source: 'standardTimes', encoding, wanted: wantedTimes(state, times), faults };
}

function readFile(text: string, state: ShopState, today: LocalDay): { wanted: WantedSetUp; faults: SetUpFault[] } {
  const fault = (where: string, problem: SetUpFault['problem']): SetUpFault => ({ line: null, where, problem });
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { wanted: nothing, faults: [fault('.', 'badJson')] };
  }
  const checked = checkShopFile(content);
  if ('places' in checked) return { wanted: nothing, faults: checked.places.map((place) => fault(place, 'badValue')) };
  const twice = placesTwice(checked.file);
  if (twice.length > 0) return { wanted: nothing, faults: twice.map((place) => fault(place, 'twice')) };
  return { wanted: wantedByFile(state, shopFileToCommand('', checked.file), today), faults: [] };
}

/** Where a file names something that it has named before. */
function placesTwice({ bays, teams, people, serviceTypes, operations }: ShopFile): string[] {
  const members = teams.flatMap((team, index) =>
    team.members.map(({ id }, at) => [`teams[${index}].members[${at}].id`, id] as const),
  );
  const lists: (readonly (readonly [place: string, code: string])[])[] = [
    bays.map(({ code }, index) => [`bays[${index}].code`, code]),
    teams.map(({ id }, index) => [`teams[${index}].id`, id]),
    [...members, ...people.map(({ id }, index) => [`people[${index}].id`, id] as const)],
    serviceTypes.map(({ code }, index) => [`serviceTypes[${index}].code`, code]),
    operations.map(({ name }, index) => [`operations[${index}].name`, name]),
  ];
  return lists.flatMap((list) => {
    const seen = new Set<string>();
    return list.filter(([, code]) => seen.has(code) || !seen.add(code)).map(([place]) => place);
  });
}
