import { appendFile, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../toolkit/checksums.ts';
import { counted, firstOf } from '../toolkit/count.ts';
import { UserError } from '../toolkit/errors.ts';
import { defineAction, type Host } from '../toolkit/host.ts';
import { oneOf } from '../toolkit/input-text.ts';
import { isMap, jsonIn } from '../toolkit/map.ts';
import { cell, code } from '../toolkit/markdown.ts';
import * as shared from './inputs.ts';
import { openStores } from './recovery.ts';
import { requestOf, withCluster } from './session.ts';

const engine = () => import('./audit-engine.ts');

export const auditAction = defineAction({
  name: 'audit',
  description:
    'Keep the records of releases, approvals, backups and drills in a chain of hashes, and verify it: a changed, missing or inserted entry is named.',
  inputs: {
    operation: { description: '`export` appends what is new, `verify` checks the chain.', default: 'verify' },
    environment: shared.environment,
    config: shared.config,
    'kube-context': shared.kubeContext,
    file: {
      description:
        'Path of the chain, a file of JSON lines. Default: objects in the first store of `recovery` in slipway.yml.',
      default: '',
    },
    records: {
      description: 'Folder of SLIPWAY_RECORDS, whose restores `export` adds. Default: none.',
      default: '',
    },
    head: {
      description:
        'For `verify`: a head that was noted at an export; the chain must still contain it. Default: none.',
      default: '',
    },
    logins: shared.logins,
    'tool-mirrors': shared.toolMirrors,
  },
  positional: 'operation',
  outputs: {
    head: 'SHA-256 of the last entry. Note it where those who may write the chain cannot write.',
    entries: 'Number of entries of the chain.',
    added: 'Number of entries that `export` added, or that `verify` found not exported yet.',
    reason: 'The first fault of the chain and the number of others, in one sentence; otherwise empty.',
  },
  recorded: ['operation', 'environment'],
  run: async (inputs, host) => {
    const operation = oneOf('operation', ['export', 'verify'], inputs.operation);
    if (!/^([0-9a-f]{64})?$/.test(inputs.head))
      throw new UserError('the input `head` is no SHA-256', 'copy the output `head` of an export');
    const request = await requestOf(inputs, host);
    const owner = { app: request.config.app, environment: inputs.environment };
    const { recovery, namespace } = request.environment;
    const stores = recovery === undefined ? [] : await openStores(recovery, inputs.config, request.env);
    const place = placeOf(inputs.file, stores[0], owner);
    return withCluster(
      { ...inputs, patient: false },
      request.environment,
      host,
      engine,
      async (cluster, audit) => {
        const { entries, faults } = audit.readChain(await place.read());
        const known = new Set(entries.flatMap(({ kind, id }) => (kind === 'backup' ? [id] : [])));
        const records = [
          ...(await audit.releaseRecords(cluster, owner.app, namespace, host.report)),
          ...(await Promise.all(
            stores.map(({ store }) =>
              audit.storeRecords(store, owner, id => operation === 'export' && known.has(id)),
            ),
          ).then(all => distinct(all.flat()))),
          ...(await stepsIn(inputs.records)),
        ];
        const compared = audit.compareChain(entries, records, inputs.head);
        const all = [...faults, ...compared.faults];
        // A broken chain is not continued: its fault would look older than it is.
        const added =
          operation === 'export' && all.length === 0
            ? audit.additions(entries, records, new Date(cluster.now()).toISOString())
            : [];
        if (added[0] !== undefined) await place.append(added[0].seq, audit.linesOf(added));
        const count = operation === 'export' ? added.length : compared.pending;
        const head = added.at(-1)?.hash ?? entries.at(-1)?.hash ?? audit.genesis;
        return publish(
          { all, head, entries: entries.length + added.length, count, operation, place: place.name },
          host,
        );
      },
    );
  },
});

interface ChainPlace {
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
  if (file !== '')
    return {
      name: file,
      read: () =>
        readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
          if (cause.code === 'ENOENT') return '';
          throw new UserError(`${file} cannot be read`, 'correct the input `file`', { cause });
        }),
      append: (_, lines) => appendFile(file, lines),
    };
  if (open === undefined)
    throw new UserError(
      'there is no place for the audit chain',
      'set the input `file`, or add a store to `recovery`',
    );
  const { store, locked } = open;
  const folder = `${app}/${environment}/audit`;
  return {
    name: `${store.name}/${folder}`,
    read: async () => {
      const texts: string[] = [];
      for (const { path } of await store.list(folder))
        texts.push(new TextDecoder().decode((await store.get(path)) ?? new Uint8Array()));
      return texts.join('\n');
    },
    append: (seq, lines) =>
      store.put(
        `${folder}/${String(seq).padStart(9, '0')}.jsonl`,
        new TextEncoder().encode(lines),
        locked === undefined ? undefined : Date.now() + locked,
      ),
  };
}

/** A set may be in several stores. */
const distinct = <Each extends { kind: string; id: string }>(all: readonly Each[]): Each[] => [
  ...new Map(all.map(each => [`${each.kind} ${each.id}`, each])).values(),
];

/** Reads the records of restores that steps have left. */
async function stepsIn(folder: string) {
  if (folder === '') return [];
  const names = await readdir(folder).catch(cause => {
    throw new UserError(`${folder} cannot be read`, 'correct the input `records`', { cause });
  });
  const texts = await Promise.all(
    names.filter(name => /^restore\b.*\.json$/.test(name)).map(name => readFile(join(folder, name), 'utf8')),
  );
  return texts.flatMap(text => {
    const record = jsonIn(text);
    if (!isMap(record) || record.step !== 'restore' || typeof record.at !== 'string') return [];
    const { at, ended, about } = record;
    return [
      {
        kind: 'step',
        id: `restore ${at}`.slice(0, 100),
        at: at.slice(0, 40),
        sha256: sha256(text),
        facts: { ended, about },
      } as const,
    ];
  });
}

interface Audited {
  readonly all: readonly string[];
  readonly head: string;
  readonly entries: number;
  readonly count: number;
  readonly operation: string;
  readonly place: string;
}

async function publish(
  { all, head, entries, count, operation, place }: Audited,
  host: Host,
): Promise<boolean> {
  const reason = firstOf(all) ?? '';
  const outputs = { head, entries: String(entries), added: String(count), reason };
  for (const [name, value] of Object.entries(outputs)) host.output(name, value);
  const what = operation === 'export' ? `${count} added` : `${count} not exported yet`;
  const said = `${counted(entries, 'record')} in ${place}, ${what}`;
  for (const fault of all) host.report(fault);
  host.report(said);
  await host.summary(
    `### ${reason === '' ? '✅' : '❌'} Audit chain: ${cell(said)}\n\n${all.map(each => `- ${cell(each)}\n`).join('')}\nHead: ${code(head)}\n`,
  );
  return reason === '';
}
