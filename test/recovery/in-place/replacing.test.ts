import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KubeObject } from '../../../src/cluster/objects.ts';
import type { RestoreProgress } from '../../../src/recovery/in-place/progress.ts';
import { replaceDatabase, restoreOriginalFiles } from '../../../src/recovery/in-place/replacing.ts';
import type { LevelCheck } from '../../../src/recovery/levels.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { wording } from '../../wording.ts';

const note = 'slipway.dev/restore-in-place';
const workload = '/apis/apps/v1/namespaces/shop/statefulsets/db';
const pod = (number: number | string) => `/api/v1/namespaces/shop/pods/db-${number}`;
const pvc = (number: number) => `/api/v1/namespaces/shop/persistentvolumeclaims/data-db-${number}`;
const node = '/api/v1/nodes/a';
const ready = (status: string) => ({ status: { conditions: [{ type: 'Ready', status }] } }) as KubeObject;

let api: FakeApiServer;
/** Pods that do not terminate. */
let stuck: string[];
/** Each script that ran on a PVC, with the end of the name of the folder with the original files. */
let moved: string[];
let folder: string;
const { PATH } = process.env;

beforeEach(() => {
  [stuck, moved] = [[], []];
  // Every database answers, and accepts writes.
  folder = mkdtempSync(join(tmpdir(), 'in-place-'));
  writeFileSync(
    join(folder, 'kubectl'),
    '#!/bin/sh\ncase "$*" in *psql*) cat > /dev/null; echo \'{"writes":true,"spaces":0}\';; esac\n',
    { mode: 0o755 },
  );
  process.env.PATH = `${folder}${delimiter}${PATH}`;
  api = new FakeApiServer();
  api.put(node, ready('True'));
  for (const number of [0, 1, 2]) api.put(pvc(number), { status: { phase: 'Bound' } } as KubeObject);
  api.controllers.push(statefulSet, kubelet);
  const containers = [
    { name: 'postgres', image: 'db@sha256:1', volumeMounts: [{ name: 'data', mountPath: '/data' }] },
  ];
  api.put(workload, {
    spec: {
      replicas: 3,
      selector: { matchLabels: { app: 'db' } },
      template: { spec: { containers } },
      volumeClaimTemplates: [{ metadata: { name: 'data' } }],
    },
  } as never);
});
afterEach(() => {
  process.env.PATH = PATH;
  rmSync(folder, { recursive: true });
});

/** Has as many pods as it is told to, except those that do not terminate. */
function statefulSet(path: string, object: KubeObject | undefined): void {
  if (path !== workload || object === undefined) return;
  const { replicas } = object.spec as { replicas: number };
  for (const number of [0, 1, 2]) {
    const name = pod(number);
    const isThere = api.objects.has(name);
    if (number < replicas && !isThere)
      api.put(name, {
        metadata: { labels: { app: 'db' } },
        spec: { nodeName: 'a' },
        status: { phase: 'Running' },
      } as never);
    if (number >= replicas && isThere && !stuck.includes(name)) api.delete(name);
  }
  api.put(path, { ...object, status: { readyReplicas: replicas } } as never);
}

/** Lets the pods that move files succeed, and the copy run and end. */
function kubelet(path: string, object: KubeObject | undefined): void {
  if (object?.kind !== 'Pod' || object.status !== undefined) return;
  const { command } = (object.spec as { containers: { command: string[] }[] }).containers[0]!;
  const [, , script = '', , , aside = ''] = command;
  const names = {
    '.found-': 'aside',
    'if [ -e "$2"': 'back',
    '[ -e "$2" ];': 'clear',
    'rm -rf -- "$2"': 'remove',
  };
  const what = Object.entries(names).find(([part]) => script.includes(part))?.[1];
  const number = /-files-(\d)$/.exec(path)?.[1];
  if (number !== undefined) moved.push(`${what} ${number} ${aside.split('-').at(-1)}`);
  const status = { phase: 'Succeeded', containerStatuses: [{ state: { running: {} } }] };
  api.put(path, { ...object, status } as never);
}

/** Time passes: the copy, which nothing waits for before it is stopped, has ended. */
async function sleep(): Promise<void> {
  await new Promise(resolve => setImmediate(resolve));
  const copy = '/api/v1/namespaces/shop/pods/shop-in-place';
  const status = { containerStatuses: [{ state: { terminated: { exitCode: 0 } } }] };
  if (api.objects.has(copy)) api.put(copy, { ...api.objects.get(copy), status } as never);
}

const live = () => api.objects.get(workload) as KubeObject & { spec: { replicas: number } };
const noted = (): RestoreProgress | undefined =>
  JSON.parse(live().metadata?.annotations?.[note] ?? 'null') ?? undefined;
const leave = (progress: Partial<RestoreProgress>, replicas = 0) =>
  api.edit<ReturnType<typeof live>>(workload, object => {
    const text = JSON.stringify({ id: '0a1b2c3d', replicas: 3, to: 'latest', ...progress });
    object.metadata = { ...object.metadata, annotations: { [note]: text } };
    object.spec.replicas = replicas;
  });

const said: string[] = [];
const task = (to = 'latest') => ({
  ...{ cluster: api.cluster, namespace: 'shop', app: 'shop', name: 'shop', run: 'run-1', to },
  ...{ container: 'postgres', database: 'shop', configuration: [], data: '/data/pg', leaderObjects: [] },
  ...{ ref: { kind: 'StatefulSet', name: 'db' } as const, uncompared: false, patience: 3000 },
  ...{ signal: new AbortController().signal, sleep },
  ...{ assertHeld: async () => undefined, report: (line: string) => void said.push(line) },
});
const good = async (): Promise<LevelCheck[]> => [
  { level: 'L3', what: 'rows', state: 'passed', sentence: 'x' },
];
const bad = async (): Promise<LevelCheck[]> => [
  { level: 'L3', what: 'rows', state: 'failed', sentence: 'no' },
];
/** The same script on each PVC. */
const onEach = (what: string, id = '') => [0, 1, 2].map(number => `${what} ${number} ${id}`);

describe('a restore of a database over itself', () => {
  it('moves the original files aside, restores, and starts all members', async () => {
    await replaceDatabase(task(), good);
    const { id, step } = noted()!;
    expect([step, live().spec.replicas]).toEqual(['done', 3]);
    expect(moved.toSorted()).toEqual([...onEach('aside', id), ...onEach('clear', id)]);
  });

  it('puts the original files back if the data differ', async () => {
    await expect(replaceDatabase(task(), bad)).rejects.toThrow('rows: no');
    expect([noted(), live().spec.replicas]).toEqual([undefined, 3]);
    expect(moved.filter(each => each.startsWith('back'))).toHaveLength(3);
  });
});

describe('a restored database that does not come up', () => {
  beforeEach(() => leave({ step: 'starting' }, 1));

  it('is started by another run with the same target', async () => {
    await replaceDatabase(task(), bad);
    expect([noted()?.step, moved]).toEqual(['done', []]);
  });

  it('is replaced by a restore to another target', async () => {
    await replaceDatabase(task('counted'), good);
    expect(noted()).toMatchObject({ step: 'done', to: 'counted', replicas: 3 });
    const { id = '' } = noted()!;
    expect(id).not.toBe('0a1b2c3d');
    expect(moved.toSorted()).toEqual([...onEach('aside', id), ...onEach('clear', id)]);
    expect(live().spec.replicas).toBe(3);
  });

  // Only `before-0a1b2c3d` has the files of the time before the first of these restores.
  it('keeps the original files until a later restore of a database that came up', async () => {
    const first = 'pg.before-0a1b2c3d';
    expect((await replaceDatabase(task('counted'), good)).aside).toBe(first);
    const ids = [noted()!.id];
    leave({ ...noted()!, step: 'starting' }, 1);
    expect((await replaceDatabase(task('latest'), good)).aside).toBe(first);
    ids.push(noted()!.id);
    const removed = () => moved.filter(each => each.startsWith('remove'));
    expect(removed()).toEqual(onEach('remove', ids[0]));
    await expect(restoreOriginalFiles(task())).rejects.toThrow(wording(first));
    await expect(replaceDatabase(task('counted'), bad)).rejects.toThrow('rows: no');
    expect(noted()).toMatchObject({ id: ids[1], step: 'done', previous: ['0a1b2c3d'] });
    moved = [];
    const { aside } = await replaceDatabase(task('counted'), good);
    expect([aside, noted()?.previous]).toEqual([`pg.before-${noted()?.id}`, []]);
    expect(removed()).toEqual([...onEach('remove', '0a1b2c3d'), ...onEach('remove', ids[1])]);
  });

  it('keeps them if the restore that replaces another replacement fails', async () => {
    leave({ step: 'starting', previous: ['89abcdef'], previousTo: 'latest', to: 'counted' }, 1);
    await expect(replaceDatabase(task('latest'), bad)).rejects.toThrow('rows: no');
    expect(noted()).toMatchObject({ id: '0a1b2c3d', step: 'starting', to: 'counted' });
    expect(moved.filter(each => each.startsWith('remove'))).toEqual([]);
    expect((await replaceDatabase(task('counted'), bad)).aside).toBe('pg.before-89abcdef');
  });

  // That folder was removed before the database was started.
  it('does not take the folder that an older version noted for the original files', async () => {
    leave({ step: 'starting', previous: '89abcdef' as never }, 1);
    expect((await replaceDatabase(task('counted'), good)).aside).toBe('pg.before-0a1b2c3d');
  });

  // All members at once, of which two have no files, might create a new database.
  it('stays stopped, and open to both targets, if that restore fails', async () => {
    await expect(replaceDatabase(task('counted'), bad)).rejects.toThrow('rows: no');
    expect([noted(), live().spec.replicas]).toEqual([
      { id: '0a1b2c3d', step: 'starting', replicas: 3, to: 'latest', previous: [] },
      0,
    ]);
    expect(said.at(-1)).toEqual(wording('StatefulSet/db', 'latest'));
    await replaceDatabase(task('latest'), bad);
    expect(noted()).toMatchObject({ step: 'done', to: 'latest' });
  });

  it('cannot be undone, which names the way out', async () => {
    await expect(restoreOriginalFiles(task())).rejects.toThrow(
      wording('another recovery target', '0a1b2c3d'),
    );
  });
});

describe('a database with a member that cannot be restored in place', () => {
  it.each<[string, () => void, string[]]>([
    ['whose node is lost', () => api.put(node, ready('Unknown')), ['db-0', 'node a']],
    ['whose node does not exist', () => api.delete(node), ['node a']],
    ['without a PVC', () => api.delete(pvc(1)), ['data-db-1']],
    ['whose PVC is pending', () => api.put(pvc(2), { status: { phase: 'Pending' } } as never), ['data-db-2']],
    [
      'that has no node',
      () => api.put(pod(2), { metadata: { labels: { app: 'db' } }, status: {} } as never),
      ['db-2'],
    ],
  ])('%s is not stopped', async (_, lose, facts) => {
    lose();
    await expect(replaceDatabase(task(), good)).rejects.toThrow(wording('StatefulSet/db', ...facts));
    expect(api.writes).toEqual([]);
  });

  // Its PVC may have the only original files.
  it.each<[RestoreProgress['step'], string]>([
    ['stopping', 'target: before'],
    ['starting', 'keep the PVC'],
    ['done', 'keep the PVC'],
  ])('that was being restored (%s) keeps its PVC', async (step, fact) => {
    leave({ step, to: 'counted' }, step === 'stopping' ? 0 : 3);
    api.delete(pvc(1));
    const { length } = api.writes;
    await expect(replaceDatabase(task(), good)).rejects.toThrow(wording('data-db-1', fact));
    expect(api.writes).toHaveLength(length);
  });

  it('because its node was lost after a killed run stopped it runs again', async () => {
    leave({ step: 'stopping' });
    stuck = [pod(1)];
    api.put(pod(1), { metadata: { labels: { app: 'db' } }, spec: { nodeName: 'b' }, status: {} } as never);
    await expect(replaceDatabase(task(), good)).rejects.toThrow(wording('StatefulSet/db', 'db-1'));
    expect([noted(), live().spec.replicas, moved]).toEqual([undefined, 3, []]);
  });

  it('because its pod finds no node is restored to another target', async () => {
    leave({ step: 'starting' }, 1);
    api.put(pod(0), { metadata: { labels: { app: 'db' } }, status: {} } as never);
    await replaceDatabase(task('counted'), good);
    expect(noted()).toMatchObject({ step: 'done', to: 'counted' });
  });

  it('because its node was lost is not stopped if the restored database may be running', async () => {
    leave({ step: 'starting' }, 3);
    api.put(node, ready('Unknown'));
    await expect(replaceDatabase(task('counted'), good)).rejects.toThrow(wording('node a', 'keep the PVC'));
    expect([noted()?.id, live().spec.replicas]).toEqual(['0a1b2c3d', 3]);
  });

  it('is stopped without the permission to look', async () => {
    api.forbid('get nodes', 'get persistentvolumeclaims');
    await replaceDatabase(task(), good);
    expect(noted()?.step).toBe('done');
  });

  it('that does not stop runs again, because no file was moved', async () => {
    stuck = [pod(1)];
    await expect(replaceDatabase(task(), good)).rejects.toThrow(wording('StatefulSet/db', 'db-1'));
    expect([noted(), live().spec.replicas, moved]).toEqual([undefined, 3, []]);
  });

  it('that a killed run was stopping runs again with `target: before`, or is restored', async () => {
    leave({ step: 'stopping', previous: ['89abcdef'] });
    stuck = [pod(1)];
    await restoreOriginalFiles(task());
    expect([noted(), live().spec.replicas, moved]).toEqual([
      { id: '89abcdef', step: 'done', replicas: 3, to: 'latest', previous: [] },
      3,
      [],
    ]);
    stuck = [];
    leave({ step: 'stopping', previous: '89abcdef' as never });
    await replaceDatabase(task('counted'), good);
    expect(noted()).toMatchObject({ step: 'done', to: 'counted', previous: [] });
    expect(moved.filter(each => each.startsWith('remove'))).toEqual(onEach('remove', '89abcdef'));
  });
});

it.each([
  ['is restored whole', () => replaceDatabase(task(), good), 'done'],
  ['is not scaled down by `target: before`', () => restoreOriginalFiles(task()), undefined],
])(
  'a database that a killed run has started again, and that was scaled up since, %s',
  async (_, run, step) => {
    leave({ step: 'stopping', replicas: 2 }, 3);
    await run();
    expect([noted()?.step, live().spec.replicas]).toEqual([step, 3]);
    const { id } = noted() ?? {};
    expect(moved.filter(each => each.startsWith('aside'))).toEqual(step ? onEach('aside', id) : []);
  },
);

it('a database that something else starts while the files of the previous restore are removed is not taken for the restored one', async () => {
  leave({ step: 'done' }, 3);
  api.controllers.push((_, object) => {
    if (object?.kind === 'Pod' && JSON.stringify(object).includes(JSON.stringify('rm -rf -- "$2"')))
      api.edit<ReturnType<typeof live>>(workload, ({ spec }) => {
        spec.replicas = 2;
      });
  });
  await expect(replaceDatabase(task(), good)).rejects.toThrow('StatefulSet/db was scaled up during');
  expect(noted()?.step).toBe('restoring');
});

it('a database that something else starts during its restore is not taken for the restored one', async () => {
  const meanwhile = async () => {
    api.edit<ReturnType<typeof live>>(workload, ({ spec }) => {
      spec.replicas = 2;
    });
    return good();
  };
  await expect(replaceDatabase(task(), meanwhile)).rejects.toThrow('StatefulSet/db was scaled up during');
  expect(noted()?.step).toBe('restoring');
  leave(noted()!);
  moved = [];
  await replaceDatabase(task(), good);
  expect(noted()?.step).toBe('done');
  // What the members wrote meanwhile is not restored.
  expect(moved).toEqual(onEach('clear', noted()?.id));
});
