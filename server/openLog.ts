// openLog — the server's own log lines: an allow-list of fields, so that nothing personal can slip in with an object.
import { destination, pino, type Logger } from 'pino';
import type { Config } from './config.ts';

/** Fields that may be written. None can hold a name, a telephone number, a plate, a VIN, a PIN or a token. */
const allowed = new Set([
  ...['shop', 'epoch', 'version', 'lost', 'kind', 'reason', 'since', 'found', 'failures'],
  ...['port', 'speed', 'method', 'route', 'status', 'code', 'command', 'ms', 'count', 'namespace', 'signal'],
]);

/** A logger that writes JSON lines to standard error and drops every field that is not on the list. */
export function openLog(level: Config['logLevel']): Logger {
  const formatters = {
    log: (fields: Record<string, unknown>) =>
      Object.fromEntries(Object.entries(fields).filter(([name]) => allowed.has(name))),
  };
  return pino({ level, base: null, formatters }, destination({ dest: 2, sync: true }));
}
