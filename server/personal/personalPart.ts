// personal/ — what a command carries of personal data: read, brought to one spelling, and what the directory must hold of it before
// the command's events are stored. Pure.
import type { Command } from '@zhunshi/shared/domain/commands.ts';
import type { Directory, Person } from '@zhunshi/shared/domain/directory.ts';
import type { DomainEvent } from '@zhunshi/shared/domain/events.ts';
import { personNameOf, phoneOf, vinOf } from '@zhunshi/shared/domain/spelling.ts';
import type { Job } from '@zhunshi/shared/domain/state.ts';
import type { Personal } from '@zhunshi/shared/wire/personal.ts';
import { plateOf } from '@zhunshi/shared/domain/plate.ts';
import type { Decided, FillIn, SaidAlong } from '../shop/shop.ts';

/** Personal data in one spelling; what was not said is empty, or null where there is nothing of it. */
export interface Said {
  vehicle: Directory['vehicles'][string] | null;
  customer: Pick<Person, 'name' | 'phone'> | null;
  words: string;
  note: string;
}

/** What was said, in one spelling; or the field that cannot be read. */
export function spelled({ vehicle, customer, words = '', note = '' }: Personal): { said: Said } | { where: string } {
  const plate = vehicle ? plateOf(vehicle.plate) : '';
  if (plate === null) return { where: 'personal.vehicle.plate' };
  const name = personNameOf(customer?.name ?? '');
  if (customer && name === '') return { where: 'personal.customer.name' };
  const said: Said = {
    vehicle: vehicle ? { plate, vin: vinOf(vehicle.vin ?? ''), model: (vehicle.model ?? '').trim() } : null,
    customer: customer ? { name, phone: phoneOf(customer.phone ?? '') } : null,
    words: words.trim(),
    note: note.trim(),
  };
  return { said };
}

/** What was said along with a command, for the shop to write before the command's events; undefined: nothing personal [PRV-1]. */
export function saidAlong(command: Command, said: Said): SaidAlong | undefined {
  const { vehicle, customer, words, note } = said;
  if (!vehicle && !customer && words === '' && note === '') return undefined;
  return { content: said, entriesFor: (decided) => entriesFor(command, said, decided) };
}

function entriesFor(command: Command, said: Said, decided: Decided): FillIn {
  switch (command.type) {
    case 'BookJob':
    case 'ReceiveWalkIn':
      return entriesOfVisit(said, decided.events);
    case 'CorrectJob':
      return entriesOfCorrection(command, said, decided);
    default: {
      const job = 'job' in command ? decided.state.jobs[command.job] : undefined;
      return job ? { said: { persons: { [job.customer]: wordsOf(command.id, said.note) } }, otherwise: {} } : nothing;
    }
  }
}

const nothing: FillIn = { said: {}, otherwise: {} };

/** The car, the customer, and their words under the number that the order got. */
function entriesOfVisit({ vehicle, customer, words }: Said, events: readonly DomainEvent[]): FillIn {
  const booked = events.find((event) => event.type === 'OrderBooked');
  if (!booked) return nothing;
  const { order } = booked;
  const person: Person = { ...wordsOf(order.number, words), ...customer };
  const saysAnything = customer !== null || words !== '';
  return {
    said: {
      vehicles: vehicle ? { [order.vehicle]: vehicle } : {},
      persons: saysAnything ? { [order.customer]: person } : {},
    },
    otherwise: {},
  };
}

/**
 * A wrong plate or customer put right: the entry of the right one. What was known of the car (VIN, model) and what was said about this
 * visit come along where the right one has nothing of it; the wrong entry stays as it is [PRV-8].
 */
function entriesOfCorrection(
  command: Extract<Command, { type: 'CorrectJob' }>,
  { vehicle, customer }: Said,
  { events, state, directory }: Decided,
): FillIn {
  const wasOf = (field: 'vehicle' | 'customer'): string => {
    const corrected = events.find((event) => event.type === 'JobCorrected' && event.field === field);
    return corrected?.type === 'JobCorrected' ? String(corrected.from) : '';
  };
  const job = state.jobs[command.job];
  const formerCar = directory.vehicles[wasOf('vehicle')];
  const formerCustomer = directory.persons[wasOf('customer')];
  const entries: Required<Record<'said' | 'otherwise', Pick<Directory, 'vehicles' | 'persons'>>> = {
    said: { vehicles: {}, persons: {} },
    otherwise: { vehicles: {}, persons: {} },
  };
  if (vehicle && command.vehicle !== undefined) {
    entries.said.vehicles[command.vehicle] = vehicle;
    if (formerCar) entries.otherwise.vehicles[command.vehicle] = { ...formerCar, plate: vehicle.plate };
  }
  if (customer && command.customer !== undefined) {
    entries.said.persons[command.customer] = { ...customer, words: {} };
    if (formerCustomer && job) entries.otherwise.persons[command.customer] = wordsAbout(job, formerCustomer);
  }
  return entries;
}

/** Nobody in particular with these words: they join those of the entry that there is. */
function wordsOf(key: string, words: string): Person {
  return { name: '', phone: '', words: words === '' ? {} : { [key]: words } };
}

/** What somebody said about one visit: its orders, and the notes that were written in its course. */
function wordsAbout(job: Job, { words }: Person): Person {
  const notes = [
    ...job.proposals.flatMap(({ note, answer }) => [note, answer?.note]),
    ...job.inspections.map(({ note }) => note),
    job.handOver?.note,
  ];
  const keys = new Set<string | null | undefined>([...job.orders.map(({ number }) => number), ...notes]);
  return { name: '', phone: '', words: Object.fromEntries(Object.entries(words).filter(([key]) => keys.has(key))) };
}
