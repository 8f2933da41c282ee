// personal/ — a command as it came over the wire: its personal part taken off, references put in its place, then read as any command
// [PRV-1] [PRV-7]. HTTP and sockets alike, by way of `access/giveCommand.ts`.
import { commandSchema } from '@zhunshi/shared/domain/commands.ts';
import type { Command } from '@zhunshi/shared/domain/commands.ts';
import { personalParts, personalSchema } from '@zhunshi/shared/wire/personal.ts';
import type { Personal } from '@zhunshi/shared/wire/personal.ts';
import type { z } from 'zod';
import type { SaidAlong, ServedShop } from '../shop/shop.ts';
import { saidAlong, spelled, type Said } from './personalPart.ts';
import { customerRef, unreachableRef, vehicleRef } from './references.ts';

/** A command and what was said along with it; or the field that is wrong. */
export type ReadCommand = { command: Command; along: SaidAlong | undefined } | { where: string };

type Fields = Record<string, unknown>;

/** Reads what somebody sent. The same body gives the same command, whatever happened meanwhile [CMD-1]. */
export function readWireCommand({ secret }: Pick<ServedShop, 'secret'>, body: unknown): ReadCommand {
  const { personal = {}, ...own } = isObject(body) ? body : {};
  const parts = partsOf(own['type']);
  if (!isObject(body) || parts === undefined)
    return isObject(body) && 'personal' in body ? { where: 'personal' } : read(body);
  const part = personalSchema.safeParse(personal);
  if (!part.success) return { where: placeOf(part.error, 'personal') };
  const foreign = Object.keys(part.data).find((name) => !parts.includes(name as keyof Personal));
  if (foreign !== undefined) return { where: `personal.${foreign}` };
  const spelling = spelled(part.data);
  if ('where' in spelling) return spelling;
  const filled = filledIn(own, parts, spelling.said, secret);
  if ('where' in filled) return filled;
  const command = read(filled.fields);
  return 'where' in command ? command : { ...command, along: saidAlong(command.command, spelling.said) };
}

function read(body: unknown): ReadCommand {
  const parsed = commandSchema.safeParse(body);
  return parsed.success ? { command: parsed.data, along: undefined } : { where: placeOf(parsed.error, 'body') };
}

function placeOf(error: z.ZodError, within: 'body' | 'personal'): string {
  const path = error.issues[0]?.path.join('.') ?? '';
  if (within === 'body') return path === '' ? 'body' : path;
  return path === '' ? 'personal' : `personal.${path}`;
}

function isObject(body: unknown): body is Fields {
  return typeof body === 'object' && body !== null && !Array.isArray(body);
}

/** The parts that a type of command may carry; undefined: none. */
function partsOf(type: unknown): readonly (keyof Personal)[] | undefined {
  return typeof type === 'string' && Object.hasOwn(personalParts, type)
    ? personalParts[type as keyof typeof personalParts]
    : undefined;
}

/**
 * The command's own fields with what the server knows better filled in: references, whether there are words, the key of a note. Who
 * sends both a reference and the data themselves contradicts himself, and a note is claimed by nobody who did not write it.
 */
function filledIn(
  own: Fields,
  parts: readonly (keyof Personal)[],
  { vehicle, customer, words, note }: Said,
  secret: Buffer,
): { fields: Fields } | { where: string } {
  const id = typeof own['id'] === 'string' ? own['id'] : '';
  const filled: Fields = {};
  if (vehicle) filled['vehicle'] = vehicleRef(secret, vehicle.plate);
  if (customer)
    filled['customer'] =
      customer.phone === '' ? unreachableRef(secret, id) : customerRef(secret, customer.phone, customer.name);
  if (parts.includes('words')) filled['hasWords'] = words !== '';
  if (parts.includes('note')) filled['note'] = note === '' ? null : id;
  if (own['type'] === 'CorrectJob' && (vehicle ?? customer)) {
    // Always, also where nothing was known by then: the same body must be the same command when it comes again.
    const refOf = (field: 'vehicle' | 'customer') => (filled[field] === undefined ? [] : [filled[field]]);
    filled['renewed'] = { vehicles: refOf('vehicle'), persons: refOf('customer') };
  }
  const contradicted = Object.keys(filled).find((field) => !isLeftOut(own[field]) && own[field] !== filled[field]);
  if (contradicted !== undefined) return { where: contradicted };
  if (own['type'] === 'CorrectJob' && own['renewed'] !== undefined) return { where: 'renewed' };
  const order = parts.includes('words') && isLeftOut(own['order']) ? { order: null } : {};
  return { fields: { ...own, ...order, ...filled } };
}

function isLeftOut(field: unknown): boolean {
  return field === undefined || field === null || field === '';
}
