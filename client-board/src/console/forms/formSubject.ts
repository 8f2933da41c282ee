// forms/ — what a form is about, known before any form is loaded.
import type { CommandType } from '@zhunshi/shared/domain/commands.ts';
import type { BayCode, Instant, JobId, OperationId, ProposalId, StaffId } from '@zhunshi/shared/domain/words.ts';

/** A command, and the things it is about. */
export interface FormSubject {
  type: CommandType;
  job: JobId | null;
  operation: OperationId | null;
  proposal: ProposalId | null;
  staff: StaffId | null;
  bay: BayCode | null;
  /** A later moment than the view's minute, where the server has spoken of one. */
  asOf: Instant | null;
  /** A car that nobody has written up yet. */
  plate: string | null;
}

/** A subject by what it is about; the rest is nothing. */
export function subjectOf(type: CommandType, about: Partial<Omit<FormSubject, 'type'>> = {}): FormSubject {
  return {
    type,
    job: null,
    operation: null,
    proposal: null,
    staff: null,
    bay: null,
    asOf: null,
    plate: null,
    ...about,
  };
}
