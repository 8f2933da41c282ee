// forms/ — the three inspections: points that are ticked off, and defects that send the car back.
import { inspectionPlanOf } from '@zhunshi/shared/domain/inspectionRecord.ts';
import type { Job, Operation } from '@zhunshi/shared/domain/state.ts';
import { defectKinds } from '@zhunshi/shared/domain/words.ts';
import type { DefectKind } from '@zhunshi/shared/domain/words.ts';
import { operationName } from '@zhunshi/shared/i18n/words.ts';
import { plateOf } from '../desk/shopView.ts';
import type { ShopView } from '../desk/shopView.ts';
import type { Answers } from './answers.ts';
import { noteField, noteOf } from './addedWorkForms.ts';
import type { CommandForm, Field } from './commandForm.ts';
import { formWordsOf, optionsOf } from './formChoices.ts';

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
