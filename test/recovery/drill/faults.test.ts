import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { zoneOf } from '../../../src/cluster/labels.ts';
import type { Node, Pod } from '../../../src/cluster/objects.ts';
import { clientPod } from '../../../src/recovery/drill/client-pod.ts';
import { injectorFor } from '../../../src/recovery/drill/faults.ts';
import { onlyPrimary, primariesAmong, successorAmong } from '../../../src/recovery/drill/placement.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { wording } from '../../wording.ts';

const folder = mkdtempSync(join(tmpdir(), 'slipway-drill-'));
afterAll(() => rmSync(folder, { recursive: true }));

const victim = { pod: 'db-0', uid: 'u0', node: 'node-a', zone: 'a' };
const never = new AbortController().signal;
const printed: string[] = [];
const context = {
  ...{ namespace: 'shop', runId: 'run-1', folder },
  env: { PATH: process.env.PATH, INPUT_TOKEN: 'secret', GITHUB_OUTPUT: '/x' },
  report: (line: string) => void printed.push(line),
};
const node = (code: string) => [process.execPath, '-e', code] as const;
const nothing = new FakeApiServer().cluster;

describe('a command', () => {
  const write = (name: string) =>
    node(
      `fs.writeFileSync('${name}', JSON.stringify(Object.entries(process.env).filter(([n]) => /SLIPWAY|INPUT|GITHUB/.test(n))))`,
    );

  it('gets the target of the fault as variables, and no variables of the job', async () => {
    const commands = { zone: { run: write('run'), fix: write('fix') } };
    const injector = injectorFor('zone', nothing, commands, context);
    await injector.inject(victim, never);
    await injector.fix(victim);
    for (const name of ['run', 'fix'])
      expect(Object.fromEntries(JSON.parse(readFileSync(join(folder, name), 'utf8')))).toEqual({
        SLIPWAY_DRILL_RUN: 'run-1',
        SLIPWAY_DRILL_NAMESPACE: 'shop',
        SLIPWAY_DRILL_POD: 'db-0',
        SLIPWAY_DRILL_NODE: 'node-a',
        SLIPWAY_DRILL_ZONE: 'a',
      });
  });

  it('gets its arguments unchanged, without a shell', async () => {
    const commands = {
      node: { run: [...node('console.log(process.argv[1])'), '$(id) ; `id`'] as const, fix: node('') },
    };
    await injectorFor('node', nothing, commands, context).inject(victim, never);
    expect(printed.at(-1)).toContain('$(id) ; `id`');
  });

  it('is an error if it fails or does not exist', async () => {
    const failing = { node: { run: node('process.exit(3)'), fix: ['./nowhere'] as const } };
    const injector = injectorFor('node', nothing, failing, context);
    await expect(injector.inject(victim, never)).rejects.toThrow(wording('3'));
    await expect(injector.fix(victim)).rejects.toThrow(wording());
  });

  it('must be declared, and needs the zone of the node', async () => {
    expect(() => injectorFor('zone', nothing, {}, context)).toThrow(wording());
    const { zone: _, ...nowhere } = victim;
    const injector = injectorFor('zone', nothing, { zone: { run: node(''), fix: node('') } }, context);
    await expect(injector.inject(nowhere, never)).rejects.toThrow(wording('node-a'));
  });
});

describe('a pod', () => {
  const path = '/api/v1/namespaces/shop/pods/db-0';

  it('recovery 2: is deleted by UID with a grace period of a second: its name is free only after the kubelet has stopped it', async () => {
    const api = new FakeApiServer();
    api.put(path, { metadata: { uid: 'u0' } });
    await injectorFor('pod', api.cluster, {}, context).inject(victim, never);
    expect(api.objects.has(path)).toBe(false);
    expect(api.calls.map(({ body }) => body)).toMatchObject([{ gracePeriodSeconds: 1 }]);
  });

  it('is left alone if another one has replaced it', async () => {
    const api = new FakeApiServer();
    api.put(path, { metadata: { uid: 'u1' } });
    await expect(injectorFor('pod', api.cluster, {}, context).inject(victim, never)).rejects.toThrow(
      wording('db-0'),
    );
    expect(api.objects.has(path)).toBe(true);
  });
});

const pod = (name: string, role: string | undefined, more: object = {}): Pod =>
  ({
    metadata: { name: `db-${name}`, uid: `u${name}`, labels: role === undefined ? {} : { role }, ...more },
    spec: { nodeName: `node-${name}`, containers: [{ name: 'postgres', image: 'pg@sha256:1' }] },
  }) as Pod;

describe('the primary', () => {
  it('is the pod with the label primary or master', () => {
    for (const role of ['primary', 'master'])
      expect(onlyPrimary([pod('0', 'replica'), pod('1', role), pod('2', undefined)], 'role')).toEqual({
        ...{ pod: 'db-1', uid: 'u1', node: 'node-1' },
      });
  });

  it('is not guessed if no pod, or more than one, has the label, or the pod is terminating', () => {
    expect(() => onlyPrimary([pod('0', 'replica')], 'role')).toThrow(wording('role'));
    expect(() => onlyPrimary([pod('0', 'primary'), pod('1', 'master')], 'role')).toThrow(
      wording('db-0', 'db-1'),
    );
    expect(
      primariesAmong([pod('0', 'primary', { deletionTimestamp: '2026-01-01T00:00:00Z' })], 'role'),
    ).toEqual([]);
  });

  it('is replaced by another pod, even while the lost one keeps its label, and even with the same name', () => {
    const dead = pod('0', 'primary');
    expect(successorAmong([dead, pod('1', 'replica')], 'role', { uid: 'u0' })).toBeUndefined();
    expect(successorAmong([dead, pod('1', 'primary')], 'role', { uid: 'u0' })?.pod).toBe('db-1');
    expect(successorAmong([pod('0', 'primary', { uid: 'new' })], 'role', { uid: 'u0' })?.uid).toBe('new');
  });

  it('is in the zone of its node', () => {
    expect(zoneOf({ metadata: { labels: { 'topology.kubernetes.io/zone': 'a' } } } as unknown as Node)).toBe(
      'a',
    );
  });
});

describe('the pod of the client', () => {
  const client = {
    ...{
      name: 'client',
      namespace: 'shop',
      runId: 'run-1',
      primary: pod('0', 'primary'),
      victim,
      activeDeadlineSeconds: 600,
    },
    ...{ user: 'shop', password: { secret: 'passwords', key: 'shop' } },
  };

  it('runs away from the fault, with a deadline, without permissions and without a password in plain text', () => {
    const { spec } = clientPod(client);
    expect(
      spec?.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms,
    ).toEqual([
      {
        matchExpressions: [
          { key: 'kubernetes.io/hostname', operator: 'NotIn', values: ['node-a'] },
          { key: 'topology.kubernetes.io/zone', operator: 'NotIn', values: ['a'] },
        ],
      },
    ]);
    expect(spec?.activeDeadlineSeconds).toBe(600);
    expect(spec?.automountServiceAccountToken).toBe(false);
    expect(spec?.containers[0]?.image).toBe('pg@sha256:1');
    const password = spec?.containers[0]?.env?.find(({ name }) => name === 'PGPASSWORD');
    expect(password).toEqual({
      name: 'PGPASSWORD',
      valueFrom: { secretKeyRef: { name: 'passwords', key: 'shop' } },
    });
  });

  it('needs an existing container', () => {
    expect(() => clientPod({ ...client, container: 'patroni' })).toThrow(wording('patroni'));
  });
});

describe('the access to the off-site repository', () => {
  const cut = { selector: {}, destinations: [{ cidr: '192.0.2.7/32', port: 443 }] };

  it('is cut off by a policy of the drill if no command is declared, and restored', async () => {
    const api = new FakeApiServer();
    const injector = injectorFor('off-site', api.cluster, {}, context, cut);
    await injector.inject(victim, never);
    expect(api.names('networkpolicies')).toHaveLength(1);
    // A run that fixes the fault of another drill does not know the addresses.
    await injectorFor('off-site', api.cluster, {}, context).fix(victim);
    expect(api.names('networkpolicies')).toEqual([]);
  });
});

describe('the public address', () => {
  it('is switched only by the declared command, which gets the target as a variable', async () => {
    expect(() => injectorFor('cutover', nothing, {}, context)).toThrow(wording());
    const write = node("fs.writeFileSync('cutover', process.env.SLIPWAY_DRILL_SCRATCH)");
    const commands = { cutover: { run: write, fix: write } };
    await injectorFor('cutover', nothing, commands, { ...context, scratch: 'shop-drill' }).inject(
      victim,
      never,
    );
    expect(readFileSync(join(folder, 'cutover'), 'utf8')).toBe('shop-drill');
  });
});
