// api/ — addresses that work on one machine only are told apart.
import { expect, test } from 'vitest';
import { isOnlyHere } from './onlyHere.ts';

test.each(['localhost', '127.0.0.1', '[::1]'])('given %s, then it works on this machine only', (hostname) => {
  expect(isOnlyHere(hostname)).toBe(true);
});

test.each(['192.168.1.20', 'board.example'])('given %s, then other machines can open it', (hostname) => {
  expect(isOnlyHere(hostname)).toBe(false);
});
