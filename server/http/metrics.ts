// http/ — figures for Prometheus: commands by type and outcome, open screens, how certain this node is. Nothing personal.
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Connections } from '../access/connections.ts';
import type { Answered } from '../access/giveCommand.ts';
import type { Health } from '../shop/shop.ts';

export interface Metrics {
  answered: Answered;
  contentType: string;
  text(): Promise<string>;
}

/** The figures of one node. */
export function createMetrics(health: () => Health, connections: Connections): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const commands = new Counter({
    name: 'zhunshi_commands_total',
    help: 'Commands by type and outcome',
    labelNames: ['type', 'outcome'] as const,
    registers,
  });
  const seconds = new Histogram({
    name: 'zhunshi_command_seconds',
    help: 'From the command to its answer',
    buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2],
    registers,
  });
  new Gauge({
    name: 'zhunshi_screens',
    help: 'Connected screens by kind',
    labelNames: ['kind'] as const,
    registers,
    collect() {
      this.reset();
      for (const { visitor } of connections.all) {
        this.inc({ kind: visitor.kind === 'display' ? visitor.display.kind : visitor.kind });
      }
    },
  });
  new Gauge({
    name: 'zhunshi_certain_seconds',
    help: 'Since this node last knew the whole log',
    registers,
    collect() {
      this.set(health().certainForMs / 1000);
    },
  });
  new Gauge({
    name: 'zhunshi_shop_version',
    help: 'Last entry of each shop that this node has folded',
    labelNames: ['shop'] as const,
    registers,
    collect() {
      for (const { id, version } of health().shops) this.set({ shop: id }, version);
    },
  });
  return {
    answered(type, answer, tookMs) {
      commands.inc({ type, outcome: answer.ok ? 'accepted' : answer.refusal.code });
      seconds.observe(tookMs / 1000);
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}
