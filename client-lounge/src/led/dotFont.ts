// led/ — reads a dot font (font/led24.bin, led16.bin) and finds the dots of a character.

/** Heights of the two fonts, in LEDs. */
export type DotSize = 16 | 24;

/** One character in dots. */
export interface Glyph {
  /** LEDs to the next character. */
  readonly advance: number;
  /** First row that has a lit LED, below the top of the line. */
  readonly top: number;
  readonly height: number;
  /** Rows from the top, each of whole bytes, leftmost LED first. */
  readonly bits: Uint8Array;
}

export interface DotFont {
  readonly size: DotSize;
  /** The glyph of a character; a hollow box for one that the font does not have, so that a gap is seen and not guessed at. */
  glyph(character: string): Glyph;
  has(character: string): boolean;
}

export type DotFonts = Readonly<Record<DotSize, DotFont>>;

const HEADER_BYTES = 8;
const MAGIC = 'ZLED';
/** From here on characters are as wide as they are high. */
const FIRST_WIDE_CODE = 0x2e80;

/**
 * Decodes a font file: `ZLED`, format 1, size, count (u16 LE), then for all characters their codes (u16 LE, ascending), advances,
 * tops, heights (u8 each), and the rows of dots.
 * @throws Error where the bytes are not such a file, which is a fault of the build
 */
export function decodeDotFont(bytes: Uint8Array): DotFont {
  const magic = String.fromCharCode(...bytes.subarray(0, 4));
  const size = bytes[5];
  if (magic !== MAGIC || bytes[4] !== 1 || (size !== 16 && size !== 24)) throw new Error('not a dot font');
  const count = (bytes[6] ?? 0) | ((bytes[7] ?? 0) << 8);
  const shapes = HEADER_BYTES + count * 2;
  const glyphs = new Map<number, Glyph>();
  let at = shapes + count * 3;
  for (let index = 0; index < count; index += 1) {
    const code = (bytes[HEADER_BYTES + index * 2] ?? 0) | ((bytes[HEADER_BYTES + index * 2 + 1] ?? 0) << 8);
    const advance = bytes[shapes + index] ?? 0;
    const top = bytes[shapes + count + index] ?? 0;
    const height = bytes[shapes + count * 2 + index] ?? 0;
    const length = Math.ceil(advance / 8) * height;
    glyphs.set(code, { advance, top, height, bits: bytes.subarray(at, at + length) });
    at += length;
  }
  const wideBox = hollowBox(size, size);
  const narrowBox = hollowBox(size, Math.round(size * 0.6));
  return {
    size,
    glyph(character) {
      const code = character.codePointAt(0) ?? 0;
      return glyphs.get(code) ?? (code < FIRST_WIDE_CODE ? narrowBox : wideBox);
    },
    has: (character) => glyphs.has(character.codePointAt(0) ?? 0),
  };
}

/** The box that stands for an unknown character. */
function hollowBox(size: DotSize, advance: number): Glyph {
  const rowBytes = Math.ceil(advance / 8);
  const top = 2;
  const height = size - 4;
  const bits = new Uint8Array(rowBytes * height);
  for (let row = 0; row < height; row += 1) {
    const edge = row === 0 || row === height - 1;
    for (let column = 1; column < advance - 1; column += 1) {
      const lit = edge || column === 1 || column === advance - 2;
      if (lit)
        bits[row * rowBytes + (column >> 3)] = (bits[row * rowBytes + (column >> 3)] ?? 0) | (128 >> (column & 7));
    }
  }
  return { advance, top, height, bits };
}
