// console/displays/ — addresses for the TV, and how long ago it was heard of.
import { displayWords } from '@zhunshi/shared/i18n/displayWords.ts';
import { expect, test } from 'vitest';
import { displayLink, lastSeenText } from './displayAddress.ts';

const now = Date.UTC(2026, 10, 23, 2, 42);
const minutes = 60_000;

test('given a token, when a link is made, then the token stands behind the #, where no server sees it', () => {
  const link = displayLink('http://192.168.1.20:8080', 'wall', 's1', 'ABCDE-FGHJK-MNPQR-STVWX');
  expect(link).toBe('http://192.168.1.20:8080/wall#token=ABCDE-FGHJK-MNPQR-STVWX&shop=s1');
  expect(new URL(link).pathname).toBe('/wall');
});

test.each([
  [null, 'never'],
  [now, 'just now'],
  [now + minutes, 'just now'],
  [now - 5 * minutes, '5 min ago'],
  [now - 61 * minutes, '1 h ago'],
  [now - 49 * 60 * minutes, '2 days ago'],
])('given a display last seen at %s, then it says %s', (lastSeenAt, text) => {
  expect(lastSeenText(lastSeenAt, now, displayWords.en)).toBe(text);
});
