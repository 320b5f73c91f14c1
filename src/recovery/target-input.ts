import { UserError } from '../toolkit/errors.ts';
import { isLabel } from './postgres/pgbackrest.ts';
import type { RecoveryTarget } from './postgres/target.ts';
import { parseLsn } from './postgres/wal.ts';

/** The requested target of a recovery, as an input names it. */

/** `counted`: exactly the state that the manifest of the set counted. */
export type RequestedTarget = RecoveryTarget | { readonly kind: 'counted' };

/**
 * Parses `latest`, `counted`, a time with its zone such as `2026-11-26T09:00:00Z`, `lsn:0/3000060`, `before lsn:…`, `xid:734@TIME`, `before
 * xid:…`, `name:before-migration@TIME`, or the label of a backup.
 * @throws {UserError} for anything else, including a time without a zone, which each machine reads differently.
 */
export function parseTarget(text: string): RequestedTarget {
  if (text === 'latest' || text === 'counted') return { kind: text };
  if (isLabel(text)) return { kind: 'backup', label: text };
  const exclusive = text.startsWith('before ');
  const [, kind = '', value = '', time] = /^(?:before )?(lsn|xid|name):([^@]+?)(?:@(.+))?$/.exec(text) ?? [];
  const at = parseTime(time ?? '');
  if (kind === 'lsn' && time === undefined) {
    const lsn = parseLsn(value);
    if (lsn !== undefined) return { kind, lsn, exclusive };
  }
  if (kind === 'xid' && /^\d{1,20}$/.test(value) && at !== undefined)
    return { kind, xid: value, at, exclusive };
  if (kind === 'name' && !exclusive && /^[^\p{Cc}"'\\]{1,63}$/u.test(value) && at !== undefined)
    return { kind, name: value, at };
  const moment = parseTime(text);
  if (moment !== undefined) return { kind: 'time', at: moment };
  throw new UserError(
    `"${text.slice(0, 80)}" is not a valid recovery target`,
    'write latest, counted, a time with its zone such as 2026-11-26T09:00:00Z, lsn:0/3000060, or the label of a backup',
  );
}

function parseTime(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d(:?\d\d)?)$/.test(text)) return undefined;
  const at = Date.parse(
    text.replace(' ', 'T').replace(/([+-]\d\d)(\d\d)?$/, (_, hours, minutes = '00') => `${hours}:${minutes}`),
  );
  return Number.isNaN(at) ? undefined : at;
}
