// forms/ — what a form is: the fields that a command asks for, and how answers become the command. One component renders all of them.
import type { RefusalCode } from '@zhunshi/shared/domain/refusals.ts';
import type { Command, CommandType } from '@zhunshi/shared/domain/commands.ts';
import type { Wish } from '../../live/wish.ts';
import type { Answers, WorkLine } from './answers.ts';

/** Something to choose. */
export interface Option {
  value: string;
  text: string;
}

interface Asked {
  name: string;
  label: string;
  hint?: string;
  required?: boolean;
  /** What is said where it is required and missing, for more than that it is. */
  missing?: string;
  /** The hand begins here. */
  first?: boolean;
  /** Seldom asked: out of the way until somebody wants it. */
  more?: boolean;
}

/** A line of the standard-time table to choose from. */
export interface WorkChoice {
  name: string;
  minutes: number;
}

export type Field =
  | ({ kind: 'text' | 'lines' | 'note' | 'date' | 'dateTime' | 'time' | 'hours'; initial?: string } & Asked)
  | ({ kind: 'number'; initial?: string; min: number; max: number; step?: number } & Asked)
  | ({
      kind: 'choice';
      initial: string;
      options: readonly Option[];
      /** A field that keeps what it shows, as though it were typed, once this one is chosen. */
      keeps?: string;
    } & Asked)
  | ({ kind: 'many'; initial: readonly string[]; options: readonly Option[] } & Asked)
  | ({ kind: 'yesNo'; initial: boolean } & Asked)
  | ({
      kind: 'work';
      initial: readonly WorkLine[];
      choices: readonly WorkChoice[];
      /** What is wanted most often, one press away. */
      usual: readonly WorkChoice[];
    } & Asked);

/** A sentence beside the fields: what is known, or what would follow. */
export interface Told {
  mark: 'late' | 'tight' | 'waiting' | 'inOrder';
  text: string;
}

/** Why a form is not sent yet, and the field that it is about. */
export interface Problem {
  field: string;
  text: string;
}

/** A form for one command about one thing, before anything is said of how it is sent. */
export interface FormShape {
  type: CommandType;
  heading: string;
  /** Fields in their order; they may depend on what is filled in so far (only that: not on what they begin with). */
  fields: (entered: Answers) => Field[];
  told?: (answers: Answers) => Told[];
  /** Enter goes on to the next field that is empty, and confirms from the button alone; else it confirms from anywhere. */
  goesOn?: true;
  /** What cannot be sent so, beside what the fields themselves ask for. */
  problems?: (answers: Answers) => Problem[];
  /** A refusal that a person may weigh and overrule: the same again, with `despite` ticked. */
  overrules?: { code: RefusalCode; text: string };
}

/** A form whose answers make the command. */
export interface CommandForm extends FormShape {
  wish: (answers: Answers) => Wish;
}

/** The command without its id. */
export type Bare<Type extends Command['type']> = Omit<Extract<Command, { type: Type }>, 'id'>;
