// wall/ — sets the stages into columns, newspaper fashion: stages in their order, broken where it costs the eye least.

/** What a column can hold and how high things are, all in vh. */
export interface FlowRoom {
  columns: number;
  heightVh: number;
  cardVh: number;
  headingVh: number;
  /** Heading of a stage without cars. */
  emptyVh: number;
  /** Between two stages in one column. */
  gapVh: number;
}

/** A stage's part in one column: its cards `from` (included) to `to` (not included); `from` > 0: continued from the column before. */
export interface Segment<Stage> {
  stage: Stage;
  from: number;
  to: number;
}

export interface StageSlots<Stage> {
  stage: Stage;
  slots: number;
}

/** A stage broken over two columns costs the eye as much as so many square vh of unevenness. */
const BREAK_COST = 1_200;
/** A single car left alone at the foot of a column, or on top of the next, as much again. */
const STUB_COST = 400;

interface Flow<Stage> {
  cost: number;
  columns: Segment<Stage>[][];
}

/** Height in vh of a column's segments with cards of that height. */
export function columnHeight<Stage>(segments: readonly Segment<Stage>[], room: FlowRoom): number {
  let height = Math.max(0, segments.length - 1) * room.gapVh;
  for (const { from, to } of segments) {
    height += to > from ? room.headingVh + (to - from) * room.cardVh : room.emptyVh;
  }
  return height;
}

/**
 * The columns that hold all stages, or null when they do not fit. Of all ways the one with the fewest broken stages and the most
 * even columns is taken; the order of the stages is kept, and a heading never stands without its first card.
 */
export function columnFlow<Stage>(stages: readonly StageSlots<Stage>[], room: FlowRoom): Segment<Stage>[][] | null {
  /** A stage that a column holds whole is broken only where there is no other way: that costs more than any unevenness. */
  const breakCost = (index: number, part: Segment<Stage>): number => {
    const slots = stages[index]?.slots ?? 0;
    const whole = room.headingVh + slots * room.cardVh <= room.heightVh;
    const stub = part.to - part.from === 1 || slots - part.to === 1;
    return (whole ? room.columns * room.heightVh ** 2 : BREAK_COST) + (stub ? STUB_COST : 0);
  };
  const known = new Map<string, Flow<Stage> | null>();

  /** Best flow of everything from card `offset` of stage `index` on, into the columns from `column` on. */
  const best = (column: number, index: number, offset: number): Flow<Stage> | null => {
    if (index >= stages.length) {
      const empty = room.columns - column;
      return { cost: empty * room.heightVh ** 2, columns: [] };
    }
    if (column >= room.columns) return null;
    const key = `${column}/${index}/${offset}`;
    const before = known.get(key);
    if (before !== undefined) return before;

    let found: Flow<Stage> | null = null;
    for (const { segments, nextIndex, nextOffset } of columnEnds(stages, room, index, offset)) {
      const rest = best(column + 1, nextIndex, nextOffset);
      if (!rest) continue;
      const free = room.heightVh - columnHeight(segments, room);
      const last = segments.at(-1);
      const cost = free ** 2 + (nextOffset > 0 && last ? breakCost(nextIndex, last) : 0) + rest.cost;
      if (!found || cost < found.cost) found = { cost, columns: [segments, ...rest.columns] };
    }
    known.set(key, found);
    return found;
  };

  return best(0, 0, 0)?.columns ?? null;
}

interface ColumnEnd<Stage> {
  segments: Segment<Stage>[];
  nextIndex: number;
  nextOffset: number;
}

/** Every place where a column that starts at a card may end. */
function columnEnds<Stage>(
  stages: readonly StageSlots<Stage>[],
  room: FlowRoom,
  startIndex: number,
  startOffset: number,
): ColumnEnd<Stage>[] {
  const ends: ColumnEnd<Stage>[] = [];
  const whole: Segment<Stage>[] = [];
  let from = startOffset;
  for (let index = startIndex; index < stages.length; index += 1) {
    const entry = stages[index];
    if (!entry) break;
    for (let to = from + 1; to < entry.slots; to += 1) {
      const segments = [...whole, { stage: entry.stage, from, to }];
      if (columnHeight(segments, room) > room.heightVh) break;
      ends.push({ segments, nextIndex: index, nextOffset: to });
    }
    whole.push({ stage: entry.stage, from, to: entry.slots });
    if (columnHeight(whole, room) > room.heightVh) break;
    ends.push({ segments: [...whole], nextIndex: index + 1, nextOffset: 0 });
    from = 0;
  }
  return ends;
}
