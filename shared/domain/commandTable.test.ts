// The table of commands in the documents says what the code says.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { commandSchema, type CommandType } from './commands.ts';
import { sendersOf } from './permissions.ts';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');
const quoted = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, word]) => String(word));

const rows = [...read('../../docs/COMMANDS.md').matchAll(/^\| `(\w+)` *\|([^|]*)\|([^|]*)\|([^|]*)\|([^|]*)\|$/gm)].map(
  ([, type = '', fields = '', who = '', events = '', refused = '']) => ({ type, fields, who, events, refused }),
);
const schemas = commandSchema.options.map(({ shape }) => shape);
const types = schemas.map((shape): CommandType => shape.type.value);

/** Groups of the column `who`, as the page explains them. */
const groups: Readonly<Record<string, readonly string[]>> = {
  server: [],
  office: sendersOf('BookJob'),
  floor: sendersOf('CheckIn'),
  hands: sendersOf('StartOperation'),
};

/** The fields of a command beside id and type, marked where they may be left out. */
function fieldsOf(shape: Readonly<Record<string, z.ZodType>>): string[] {
  return Object.entries(shape)
    .filter(([name]) => name !== 'id' && name !== 'type')
    .map(([name, field]) => (field.safeParse(undefined).success ? `${name}?` : name))
    .sort();
}

/** Names that a type or an interface of a module spells out. */
const namedIn = (path: string, pattern: RegExp): string[] => [
  ...new Set([...read(path).matchAll(pattern)].map(([, name]) => String(name))),
];

describe('the table of commands names', () => {
  test('every command, once', () => {
    expect(rows.map(({ type }) => type).sort()).toEqual([...types].sort());
  });

  test('each field of each command', () => {
    const inTable = rows.map(({ type, fields }) => [type, quoted(fields).sort()]);
    expect(Object.fromEntries(inTable)).toEqual(
      Object.fromEntries(schemas.map((shape) => [shape.type.value, fieldsOf(shape)])),
    );
  });

  test('who may send each [CMD-6]', () => {
    const inTable = rows.map(({ type, who }) => [
      type,
      who
        .split(',')
        .flatMap((one) => groups[one.trim()] ?? one.trim())
        .sort(),
    ]);
    expect(Object.fromEntries(inTable)).toEqual(
      Object.fromEntries(types.map((type) => [type, [...sendersOf(type)].sort()])),
    );
  });

  test('every event, and none that there is not', () => {
    const events = namedIn('./events.ts', /\btype: '(\w+)'/g);
    expect([...new Set(rows.flatMap((row) => quoted(row.events)))].sort()).toEqual(events.sort());
  });

  test('refusals that there are', () => {
    const codes = [...namedIn('./refusals.ts', /^ {2}(\w+): /gm), ...types];
    expect(codes).toEqual(expect.arrayContaining(rows.flatMap((row) => quoted(row.refused))));
  });
});
