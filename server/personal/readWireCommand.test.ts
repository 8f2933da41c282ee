import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import { customerRef, vehicleRef } from './references.ts';
import { readWireCommand } from './readWireCommand.ts';

const secret = Buffer.from('a key of a shop');
const read = (body: unknown) => readWireCommand({ secret }, body);
const booking = {
  id: uuidv7(),
  type: 'BookJob',
  advisor: 'P23',
  serviceType: 'maintenance',
  payer: 'customer',
  mileageKm: null,
  operations: [{ name: '机油机滤更换', minutes: null }],
  promisedAt: null,
  promiseKind: 'provisional',
  waits: 'lounge',
  wash: false,
  comebackOf: null,
  arrivalAt: 1_795_395_600_000,
  bay: null,
};
const vehicle = { plate: '粤B 12345', vin: 'lsv 123' };
const customer = { name: '张三', phone: '139 0000-1111' };
const personal = { vehicle, customer, words: '异响' };

describe('given a booking with personal data, when it is read', () => {
  it('then the command has references in their place, the same however they are spelled [PRV-7]', () => {
    const one = read({ ...booking, personal });
    const car = vehicleRef(secret, '粤B12345');
    const person = customerRef(secret, '13900001111', '张三');
    expect(one).toMatchObject({ command: { vehicle: car, customer: person, hasWords: true, order: null } });
    const fullWidth = { vehicle: { plate: '粤Ｂ·１２３４５' }, customer: { name: ' 张三 ', phone: '13900001111' } };
    expect(read({ ...booking, personal: fullWidth })).toMatchObject({ command: { vehicle: car, customer: person } });
  });

  it('then the command itself holds nothing of them [PRV-1]', () => {
    const one = read({ ...booking, personal });
    expect('command' in one && JSON.stringify(one.command)).not.toMatch(/12345|张三|1390000|异响|LSV/i);
  });

  it('then the same body is the same command again [CMD-1]', () => {
    const body = { ...booking, personal: { ...personal, customer: { name: '张三' } } };
    const [one, again] = [read(body), read(body)];
    expect('command' in one && one.command).toEqual('command' in again && again.command);
    const other = read({ ...body, id: uuidv7() });
    expect('command' in one && 'command' in other && one.command).not.toMatchObject({
      customer: 'command' in other && 'customer' in other.command ? other.command.customer : '',
    });
  });

  it.each<[string, object, string]>([
    ['no car at all', { ...booking, personal: { customer } }, 'vehicle'],
    ['a car twice', { ...booking, vehicle: 'v_1', personal }, 'vehicle'],
    [
      'a telephone that nobody can dial',
      { ...booking, personal: { ...personal, customer: { name: '张三', phone: 'hello' } } },
      'personal.customer.phone',
    ],
    [
      'a plate that is none',
      { ...booking, personal: { ...personal, vehicle: { plate: '粤B' } } },
      'personal.vehicle.plate',
    ],
    ['a name of spaces', { ...booking, personal: { vehicle, customer: { name: '  ' } } }, 'personal.customer.name'],
    [
      'a name that is too long',
      { ...booking, personal: { customer: { name: 'x'.repeat(41) } } },
      'personal.customer.name',
    ],
    ['words that nobody said', { ...booking, hasWords: true, personal: { vehicle, customer } }, 'hasWords'],
    ['a part that does not belong to it', { ...booking, personal: { ...personal, note: 'x' } }, 'personal.note'],
    ['a part that there is not', { ...booking, personal: { ...personal, price: 1 } }, 'personal'],
    ['a command that carries none', { id: uuidv7(), type: 'OpenBay', bay: 'A01', personal }, 'personal'],
    ['a note claimed but not written', { id: uuidv7(), type: 'HandOver', job: 'J', note: uuidv7() }, 'note'],
    ['no command', [personal], 'body'],
  ])('given %s, then it is malformed, and the field is named [PRV-7]', (_fault, body, where) => {
    expect(read(body)).toEqual({ where });
  });
});

describe('given a note, when it is read', () => {
  it('then the command has its own id for a key, and the text apart [PRV-9]', () => {
    const id = uuidv7();
    const noted = read({ id, type: 'HandOver', job: 'J', cause: 'customer', personal: { note: '客户迟到' } });
    expect(noted).toMatchObject({ command: { note: id }, along: { content: { note: '客户迟到' } } });
    expect(read({ id, type: 'HandOver', job: 'J', personal: { note: '  ' } })).toMatchObject({
      command: { note: null },
      along: undefined,
    });
  });
});
