// bench/load/ — what the load process is asked to do, and what it answers. Both sides of a pair get the very same task.

/** How to reach one side as one client. */
export interface Entrance {
  url: string;
  /** `/` at the floor; the shop has a namespace for each kind of screen. */
  namespace: '/' | '/staff' | '/wall' | '/lounge';
  /** Session cookie of a member of staff. */
  cookie?: string;
  auth: Record<string, unknown>;
}

/** A command without its id. */
export type Body = { type: string } & Record<string, unknown>;

/** Somebody who gives commands: an entrance, and commands that can be given over and over in this order. */
export interface Giver {
  entrance: Entrance;
  bodies: Body[];
}

/** One command at a time: from giving it until the last screen has it. */
export interface DeliveryTask {
  kind: 'delivery';
  giver: Giver;
  screen: Entrance;
  screens: number;
  warmUp: number;
  commands: number;
}
export interface DeliveryAnswer {
  /** Ms of each command. */
  ms: number[];
}

/** Several at once, each giving the next command when the last one was answered. */
export interface ThroughputTask {
  kind: 'throughput';
  givers: Giver[];
  screen: Entrance;
  screens: number;
  warmUpMs: number;
  durationMs: number;
}
export interface ThroughputAnswer {
  /** Commands accepted within the time, by giver. */
  accepted: number[];
  /** Refused ones, by their code; an accepted load has none. */
  refused: Record<string, number>;
  /** Longest that any giver waited for an answer, ms. */
  longestMs: number;
  durationMs: number;
}

/** Bytes on the wire of each screen, for commands and for the time that passes. */
export interface BytesTask {
  kind: 'bytes';
  giver: Giver;
  screens: Record<string, Entrance>;
  commands: number;
  /** Pause between commands, ms: longer than the server gathers changes of boards. */
  pauseMs: number;
  /** How long to watch without a command, ms; 0: not at all. */
  idleMs: number;
}
export interface BytesAnswer {
  /** By screen: bytes of its first snapshot, and by event for the commands and for the idle time. */
  screens: Record<string, { snapshot: number; working: Record<string, number>; idle: Record<string, number> }>;
  commands: number;
  idleMs: number;
}

export type Task = DeliveryTask | ThroughputTask | BytesTask;
export type AnswerTo<Given extends Task> = Given extends DeliveryTask
  ? DeliveryAnswer
  : Given extends ThroughputTask
    ? ThroughputAnswer
    : BytesAnswer;
