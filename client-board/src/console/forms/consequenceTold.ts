// forms/ — what follows from additional work, said beside its form and in the panel: the new predicted finish, and whether to free the bay.
import type { Job, Proposal } from '@zhunshi/shared/domain/state.ts';
import type { Instant } from '@zhunshi/shared/domain/words.ts';
import { formWords } from '@zhunshi/shared/i18n/formWords.ts';
import { consequenceOf, shouldFreeBay } from '@zhunshi/shared/plan/consequence.ts';
import type { Outlook } from '@zhunshi/shared/plan/consequence.ts';
import type { ShopView } from '../desk/shopView.ts';
import { slackWords } from '../desk/standingText.ts';
import { momentText } from '../desk/timeText.ts';
import type { Told } from './commandForm.ts';

/** Both answers with the finish that would follow, and advice for the bay. `agreedAt`: the promise that would be agreed with a yes; null: the one in force. */
export function consequenceTold(
  view: ShopView,
  job: Job,
  proposal: Proposal,
  agreedAt: Instant | null = proposal.quote?.promisedAt ?? null,
): Told[] {
  const say = formWords[view.language].told;
  const { approved, declined, freeBay } = consequenceOf(view.state, job, proposal, view.asOf);
  const slackOf = ({ slackMinutes }: Outlook): string => (slackMinutes === null ? '' : slackWords(view, slackMinutes));
  const line = (outlook: Outlook, words: (time: string) => string): Told[] =>
    outlook.finishAt === null
      ? []
      : [
          {
            mark: (outlook.slackMinutes ?? 0) < 0 ? 'late' : 'inOrder',
            text: [words(momentText(view, outlook.finishAt)), slackOf(outlook)].filter(Boolean).join(' · '),
          },
        ];
  return [
    ...line({ finishAt: approved.finishAt, slackMinutes: slackTo(approved, agreedAt) }, say.ifApproved),
    ...line(declined, say.ifDeclined),
    ...(freeBay ? [{ mark: 'tight' as const, text: say.freeTheBay }] : []),
  ];
}

/** Whole minutes to the promise that would be agreed, else to the one in force. */
function slackTo({ finishAt, slackMinutes }: Outlook, agreedAt: Instant | null): number | null {
  return agreedAt === null || finishAt === null ? slackMinutes : Math.floor((agreedAt - finishAt) / 60_000);
}

/** Whether to free the bay while the customer is asked: the work at hand is what would wait. */
export function freesBayAdvised({ state }: ShopView, job: Job): boolean {
  const running = job.operations.find(({ kind, status }) => kind === 'work' && status === 'running');
  return running !== undefined && shouldFreeBay(state, job, running);
}
