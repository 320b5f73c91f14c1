import type { HardFact } from '../analysis/verdict.ts';
import type { Event, Pod, PodSpec, Secret } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { pathOf, resources, withQuery } from '../cluster/resources.ts';
import { counted } from '../toolkit/count.ts';
import { defined } from '../toolkit/map.ts';
import { printable } from '../toolkit/printable.ts';
import { withoutSecrets } from '../toolkit/redaction.ts';
import { namesSecret } from '../toolkit/secrecy.ts';
import { containersOf } from './kinds.ts';
import type { Cause } from './progress.ts';

interface SeenEvent {
  reason: string;
  message: string;
  /** Number of occurrences. */
  count?: number;
  /** Name of the pod, and the nanosecond of the first occurrence in hexadecimal; the times of an Event are only whole seconds. */
  name?: string;
}

/** What the cluster reports beside the state of the pods. */
export interface ClusterEvidence {
  /** The pod's events, newest last. */
  events: SeenEvent[];
  /** Last message in the log of the container that ended. */
  lastMessage?: string;
}

/** Returns one sentence that explains a cause. Pure. */
export function sentenceOf(cause: Cause, { events, lastMessage }: ClusterEvidence = { events: [] }): string {
  const said =
    lastMessage === undefined || lastMessage === ''
      ? ''
      : `; its last message: ${printable(lastMessage).slice(0, 200)}`;
  switch (cause.kind) {
    case 'image-pull':
      return `image ${cause.image} of container ${cause.container} cannot be pulled: ${reasonOfPull(cause, events)}`;
    case 'out-of-memory':
      return `container ${cause.container} was killed: out of memory (limit ${cause.limit}, pod ${cause.pod})`;
    case 'crash': {
      // A crashing container fails its probes, too: a probe is the cause only if the kubelet killed the container for it.
      const killed = events.find(
        ({ reason, message }) => reason === 'Killing' && /failed (liveness|startup) probe/.test(message),
      );
      // A container that is ending refuses connections and is still probed: only earlier failures are the cause.
      const before = killed === undefined ? [] : events.filter(each => !isAfter(each, killed));
      const probe = failedProbe(before, /^(Liveness|Startup)/, cause.container);
      if (probe !== undefined) return `${probe}, so it keeps restarting (pod ${cause.pod})`;
      return `container ${cause.container} crashes repeatedly (exit code ${cause.exitCode}, ${counted(cause.restarts, 'restart')}, pod ${cause.pod})${said}`;
    }
    case 'bad-container':
      return `container ${cause.container} cannot be started: ${short(cause.detail)} (pod ${cause.pod})`;
    case 'unschedulable':
      return `pod ${cause.pod} cannot be scheduled: ${short(cause.detail)}`;
    case 'quota':
      return `the quota of the namespace does not allow the new pods: ${short(cause.detail.replace(/^pods ".*?" is forbidden: /, ''))}`;
    case 'refused':
      return `the cluster refuses the new pods: ${short(cause.detail)}`;
    case 'not-ready': {
      const [first] = cause.pods;
      const head = `${cause.ready} of ${cause.wanted} new pods were ready after ${Math.round(cause.seconds)} s`;
      if (first === undefined) return head;
      const probe = failedProbe(events, /^(Readiness|Startup)/, first.container);
      if (probe !== undefined) return `${head}; ${probe} (pod ${first.pod})`;
      const container = first.container === '' ? '' : `container ${first.container} of `;
      return `${head}; ${container}pod ${first.pod} does not become ready`;
    }
    default:
      return cause satisfies never;
  }
}

const factKinds = {
  'image-pull': 'not-starting',
  'bad-container': 'not-starting',
  unschedulable: 'not-starting',
  quota: 'not-starting',
  refused: 'not-starting',
  crash: 'crash-loop',
  'out-of-memory': 'out-of-memory',
  'not-ready': 'not-ready',
} as const satisfies Record<Cause['kind'], HardFact['kind']>;

/** Returns a cause as a hard fact, which needs no statistics. Pure. @param detail the cause as a sentence. */
export const factOf = (cause: Cause, detail: string): HardFact => ({
  kind: factKinds[cause.kind],
  ...defined({ pod: podOf(cause) }),
  detail,
});

/** Returns the pod that shows a cause. */
const podOf = (cause: Cause): string | undefined =>
  'pod' in cause ? cause.pod : cause.kind === 'not-ready' ? cause.pods[0]?.pod : undefined;

/** Milliseconds for evidence. A rollback waits for it, and an API server that does not reach the node's kubelet never returns a log. */
const evidenceTimeout = 3000;

/** Returns what was read in time. */
const inTime = <T>(reading: Promise<T>, otherwise: T): Promise<T> =>
  new Promise(resolve => {
    const timer = setTimeout(resolve, evidenceTimeout, otherwise);
    reading
      .catch(() => otherwise)
      .then(read => {
        clearTimeout(timer);
        resolve(read);
      });
  });

/** Reads events and logs that explain a cause. Leaves out what cannot be read in time: the cause is reported in any case. */
export async function gatherEvidence(
  cluster: Cluster,
  namespace: string,
  cause: Cause,
): Promise<ClusterEvidence> {
  const pod = podOf(cause);
  if (pod === undefined) return { events: [] };
  const [events, lastMessage, confidential] = await Promise.all([
    inTime(eventsOf(cluster, namespace, pod), []),
    cause.kind === 'crash'
      ? inTime(lastMessageIn(cluster, namespace, pod, cause.container), undefined)
      : undefined,
    inTime(confidentialOf(cluster, namespace, pod), undefined),
  ]);
  return withoutConfidential({ events, ...defined({ lastMessage }) }, confidential);
}

/**
 * Masks the confidential values of the pod, also in events, because an exec probe prints into its event. Leaves out the last message
 * and the output of probes if these values are not known. Pure.
 */
export function withoutConfidential(
  { events, lastMessage }: ClusterEvidence,
  confidential: readonly string[] | undefined,
): ClusterEvidence {
  const hide = (text: string) =>
    withoutSecrets(confidential === undefined ? withoutOutput(text) : text, confidential ?? []);
  return {
    events: events.map(event => ({ ...event, message: hide(event.message) })),
    ...(lastMessage === undefined || confidential === undefined ? {} : { lastMessage: hide(lastMessage) }),
  };
}

/** Replaces what a probe printed, except the status of an HTTP probe, which the kubelet writes itself. */
const withoutOutput = (message: string): string =>
  message.replace(
    /( probe failed: )(?!HTTP probe failed with statuscode: \d+$).*/s,
    "$1its output is not shown, because the values of the pod's Secrets are not known",
  );

/** Reads a pod's Events, newest last. */
export async function eventsOf(
  cluster: Cluster,
  namespace: string,
  pod: string,
): Promise<ClusterEvidence['events']> {
  const { items } = await cluster.list<Event>(pathOf(resources.event, namespace), {
    fieldSelector: `involvedObject.name=${pod}`,
  });
  const time = (event: Event) =>
    String(event.lastTimestamp ?? event.eventTime ?? event.metadata.creationTimestamp ?? '');
  return items
    .sort((a, b) => (time(a) < time(b) ? -1 : 1))
    .map(({ metadata: { name }, reason = '', message = '', count }) => ({
      reason,
      message,
      ...defined({ count, name }),
    }));
}

/** What a runtime prints after the message of an error: frames of the stack, fields, what required a module, and its own version. */
const trace = /^(?:\s|$|[}\]]|#\d|- \/|\[signal |Node\.js v\d|Require stack:|Stack trace:|note: run with )/;

/**
 * Returns the last message of a log: its last line that no runtime has printed as the trace of an error. A Go program prints its stacks
 * last. Pure.
 */
export function lastMessageOf(lines: readonly string[]): string | undefined {
  const stacks = lines.findIndex(line => /^goroutine \d+ .*\[/.test(line));
  const before = stacks === -1 ? lines : lines.slice(0, stacks);
  return before.findLast(line => !trace.test(line)) ?? lines.findLast(line => line.trim() !== '');
}

/** Lines and bytes to read of a log, and the longest message that counts as complete: runtimes cut lines at 16 KiB. */
const mostLines = 50;
const mostOfLog = 256 << 10;
const longestLine = 4 << 10;

/** Returns the last message of the end of a log; undefined when it may be cut off, because part of a secret would not be masked. Pure. */
function wholeLastMessage(log: string): string | undefined {
  const lines = log.split('\n');
  // The runtime counts the parts of a long line, so the first one may be the rest of a line.
  const message = lastMessageOf(lines.length < mostLines ? lines : lines.slice(1)) ?? '';
  if (Buffer.byteLength(log) >= mostOfLog || Buffer.byteLength(message) >= longestLine) return undefined;
  return message.trim() === '' ? undefined : message.trim();
}

async function lastMessageIn(
  cluster: Cluster,
  namespace: string,
  pod: string,
  container: string,
): Promise<string | undefined> {
  const path = `${pathOf(resources.pod, namespace, pod)}/log`;
  for (const previous of ['true', 'false']) {
    const query = withQuery(path, {
      container,
      previous,
      tailLines: String(mostLines),
      limitBytes: String(mostOfLog),
    });
    const text = await cluster.call('GET', query).then(
      answer => answer.body,
      () => '',
    );
    if (text.trim() !== '') return wholeLastMessage(text);
  }
  return undefined;
}

const isAfter = (one: SeenEvent, other: SeenEvent) =>
  one.name !== undefined && other.name !== undefined && one.name > other.name;

/**
 * Returns `the readiness probe of container shop fails (HTTP probe failed with statuscode: 503)`. Chooses the most frequent failure,
 * then the newest: a container that has just restarted also refuses a few connections.
 */
function failedProbe(
  events: ClusterEvidence['events'],
  which: RegExp,
  container: string,
): string | undefined {
  const failures = events.filter(({ reason, message }) => reason === 'Unhealthy' && which.test(message));
  const most = Math.max(...failures.map(({ count }) => count ?? 1));
  const event = failures.findLast(({ count }) => (count ?? 1) === most);
  if (event === undefined) return undefined;
  const [head = '', ...rest] = event.message.split(' failed: ');
  return `the ${head.toLowerCase()} of container ${container} fails (${short(rest.join(' failed: '))})`;
}

function reasonOfPull(cause: Cause & { kind: 'image-pull' }, events: ClusterEvidence['events']): string {
  const event = events.findLast(
    ({ reason, message }) => reason === 'Failed' && message.startsWith('Failed to pull'),
  );
  const text = /not found|unknown/i.test(cause.detail) ? cause.detail : (event?.message ?? cause.detail);
  if (/not found|manifest unknown|name unknown/i.test(text)) return 'the registry has no such image';
  if (/unauthorized|denied|forbidden|no basic auth/i.test(text))
    return 'the registry refuses the credential of the node (imagePullSecrets)';
  return short(text);
}

function short(text: string): string {
  const line = printable(text.replace(/\s+/g, ' ').trim());
  return line.length > 240 ? `${line.slice(0, 239)}…` : line;
}

/**
 * Returns the values that must not appear in a log: those of the pod's Secrets, and of variables with the name of a secret. A program
 * may print any of them when it crashes.
 * @throws when the pod or one of the Secrets cannot be read: then no output of the pod may be shown.
 */
export async function confidentialOf(cluster: Cluster, namespace: string, pod: string): Promise<string[]> {
  const { items } = await cluster.list<Pod>(pathOf(resources.pod, namespace), {
    fieldSelector: `metadata.name=${pod}`,
  });
  const spec = items[0]?.spec;
  if (spec === undefined) throw new Error(`Pod/${pod} does not exist any more`);
  const secrets = await Promise.all(
    secretsIn(spec).map(name => cluster.get<Secret>(pathOf(resources.secret, namespace, name))),
  );
  const values = secrets.flatMap(secret => Object.values(secret?.data ?? {}));
  return [...values.map(value => Buffer.from(value, 'base64').toString('utf8')), ...tellingVariables(spec)];
}

/** Returns the names of all Secrets that containers use. Pure. */
export function secretsIn(spec: PodSpec): string[] {
  const variables = containersOf(spec).flatMap(({ env = [], envFrom = [] }) => [
    ...env.map(({ valueFrom }) => valueFrom?.secretKeyRef?.name),
    ...envFrom.map(({ secretRef }) => secretRef?.name),
  ]);
  const files = (spec.volumes ?? []).flatMap(({ secret, projected }) => [
    secret?.secretName,
    ...(projected?.sources ?? []).map(source => source.secret?.name),
  ]);
  return [...new Set([...variables, ...files])].filter(name => name !== undefined && name !== '') as string[];
}

const tellingVariables = (spec: PodSpec): string[] =>
  containersOf(spec)
    .flatMap(({ env = [] }) => env)
    .flatMap(({ name, value }) => (value !== undefined && namesSecret(name) ? [value] : []));
