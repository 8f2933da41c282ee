// setup/ — a shop file before it is sent: is it JSON, is there a shop in it, and what it holds. The server judges the rest.

/** A file larger than this is no shop file, bytes. */
const largest = 1_000_000;

/** A file that may be sent, with what a person recognises it by. */
export interface ShopFile {
  content: object;
  name: string;
  bays: number;
  people: number;
  operations: number;
}

export type ShopFileReading =
  | { kind: 'found'; file: ShopFile }
  /** `line` is null where the browser does not say where it stumbled. */
  | { kind: 'notJson'; line: number | null }
  | { kind: 'notShop' }
  | { kind: 'tooBig' }
  /** The browser could not read it. */
  | { kind: 'unreadable' };

/** Characters that Chromium quotes before the place where it stumbled. */
const quotedBefore = 10;

/** Place where JSON.parse stumbled, from its message: browsers give a position, or quote the surroundings; null: neither. */
function placeOf(text: string, message: string): number | null {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Number(position);
  const quoted = /\.\.\."([\s\S]*)"(?:\.\.\.)? is not valid JSON$/.exec(message)?.[1];
  if (quoted === undefined) return null;
  const place = text.indexOf(quoted);
  const onlyOne = place >= 0 && place === text.lastIndexOf(quoted);
  return onlyOne ? place + quotedBefore : null;
}

function lineOf(text: string, message: string): number | null {
  const line = /line (\d+)/.exec(message)?.[1];
  if (line !== undefined) return Number(line);
  const place = placeOf(text, message);
  return place === null ? null : text.slice(0, place).split('\n').length;
}

function listOf(content: object, key: string): unknown[] {
  const value: unknown = Reflect.get(content, key);
  return Array.isArray(value) ? value : [];
}

function membersOf(team: unknown): number {
  return typeof team === 'object' && team !== null ? listOf(team, 'members').length : 0;
}

/** Reads the text of a shop file (a byte-order mark does no harm). */
export function readShopFile(text: string): ShopFileReading {
  if (text.length > largest) return { kind: 'tooBig' };
  let content: unknown;
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { kind: 'notJson', line: lineOf(text, error instanceof Error ? error.message : '') };
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content)) return { kind: 'notShop' };
  const bays = listOf(content, 'bays').length;
  const people =
    listOf(content, 'people').length + listOf(content, 'teams').reduce<number>((sum, team) => sum + membersOf(team), 0);
  const name: unknown = Reflect.get(content, 'name');
  if (typeof name !== 'string' || bays === 0 || people === 0) return { kind: 'notShop' };
  return { kind: 'found', file: { content, name, bays, people, operations: listOf(content, 'operations').length } };
}
