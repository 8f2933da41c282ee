// e2e/testing/ — a form of the console: opened from the menu of a car, filled in by the names of its fields, and confirmed.
import type { Locator } from 'playwright-core';
import type { ConsolePage } from './consolePage.ts';

/** What is filled in, by field: text, the value of an option, or whether a box is ticked. */
export type Entries = Readonly<Record<string, string | boolean>>;

export class ConsoleForm {
  readonly type: string;
  readonly dialog: Locator;

  constructor(console: ConsolePage, type: string) {
    this.type = type;
    this.dialog = console.at(`form-${type}`);
  }

  /** Opens the form of a command from the menu of what else can be done with a car. */
  static async further(console: ConsolePage, job: string, type: string): Promise<ConsoleForm> {
    await console.find(job);
    await console.panel(job).getByTestId('further').click();
    await console.at('further-menu').getByTestId(`further-${type}`).first().click();
    return new ConsoleForm(console, type);
  }

  /** Fills in fields in their order. */
  async fill(entries: Entries): Promise<void> {
    await this.dialog.waitFor();
    await this.#openMore();
    for (const [name, value] of Object.entries(entries)) await this.#enter(name, value);
  }

  /** Ticks one of several boxes. */
  async tick(name: string, value: string): Promise<void> {
    await this.dialog.locator(`[name="${name}"][value="${value}"]`).check({ force: true });
  }

  /** Confirms; resolves when the form has closed, which it does when the command is accepted. */
  async confirm(): Promise<void> {
    await this.dialog.getByTestId('form-confirm').click();
    await this.dialog.waitFor({ state: 'hidden' });
  }

  /** Confirms what will not be accepted, and gives the sentence that says why. */
  async refused(): Promise<string> {
    await this.dialog.getByTestId('form-confirm').click();
    const refusal = this.dialog.getByTestId('form-refusal');
    await refusal.waitFor();
    return (await refusal.innerText()).trim();
  }

  /** What a field holds. */
  value(name: string): Promise<string> {
    return this.dialog.locator(`[name="${name}"]`).first().inputValue();
  }

  /** What is seldom asked lies folded up. */
  async #openMore(): Promise<void> {
    const folded = this.dialog.locator('details:not([open]) > summary');
    if ((await folded.count()) > 0) await folded.click();
  }

  async #enter(name: string, value: string | boolean): Promise<void> {
    const field = this.dialog.locator(`[name="${name}"]`);
    const kind = await field.first().evaluate((element) => element.getAttribute('type') ?? element.tagName);
    if (typeof value === 'boolean') await field.setChecked(value);
    else if (kind === 'radio') await this.tick(name, value);
    else if (kind === 'SELECT') await field.selectOption(value);
    else await field.fill(value);
  }
}
