import { readFile, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { requirementsOf } from '../../src/assess/conformance/demands.ts';
import { assessRules } from '../../src/config/assess.ts';
import { setId } from '../../src/recovery/sets.ts';
import { manifest } from '../recovery/backups.ts';
import { startGitHub } from '../toolkit/fake-github.ts';
import { zipOf } from '../toolkit/zip-writer.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

/** `report` without a cluster, in a folder with the smallest shop, and with reports of other steps. */

let at: Workplace;
beforeEach(async () => {
  at = await openWorkplace();
  await at.program(
    'trivy',
    '[ "$1" = config ] || { echo Version: 0.74.0; exit; }\nwhile [ "$1" != --output ]; do shift; done\necho \'{"SchemaVersion": 2, "Results": []}\' >"$2"',
  );
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await at.close();
});

const report = (...more: string[]) =>
  at.slipway(['report', '--environment', 'production', '--query-cluster', 'false', ...more]);
const written = async () =>
  JSON.parse(await readFile(join(at.folder, 'requirements', 'requirements.json'), 'utf8'));
const recorded = (step: string, ended: 'passed' | 'failed' | 'refused', more: object = {}) =>
  JSON.stringify({
    ...{ schema: 1, step, at: new Date().toISOString(), ended, about: { config: 'slipway.yml' } },
    ...{ outputs: ended === 'passed' ? { passed: '7' } : { reason: '3 tests failed' }, ...more },
  });

it('decides all requirements, and calls none met without a source', async () => {
  const { code, outputs } = await report();
  expect([code, outputs.met, outputs['report-folder'], outputs.reason]).toEqual([0, '0', 'requirements', '']);
  const { requirements, counts } = await written();
  expect(requirements).toHaveLength(112);
  expect(counts.met).toBe(0);
  const open = requirements.filter((each: { status: string }) => each.status === 'unknown');
  for (const each of open) expect(each.remedy ?? each.what, each.id).toBeTruthy();
  expect(await readFile(join(at.folder, 'requirements', 'requirements.html'), 'utf8')).toContain(
    '0 of 112 met',
  );
});

it('reads records of steps, notes other files of a folder, and shows the trend', async () => {
  await at.write('records/test.json', recorded('test', 'passed'));
  await at.write('records/scan.json', recorded('scan', 'failed'));
  await at.write(
    'records/old.json',
    recorded('plan', 'passed', {
      at: '2020-01-01T00:00:00.000Z',
      about: { config: 'slipway.yml', environment: 'production' },
    }),
  );
  await at.write('records/other.json', '{"some": "file"}');
  const { err } = await report('--reports', 'records');
  const { requirements, notes } = await written();
  const of = (id: string) => requirements.find((each: { id: string }) => each.id === id);
  expect([of('C3').status, of('C4').status, of('C4').what]).toEqual(['met', 'not-met', '3 tests failed']);
  expect(of('C1').what).toMatch(
    /^the evidence in records\/old.json is \d+ days old, and at most 7 days are allowed$/,
  );
  const unread = 'not read: records/other.json is not a report on any of the 112 requirements';
  expect(notes).toContain(unread);
  expect(err.split('\n')).toContain(`note: ${unread}`);
  await at.write('records/before.json', JSON.stringify(await written()));
  await at.write('records/test.json', recorded('test', 'failed'));
  await report('--reports', 'records');
  expect((await written()).since.changed).toEqual([{ id: 'C3', from: 'met', to: 'not-met' }]);
}, 120_000);

const drilled = (scenario: string, verdict: string) =>
  JSON.stringify({
    ...{ schema: 1, app: 'shop', environment: 'production', scenario, verdict, levelChecks: [] },
    ...{ startedAt: Date.now() - 3_600_000, outage: { kind: 'over', rto: 60_000 } },
  });

it('takes the report of a drill when the stores do not answer, and does not miss the drills in them', async () => {
  await at.write('reports/zone.json', drilled('zone', 'pass'));
  await at.write('reports/total.json', drilled('total', 'fail'));
  await report('--reports', 'reports');
  const { requirements } = await written();
  const of = (id: string) => requirements.find((each: { id: string }) => each.id === id);
  expect([of('D15').status, of('D15').evidence[0].of]).toEqual(['met', 'reports/zone.json']);
  expect([of('D17').status, of('D17').what]).toEqual([
    'not-met',
    'the total drill ended with the verdict fail',
  ]);
  for (const id of ['D11', 'D12', 'D13', 'D16']) {
    expect([id, of(id).status]).toEqual([id, 'unknown']);
    expect(of(id).what).toContain('is not backed up');
  }
}, 120_000);

it('does not count a backup set whose signature a restore would refuse', async () => {
  const declared = '{repositories: {near: {survives: zone, store: {folder: backups}}}}';
  await at.replace('    namespace:', `    recovery: ${declared}\n    namespace:`);
  const made = Date.now() - 3_600_000;
  const path = `backups/shop/production/${setId(made)}/manifest.json`;
  await at.write(path, JSON.stringify(manifest({ at: made })));
  await at.replace('app: shop', 'app: shop\ntrust: { key: cosign.pub }');
  await at.write('cosign.pub', 'x');
  await at.program('cosign', `echo '{"gitVersion": "v3.1.3"}'`);
  await report();
  const { requirements } = await written();
  const refused = requirements.find(({ id }: { id: string }) => id === 'D1');
  expect(refused.status).toBe('unknown');
  expect(refused.what).toMatch(
    /a restore would refuse the newest backup set: the manifest of .* is not signed/,
  );
}, 240_000);

it('takes a step that could not do its work for unknown', async () => {
  await at.write(
    'scan.json',
    recorded('scan', 'refused', { outputs: { verdict: 'fail', reason: 'no database' } }),
  );
  await report('--reports', 'scan.json');
  const c4 = (await written()).requirements.find((each: { id: string }) => each.id === 'C4');
  expect([c4.status, c4.what]).toEqual(['unknown', 'no database']);
}, 120_000);

it('says that it does not know which release is live, for a record of one', async () => {
  await at.write(
    'records/scan.json',
    recorded('scan', 'passed', { outputs: { images: '{"shop":"sha256:1"}' } }),
  );
  await report('--reports', 'records');
  const { requirements } = await written();
  expect(requirements.find(({ id }: { id: string }) => id === 'C4')).toMatchObject({
    what: 'it is not known which images are live: the cluster was not queried',
    remedy: 'run `slipway report --environment production` with access to the cluster',
  });
});

it('is refused for a file that is no report, or is about another application', async () => {
  await at.write('a.json', '{"some": "file"}');
  expect((await report('--reports', 'a.json')).outputs.reason).toContain('a.json is not a report');
  await at.write('b.json', recorded('test', 'passed', { outputs: { app: 'bank' } }));
  expect((await report('--reports', 'b.json')).outputs.reason).toContain(
    'b.json is about bank in production',
  );
  const forged = { id: 'H1', status: 'met', level: 'error', what: 'good', evidence: [], rule: 'mine' };
  const document = { app: 'shop', at: new Date().toISOString(), assessments: [{ ...forged, id: 'X9' }] };
  await at.write('c.json', JSON.stringify(document));
  expect((await report('--reports', 'c.json')).outputs.reason).toContain('c.json: assessments.0.id');
  expect((await report('--reports', 'none.json')).outputs.reason).toContain('none.json cannot be read');
});

it('is refused for more reports than memory may hold', async () => {
  await at.write('records/0.json', '');
  for (let index = 0; index <= 16; index += 1) {
    const path = join(at.folder, 'records', `${index}.json`);
    await writeFile(path, '');
    await truncate(path, 16 * 1024 * 1024);
  }
  const { code, err } = await report('--reports', 'records');
  expect([code, err]).toEqual([1, expect.stringContaining('256 MiB together')]);
}, 120_000);

it('does not count a rule that slipway.yml turns off, nor three zones where it asks for fewer', async () => {
  const met = (id: string, rule: string) => ({
    ...{ id, rule, status: 'met', level: 'warning', what: 'all is well' },
    evidence: [{ of: 'the cluster', asked: 'nodes', at: new Date().toISOString() }],
  });
  // It is newer than what `report` itself finds in the manifests.
  const soon = new Date(Date.now() + 30_000).toISOString();
  const assessments = ['H1', 'H4'].flatMap(id =>
    Object.keys(assessRules).flatMap(rule =>
      requirementsOf(rule).includes(id as never) ? [met(id, rule)] : [],
    ),
  );
  await at.write('a.json', JSON.stringify({ app: 'shop', at: soon, assessments }));
  const decided = async () => {
    await report('--reports', 'a.json');
    const { requirements } = await written();
    return requirements
      .filter(({ id }: { id: string }) => id === 'H1' || id === 'H4')
      .map((each: { id: string; status: string }) => `${each.id} ${each.status}`);
  };
  expect(await decided()).toEqual(['H1 met', 'H4 met']);
  const less = '    assess: {zones: 2, rules: {probe-readiness: off}}\n';
  await at.replace('    namespace: shop\n', `    namespace: shop\n${less}`);
  expect(await decided()).toEqual(['H1 not-applicable', 'H4 unknown']);
}, 120_000);

it('says what a newer policy version added, and refuses an unknown one', async () => {
  await at.replace('app: shop\n', 'app: shop\npolicy-version: 1\n');
  await report();
  expect((await written()).notes[0]).toContain('`policy-version: 1` is old: version 2 adds');
  await at.replace('policy-version: 1', 'policy-version: 9');
  expect((await report()).outputs.reason).toContain('is not a version of the policy');
});

it('takes a step record that an action leaves in SLIPWAY_RECORDS, without inputs that may be secret', async () => {
  vi.stubEnv('SLIPWAY_RECORDS', join(at.folder, 'left'));
  const credentials = JSON.stringify({ TOKEN: 'hunter2hunter2' });
  const { code } = await at.slipway(['verify', '--environment', 'nowhere', '--credentials', credentials]);
  expect(code).toBe(1);
  const text = await readFile(join(at.folder, 'left', 'verify-nowhere.json'), 'utf8');
  expect(JSON.parse(text)).toMatchObject({
    step: 'verify',
    ended: 'refused',
    about: { environment: 'nowhere' },
  });
  expect(text).not.toContain('hunter2');
});

it('decides by the records that earlier runs of the default branch have left, and names their run', async () => {
  const zip = zipOf({
    'test.json': recorded('test', 'passed'),
    'scan.json': recorded('scan', 'failed'),
    'verify-staging.json': recorded('verify', 'passed', { about: { environment: 'staging' } }),
  });
  const blobs = createServer((_, response) => void response.end(zip));
  await new Promise<void>(resolve => blobs.listen(0, '127.0.0.1', resolve));
  const sha = 'a'.repeat(40);
  const from = (id: number, repository: number) => ({
    ...{ id, name: `slipway-records-${id}-1`, size_in_bytes: zip.length, expired: false },
    created_at: new Date().toISOString(),
    workflow_run: {
      id,
      repository_id: 1,
      head_repository_id: repository,
      head_branch: 'main',
      head_sha: sha,
    },
  });
  const github = await startGitHub(({ path }) => {
    if (path.endsWith('/zip'))
      return [302, '', { location: `http://127.0.0.1:${(blobs.address() as AddressInfo).port}/` }];
    if (path.endsWith('/artifacts')) return [200, { artifacts: [from(1, 1), from(2, 2)] }];
    const [, rest = ''] = path.split('/shop');
    if (rest === '/branches/main') return [200, { commit: { sha } }];
    return [200, { default_branch: 'main', event: 'push', status: 'identical' }];
  });
  const env = { ...github.env, GITHUB_SERVER_URL: 'https://github.example' };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  expect((await report('--actions-token', 't0ken')).code).toBe(0);
  const { requirements, notes } = await written();
  const of = (id: string) => requirements.find((each: { id: string }) => each.id === id);
  expect([of('C3').status, of('C4').status]).toEqual(['met', 'not-met']);
  expect(JSON.stringify(of('C3').evidence)).toContain(
    'test.json of https://github.example/acme/shop/actions/runs/1',
  );
  expect(notes).toContainEqual(expect.stringContaining('1 artifact did not count'));
  // Runs for other environments are usual.
  expect(JSON.stringify(notes)).not.toContain('staging');
  expect(github.calls()).not.toContain('GET actions/artifacts/2/zip');
  github.close();
  blobs.close();
}, 120_000);
