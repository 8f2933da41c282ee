// bench/ — measuring one part anew leaves the others alone.
import { expect, test } from 'vitest';
import { withPart } from './resultParts.ts';

const page = '# Results\n\n## Bytes\n\nmany\n\n## Screens\n\nslow\n\n## Prediction\n\ngood\n';

test('given a page with the part, when it is measured anew, then only that part changes, where it stands', () => {
  expect(withPart(page, '## Screens', '## Screens\n\nfast\n')).toBe(page.replace('slow', 'fast'));
});

test('given a page without the part, when it is measured, then it comes last', () => {
  expect(withPart('# Results\n\n## Bytes\n\nmany\n', '## Screens', '## Screens\n\nfast\n')).toBe(
    '# Results\n\n## Bytes\n\nmany\n\n## Screens\n\nfast\n',
  );
});
