// font/ — makes led24.bin and led16.bin, the dot fonts of the lounge wall, from Noto Sans CJK SC Bold as Chromium draws it.
// Run by hand when the set of characters changes: `node client-lounge/font/makeLedFont.mjs` (the format: src/led/dotFont.ts).
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const browserPath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Characters outside GB2312 that names, plates and sentences of a workshop may hold. */
const extras = ' ·•…—–‘’“”«»€£¥©®™°±×÷→←↑↓■□▲△▼▽●○★☆▶◀✓✕喆堃囍';

/** Every character of the font, sorted, once. */
function characters() {
  const all = new Set(extras);
  for (let code = 0x20; code < 0x7f; code += 1) all.add(String.fromCodePoint(code));
  for (let code = 0xa1; code <= 0xff; code += 1) all.add(String.fromCodePoint(code));
  const decoder = new TextDecoder('gb18030');
  for (let high = 0xa1; high <= 0xf7; high += 1) {
    // Rows A4–A9 are kana, Greek, Cyrillic, bopomofo and table lines: no text of a lounge needs them.
    if (high >= 0xa4 && high <= 0xaf && high !== 0xa3) continue;
    for (let low = 0xa1; low <= 0xfe; low += 1) {
      const character = decoder.decode(Uint8Array.of(high, low));
      const code = character.codePointAt(0);
      const assigned = [...character].length === 1 && code !== 0xfffd && !(code >= 0xe000 && code <= 0xf8ff);
      if (assigned) all.add(character);
    }
  }
  all.delete('\u00ad');
  return [...all].sort((a, b) => a.codePointAt(0) - b.codePointAt(0));
}

/**
 * Runs in the page: draws each character `SCALE` times too large, then lays the dot grid over it at the offset (a fraction of a
 * dot) where most dots are clearly on or clearly off, so that strokes fall on dots instead of between them.
 */
function drawGlyphs({ list, size }) {
  const SCALE = 8;
  const cellRows = Math.ceil(size * 1.17);
  const baseline = Math.round(size * 0.875);
  const margin = SCALE * 4;
  const big = size * SCALE;
  const canvas = document.createElement('canvas');
  canvas.width = big * 2 + margin * 2;
  canvas.height = cellRows * SCALE + margin * 2;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.font = `700 ${String(big)}px "Noto Sans CJK SC"`;
  context.fillStyle = '#fff';

  /** Sums of coverage, so that any rectangle's share is four look-ups. */
  function coverageSums(character) {
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.fillText(character, margin, margin + baseline * SCALE);
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
    const sums = new Float64Array((width + 1) * (height + 1));
    for (let y = 0; y < height; y += 1) {
      let line = 0;
      for (let x = 0; x < width; x += 1) {
        line += data[(y * width + x) * 4 + 3];
        sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + line;
      }
    }
    return { sums, stride: width + 1 };
  }

  function gridAt({ sums, stride }, columns, dx, dy) {
    const dots = [];
    let clarity = 0;
    for (let row = 0; row < cellRows; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        const left = margin + column * SCALE - dx;
        const top = (margin + row * SCALE - dy) * stride;
        const below = top + SCALE * stride;
        const sum = sums[below + left + SCALE] - sums[below + left] - sums[top + left + SCALE] + sums[top + left];
        const share = sum / (SCALE * SCALE * 255);
        clarity += Math.abs(share - 0.5);
        dots.push(share);
      }
    }
    return { dots, clarity };
  }

  return list.map((character) => {
    const measured = context.measureText(character).width / SCALE;
    const wide = character.codePointAt(0) >= 0x2e80;
    let columns = wide ? size : Math.max(2, Math.round(measured));
    let shiftX = Math.round(((columns - measured) / 2) * SCALE);
    let shiftY = 0;
    if (character === '·') {
      // The dot of a plate stands close to its neighbours.
      columns = Math.round(size * 0.5);
      shiftX = Math.round(((columns - measured) / 2) * SCALE);
    }
    // The stars of a masked plate stand at the middle of the digits, not above them.
    if (character === '*') shiftY = Math.round(size * 0.2) * SCALE;
    const sums = coverageSums(character);
    let best = null;
    const offsets = [0, 1, -1, 2, -2, 3, -3, 4];
    // Letters share one baseline; only ideographs may also move up or down.
    for (const dy of wide ? offsets : [0]) {
      for (const dx of offsets) {
        const grid = gridAt(sums, columns, shiftX + dx, shiftY + dy);
        if (best === null || grid.clarity > best.clarity + 0.25) best = grid;
      }
    }
    const rows = [];
    for (let row = 0; row < cellRows; row += 1) {
      rows.push(best.dots.slice(row * columns, (row + 1) * columns).map((share) => (share >= 0.46 ? 1 : 0)));
    }
    return { columns, rows };
  });
}

/** Packs glyphs as `src/led/dotFont.ts` reads them. */
function pack(list, size, glyphs) {
  const parts = [Buffer.from('ZLED'), Buffer.from([1, size, list.length & 255, list.length >> 8])];
  const codes = Buffer.alloc(list.length * 2);
  const shapes = Buffer.alloc(list.length * 3);
  const bitmaps = [];
  list.forEach((character, index) => {
    const { columns, rows } = glyphs[index];
    const first = rows.findIndex((row) => row.includes(1));
    const top = first < 0 ? 0 : first;
    const height = first < 0 ? 0 : rows.findLastIndex((row) => row.includes(1)) - top + 1;
    codes.writeUInt16LE(character.codePointAt(0), index * 2);
    shapes[index] = columns;
    shapes[list.length + index] = top;
    shapes[list.length * 2 + index] = height;
    const rowBytes = Math.ceil(columns / 8);
    const bitmap = Buffer.alloc(rowBytes * height);
    for (let row = 0; row < height; row += 1) {
      rows[top + row].forEach((lit, column) => {
        if (lit) bitmap[row * rowBytes + (column >> 3)] |= 128 >> (column & 7);
      });
    }
    bitmaps.push(bitmap);
  });
  return Buffer.concat([...parts, codes, shapes, ...bitmaps]);
}

const list = characters();
const browser = await chromium.launch({
  executablePath: browserPath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--font-render-hinting=none'],
});
try {
  const page = await browser.newPage();
  await page.setContent('<html lang="zh-CN"><body></body></html>');
  for (const size of [24, 16]) {
    const file = join(import.meta.dirname, `led${String(size)}.bin`);
    const packed = pack(list, size, await page.evaluate(drawGlyphs, { list, size }));
    writeFileSync(file, packed);
    console.log(`${file}: ${String(list.length)} characters, ${String(packed.length)} bytes`);
  }
} finally {
  await browser.close();
}
