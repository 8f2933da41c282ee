// shop/ — the fingerprint of a command: the same content has the same one, another content another, and without the key nobody can
// try out what was in it.
import { describe, expect, it } from 'vitest';
import { closeBay } from '../testing/sampleCommands.ts';
import { fingerprintOf } from './fingerprint.ts';

const secret = Buffer.from('the key of this shop');
const command = closeBay();

describe('the fingerprint of a command [CMD-2]', () => {
  it('given the same content, then it is the same, whatever the id and the order of the fields', () => {
    const again = Object.fromEntries(Object.entries({ ...closeBay() }).reverse()) as typeof command;
    expect(fingerprintOf(again, secret)).toBe(fingerprintOf(command, secret));
  });

  it('given another content, or other words said along, then it is another', () => {
    const others = [
      fingerprintOf({ ...command, bay: 'A03' }, secret),
      fingerprintOf(command, secret, { words: '异响' }),
      fingerprintOf(command, secret, { words: '漏油' }),
    ];
    expect(new Set([fingerprintOf(command, secret), ...others]).size).toBe(4);
  });

  it('given another key, then it is another: who has the log alone cannot try out contents', () => {
    expect(fingerprintOf(command, Buffer.from('the key of another shop'))).not.toBe(fingerprintOf(command, secret));
  });
});
