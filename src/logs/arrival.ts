import { randomBytes } from 'node:crypto';
import type { QueryResult } from '../analysis/ask.ts';
import { type LogCheck, type LogScene, unanswered } from './check.ts';
import { fieldOf, objectIn } from './fields.ts';
import type { LogLine } from './store.ts';

/** Proves that the lines of every workload reach the store: a line of it is known, and must be found there in time. */

/** A container that writes logs. */
export interface LogSource {
  /** `Deployment/shop`. */
  readonly workload: string;
  readonly pod: string;
  readonly node: string;
  readonly container: string;
}

/** A line that a container has written, by its node. */
export interface WrittenLine {
  /** ms since 1970. */
  readonly at: number;
  readonly text: string;
}

export interface ArrivalParts extends Pick<LogScene, 'store' | 'namespace' | 'now' | 'sleep'> {
  /** Milliseconds that a line may take to the store. */
  readonly maxDelay: number;
  /** Returns the last lines of a container, oldest first. */
  tail(source: LogSource): Promise<QueryResult<readonly WrittenLine[]>>;
  /** Writes a line to the log of a container. Default: nothing is written. @returns why it failed. */
  write?(source: LogSource, line: string): Promise<string | undefined>;
}

/** A source and the line that must arrive, or why there is none. */
interface Expected {
  readonly source: LogSource;
  readonly line: QueryResult<WrittenLine>;
}

/** Milliseconds between two searches. */
const pace = 2_000;

/**
 * Waits until the store has a line of each source, or the time is over.
 * @param absent workloads without a ready pod. A CronJob need not have one.
 */
export async function checkArrival(
  sources: readonly LogSource[],
  absent: readonly string[],
  parts: ArrivalParts,
): Promise<LogCheck> {
  const { store, maxDelay, now, sleep } = parts;
  if (sources.length === 0) return unanswered('arrival', 'no workload that is checked has a ready pod');
  const expected = await Promise.all(sources.map(source => expectedOf(source, parts)));
  const silent = expected.flatMap(({ source, line }) => (line.ok ? [] : [{ source, why: line.detail }]));
  let missing = expected.filter(({ line }) => line.ok);
  const end = now() + maxDelay;
  for (;;) {
    const still: Expected[] = [];
    for (const each of missing) {
      const found = await hasArrived(each, parts);
      if (!found.ok) return unanswered('arrival', found.detail);
      if (!found.value) still.push(each);
    }
    missing = still;
    if (missing.length === 0 || now() >= end) break;
    await sleep(Math.min(pace, Math.max(1, end - now())));
  }
  const findings = [
    ...missing.map(({ source: { workload, pod, node } }) => ({
      subject: workload,
      problem: `no line of its pod ${pod} on node ${node} reached the store in time`,
    })),
    ...silent.map(({ source: { workload, pod }, why }) => ({
      subject: workload,
      problem: `there is no line to look for from its pod ${pod}: ${why}`,
    })),
    ...absent.map(workload => ({
      subject: workload,
      problem: workload.startsWith('CronJob/')
        ? 'is a CronJob, so it was not checked'
        : 'has no ready pod, so it was not checked',
    })),
  ];
  const judged = (verdict: LogCheck['verdict'], reason: string): LogCheck => ({
    check: 'arrival',
    verdict,
    reason,
    findings,
  });
  if (missing.length > 0)
    return judged(
      'fail',
      `${store.name} got no line from ${placesOf(missing)} within ${Math.round(maxDelay / 1000)} s`,
    );
  if (silent[0] !== undefined)
    return judged('unknown', `there is no line to look for from ${placesOf(silent)}: ${silent[0].why}`);
  const unchecked = absent.filter(workload => !workload.startsWith('CronJob/'));
  if (unchecked.length > 0)
    return judged('unknown', `no pod of ${unchecked.join(' or ')} is ready, so its lines were not checked`);
  const checked = sources.length === 1 ? 'the pod' : `each of the ${sources.length} pods`;
  const containers = [...new Set(sources.map(({ container }) => container))];
  return judged(
    'pass',
    `the log store has lines from ${checked} checked (${containers.length === 1 ? 'container' : 'containers'} ${containers.join(', ')})`,
  );
}

const placesOf = (list: readonly { readonly source: LogSource }[]): string =>
  list.map(({ source: { workload, pod, node } }) => `${workload} (pod ${pod} on node ${node})`).join(', ');

/** Characters; container runtimes split longer lines. */
const longestWhole = 8_000;

async function expectedOf(source: LogSource, { write, tail, now }: ArrivalParts): Promise<Expected> {
  const at = now();
  const message = `a line of Slipway, to be found in the log store: slipway${randomBytes(12).toString('hex')}`;
  const text = JSON.stringify({ time: new Date(at).toISOString(), level: 'info', message });
  const failure = write === undefined ? undefined : await write(source, text);
  if (write !== undefined && failure === undefined)
    return { source, line: { ok: true, value: { at, text } } };
  const written = await tail(source);
  if (!written.ok) return { source, line: written };
  // The newest: an older one may have arrived before the shipping stopped.
  const last = written.value.findLast(each => each.text.trim() !== '' && each.text.length <= longestWhole);
  const detail = failure ?? 'it has written nothing in the last ten minutes';
  return { source, line: last === undefined ? { ok: false, detail } : { ok: true, value: last } };
}

/** Lines of one pod; a chatty pod must not hide the others, so each is searched alone. */
const mostOfPod = 5_000;

async function hasArrived(
  { source, line }: Expected,
  { store, namespace, now }: ArrivalParts,
): Promise<QueryResult<boolean>> {
  if (!line.ok) return line;
  const { at, text } = line.value;
  const query = { namespace, pods: [source.pod], from: at - 2_000, to: now() + 60_000 };
  const answer = await store.search(query, mostOfPod);
  if (!answer.ok) return answer;
  const { lines, partial, truncated } = answer.value;
  if (lines.some(each => isStored(text, each))) return { ok: true, value: true };
  const why = partial ?? (truncated ? `pod ${source.pod} has more than ${mostOfPod} lines` : undefined);
  if (why === undefined) return { ok: true, value: false };
  return { ok: false, detail: `${store.name} returned only some of the lines: ${why}` };
}

/** Whether a stored line is the one that was written. A shipper that parses JSON may keep only the message. */
function isStored(written: string, { text, fields }: LogLine): boolean {
  const [nonce] = /slipway[0-9a-f]{24}/.exec(written) ?? [];
  if (nonce !== undefined) return `${text} ${JSON.stringify(fields)}`.includes(nonce);
  const [own, stored] = [objectIn(written), objectIn(text)];
  const message = fieldOf(own, 'message') ?? fieldOf(own, 'msg');
  return [text, fieldOf(stored, 'log'), fieldOf(stored, 'message')].some(
    each => typeof each === 'string' && (each.trim() === written.trim() || each === message),
  );
}
