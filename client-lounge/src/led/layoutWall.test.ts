// Tests of the layout: on every form of the wall, bands tile it and no text or box leaves it, however crowded it is.
import { MOST_OF_NOTICE } from '@zhunshi/shared/domain/words.ts';
import { loungeWords } from '@zhunshi/shared/i18n/loungeWords.ts';
import { loungeStatuses } from '@zhunshi/shared/views/loungeBoard.ts';
import type { LoungeStatus } from '@zhunshi/shared/views/loungeBoard.ts';
import { describe, expect, it } from 'vitest';
import { shownCall } from '../calls/callWords.ts';
import { carText } from './carText.ts';
import type { Band, DrawItem } from './drawList.ts';
import { layoutTicker } from './layoutTicker.ts';
import { layoutWall } from './layoutWall.ts';
import type { WallContent } from './wallLayoutInput.ts';
import { textWidth } from './measure.ts';
import { committedFonts } from './testing/committedFonts.ts';
import { tickerSentences } from './tickerText.ts';
import { placeWall } from './wallForm.ts';
import type { WallForm } from './wallForm.ts';

const fonts = committedFonts();
const now = Date.parse('2026-11-23T14:32:00+08:00');
/** Each form, and what is left of it where an edge is to be free. */
const forms: [string, WallForm][] = [
  [1920, 1080],
  [960, 540],
  [1080, 1920],
].flatMap(([width = 0, height = 0]) =>
  [0, 1, 3, 5].map((inset): [string, WallForm] => {
    const { form } = placeWall({ width, height, ratio: 1 }, { inset, turned: false });
    return [inset === 0 ? form.name : `${form.name} with a free edge of ${String(inset)} %`, form];
  }),
);

function content(cars: number, change: Partial<WallContent> = {}): WallContent {
  const texts = Array.from({ length: cars }, (_, index) => {
    const status: LoungeStatus = loungeStatuses[index % loungeStatuses.length] ?? 'working';
    const expectedAt = index % 3 === 2 ? now + 26 * 3_600_000 : index % 2 === 0 ? null : now;
    const label = index % 2 === 0 ? '粤B·**12 A017' : '桂C·**9M';
    return carText(
      { key: String(index), kind: 'car', label, status, step: 4, expectedAt, soon: false, position: index, call: null },
      'Asia/Shanghai',
      now,
    );
  });
  return {
    shopName: '一个名字特别特别长的汽车维修服务有限公司（示例）',
    clock: '14:32',
    connected: true,
    cars: texts,
    page: 0,
    pages: 1,
    inverted: [],
    call: null,
    notice: null,
    silenced: false,
    asksForTouch: false,
    freshness: 'fresh',
    updatedAt: '14:32',
    ageSeconds: 0,
    ...change,
  };
}

const longestNotice = {
  zh: '长'.repeat(MOST_OF_NOTICE.zh),
  en: 'Wide words '.repeat(20).slice(0, MOST_OF_NOTICE.en).trim(),
};

function edges(item: DrawItem) {
  const width = item.kind === 'box' ? item.width : textWidth(fonts[item.size], item.text) * item.scale;
  const height = item.kind === 'box' ? item.height : item.size * item.scale;
  return { left: item.x, top: item.y, right: item.x + width, bottom: item.y + height };
}

function textsOf(bands: Band[]): string[] {
  return bands.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])));
}

function outside(bands: Band[], form: WallForm): DrawItem[] {
  return bands.flatMap((band) =>
    band.items.filter((item) => {
      const { left, top, right, bottom } = edges(item);
      // Two LEDs at each side are kept free for the shift against burn-in.
      return left < 2 || right > form.columns - 2 || top < Math.max(2, band.top) || bottom > band.top + band.height;
    }),
  );
}

function callFor(label: string, about: 'ready' | 'approval'): WallContent['call'] {
  return { text: shownCall({ id: label, label, about, at: now }), lit: true };
}

const contents: [string, WallContent][] = [
  ['no car', content(0)],
  ['one car', content(1)],
  ['two cars', content(2)],
  ['three cars', content(3)],
  ['a full page of several', content(6, { pages: 12, page: 9 })],
  ['a car that blinks', content(4, { inverted: ['1'] })],
  ['a card that blinks', content(1, { inverted: ['0'] })],
  ['a call for a car that is ready', content(4, { call: callFor('粤B·**12', 'ready') })],
  ['a call by plate and slip', content(4, { call: callFor('粤B·**5学 A017', 'ready') })],
  ['a call about additional work', content(4, { call: callFor('A017', 'approval') })],
  ['a call on a stale board', content(4, { call: callFor('A017', 'ready'), freshness: 'stale', ageSeconds: 180 })],
  ['a short notice', content(0, { notice: { zh: '今日停电', en: '' } })],
  ['the longest notice', content(0, { notice: longestNotice })],
  ['a notice of one word', content(0, { notice: { zh: '', en: 'W'.repeat(60) } })],
  ['a wall that is kept silent', content(6, { silenced: true, pages: 12, page: 9 })],
  ['a wall that asks for a touch', content(6, { silenced: true, asksForTouch: true })],
  ['an aging board', content(6, { freshness: 'aging', ageSeconds: 29 })],
  ['a stale board', content(6, { freshness: 'stale', ageSeconds: 59 * 60 })],
  ['a board stale since yesterday', content(6, { freshness: 'stale', ageSeconds: 25 * 3_600 })],
  ['a screen that is not connected yet', content(0, { connected: false, clock: '', updatedAt: '', shopName: '' })],
];

describe.each(forms)('the %s wall', (_name, form) => {
  const ofPage = (shown: WallContent): WallContent => ({ ...shown, cars: shown.cars.slice(0, form.rowsPerPage) });

  it.each(contents)('shows %s within its edges', (_case, shown) => {
    expect(outside(layoutWall(ofPage(shown), { form, fonts }), form)).toEqual([]);
  });

  it.each(contents)('is tiled by its bands when it shows %s', (_case, shown) => {
    const bands = [...layoutWall(ofPage(shown), { form, fonts })].sort((a, b) => a.top - b.top);
    let end = 0;
    for (const band of bands) {
      expect(band.top).toBe(end);
      end += band.height;
    }
    expect(end).toBe(form.rows);
    expect(new Set(bands.map(({ id }) => id)).size).toBe(bands.length);
  });

  it('says the longest notice whole, in both languages [LNG-6]', () => {
    const [body] = layoutWall(content(0, { notice: longestNotice }), { form, fonts }).filter(
      ({ id }) => id === 'notice',
    );
    const said = (body?.items ?? []).map((item) => (item.kind === 'text' ? item.text : '')).join(' ');
    expect(said.replaceAll(' ', '')).toContain(`${longestNotice.zh}${longestNotice.en}`.replaceAll(' ', ''));
  });

  it('keeps the age clear of the moving line', () => {
    const aging = content(6, { freshness: 'aging', ageSeconds: 29 });
    const bottom = layoutWall(aging, { form, fonts }).find(({ id }) => id === 'bottom');
    const lineEnds = form.margin + form.tickerWidth;
    for (const item of bottom?.items ?? []) {
      const beneath = item.y >= form.tickerTop + form.big;
      expect(beneath || edges(item).left > lineEnds).toBe(true);
    }
  });

  it('never shortens a word of its own', () => {
    const everyState = Array.from({ length: loungeStatuses.length * 2 }, (_, index) => index);
    for (const first of everyState.filter((index) => index % form.rowsPerPage === 0)) {
      const page = content(everyState.length).cars.slice(first, first + form.rowsPerPage);
      const texts = layoutWall(content(0, { cars: page, pages: 3 }), { form, fonts })
        .flatMap(({ id, items }) => (id === 'top' ? [] : items))
        .flatMap((item) => (item.kind === 'text' ? [item.text] : []));
      expect(texts.filter((text) => text.endsWith('…'))).toEqual([]);
    }
  });

  it('never shortens a call, and says it in both languages [ANN-1]', () => {
    for (const about of ['ready', 'approval'] as const) {
      for (const label of ['粤B·**12', '粤W·**5学 A017', 'A017']) {
        const bands = layoutWall(content(3, { call: callFor(label, about) }), { form, fonts });
        const words = (bands.find(({ id }) => id === 'call')?.items ?? []).flatMap((item) =>
          item.kind === 'text' ? [item.text] : [],
        );
        expect(words.join(' ')).toContain(`${label} ${loungeWords['zh-CN'].call.owner}`);
        for (const part of [...loungeWords['zh-CN'].call[about], ...loungeWords.en.call[about]])
          expect(words.join(' ')).toContain(part);
      }
    }
  });

  it('never shortens a plate, on a card either, nor the slip that tells it from another', () => {
    for (const label of ['粤B·**12', '粤B·**12 A017', '粤W·**5学 A017', '粤W·**WW A117']) {
      for (const cars of [1, 2, form.rowsPerPage]) {
        const { cars: others } = content(cars);
        const shown = content(0, { cars: others.map((car) => ({ ...car, label })) });
        const texts = textsOf(layoutWall(shown, { form, fonts }));
        const whole = texts.filter((text) => text === label).length;
        const parts = label.split(' ').map((part) => texts.filter((text) => text === part).length);
        expect(whole + Math.min(...parts), label).toBeGreaterThanOrEqual(cars);
      }
    }
  });

  it('shows the plate of a car that is alone no smaller than its state, beside a slip too', () => {
    for (const label of ['粤B·**12', '粤B·**12 A017']) {
      const { cars } = content(1);
      const bands = layoutWall(content(0, { cars: cars.map((car) => ({ ...car, label })) }), { form, fonts });
      const sizeOf = (words: string): number =>
        Math.max(
          ...bands.flatMap(({ items }) =>
            items.map((item) => (item.kind === 'text' && item.text.startsWith(words) ? item.size * item.scale : 0)),
          ),
        );
      expect(sizeOf('粤B·**12')).toBeGreaterThanOrEqual(sizeOf(cars[0]?.status.zh ?? ''));
    }
  });

  it('says of the time of a car that is alone what of, on another day too [LNG-4]', () => {
    for (const ahead of [1, 20, 70, 240]) {
      const [car] = content(1).cars;
      const other = carText(
        {
          ...{ key: 'c', kind: 'car', label: 'A1', status: 'waitingParts', step: 3, soon: false },
          position: 0,
          call: null,
          expectedAt: now + ahead * 3_600_000,
        },
        'Asia/Shanghai',
        now,
      );
      const shown = content(0, { shopName: '准时', cars: [{ ...car, ...other }] });
      const texts = textsOf(layoutWall(shown, { form, fonts }));
      expect(texts.filter((text) => text.startsWith('预计 ETA'))).toHaveLength(1);
      expect(texts.filter((text) => text.endsWith('…'))).toEqual([]);
    }
  });

  it('parts each row from the next by a line, nearer to whose words belong together', () => {
    const bands = layoutWall(content(form.rowsPerPage, { pages: 3 }), { form, fonts });
    for (const { id, top, items } of bands) {
      if (!id.startsWith('row')) continue;
      expect(items).toContainEqual(expect.objectContaining({ kind: 'box', y: top, height: 1, color: 'line' }));
      const above = items.filter((item) => item.kind === 'text' && item.y < top + 2);
      expect(above).toEqual([]);
    }
  });

  it('says whose lounge it is once, and greets once, while there is nothing else to say', () => {
    const bands = layoutWall(content(0, { shopName: '准时' }), { form, fonts });
    const said = [...textsOf(bands), ...tickerSentences(null)].join(' ');
    expect([said.split('准时').length - 1, said.split('欢迎光临').length - 1]).toEqual([1, 1]);
  });

  it.each([1, 2, 3])('keeps the words of %i cars apart', (cars) => {
    for (let first = 0; first < loungeStatuses.length; first += 1) {
      const page = content(loungeStatuses.length + 2).cars.slice(first, first + cars);
      for (const { id, items } of layoutWall(content(0, { cars: page }), { form, fonts })) {
        if (!/^(row|card)/.test(id)) continue;
        const texts = items.flatMap((item) => (item.kind === 'text' ? [{ text: item.text, ...edges(item) }] : []));
        for (const one of texts) {
          const beside = texts.filter(
            ({ text, top, bottom, left }) =>
              text !== one.text && top < one.bottom - 1 && one.top < bottom - 1 && left >= one.left,
          );
          for (const other of beside) expect(other.left - one.right, `${one.text} | ${other.text}`).toBeGreaterThan(4);
        }
      }
    }
  });

  it('keeps rows at the same place from page to page', () => {
    const tops = (cars: number) =>
      layoutWall(content(cars, { pages: 3 }), { form, fonts }).flatMap(({ id, top }) =>
        id.startsWith('row') ? [top] : [],
      );
    expect(tops(form.rowsPerPage).slice(0, 3)).toEqual(tops(3));
  });

  it('has a still line for each sentence where nothing may move', () => {
    for (const sentence of tickerSentences('准时汽车服务中心')) {
      const { band, width } = layoutTicker(sentence, false, form, fonts);
      for (const item of band.items) expect(edges(item).right).toBeLessThanOrEqual(width);
    }
  });
});

describe('what tells that a board is not current', () => {
  const [[, form] = []] = forms;
  const textsOf = (shown: WallContent) =>
    layoutWall(shown, { form: form!, fonts }).flatMap(({ items }) =>
      items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])),
    );

  it('is its age from ten seconds on', () => {
    const texts = textsOf(content(6, { freshness: 'aging', ageSeconds: 14, updatedAt: '14:31' }));
    expect(texts).toContain('更新于 14:31');
    expect(texts).toContain('14秒前');
  });

  it('is a badge in both languages from thirty seconds on, with the last rows kept', () => {
    const texts = textsOf(content(6, { freshness: 'stale', ageSeconds: 180, updatedAt: '14:28' }));
    expect(texts).toContain('画面 3 分钟未更新，请问前台');
    expect(texts).toContain('Not live, ask front desk');
    expect(texts).toContain('更新于 14:28');
    expect(texts).toContain('粤B·**12 A017');
  });

  it('is nothing at all while it is current', () => {
    const texts = textsOf(content(6));
    expect(texts).toContain('更新于 Updated 14:32');
    expect(texts.join()).not.toContain('秒前');
  });
});

describe('the words around the rows', () => {
  const texts = (form: WallForm, change: Partial<WallContent> = {}) =>
    layoutWall(content(3, { shopName: '准时', ...change }), { form, fonts }).flatMap(({ id, items }) =>
      id === 'top' || id === 'bottom' ? items.flatMap((item) => (item.kind === 'text' ? [item.text] : [])) : [],
    );
  const boxes = (form: WallForm, change: Partial<WallContent>) =>
    layoutWall(content(3, change), { form, fonts })
      .filter(({ id }) => id === 'bottom')
      .flatMap(({ items }) => items.filter(({ kind }) => kind === 'box')).length;

  it.each(forms)(
    'on the %s wall: given a silent page, then both languages ask or neither, and a sign says it [LNG-10]',
    (_name, form) => {
      const asked = texts(form, { silenced: true, asksForTouch: true }).filter((text) => /声音|sound/.test(text));
      expect([[], ['点按开启声音 Tap for sound']]).toContainEqual(asked);
      expect(texts(form, { silenced: true })).toContain('准时');
      expect(boxes(form, { silenced: true })).toBeGreaterThan(0);
      expect(boxes(form, {})).toBe(0);
    },
  );

  it.each(forms)(
    'on the %s wall: when the board was updated is said in both languages, beside the sign too',
    (_name, form) => {
      expect(texts(form, { silenced: true })).toContain('更新于 Updated 14:32');
    },
  );

  it.each(forms)(
    'on the %s wall: the first column is called plate or slip, and no head is shortened',
    (_name, form) => {
      const head = texts(form).find((text) => text.startsWith('车牌'));
      expect(['车牌/单号 Plate/Slip', '车牌/单号 Plate', '车牌 Plate']).toContain(head);
      expect(texts(form).filter((text) => text.endsWith('…'))).toEqual([]);
    },
  );
});
