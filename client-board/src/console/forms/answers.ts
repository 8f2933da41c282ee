// forms/ — what a person has filled in → values of a command. Reading never fails: what is missing is empty, and a field that must
// be there is held to that by the form itself.
import type { Instant } from '@zhunshi/shared/domain/words.ts';
import { instantOf } from '@zhunshi/shared/time/shopTime.ts';

/** A line of wanted work as it is typed. */
export interface WorkLine {
  name: string;
  minutes: string;
}

export type FieldValue = string | boolean | readonly string[] | readonly WorkLine[];
export type Values = Readonly<Record<string, FieldValue>>;

/** Values by the names of their fields, read as a command wants them. */
export class Answers {
  #values: Values;
  #timeZone: string;

  constructor(values: Values, timeZone: string) {
    this.#values = values;
    this.#timeZone = timeZone;
  }

  /** The text without spaces around it; '' where there is none. */
  text(name: string): string {
    const value = this.#values[name];
    return typeof value === 'string' ? value.trim() : '';
  }

  /** True where somebody entered something, even that it is empty. */
  touched(name: string): boolean {
    return name in this.#values;
  }

  /** The text, null where it is empty. */
  optional(name: string): string | null {
    return this.text(name) || null;
  }

  /** A number, null where it is empty or none. */
  number(name: string): number | null {
    const text = this.text(name);
    const value = Number(text);
    return text === '' || !Number.isFinite(value) ? null : value;
  }

  /** Whole minutes; `otherwise` where the field is empty. */
  minutes(name: string, otherwise: number): number {
    return Math.round(this.number(name) ?? otherwise);
  }

  /** A box that is ticked; `otherwise` where nobody touched it. */
  yes(name: string, otherwise = false): boolean {
    const value = this.#values[name];
    return typeof value === 'boolean' ? value : otherwise;
  }

  /** What is ticked. */
  list(name: string): string[] {
    const value = this.#values[name];
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  }

  /** One of a closed set; null where it is none of them. */
  oneOf<const Choice extends string>(name: string, choices: readonly Choice[]): Choice | null {
    const text = this.text(name);
    return choices.find((one) => one === text) ?? null;
  }

  /** A shop-local `YYYY-MM-DDTHH:MM` as a moment; null where it is empty. */
  moment(name: string): Instant | null {
    const text = this.text(name);
    return text === '' ? null : instantOf(text.replace('T', ' '), this.#timeZone);
  }

  /** Wanted work; minutes null where the table is to say. Empty lines are left out. */
  work(name: string): { name: string; minutes: number | null }[] {
    const value = this.#values[name];
    if (!Array.isArray(value)) return [];
    return value.flatMap((line: string | WorkLine) => {
      if (typeof line === 'string' || line.name.trim() === '') return [];
      const minutes = Number(line.minutes);
      return [{ name: line.name.trim(), minutes: line.minutes !== '' && minutes > 0 ? Math.round(minutes) : null }];
    });
  }
}
