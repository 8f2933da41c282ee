// shopSetUp/ — people of the shop over HTTP: who begins or changes, who goes, a new first PIN. PINs are told once and kept on the
// screen until somebody has noted them.
import { refusal } from '@zhunshi/shared/domain/refusals.ts';
import type { Refusal } from '@zhunshi/shared/domain/refusals.ts';
import type { FirstPin, SetUpAnswer } from '@zhunshi/shared/wire/setUpFile.ts';
import { roles } from '@zhunshi/shared/domain/words.ts';
import { uuidv7 } from 'uuidv7';
import { callApi } from '../../api/callApi.ts';
import type { ApiAnswer } from '../../api/callApi.ts';
import type { Answers } from '../forms/answers.ts';
import { workTypesOf } from './setUpForms.ts';

export class PeopleFlow {
  /** Not noted yet. */
  pins: readonly FirstPin[] = $state.raw([]);
  readonly #path: string;
  readonly #call: typeof callApi;

  constructor(shop: string, call: typeof callApi = callApi) {
    this.#path = `/shops/${shop}/people`;
    this.#call = call;
  }

  /** Somebody begins, or works here otherwise; null when it was done. */
  async save(staff: string, answers: Answers): Promise<Refusal | null> {
    const json = {
      id: uuidv7(),
      staff: staff || answers.text('code'),
      name: answers.text('name'),
      roles: roles.filter((role) => answers.list('roles').includes(role)),
      workTypes: workTypesOf(answers),
      team: answers.optional('team'),
    };
    return this.#take(await this.#call<SetUpAnswer>('POST', this.#path, { json }));
  }

  /** Somebody works here no more. */
  async remove(staff: string): Promise<Refusal | null> {
    const path = `${this.#path}/${encodeURIComponent(staff)}?id=${uuidv7()}`;
    return this.#take(await this.#call<SetUpAnswer>('DELETE', path));
  }

  /** A new first PIN, which unlocks too. */
  async newPin(staff: string): Promise<Refusal | null> {
    const answer = await this.#call<FirstPin>('POST', `${this.#path}/${encodeURIComponent(staff)}/pin`);
    if (!answer.ok) return answer.refusal ?? refusal('unknownOutcome', {});
    this.pins = [...this.pins, answer.value];
    return null;
  }

  /** The PINs were noted. */
  putAway(): void {
    this.pins = [];
  }

  /** PINs of people who came with a file. */
  tell(pins: readonly FirstPin[]): void {
    this.pins = [...this.pins, ...pins];
  }

  #take(answer: ApiAnswer<SetUpAnswer>): Refusal | null {
    if (!answer.ok) return answer.refusal ?? refusal('unknownOutcome', {});
    this.tell(answer.value.people);
    return null;
  }
}
