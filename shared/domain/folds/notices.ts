// domain/folds/ — notices for the lounge.
import type { Folds } from './changes.ts';

export const notices: Folds<'NoticePosted' | 'NoticeRemoved'> = {
  NoticePosted: (state, { notice: id, zh, en, from, until }, { at, by }) => ({
    ...state,
    notices: { ...state.notices, [id]: { id, zh, en, from, until, at, by } },
  }),
  NoticeRemoved: (state, { notice }) => {
    const { [notice]: _gone, ...notices } = state.notices;
    return { ...state, notices };
  },
};
