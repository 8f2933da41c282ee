// Tests of the calls: what customers in the lounge see and hear, in the order in which they do. Time is driven by the tests.
import type { CallReason } from '@zhunshi/shared/domain/words.ts';
import type { LoungeCarRow, LoungeShopRow } from '@zhunshi/shared/views/loungeBoard.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { announcer } from './announcer.ts';

const opens = Date.parse('2026-11-23T14:32:00+08:00');
const MINUTE = 60_000;

const openShop: LoungeShopRow = {
  ...{ key: 'shop', kind: 'shop', name: '准时', timeZone: 'Asia/Shanghai', locale: 'zh-CN' },
  ...{ quietHours: null, volume: 80, voice: true },
};

/** A car of the board; `about` null: its customer is called for nothing. */
function car(label: string, about: CallReason | null, at = opens): LoungeCarRow {
  const call = about === null ? null : { about, at };
  return {
    key: `car:${label}`,
    kind: 'car',
    label,
    status: 'ready',
    step: 7,
    expectedAt: null,
    soon: false,
    position: 0,
    call,
  };
}

/** A lounge whose sound writes down what is heard. */
function lounge(machine: { voices?: string[]; speechEnds?: boolean; chimeEnds?: boolean; breaks?: boolean } = {}) {
  const { voices = ['zh-CN', 'en'], speechEnds = true, chimeEnds = true, breaks = false } = machine;
  const sounds = (): void => {
    if (breaks) throw new Error('the sound is broken');
  };
  const events: string[] = [];
  const never = new Promise<void>(() => undefined);
  const wait = (ms: number): Promise<void> => new Promise((over) => setTimeout(over, ms));
  const { learn } = announcer({
    now: () => Date.now(),
    wait,
    show: (call) => events.push(call === null ? 'no banner' : `banner ${call.label} ${call.about}`),
    sound: {
      chime: (volume) => {
        sounds();
        events.push(`chime ${String(volume)}`);
        return chimeEnds ? wait(1_500) : never;
      },
      speaks: (language) => voices.includes(language),
      say: (text, language) => {
        events.push(`${language}: ${text}`);
        return speechEnds ? wait(4_000) : never;
      },
      hush: () => {
        sounds();
        events.push('hushed');
      },
    },
  });
  const heard = (pattern: RegExp): string[] => events.filter((event) => pattern.test(event));
  return { events, heard, learn, banners: () => heard(/^banner/) };
}

const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => void vi.useFakeTimers({ now: opens }));
afterEach(() => void vi.useRealTimers());

describe('given a lounge that shows the board of a shop', () => {
  it('when a car becomes ready, then its banner stands, a chime sounds, and it is said twice, in Chinese and then in English [ANN-1] [ANN-5]', async () => {
    const { learn, events } = lounge();
    learn([car('粤B·**12', null)], openShop);
    learn([car('粤B·**12', 'ready')], openShop);
    await pass(MINUTE);
    const zh = 'zh-CN: 粤B，尾号 1 2 的车主，您的爱车已完工，请到前台';
    const en = 'en: Owner of the car ending in 1 2, Your car is ready, please come to the front desk';
    expect(events).toEqual(['no banner', 'banner 粤B·**12 ready', 'chime 0.8', zh, en, zh, en, 'no banner']);
  });

  it('when additional work waits for an answer, then its customer is called for that, by the number on the slip [ANN-1]', async () => {
    const { learn, heard } = lounge();
    learn([], openShop);
    learn([car('A017', 'approval')], openShop);
    await pass(MINUTE);
    expect(heard(/^zh/)[0]).toBe('zh-CN: A 0 1 7 号车主，请到前台确认增项');
    expect(heard(/^en/)[0]).toBe('en: Owner of car A 0 1 7, Please come to the front desk about additional work');
  });

  it('when the page has just been opened, then nobody is called again who was called before [ANN-1]', async () => {
    const { learn, banners, heard } = lounge();
    learn([car('粤B·**12', 'ready')], openShop);
    learn([car('粤B·**12', 'ready'), car('粤B·**13', null)], openShop);
    await pass(MINUTE);
    expect([...banners(), ...heard(/chime/)]).toEqual([]);
  });

  it('when boards go on coming while and after a call is made, then it is made once; called once more it is made once more [ANN-1]', async () => {
    const { learn, banners } = lounge();
    learn([], openShop);
    for (let second = 0; second < 60; second += 1) {
      learn([car('粤B·**12', 'ready')], openShop);
      await pass(1_000);
    }
    expect(banners()).toHaveLength(1);
    learn([car('粤B·**12', 'ready', opens + MINUTE)], openShop);
    await pass(MINUTE);
    expect(banners()).toHaveLength(2);
  });

  it('when several are called at once, then one after the other in the order in which it happened [ANN-2]', async () => {
    const { learn, banners, heard } = lounge();
    learn([], openShop);
    learn([car('粤B·**13', 'ready', opens - 1_000), car('粤B·**12', 'approval', opens - 2_000)], openShop);
    await pass(5_000);
    learn([car('粤B·**13', 'ready', opens - 1_000), car('A017', 'ready', opens - 3_000)], openShop);
    await pass(2 * MINUTE);
    expect(banners()).toEqual(['banner 粤B·**12 approval', 'banner A017 ready', 'banner 粤B·**13 ready']);
    expect(heard(/^zh/).length).toBeGreaterThanOrEqual(5);
  });

  it('when the line was cut for an hour, then who was called meanwhile more than three minutes ago is not called any more [ANN-3]', async () => {
    const { learn, banners } = lounge();
    learn([], openShop);
    await pass(60 * MINUTE);
    learn(
      [car('粤B·**12', 'ready', Date.now() - 3 * MINUTE - 1), car('粤B·**13', 'ready', Date.now() - 3 * MINUTE)],
      openShop,
    );
    await pass(MINUTE);
    expect(banners()).toEqual(['banner 粤B·**13 ready']);
  });

  it('when the screen slept over those who waited to be called, then they are not called hours later [ANN-3]', async () => {
    const { learn, banners } = lounge();
    learn([], openShop);
    learn([car('粤B·**12', 'ready', opens - 2), car('粤B·**13', 'ready', opens - 1)], openShop);
    vi.setSystemTime(opens + 120 * MINUTE);
    await pass(MINUTE);
    expect(banners()).toEqual(['banner 粤B·**12 ready']);
  });

  it('when the customer has come before their turn, then they are not called; when it is being said, then it ends at once [ANN-2]', async () => {
    const { learn, events, banners } = lounge();
    learn([], openShop);
    learn([car('粤B·**12', 'ready', opens - 2), car('粤B·**13', 'ready', opens - 1)], openShop);
    await pass(2_000);
    learn([], openShop);
    expect(events.slice(-2)).toEqual(['hushed', 'no banner']);
    await pass(MINUTE);
    expect(banners()).toEqual(['banner 粤B·**12 ready']);
  });
});

describe('given what the shop wants to be heard', () => {
  it('when it is within quiet hours, then there is the banner and no sound; when they are over, the next one is heard [ANN-4]', async () => {
    const { learn, banners, heard } = lounge();
    const quiet: LoungeShopRow = { ...openShop, quietHours: ['12:30', '14:33'] };
    learn([], quiet);
    learn([car('粤B·**12', 'ready')], quiet);
    await pass(MINUTE);
    expect(banners()).toHaveLength(1);
    expect(heard(/chime|:/)).toEqual([]);
    learn([car('粤B·**13', 'ready', opens + MINUTE)], quiet);
    await pass(MINUTE);
    expect(heard(/chime/)).toHaveLength(1);
  });

  it('when the quiet hours go over midnight, then they hold before and after it [ANN-4]', async () => {
    for (const [time, chimes] of [
      ['23:59', 0],
      ['07:59', 0],
      ['08:00', 2],
      ['21:59', 2],
    ] as const) {
      vi.setSystemTime(Date.parse(`2026-11-23T${time}:00+08:00`));
      const { learn, heard } = lounge({ voices: [] });
      const quiet: LoungeShopRow = { ...openShop, quietHours: ['22:00', '08:00'] };
      learn([], quiet);
      learn([car('粤B·**12', 'ready', Date.now())], quiet);
      await pass(30_000);
      expect(heard(/chime/), time).toHaveLength(chimes);
    }
  });

  it('when the volume is nought, then there is the banner only [ANN-4]', async () => {
    const { learn, banners, heard } = lounge();
    const silent = { ...openShop, volume: 0 };
    learn([], silent);
    learn([car('粤B·**12', 'ready')], silent);
    await pass(MINUTE);
    expect([banners().length, heard(/chime|:/).length]).toEqual([1, 0]);
  });

  it('when it wants no voice, or there is none on the machine, then the chime sounds twice [ANN-4]', async () => {
    for (const [voice, voices] of [
      [false, ['zh-CN', 'en']],
      [true, []],
    ] as const) {
      const { learn, heard } = lounge({ voices: [...voices] });
      learn([], { ...openShop, voice });
      learn([car('粤B·**12', 'ready', Date.now())], { ...openShop, voice });
      await pass(MINUTE);
      expect([heard(/chime/).length, heard(/:/).length]).toEqual([2, 0]);
    }
  });

  it('when there is a voice for one language only, then it is said in that one [ANN-4]', async () => {
    const { learn, heard } = lounge({ voices: ['zh-CN'] });
    learn([], openShop);
    learn([car('粤B·**12', 'ready')], openShop);
    await pass(MINUTE);
    expect([heard(/^zh/).length, heard(/^en/).length]).toEqual([2, 0]);
  });
});

describe('given a television whose sound fails', () => {
  it('when a speech never ends, then it is cut off, and the next customer is called [ANN-5]', async () => {
    const { learn, events, banners } = lounge({ speechEnds: false });
    learn([], openShop);
    learn([car('粤B·**12', 'ready', opens - 2), car('粤B·**13', 'ready', opens - 1)], openShop);
    await pass(3 * MINUTE);
    expect(events).toContain('hushed');
    expect(banners()).toEqual(['banner 粤B·**12 ready', 'banner 粤B·**13 ready']);
    expect(events.at(-1)).toBe('no banner');
  });

  it('when the sound breaks, then the banners go on, one after the other, and go when the customer comes [ANN-5]', async () => {
    const { learn, events, banners } = lounge({ breaks: true });
    learn([], openShop);
    learn([car('粤B·**12', 'ready', opens - 2), car('粤B·**13', 'ready', opens - 1)], openShop);
    await pass(20_000);
    expect(banners()).toEqual(['banner 粤B·**12 ready', 'banner 粤B·**13 ready']);
    learn([], openShop);
    expect(events.at(-1)).toBe('no banner');
  });

  it('when a chime never ends, then the voice follows nevertheless [ANN-5]', async () => {
    const { learn, heard } = lounge({ chimeEnds: false });
    learn([], openShop);
    learn([car('粤B·**12', 'ready')], openShop);
    await pass(MINUTE);
    expect(heard(/^zh/)).toHaveLength(2);
  });
});

describe('given a screen that runs for weeks', () => {
  it('when thousands are called, then each is called once', async () => {
    const { learn, banners } = lounge();
    learn([], openShop);
    for (let index = 0; index < 2_000; index += 1) {
      learn([car(`A${String(index)}`, 'ready', Date.now())], { ...openShop, volume: 0 });
      await pass(30_000);
    }
    expect(new Set(banners()).size).toBe(2_000);
    expect(banners()).toHaveLength(2_000);
  });
});
