// dispatch/ — what a row of the grid shows while a car is dragged over the bays.

/** What a row says to the car in the hand. */
export interface RowAnswer {
  allowed: boolean;
  short: string;
  /** The whole reason, said on the row under the hand. */
  sentence: string;
}
/** Where the work would lie, px of the row. */
export interface RowSlot {
  left: number;
  width: number;
  text: string;
  /** Slack that the promise would have, and whether it would be late. */
  slack: string;
  late: boolean;
  /** Other promises that it would break, named; empty: none. */
  breaks: string;
}
