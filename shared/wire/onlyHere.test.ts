// Addresses that work on one machine only are told apart.
import { expect, test } from 'vitest';
import { addressForOthers, isOnlyHere } from './onlyHere.ts';

test.each(['localhost', '127.0.0.1', '[::1]'])('given %s, then it works on this machine only', (hostname) => {
  expect(isOnlyHere(hostname)).toBe(true);
});

test.each(['192.168.1.20', 'board.example'])('given %s, then other machines can open it', (hostname) => {
  expect(isOnlyHere(hostname)).toBe(false);
});

test('given a screen opened by a network address, then it names that; one opened on the server itself names none [PAIR-1]', () => {
  expect(addressForOthers({ hostname: '192.168.1.10', host: '192.168.1.10:8080' })).toBe('192.168.1.10:8080');
  expect(addressForOthers({ hostname: 'localhost', host: 'localhost:8080' })).toBeNull();
});
