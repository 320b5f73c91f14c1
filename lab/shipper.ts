/**
 * Ships the logs of all containers of the lab's nodes to a store with Elasticsearch's bulk API, in Fluent Bit's shape.
 * Usage: node shipper.ts LAB_DIRECTORY STORE_URL ADDRESS PORT CA TOKEN: the last two are files.
 *   GET    /status            {shipped, rejected, queued, dropped, problem}
 *   PUT    /drop/NAMESPACE    loses the lines of that namespace from now on
 *   DELETE /drop/NAMESPACE    ships its lines again; those lost meanwhile stay lost
 */
import { closeSync, globSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { basename, dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { reader } from './reader.ts';

const EVERY = 300;
const AT_ONCE = 2_000;

interface Source {
  readonly namespace: string;
  readonly pod: string;
  readonly uid: string;
  readonly container: string;
  readonly node: string;
}

/** A line of a container, which containerd may have split. */
export interface Line {
  /** RFC 3339, in nanoseconds. */
  readonly time: string;
  readonly stream: string;
  readonly text: string;
  /** Where it ends in the text that it was read from, in characters. */
  readonly end: number;
}

/** Returns the pod and container of a log file: …/NODE/pods/NAMESPACE_POD_UID/CONTAINER/0.log. Pure. */
export function sourceOf(path: string): Source {
  const container = dirname(path);
  const folder = dirname(container);
  const [namespace = '', pod = '', uid = ''] = basename(folder).split('_');
  return { namespace, pod, uid, container: basename(container), node: basename(dirname(dirname(folder))) };
}

/**
 * Parses containerd's log format: `TIME STREAM F|P TEXT`; a line with P continues in the next one of its stream. Pure.
 * @returns the lines up to the last position at which no line is open, and that position in characters.
 */
export function linesOf(text: string): { readonly lines: Line[]; readonly used: number } {
  const lines: Line[] = [];
  const open = new Map<string, string>();
  let [used, complete, at] = [0, 0, 0];
  for (let end = text.indexOf('\n', at); end >= 0; end = text.indexOf('\n', at)) {
    const [, time = '', stream = '', tag, rest = ''] =
      /^(\S+) (\S+) ([FP])\S* ?(.*)$/s.exec(text.slice(at, end)) ?? [];
    at = end + 1;
    const whole = (open.get(stream) ?? '') + rest;
    if (tag === 'P') open.set(stream, whole);
    else {
      open.delete(stream);
      if (time !== '') lines.push({ time, stream, text: whole, end: at });
    }
    if (open.size === 0) [used, complete] = [at, lines.length];
  }
  return { lines: lines.slice(0, complete), used };
}

/** Returns what the store keeps of a line: fields of a JSON object are merged, as by Fluent Bit's `Merge_Log`. Pure. */
export function documentOf(
  { namespace, pod, uid, container, node }: Source,
  { time, stream, text }: Line,
  labels: Readonly<Record<string, string>>,
): Record<string, unknown> {
  return {
    ...fieldsIn(text),
    '@timestamp': time,
    stream,
    log: text,
    kubernetes: {
      namespace_name: namespace,
      pod_name: pod,
      pod_id: uid,
      container_name: container,
      host: node,
      // A label with dots would be an object and could conflict with one without.
      labels: Object.fromEntries(
        Object.entries(labels).map(([name, value]) => [name.replaceAll('.', '_'), value]),
      ),
    },
  };
}

function fieldsIn(text: string): object {
  try {
    const value: unknown = text.startsWith('{') ? JSON.parse(text) : {};
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

interface Entry {
  readonly index: string;
  /** The same after a restart, so that no line is kept twice. */
  readonly id: string;
  readonly document: Record<string, unknown>;
}

/** Reads what files have got since the last time. A file that kubelet has rotated is read from its start again. */
class Follower {
  readonly #read = new Map<string, { inode: number; offset: number }>();

  *news(directory: string): Generator<{ source: Source; line: Line; id: string }> {
    for (const path of globSync(`${directory}/*/pods/*/*/*.log`)) {
      const found = statSync(path, { throwIfNoEntry: false });
      if (!found) continue;
      const last = this.#read.get(path);
      const start = last?.inode === found.ino ? last.offset : 0;
      if (found.size <= start) continue;
      const { lines, used } = linesOf(textFrom(path, start, found.size - start));
      this.#read.set(path, { inode: found.ino, offset: start + used });
      const source = sourceOf(path);
      for (const line of lines)
        yield { source, line, id: `${source.uid}-${source.container}-${found.ino}-${start + line.end}` };
    }
  }
}

/** Returns a part of a file as one character a byte, so that offsets are right; `utf8` decodes it. */
function textFrom(path: string, start: number, length: number): string {
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(length);
    return buffer.toString('latin1', 0, readSync(file, buffer, 0, length, start));
  } finally {
    closeSync(file);
  }
}

const utf8 = (text: string) => Buffer.from(text, 'latin1').toString('utf8');

async function ship(store: string, entries: readonly Entry[]): Promise<string[]> {
  const body = entries.map(
    ({ index, id, document }) =>
      `${JSON.stringify({ index: { _index: index, _id: id } })}\n${JSON.stringify(document)}\n`,
  );
  const response = await fetch(`${store}/_bulk`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: body.join(''),
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  const { items } = (await response.json()) as { items: { index: { error?: { reason: string } } }[] };
  return items.flatMap(({ index }) => (index.error ? [index.error.reason] : []));
}

async function follow(
  directory: string,
  store: string,
  address: string,
  port: number,
  ca: string,
  token: string,
) {
  const list = reader(readFileSync(ca), readFileSync(token, 'utf8'));
  const follower = new Follower();
  const dropped = new Set<string>();
  const queue: Entry[] = [];
  const labels = new Map<string, Record<string, string>>();
  let [shipped, rejected, problem] = [0, 0, ''];

  const labelsOf = async (uid: string) => {
    if (!labels.has(uid)) {
      type Pod = { metadata: { uid: string; labels?: Record<string, string> } };
      for (const { metadata } of await list<Pod>('/api/v1/pods').catch(() => []))
        labels.set(metadata.uid, metadata.labels ?? {});
      // A pod that is gone stays without labels.
      if (!labels.has(uid)) labels.set(uid, {});
    }
    return labels.get(uid) ?? {};
  };

  createServer((request, response) => {
    const [, what, namespace = ''] = (request.url ?? '').split('/');
    if (what === 'drop' && request.method === 'PUT') dropped.add(namespace);
    else if (what === 'drop' && request.method === 'DELETE') dropped.delete(namespace);
    else if (what !== 'status') return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ shipped, rejected, queued: queue.length, dropped: [...dropped], problem }));
  }).listen(port, address);

  for (;;) {
    for (const { source, line, id } of follower.news(directory)) {
      if (dropped.has(source.namespace)) continue;
      const decoded = { ...line, text: utf8(line.text) };
      const document = documentOf(source, decoded, await labelsOf(source.uid));
      queue.push({ index: `logs-${line.time.slice(0, 10).replaceAll('-', '.')}`, id, document });
    }
    if (queue.length > 0) {
      const sent = queue.slice(0, AT_ONCE);
      try {
        const reasons = await ship(store, sent);
        queue.splice(0, sent.length);
        shipped += sent.length - reasons.length;
        rejected += reasons.length;
        problem = reasons.at(-1) ?? '';
      } catch (error) {
        // Sent again in the next round.
        problem = String(error);
      }
    }
    await sleep(EVERY);
  }
}

if (import.meta.main) {
  const [directory = '', store = '', address = '', port, ca = '', token = ''] = process.argv.slice(2);
  await follow(directory, store, address, Number(port), ca, token);
}
