// console/import/ — the shape beside the word of what a row would do: colour is never alone.
import type { ImportKind } from '@zhunshi/shared/wire/importPreview.ts';

export const kindMarks: Readonly<Record<ImportKind, string>> = {
  new: '+',
  joins: '↳',
  same: '=',
  changed: '◆',
  locked: '■',
};
