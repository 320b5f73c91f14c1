import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publishAssessments } from '../../src/actions/assessment-report.ts';
import { replicationCommand } from '../../src/actions/replication.ts';
import type { RequirementAssessment } from '../../src/assess/assessment.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import { judgeEtcd, judgeRepositories, secretWritesIn } from '../../src/keys/at-rest.ts';
import { judgeColumns, judgeRotation, judgeScan } from '../../src/keys/judge.ts';
import type { ColumnCount } from '../../src/keys/values.ts';
import type { Host } from '../../src/toolkit/host.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';
import { wording } from '../wording.ts';

const judging = {
  levels: {},
  of: 'database shop',
  at: '2026-11-30T08:00:00Z',
  scope: 'database shop',
};
const count = (counts: Partial<ColumnCount>): ColumnCount => ({
  column: { name: 'public.accounts.token', table: '"public"."accounts"', column: '"token"', key: ['"id"'] },
  ...{ old: 0, new: 0, plain: 0, unreadable: 0, forms: { token: 0, base64: 0 } },
  ...counts,
});
const said = (all: readonly RequirementAssessment[]) => all.map(({ id, status, what }) => [id, status, what]);

describe('a column', () => {
  it('whose values all open is met, with evidence and place', () => {
    const all = judgeColumns([count({ old: 7 })], 'Secret/keys, jwt', judging);
    expect(said(all)).toEqual([
      ['K1', 'met', wording('Secret/keys, jwt', '7', 'public.accounts.token')],
      ['K2', 'met', wording('7', 'public.accounts.token')],
      ['K5', 'met', wording('1 column')],
    ]);
    expect(all[0]).toMatchObject({
      object: 'Column/public.accounts.token',
      evidence: [{ of: 'database shop', at: judging.at }],
    });
  });

  it('with values under another key fails, and plain ones are told apart', () => {
    expect(
      said(judgeColumns([count({ old: 3, unreadable: 2, plain: 1 })], 'Secret/keys, jwt', judging)),
    ).toEqual([
      ['K1', 'not-met', wording('2 of 5', 'Secret/keys, jwt')],
      ['K2', 'not-met', wording('1 of 6')],
      ['K5', 'not-met', wording('public.accounts.token')],
    ]);
  });

  it('without encrypted values proves nothing', () => {
    expect(said(judgeColumns([count({}), count({})], 'Secret/keys, jwt', judging))).toEqual([
      ...['K1', 'K1', 'K2', 'K2'].map(id => [id, 'unknown', expect.stringContaining('no ')]),
      ['K5', 'unknown', wording()],
    ]);
  });

  it('is judged by the levels in slipway.yml', () => {
    const levels = { 'key-opens': 'off', 'column-plain': 'error' } as const;
    const all = judgeColumns([count({ plain: 1 })], 'Secret/keys, jwt', { ...judging, levels });
    expect(all.map(({ rule, level, status }) => [rule, level, status])).toEqual([
      ['key-opens', 'info', 'unknown'],
      ['column-plain', 'error', 'not-met'],
      ['column-plain', 'error', 'not-met'],
    ]);
    // It must hide no result of a run with the rule.
    expect(all[0]?.evidence).toEqual([]);
  });

  it('is unknown for each requirement of a rule that is off', () => {
    const levels = { 'column-plain': 'off' } as const;
    const all = judgeColumns([count({ plain: 1 })], 'Secret/keys, jwt', { ...judging, levels });
    expect(all.map(({ id, status }) => [id, status])).toEqual([
      ['K1', 'unknown'],
      ['K2', 'unknown'],
      ['K5', 'unknown'],
    ]);
  });
});

describe('a search', () => {
  const scan = { columns: 4, rows: 900, found: [], cut: [] };

  it.each([
    ['met', scan],
    ['unknown', { ...scan, cut: ['public.large'] }],
    ['unknown', undefined],
    ['not-met', { ...scan, found: [{ column: 'public.api_keys.key', kind: 'a GitHub token', count: 2 }] }],
  ])('is %s', (status, found) => {
    expect(said(judgeScan(found, judging))).toEqual([['K5', status, wording()]]);
  });
});

describe('a rotation', () => {
  it.each([
    ['unknown', 'not rehearsed' as const],
    ['not-met', { failed: 'it has no primary key' }],
    ['unknown', { how: 'dry-run', written: 5 } as const],
    ['unknown', { how: 'rehearse', written: 0 } as const],
    ['unknown', { how: 'commit', written: 0 } as const],
    ['met', { how: 'rehearse', written: 5 } as const],
    ['met', { how: 'commit', written: 5 } as const],
  ])('is %s: %j', (status, attempt) => {
    const all = judgeRotation(attempt, 2, judging);
    expect(said(all)).toEqual([['K4', status, wording()]]);
    expect(all[0]).toMatchObject({ scope: 'database shop' });
    // What did not ask must hide no result of a rehearsal.
    expect(all[0]?.evidence).toHaveLength(status === 'unknown' ? 0 : 1);
  });
});

describe('S9: a repository', () => {
  const status = { code: 0, message: 'ok' };
  const stanza = {
    ...{ name: 'shop', status, backups: [], archives: [], lock: { held: false } },
    repositories: [
      { key: 1, cipher: 'none', status },
      { key: 2, cipher: 'aes-256-cbc', status },
      { key: 3, cipher: 'none', status: { code: 99, message: 'no access' } },
    ],
  };
  const names = [
    ['near', 1],
    ['far', 2],
    ['shut', 3],
    ['other', 4],
  ] as const;

  it('without a cipher is not met, and one that cannot be read is unknown', () => {
    expect(said(judgeRepositories(stanza, names, judging))).toEqual([
      ['S9', 'not-met', wording('near')],
      ['S9', 'met', wording('far', 'aes-256-cbc')],
      ['S9', 'unknown', wording('shut', 'no access')],
      ['S9', 'unknown', wording('other')],
    ]);
    expect(said(judgeRepositories('no pod is running', [['near', 1]], judging))).toEqual([
      ['S9', 'unknown', wording('no pod is running')],
    ]);
  });
});

describe('S9: etcd', () => {
  const line = (prefix: string, count: number, type = 'to_storage') =>
    `apiserver_storage_transformation_operations_total{resource="secrets",status="OK",transformation_type="${type}",transformer_prefix="${prefix}"} ${count}\n`;

  it('is encrypted by what the API server counts', () => {
    const encrypted = line('k8s:enc:aescbc:v1:', 3);
    expect(secretWritesIn(encrypted + line('key1:', 3))).toEqual({ provider: 'aescbc:v1', plain: false });
    expect(secretWritesIn(line('k8s:enc:aescbc:v1:', 0))).toEqual({ plain: false });
    expect(secretWritesIn(line('k8s:enc:aescbc:v1:', 3, 'from_storage'))).toEqual({ plain: false });
    expect(secretWritesIn(line('', 3))).toEqual({ plain: true });
    expect(secretWritesIn(encrypted + line('', 90))).toEqual({ provider: 'aescbc:v1', plain: true });
    expect(secretWritesIn(line('k8s:enc:kms:v2:', 3).replace('secrets', 'configmaps'))).toEqual({
      plain: false,
    });
  });

  const counting = (body: string) => {
    const server = new FakeApiServer();
    server.cluster.call = async () => ({ body }) as Awaited<ReturnType<typeof server.cluster.call>>;
    return server;
  };

  it('is known of a cluster that shows no pod of its API server', async () => {
    const server = counting(line('k8s:enc:kms:v2:', 3));
    expect(said(await judgeEtcd(server.cluster, judging))).toEqual([['S9', 'met', expect.anything()]]);
  });

  it('is unknown where the API server has written Secrets both ways', async () => {
    const server = counting(line('k8s:enc:kms:v2:', 3) + line('', 3));
    expect(said(await judgeEtcd(server.cluster, judging))).toEqual([['S9', 'unknown', wording('kms:v2')]]);
  });

  it('is unknown where neither a metric nor a pod shows it, and not met without the flag', async () => {
    const server = counting(line('k8s:enc:kms:v2:', 0));
    expect(said(await judgeEtcd(server.cluster, judging))).toEqual([['S9', 'unknown', wording()]]);
    server.put(`${pathOf(resources.pod, 'kube-system')}/kube-apiserver-a`, {
      metadata: { labels: { component: 'kube-apiserver' } },
      spec: { containers: [{ name: 'kube-apiserver', command: ['kube-apiserver', '--v=2'] }] },
    });
    expect(said(await judgeEtcd(server.cluster, judging))).toEqual([['S9', 'not-met', wording('1 of 1')]]);
  });
});

describe('the records of checks', () => {
  it('have a file for each database, Secret and copy', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'keys-'));
    const host = {
      ...{ env: { SLIPWAY_RECORDS: folder }, output: () => undefined, report: () => undefined },
      ...{ annotate: () => undefined, summary: async () => undefined },
    } as unknown as Host;
    const inputs = { environment: 'production', config: 'slipway.yml', report: join(folder, 'own.json') };
    for (const about of [
      ['check', 'shop'],
      ['check', 'shop', 'a'],
      ['check', 'shop', '', 'db.scratch'],
      ['rotate', 'shop'],
    ])
      await publishAssessments(
        { assessments: [], notes: [] },
        'shop',
        { ...inputs, by: 'keys', about },
        new Date(),
        host,
      );
    expect((await readdir(folder)).sort()).toEqual([
      'keys-production-check-shop-a.json',
      'keys-production-check-shop-db.scratch.json',
      'keys-production-check-shop.json',
      'keys-production-rotate-shop.json',
      'own.json',
    ]);
    await rm(folder, { recursive: true });
  });

  it('of replication say which database', () => {
    expect(replicationCommand.recorded).toContain('database');
  });
});
