// e2e/testing/ — a dispatcher at the console, with a pointer and a keyboard and nothing else.
import type { Locator, Page } from 'playwright-core';
import { until } from './serverProcess.ts';

/** What the console offers as the next act, read off its job panel. */
interface Offer {
  act: string;
  operation: string | null;
}

export class ConsolePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  at(testid: string): Locator {
    return this.page.getByTestId(testid);
  }

  /** Logs in; with a first PIN it is changed on the way. */
  async logIn(staff: string, pin: string, newPin: string | null): Promise<void> {
    await this.at('login-staff').fill(staff);
    await this.at('login-pin').fill(pin);
    await this.page.keyboard.press('Enter');
    if (newPin !== null) {
      await this.at('first-pin-new').fill(newPin);
      await this.at('first-pin-again').fill(newPin);
      await this.at('first-pin-submit').click();
    }
    await this.at('nav-dispatch').waitFor();
  }

  /** Goes to a view: by the bar, or by its menu where the bar has no room for it, which comes and goes with the figures beside it. */
  async openView(view: string): Promise<void> {
    const button = this.at(`nav-${view}`);
    const stands = this.page.locator(`[data-testid="nav-${view}"][aria-current="page"]`);
    await until(async () => {
      if ((await stands.count()) > 0) return true;
      if (!(await button.isVisible())) await this.at('nav-more').click({ timeout: 2_000 });
      await button.click({ timeout: 2_000 });
      return (await stands.count()) > 0;
    });
  }

  panel(job: string): Locator {
    return this.page.locator(`[data-testid="job-panel"][data-job="${job}"]`);
  }

  card(job: string): Locator {
    return this.page.locator(`[data-testid="card"][data-job="${job}"]`).first();
  }

  /** Finds a car by its order number, with the keyboard alone. */
  async find(job: string): Promise<void> {
    if ((await this.panel(job).count()) > 0) return;
    await this.page.keyboard.press('Escape');
    // A console that has just opened may not listen yet.
    const search = this.page.getByTestId('search');
    await search.waitFor();
    await until(async () => {
      await this.page.keyboard.press('/');
      return await search.evaluate((field) => field === document.activeElement);
    });
    await search.fill('');
    await this.page.keyboard.type(job);
    await this.page.locator(`[data-testid="search-result"][data-job="${job}"]`).first().waitFor();
    await this.page.keyboard.press('Enter');
    await this.panel(job).waitFor();
  }

  /** The likeliest next act of a car, null when it is handed over. Read in one look, since the panel follows the log. */
  async offer(job: string): Promise<Offer | null> {
    const seen = await this.panel(job).evaluate((element) => {
      const button = element.querySelector('footer [data-testid^="act-"]');
      const act = button?.getAttribute('data-testid') ?? '';
      return {
        stage: element.getAttribute('data-stage'),
        act,
        operation: button?.getAttribute('data-operation') ?? null,
      };
    });
    if (seen.stage === 'delivered') return null;
    if (seen.act === '') throw new Error(`${job} is ${String(seen.stage)}, and nothing can be done with it`);
    return { act: seen.act.slice('act-'.length), operation: seen.operation };
  }

  /** Takes the offered act by the pointer. */
  async take(job: string, offer: Offer): Promise<void> {
    await this.panel(job).locator(`footer [data-testid="act-${offer.act}"]`).first().click();
  }

  /** A car that is handed over late is asked for its cause: the one that its record suggests is taken. */
  async giveCause(job: string): Promise<void> {
    const form = this.at('form-HandOver');
    const delivered = this.page.locator(`[data-testid="job-panel"][data-job="${job}"][data-stage="delivered"]`);
    await until(async () => (await form.isVisible()) || (await delivered.count()) > 0);
    if (!(await form.isVisible())) return;
    await this.at('form-confirm').click();
    await form.waitFor({ state: 'hidden' });
  }

  /** Drags a waiting car with the pointer onto the first bay that welcomes it, and takes the suggested crew. */
  async dragToBay(job: string): Promise<void> {
    await this.dragOnto(job, '[data-answer="allowed"]');
    await this.confirmCrew();
  }

  /** Drags a waiting car with the pointer onto the first bay of such a row, and lets it go there. */
  async dragOnto(job: string, row: string): Promise<void> {
    const card = this.card(job);
    // With the pointer over it, the list keeps its order [CON-4].
    await card.hover();
    const from = await boxOf(card);
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(from.x + 20, from.y + 8, { steps: 2 });
    const bay = this.page.locator(`[data-testid="bay-row"]${row}`).first();
    await bay.waitFor();
    const to = await boxOf(bay);
    await this.page.mouse.move(to.x, to.y, { steps: 3 });
    await this.page.mouse.up();
  }

  /** Picks a waiting car up with the keyboard and puts it on a bay that welcomes it, `steps` places further than the first. */
  async keyToBay(job: string, steps: number): Promise<void> {
    const card = this.card(job);
    await card.focus();
    await this.page.keyboard.press('Enter');
    await this.page.locator('[data-testid="bay-row"][data-answer="allowed"]').first().waitFor();
    for (let step = 0; step < steps; step += 1) await this.page.keyboard.press('ArrowDown');
    await this.page.keyboard.press('Enter');
    await this.confirmCrew();
  }

  /** The suggested crew, with Enter. */
  async confirmCrew(): Promise<void> {
    await this.at('crew-dialog').waitFor();
    await this.page.keyboard.press('Enter');
    await this.at('crew-dialog').waitFor({ state: 'hidden' });
  }
}

/** Middle of what is seen. */
async function boxOf(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('It is not on the screen');
  return { x: box.x + Math.min(box.width / 2, 200), y: box.y + box.height / 2 };
}
