// forms/ — the three inspections: points that are ticked off, and defects that send the car back.
import { inspectionPlanOf, isSigned } from '@zhunshi/shared/domain/inspectionRecord.ts';
import { workersOf } from '@zhunshi/shared/domain/job.ts';
import type { Job, Operation } from '@zhunshi/shared/domain/state.ts';
import { defectKinds } from '@zhunshi/shared/domain/words.ts';
import type { DefectKind } from '@zhunshi/shared/domain/words.ts';
import { operationName } from '@zhunshi/shared/i18n/words.ts';
import { plateOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';
import type { Answers } from './answers.ts';
import { noteField, noteOf } from './addedWorkForms.ts';
import type { CommandForm, Field, Option } from './commandForm.ts';
import { formWordsOf, hasRole, operationOptions, optionsOf, staffOptions } from './formChoices.ts';

export function passForm(view: ShopView, job: Job, operation: Operation): CommandForm {
  const say = formWordsOf(view);
  const options = inspectionPlanOf(view.state, job).points.map((point) => ({ value: point, text: point }));
  return {
    type: 'PassInspection',
    heading: say.ofWhat(view.commands.PassInspection, plateOf(view, job)),
    fields: () => [{ kind: 'many', name: 'points', label: say.fields.points, options, initial: [] }],
    wish: (answers) => ({
      type: 'PassInspection',
      job: job.id,
      operation: operation.id,
      points: answers.list('points'),
    }),
  };
}

const usualReworkMinutes = 20;

/** Defects by operation: what was found, and minutes to put it right. `final` while the final inspection runs. */
export function failForm(view: ShopView, job: Job, level: 'leader' | 'final'): CommandForm {
  const say = formWordsOf(view);
  const done = job.operations.filter(({ kind, status }) => kind === 'work' && status === 'done');
  const kinds = optionsOf(defectKinds, view.words.defectKinds);
  return {
    type: 'FailInspection',
    heading: say.ofWhat(view.commands.FailInspection, `${plateOf(view, job)} ${view.words.inspectionLevels[level]}`),
    fields: (entered) => [
      ...done.flatMap((operation): Field[] => {
        const name = operationName(operation, view.language);
        const found = entered.list(`defects-${operation.id}`).length > 0;
        return [
          {
            kind: 'many',
            name: `defects-${operation.id}`,
            label: say.fields.defects(name),
            options: kinds,
            initial: [],
          },
          ...(found ? [minutesField(`minutes-${operation.id}`, say.fields.reworkMinutes(name))] : []),
        ];
      }),
      noteField(view),
    ],
    problems: (answers) => {
      const found = done.some(({ id }) => answers.list(`defects-${id}`).length > 0);
      return found ? [] : [{ field: `defects-${done[0]?.id ?? ''}`, text: say.problems.defects }];
    },
    wish: (answers) => ({
      type: 'FailInspection',
      job: job.id,
      level,
      defects: done.flatMap(({ id }) => defectsOf(answers, id)),
      ...noteOf(answers),
    }),
  };
}

function minutesField(name: string, label: string): Field {
  return { kind: 'number', name, label, min: 1, max: 6000, initial: String(usualReworkMinutes) };
}

/** The minutes of an operation are shared by its defects; each has one at least. */
function defectsOf(answers: Answers, operation: string): { operation: string; kind: DefectKind; minutes: number }[] {
  const ticked = answers.list(`defects-${operation}`);
  const kinds = defectKinds.filter((kind) => ticked.includes(kind));
  const minutes = answers.minutes(`minutes-${operation}`, usualReworkMinutes);
  const each = Math.max(1, Math.floor(minutes / Math.max(1, kinds.length)));
  const first = Math.max(1, minutes - each * (kinds.length - 1));
  return kinds.map((kind, index) => ({ operation, kind, minutes: index === 0 ? first : each }));
}

/** An inspection that somebody did, written down at the desk: of one operation by one of its crew; `null`: a team leader's look. */
export function recordForm(view: ShopView, job: Job, operation: Operation | null): CommandForm {
  const level = operation === null ? 'leader' : 'self';
  return {
    type: 'RecordInspection',
    heading: formWordsOf(view).ofWhat(view.words.inspectionLevels[level], plateOf(view, job)),
    fields: (entered) => (operation === null ? [leaderField(view, job)] : crewFields(view, job, operation, entered)),
    wish: (answers) => ({
      type: 'RecordInspection',
      job: job.id,
      level,
      operation: operation === null ? null : answers.text('operation'),
      signedBy: answers.text(operation === null ? 'leader' : `crew-${answers.text('operation')}`),
    }),
  };
}

/** A team leader who did not work on the car [INS-3]. */
function leaderField(view: ShopView, job: Job): Field {
  const workers = workersOf(job);
  const isLeader = hasRole('teamLeader');
  const options = staffOptions(view, (member) => isLeader(member) && !workers.has(member.id));
  const label = view.words.roles.teamLeader;
  return { kind: 'choice', name: 'leader', label, options, initial: firstOf(view, options), required: true };
}

/** Which of the work that is done and not signed yet, and who of its crew inspected it. */
function crewFields(view: ShopView, job: Job, { id }: Operation, entered: Answers): Field[] {
  const say = formWordsOf(view);
  const unsigned = operationOptions(
    view,
    job,
    (one) => one.kind === 'work' && one.status === 'done' && !isSigned(job, one),
  );
  const chosen = entered.text('operation') || id;
  const crew = job.operations.find((one) => one.id === chosen)?.crew ?? [];
  const people = staffOptions(view, (member) => crew.includes(member.id));
  return [
    { kind: 'choice', name: 'operation', label: say.fields.operation, options: unsigned, initial: id },
    {
      kind: 'choice',
      name: `crew-${chosen}`,
      label: say.fields.crew,
      options: people,
      initial: firstOf(view, people),
      required: true,
    },
  ];
}

/** The person who looks, where they may be chosen; else the first. */
function firstOf({ me }: ShopView, options: readonly Option[]): string {
  return (options.find(({ value }) => value === me) ?? options[0])?.value ?? '';
}
