// desk/ — a button or a drop → the command it means. What needs a person's choice first (crew, hold, check-in) opens a dialog instead.
import type { NextAct } from '@zhunshi/shared/domain/nextActs.ts';
import type { BayCode, JobId, OperationId } from '@zhunshi/shared/domain/words.ts';
import type { Ask } from '../../live/shopLive.svelte.ts';

/** What a person is choosing in a dialog. */
export type Choosing =
  | { kind: 'dispatch'; job: JobId; bay: BayCode | null; chooseBay: boolean }
  | { kind: 'checkIn'; job: JobId }
  | { kind: 'hold'; job: JobId; operation: OperationId }
  | { kind: 'bay'; bay: BayCode };

/** An act of a job as a command to ask for, or as the dialog that completes it. */
export function stepOfAct(job: JobId, { type, operation }: NextAct): { ask: Ask } | { choose: Choosing } {
  const ofOperation = { job, operation: operation ?? '' };
  switch (type) {
    case 'CheckIn':
      return { choose: { kind: 'checkIn', job } };
    case 'Dispatch':
      return { choose: { kind: 'dispatch', job, bay: null, chooseBay: true } };
    case 'HoldOperation':
      return { choose: { kind: 'hold', ...ofOperation } };
    case 'MarkReady':
    case 'CallCustomer':
    case 'HandOver':
      return { ask: { type, job } };
    default:
      return { ask: { type, ...ofOperation } };
  }
}
