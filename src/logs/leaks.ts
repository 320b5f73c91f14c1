import type { QueryResult } from '../analysis/ask.ts';
import { counted } from '../toolkit/count.ts';
import { clockError, type LogCheck, type LogScene, mostLines, unanswered } from './check.ts';
import { detectSecrets } from './detectors.ts';
import {
  type DummySecret,
  dummySecrets,
  encodingIn,
  type SecretEncoding,
  type SecretRequest,
  type SecretRoutes,
  secretRequests,
} from './dummy-secrets.ts';
import type { LogLine } from './store.ts';

export interface LeakParts extends LogScene {
  readonly routes: SecretRoutes;
  /** Whether an Authorization header reaches the application. */
  readonly credentials: boolean;
  /** @returns the status of the answer. */
  send(request: SecretRequest): Promise<QueryResult<number>>;
  /** @returns whether the lines of the application that gets the secrets reach the store. */
  arrival(): Promise<LogCheck>;
}

/** Whether only the application gives that answer. A proxy also redirects to a login, refuses or fails. */
const isOfApplication = (status: number) =>
  (status >= 200 && status < 300) || status === 400 || status === 422;

/** Sends dummy secrets through the application, waits until its lines are stored, and looks for these and other secrets. */
export async function checkLeaks(parts: LeakParts): Promise<LogCheck> {
  const { store, namespace, settings, now, span, routes, credentials, send } = parts;
  const secrets = dummySecrets();
  const begun = now();
  const requests = secretRequests(secrets, routes, credentials);
  const failures: string[] = [];
  const doubtful = new Set<number>();
  const received: string[] = [];
  for (const request of requests) {
    const answer = await send(request);
    if (!answer.ok) failures.push(answer.detail);
    else if (isOfApplication(answer.value)) received.push(JSON.stringify(request));
    else doubtful.add(answer.value);
  }
  if (requests.length > 0) await parts.sleep(settings['max-delay']);
  const arrival = await parts.arrival();
  // In two parts, so that many lines from before leave none out that may hold a dummy secret.
  const since = await store.search(
    { namespace, from: begun - clockError, to: now() + clockError },
    mostLines,
  );
  if (!since.ok) return unanswered('leaks', since.detail);
  const before = await store.search(
    { namespace, from: begun - clockError - span, to: begun - clockError },
    mostLines,
  );
  if (!before.ok) return unanswered('leaks', before.detail);
  const lines = [...before.value.lines, ...since.value.lines];
  const leaks = await findLeaks(lines, secrets);
  if (leaks.length > 0) {
    const kinds = [...new Set(leaks.map(({ kind }) => kind))];
    const reason = `the logs hold ${counted(kinds.length, 'kind')} of secrets: ${kinds.join(', ')}`;
    const findings = leaks.map(({ subject, kind, encoding, lines }) => ({
      subject,
      problem: `${kind} in ${counted(lines, 'line')}${encoding === undefined ? '' : ` (a dummy secret, ${encoding})`}`,
    }));
    return { check: 'leaks', verdict: 'fail', reason, findings };
  }
  const partial = before.value.partial ?? since.value.partial;
  const lost = secrets.filter(secret => received.every(text => encodingIn(text, secret) === undefined));
  const doubts: (string | false)[] = [
    requests.length === 0 && 'no path is declared, so no dummy secret was sent',
    failures.length > 0 &&
      `${failures.length} of ${counted(requests.length, 'request')} got no answer: ${failures[0]}`,
    lost.length > 0 &&
      `${counted(lost.length, 'dummy secret')} may not have reached the application: a proxy may have sent the answer ${[...doubtful].join(' or ')}; name paths that the application answers with 200`,
    arrival.verdict !== 'pass' && `lines may be missing from the log store: ${arrival.reason}`,
    partial !== undefined && `${store.name} returned only some of the lines: ${partial}`,
    before.value.truncated &&
      `there are more than ${mostLines} lines before the first dummy secret was sent, of which only the oldest were read; set a shorter \`--since\``,
    since.value.truncated && `there are more than ${mostLines} lines since the first dummy secret was sent`,
  ];
  const doubt = doubts.find(each => each !== false);
  if (doubt !== undefined) return unanswered('leaks', doubt);
  const reason = `${counted(secrets.length, 'dummy secret')} were sent in ${counted(requests.length, 'request')}, and none was found in ${counted(lines.length, 'line')}`;
  return { check: 'leaks', verdict: 'pass', reason, findings: [] };
}

/** A kind of secret in the logs of a container. The value is never part of it. */
export interface Leak {
  /** Its pod, and the container if the store says it. */
  readonly subject: string;
  readonly kind: string;
  /** How a dummy secret that this run has sent is encoded; undefined: it was recognized by its form. */
  readonly encoding: SecretEncoding | undefined;
  /** In how many lines. */
  readonly lines: number;
}

/** Looks for dummy secrets in lines, and for other secrets by their form. */
export async function findLeaks(lines: readonly LogLine[], secrets: readonly DummySecret[]): Promise<Leak[]> {
  const leaks = new Map<string, Leak>();
  const note = ({ pod, container }: LogLine, kind: string, encoding?: SecretEncoding) => {
    const subject = container === '' ? pod : `${pod}/${container}`;
    const key = [subject, kind, encoding].join(' ');
    leaks.set(key, { subject, kind, encoding, lines: (leaks.get(key)?.lines ?? 0) + 1 });
  };
  const others: LogLine[] = [];
  for (const line of lines) {
    const found = secrets.flatMap(secret => {
      const encoding = encodingIn(line.text, secret) ?? encodingIn(restOf(line), secret);
      return encoding === undefined ? [] : [{ kind: secret.kind, encoding }];
    });
    for (const { kind, encoding } of found) note(line, kind, encoding);
    // A dummy secret also has the form of one.
    if (found.length === 0) others.push(line);
  }
  for (const { line, kind } of await detectSecrets(others.map(line => `${line.text} ${restOf(line)}`))) {
    const place = others[line];
    if (place !== undefined) note(place, kind);
  }
  return [...leaks.values()].sort((a, b) => b.lines - a.lines);
}

/** Returns what a store has parsed out of a line, as text; without the line itself. */
function restOf({ text, fields }: LogLine): string {
  const rest = Object.entries(fields).filter(([, value]) => value !== text);
  return rest.length === 0 ? '' : JSON.stringify(Object.fromEntries(rest));
}
