import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ConfigMap, KubeObject } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { rollback } from '../../src/release/rollback.ts';
import { sweep } from '../../src/release/sweep.ts';
import { nameOf } from '../../src/release/workloads/naming.ts';
import { UserError } from '../../src/toolkit/errors.ts';
import { annotationOf } from '../../src/traffic/fence.ts';
import { search } from '../search.ts';
import { config, deployment, template } from './objects.ts';
import { progressive, Rollout } from './promoting.ts';

/** What a user who may only write ConfigMaps puts into records, outcomes and the state of a rollout, followed by a run. */

const foreign: Record<string, KubeObject> = {
  [pathOf(resources.deployment, 'shop', 'db')]: deployment({
    metadata: { name: 'db', namespace: 'shop', annotations: { [annotationOf.token('other')]: '5' } },
    spec: { template: template('docker.io/library/postgres:17') },
  }) as KubeObject,
  [pathOf(resources.claim, 'shop', 'data')]: { kind: 'PersistentVolumeClaim', metadata: { name: 'data' } },
  [pathOf(resources.secret, 'shop', 'password')]: { kind: 'Secret', metadata: { name: 'password' } },
  [pathOf(resources.secret, 'other', 'password')]: {
    kind: 'Secret',
    metadata: { name: 'password', namespace: 'other' },
  },
  '/api/v1/namespaces/other': { kind: 'Namespace', metadata: { name: 'other' } },
  '/api/v1/nodes/a': { kind: 'Node', metadata: { name: 'a' } },
};

/** A place in a JSON value, chosen by numbers, and what stands there instead. */
const edit = fc.record({
  steps: fc.array(fc.nat(30), { minLength: 1, maxLength: 6 }),
  value: fc.oneof(
    fc.constantFrom<unknown>(
      null,
      '',
      0,
      -1,
      1e30,
      [],
      {},
      true,
      'db',
      'Deployment/db',
      'other',
      'undone',
      'undoing',
      'promoting',
      'rolling',
    ),
    fc.constant(Object.keys(foreign)),
    fc.constant([{ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'password' } }]),
    fc.constant({ containers: [{ name: 'shop', image: 'attacker.example.com/x:1' }] }),
    fc.jsonValue({ maxDepth: 2 }),
  ),
});

function edited(value: unknown, steps: readonly number[], instead: unknown): unknown {
  const [step = 0, ...rest] = steps;
  if (typeof value !== 'object' || value === null) return instead;
  const keys = Object.keys(value);
  const key = keys[step % Math.max(1, keys.length)];
  if (key === undefined) return instead;
  const inner = (value as Record<string, unknown>)[key];
  const next = rest.length === 0 ? instead : edited(inner, rest, instead);
  return Array.isArray(value) ? Object.assign([...value], { [key]: next }) : { ...value, [key]: next };
}

const names = [
  nameOf.application('shop'),
  ...[1, 2].flatMap(number => [nameOf.record('shop', number), nameOf.outcome('shop', number)]),
];
const forgery = fc.array(fc.tuple(fc.nat(names.length - 1), edit), { minLength: 1, maxLength: 4 });

const attacker = {
  containers: [{ name: 'shop', image: 'attacker.example.com/x:1' }],
  serviceAccountName: 'admin',
};
/** What is aimed at something, beside what is written at random. */
const aims: Record<string, (data: Record<string, unknown>) => object> = {
  none: () => ({}),
  'a foreign template to go back to': () => ({ template: { spec: attacker } }),
  'foreign objects of a first release': () => ({
    ...{ phase: 'undone', makes: Object.keys(foreign), candidate: 1, token: 9 },
    ...{ release: 1, manifests: Object.values(foreign), workers: { db: null } },
  }),
  'a first release that is undone': data => ({
    ...data,
    ...{
      phase: 'undoing',
      makes: [pathOf(resources.deployment, 'shop', 'shop'), ...Object.keys(foreign)],
      baseline: undefined,
    },
  }),
  'a worker that others own': () => ({
    workers: { db: { template: { spec: attacker }, replicas: 1 }, 'StatefulSet/db': null },
  }),
  'a foreign workload': data => ({
    config: JSON.parse(JSON.stringify(data.config ?? {}).replaceAll('"name":"shop"', '"name":"db"')),
    manifests: [foreign[pathOf(resources.deployment, 'shop', 'db')]],
  }),
  'a foreign candidate': data => ({
    manifests: JSON.parse(JSON.stringify(data.manifests ?? []).replaceAll('"containers"', '"was"')).map(
      (each: KubeObject) =>
        each.kind === 'Deployment'
          ? { ...each, spec: { ...(each.spec as object), template: { spec: attacker } } }
          : each,
    ),
    phase: 'promoting',
  }),
};

it('security 1, 10, 16: never make a run crash, or write to what is not of its application', async () => {
  await fc.assert(
    fc.asyncProperty(
      forgery,
      fc.constantFrom(...Object.keys(aims)),
      fc.constantFrom('sweep', 'rollback'),
      async (edits, aim, command) => {
        const server = await Rollout.promoting();
        for (const [path, object] of Object.entries(foreign)) server.put(path, structuredClone(object));
        const before = Object.keys(foreign).map(path => JSON.stringify(server.objects.get(path)));
        const rewrite = (name: string, change: (data: Record<string, unknown>) => unknown) => {
          const path = pathOf(resources.configMap, 'shop', name);
          const there = server.objects.get(path) as ConfigMap | undefined;
          const [key] = Object.keys(there?.data ?? {});
          if (there === undefined || key === undefined) return;
          const text = JSON.stringify(change(JSON.parse(there.data?.[key] ?? '')));
          server.put(path, { ...there, data: { [key]: text } } as KubeObject);
        };
        for (const name of names) rewrite(name, data => ({ ...data, ...aims[aim]?.(data) }));
        // An aim is for itself half of the time.
        if (aim === 'none' || edits.length % 2 === 0)
          for (const [which, { steps, value }] of edits)
            rewrite(names[which] ?? '', data => edited(data, steps, value));
        const request = {
          ...{ config, environment: progressive, environmentName: 'production', env: {}, wait: 0 },
          ...{ origin: { run: 'run 9', actor: 'cron' }, report: () => {}, until: performance.now() + 20 },
        };
        const run = () =>
          command === 'sweep'
            ? sweep(server.cluster, request)
            : rollback(server.cluster, { ...request, undo: undefined, to: undefined });
        await run().catch((error: unknown) => {
          if (!(error instanceof UserError)) throw error;
        });
        expect(Object.keys(foreign).map(path => JSON.stringify(server.objects.get(path)))).toEqual(before);
        expect(
          JSON.stringify([...server.objects.values()].filter(({ kind }) => kind !== 'ConfigMap')),
        ).not.toContain('attacker.example.com');
      },
    ),
    search(300),
  );
});
