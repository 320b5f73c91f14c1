import { appendFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuditRecord } from '../audit/chain.ts';
import type { RecordsFound } from '../audit/records.ts';
import { sha256 } from '../toolkit/checksums.ts';
import { counted, firstOf } from '../toolkit/count.ts';
import { UserError } from '../toolkit/errors.ts';
import { defineAction, type Host, optional, setOutputs } from '../toolkit/host.ts';
import { oneOf } from '../toolkit/input-text.ts';
import { isMap, jsonIn } from '../toolkit/map.ts';
import { cell, code } from '../toolkit/markdown.ts';
import { unreadable } from '../toolkit/named-file.ts';
import type { HeadPlace } from './audit-head.ts';
import * as shared from './inputs.ts';
import { online, openStores } from './recovery.ts';
import { impatient, requestOf, withCluster } from './session.ts';

const engine = () => import('./audit-engine.ts');

export const auditAction = defineAction({
  name: 'audit',
  description:
    'Keep the records of releases, approvals, backups and drills in a chain of hashes, and verify it: a changed, missing or inserted entry is named.',
  inputs: {
    operation: optional('`export` appends what is new, `verify` checks the chain.', 'verify'),
    environment: shared.environment,
    config: shared.config,
    'kube-context': shared.kubeContext,
    file: optional(
      'Path of the chain, a file of JSON lines. Default: objects in the first store of `recovery` in slipway.yml that is not `offline`.',
    ),
    records: optional('Folder with records of steps, whose restores `export` adds. Default: none.'),
    head: optional('A head that was noted at an export; the chain must still contain it. Default: none.'),
    credentials: shared.credentials,
    'tool-mirrors': shared.toolMirrors,
  },
  positional: 'operation',
  outputs: {
    head: 'SHA-256 of the last entry. Keep it where users who can write the chain cannot write.',
    entries: 'Number of entries of the chain.',
    added: 'Number of entries that `export` added, or that `verify` found not exported yet.',
    'pending-since': 'Time of the oldest record that is not exported yet, ISO 8601; empty for none.',
    'head-compared':
      'Whether the chain was compared with a signed head or the input `head`, which shows a chain that was cut off before that head.',
    reason:
      'The first fault of the chain, or record that is not readable, and the number of others, in one sentence; otherwise empty.',
  },
  recorded: ['operation', 'environment'],
  run: async (inputs, host) => {
    const operation = oneOf('operation', ['export', 'verify'], inputs.operation);
    if (!/^([0-9a-f]{64})?$/.test(inputs.head))
      throw new UserError('the input `head` is not a SHA-256', 'pass the output `head` of an export');
    const request = await requestOf(inputs, host);
    const owner = { app: request.config.app, environment: inputs.environment };
    const { recovery, namespace } = request.environment;
    const open = recovery && online(recovery);
    const hasStore = Object.values(open?.repositories ?? {}).some(({ store }) => store !== undefined);
    const stores = open && hasStore ? await openStores(open, inputs.config, request.env) : [];
    const place = placeOf(inputs.file, stores[0], owner);
    return withCluster(impatient(inputs), request.environment, host, engine, async (cluster, audit) => {
      const { entries, faults } = audit.readChain(await place.read());
      const signing = { place, owner, inputs, host, ...request };
      const signed = await audit.compareHead(entries, signing);
      const { protectedSeq = Number.POSITIVE_INFINITY } = signed;
      const known = new Set(
        entries.flatMap(({ kind, id, seq }) => (kind === 'backup' && seq <= protectedSeq ? [id] : [])),
      );
      const isKnown = (id: string) => operation === 'export' && known.has(id);
      const found = await Promise.all([
        audit.releaseRecords(cluster, owner.app, namespace),
        ...stores.map(({ store }) => audit.storeRecords(store, owner, isKnown)),
        stepsIn(inputs.records, owner.app, audit),
      ]);
      // A set may be in several stores, and each copy of it must be as it was.
      const records = found.flatMap(each => each.records);
      const compared = audit.compareChain(entries, records, inputs.head, signed.protectedSeq);
      const broken = [...faults, ...signed.faults, ...compared.faults];
      if (operation === 'verify' && entries.length === 0 && broken.length === 0)
        broken.push(`the audit chain in ${place.name} has no entries: check the path, or export it first`);
      const at = new Date(cluster.now()).toISOString();
      // A broken chain is not continued: its fault would look older than it is.
      const continues = operation === 'export' && broken.length === 0;
      const added = continues ? audit.additions(entries, records, at) : [];
      if (added[0] !== undefined) await place.append(added[0].seq, audit.linesOf(added));
      const last = added.at(-1) ?? entries.at(-1);
      if (continues && last !== undefined && (added.length > 0 || !signed.current))
        await audit.signHead(last, at, signing);
      const count = operation === 'export' ? added.length : compared.pending;
      const total = entries.length + added.length;
      const what = operation === 'export' ? 'added' : 'not exported yet';
      const said = `${counted(total, 'record')} in ${place.name}, ${count} ${what}`;
      const outputs = {
        head: last?.hash ?? audit.genesis,
        entries: total,
        added: count,
        'pending-since': continues ? '' : compared.since,
        'head-compared': signed.protectedSeq !== undefined || inputs.head !== '',
      };
      return publish([...broken, ...found.flatMap(each => each.faults)], said, outputs, host);
    });
  },
});

interface ChainPlace extends HeadPlace {
  readonly name: string;
  read(): Promise<string>;
  append(seq: number, lines: string): Promise<void>;
}

type OpenStores = Awaited<ReturnType<typeof openStores>>;

/** In a store each export is an object of its own: a locked one can be written, but not changed. */
function placeOf(
  file: string,
  open: OpenStores[number] | undefined,
  { app, environment }: { readonly app: string; readonly environment: string },
): ChainPlace {
  if (file !== '') {
    const head = `${file}.head.json`;
    return {
      name: file,
      read: async () => (await textOf(file)) ?? '',
      append: (_, lines) => appendFile(file, lines),
      readHead: async () => {
        const text = await textOf(head);
        return text === undefined ? undefined : { text };
      },
      writeHead: (_, text) => writeFile(head, text),
    };
  }
  if (open === undefined)
    throw new UserError(
      'the audit chain has no place: the input `file` is not set, and no store in `recovery` is online',
      'set the input `file`, or add a store that is not `offline` to `recovery`',
    );
  const { store, locked } = open;
  const folder = `${app}/${environment}/audit`;
  const heads = `${app}/${environment}/audit-heads`;
  const named = (seq: number) => String(seq).padStart(9, '0');
  const put = (path: string, text: string) =>
    store.put(path, new TextEncoder().encode(text), locked === undefined ? undefined : Date.now() + locked);
  const get = async (path: string) => new TextDecoder().decode((await store.get(path)) ?? new Uint8Array());
  return {
    name: `${store.name}/${folder}`,
    read: async () => {
      const texts: string[] = [];
      for (const { path } of await store.list(folder)) texts.push(await get(path));
      return texts.join('\n');
    },
    append: (seq, lines) => put(`${folder}/${named(seq)}.jsonl`, lines),
    readHead: async () => {
      const newest = (await store.list(heads)).at(-1);
      return (
        newest && { text: await get(newest.path), seq: Number(/(\d+)\.json$/.exec(newest.path)?.[1] ?? 0) }
      );
    },
    writeHead: (seq, text) => put(`${heads}/${named(seq)}.json`, text),
  };
}

/** Returns the content of a file; undefined if there is none. */
const textOf = (path: string): Promise<string | undefined> =>
  readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) =>
    cause.code === 'ENOENT' ? undefined : unreadable(path, 'correct the input `file`')(cause),
  );

/** Reads the records of restores that steps have left. */
async function stepsIn(
  folder: string,
  app: string,
  { unreadableRecord }: Awaited<ReturnType<typeof engine>>,
): Promise<RecordsFound> {
  const names =
    folder === '' ? [] : await readdir(folder).catch(unreadable(folder, 'correct the input `records`'));
  const records: AuditRecord[] = [];
  const faults: string[] = [];
  for (const name of names.filter(each => /^restore\b.*\.json$/.test(each))) {
    const text = await readFile(join(folder, name), 'utf8');
    const record = jsonIn(text);
    if (!isMap(record) || record.step !== 'restore' || typeof record.at !== 'string') {
      faults.push(unreadableRecord(name, app, new Error('it is not the record of a restore')));
      continue;
    }
    const { at, ended, about } = record;
    const id = `restore ${at}`.slice(0, 100);
    records.push({ kind: 'step', id, at: at.slice(0, 40), sha256: sha256(text), facts: { ended, about } });
  }
  return { records, faults };
}

async function publish(
  faults: readonly string[],
  said: string,
  outputs: { readonly head: string } & Parameters<typeof setOutputs>[1],
  host: Host,
): Promise<boolean> {
  const reason = firstOf(faults) ?? '';
  setOutputs(host, { ...outputs, reason });
  for (const fault of faults) host.report(fault);
  host.report(said);
  await host.summary(
    `### ${reason === '' ? '✅' : '❌'} Audit chain: ${cell(said)}\n\n${faults.map(each => `- ${cell(each)}\n`).join('')}\nHead: ${code(outputs.head)}\n`,
  );
  return reason === '';
}
