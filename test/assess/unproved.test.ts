import { describe, expect, it } from 'vitest';
import { judgePolicy } from '../../src/assess/conformance/judges/policy.ts';
import { config, drillReport, type Evidence, good, type Loose, now, reportOf, statusOf } from './evidence.ts';

/** Evidence that shows less than a requirement needs: it is neither met, nor a finding that nobody made. */

type Change = (evidence: Evidence) => void;
type Case = [what: string, change: Change, expected: Record<string, string>, says?: RegExp];

const policy = (file: string, change: (checked: Loose) => void) => (evidence: Evidence) =>
  change(evidence.documents[file].checked);

const checks = ({ documents }: Evidence, change: (all: Loose[]) => Loose[]) => {
  const { outputs } = documents['verify.json'];
  outputs.checks = JSON.stringify(change(JSON.parse(outputs.checks)));
};
const skipped = (title: RegExp, reason: string) => (evidence: Evidence) =>
  checks(evidence, all =>
    all.map(each => (title.test(each.title) ? { ...each, ok: false, reason, skipped: true } : each)),
  );

const step = (file: string, outputs: object) => (evidence: Evidence) =>
  Object.assign(evidence.documents[file].outputs, outputs);

const cases: Case[] = [
  // The policy on images.
  [
    'only layers were checked',
    ({ documents }) => {
      delete documents['policy.json'];
    },
    { I1: 'unknown', I3: 'unknown', I4: 'unknown', I5: 'unknown', I6: 'unknown', I7: 'unknown' },
    /nothing shows it/,
  ],
  [
    'a Dockerfile that does not exist here',
    policy('policy.json', checked => {
      checked.images = [];
    }),
    { I1: 'unknown', I7: 'unknown', I5: 'unknown' },
    /Dockerfile of shop/,
  ],
  [
    'layers that were not checked',
    policy('policy-images.json', checked => {
      checked.images = [];
    }),
    { I1: 'met', I5: 'unknown' },
  ],
  [
    'a report that does not say what it checked',
    ({ documents }) => {
      delete documents['policy.json'].checked;
    },
    { I1: 'unknown' },
  ],
  // Acceptance.
  [
    'an identity without its secret',
    skipped(/ as partner$/, 'was not sent: PARTNER_KEY is empty'),
    { S4: 'unknown', S1: 'unknown', S3: 'met' },
    /PARTNER_KEY is empty/,
  ],
  [
    'a dependency that could not be checked',
    skipped(/dependency cache/, 'could not be checked: the image has no nc'),
    { A3: 'unknown', A2: 'unknown', A5: 'unknown' },
    /no nc/,
  ],
  [
    'what changes something, because another check failed',
    evidence => {
      checks(evidence, all => [
        ...all.map(each =>
          each.title === 'GET /login' ? { ...each, ok: false, reason: 'lacks Secure' } : each,
        ),
        { part: 'revoked', title: 'verify.revoked', ok: false, reason: 'was not sent', skipped: true },
      ]);
    },
    { S7: 'unknown', S2: 'not-met' },
  ],
  [
    'checks of which one was not sent, because it writes',
    evidence => checks(evidence, all => all.filter(({ title }) => title !== 'GET /login')),
    { A4: 'unknown', C6: 'unknown', S2: 'unknown', A1: 'met' },
  ],
  [
    'disk writes that nothing exports',
    ({ monitor: { readings } }) => {
      readings.comparisons.find((each: Loose) => each.signal.name === 'disk').after = null;
      readings.targets = readings.targets.filter((each: Loose) => each.name !== 'node');
    },
    { P3: 'unknown' },
    /no source for disk/,
  ],
  [
    'disk writes that the exporter of nodes does not have',
    ({ monitor: { readings } }) => {
      readings.comparisons.find((each: Loose) => each.signal.name === 'disk').after = null;
    },
    { P3: 'not-met' },
  ],
  [
    'addresses of two of three zones',
    evidence => checks(evidence, all => all.filter(({ title }) => !title.endsWith('zone-b'))),
    { H2: 'unknown' },
    /2 of 3 zones/,
  ],
  [
    'no cache among the dependencies',
    evidence => checks(evidence, all => all.filter(({ edge }) => edge?.to !== 'cache')),
    { A3: 'unknown', A5: 'met' },
    /no cache/,
  ],
  [
    'a matrix that refuses no identity for its role',
    evidence => checks(evidence, all => all.filter(({ title }) => !title.includes('/api/admin'))),
    { S1: 'unknown', S3: 'met' },
    /without the permission/,
  ],
  [
    'no expired API key',
    evidence => checks(evidence, all => all.filter(({ title }) => !title.endsWith('as lapsed'))),
    { S4: 'unknown', S3: 'met' },
    /no expired API key/,
  ],
  [
    'no check of HTML, and a page that fails',
    evidence =>
      checks(evidence, all =>
        all.flatMap(each =>
          each.title === 'GET /' ? [] : each.part === 'page' ? [{ ...each, ok: false, reason: 'x' }] : [each],
        ),
      ),
    { A1: 'unknown', P10: 'not-met' },
  ],
  [
    'Dockerfiles that install nothing',
    policy('policy.json', checked => {
      checked.images[0].managers = [];
    }),
    { I1: 'met', I3: 'not-applicable', I4: 'not-applicable', I7: 'met' },
  ],
  [
    'a drill of a pod, and none of its node',
    ({ recovery }) => {
      recovery.drills = recovery.drills.filter(({ scenario }) => scenario !== 'node');
    },
    { D14: 'unknown' },
  ],
  [
    'a drill of a node that measured no loss',
    ({ recovery }) => {
      for (const each of recovery.drills) if (each.scenario === 'node') Reflect.deleteProperty(each, 'rpo');
    },
    { D14: 'unknown', D12: 'met' },
    /has not measured what was lost/,
  ],
  [
    'a report of a drill of a node that lost nothing, after one without a measurement',
    ({ recovery, documents }) => {
      for (const each of recovery.drills) if (each.scenario === 'node') Reflect.deleteProperty(each, 'rpo');
      documents['dr-report.json'] = drillReport({ kind: 'none', atMost: 100 });
    },
    { D14: 'met' },
    /lost no write/,
  ],
  // Steps that left less than they could.
  [
    'a build without a step from the cache',
    step('build.json', { steps: '{"shop":{"total":9,"cached":0}}' }),
    { I7: 'unknown', C2: 'met' },
    /none of the 9 steps/,
  ],
  [
    'a build that does not say what came from the cache',
    step('build.json', { steps: '' }),
    { I7: 'unknown' },
    /does not say/,
  ],
  ['a command that passed without a report', step('test.json', { passed: '' }), { C3: 'unknown' }, /JUnit/],
  ['a report without a test', step('test.json', { passed: '0' }), { C3: 'unknown' }, /no test passed/],
  [
    'a file with a retention, and nothing of the log store',
    step('logs.json', { checks: '[{"check":"retention","verdict":"pass","reason":"good","findings":[]}]' }),
    { M6: 'unknown', C17: 'unknown' },
    /nothing asked the log store/,
  ],
  [
    'a log store in which nothing is old enough',
    step('logs.json', {
      checks: JSON.stringify([
        { check: 'structure', verdict: 'unknown', lines: 12 },
        { check: 'retention', verdict: 'pass', deleted: { verdict: 'unknown', reason: 'it is 3 days old' } },
      ]),
    }),
    { M6: 'unknown', C17: 'met' },
    /it is 3 days old/,
  ],
  [
    'dashboards of which nothing knows where they are',
    ({ alerting }) => {
      alerting.dashboards = undefined;
    },
    { M2: 'unknown', C16: 'unknown', M3: 'unknown' },
  ],
  // Recovery.
  [
    'one backup set, in two stores',
    ({ recovery }) => {
      recovery.sets = [now - 3_600_000, now - 3_600_000];
    },
    { D2: 'unknown', D1: 'met' },
    /shows no schedule/,
  ],
  [
    'a restore beside the production, and none without it',
    ({ recovery }) => {
      recovery.drills = recovery.drills.filter(({ scenario }) => !/region|total/.test(scenario));
    },
    { D3: 'unknown', D4: 'met' },
  ],
  [
    'no restore at all',
    ({ recovery }) => {
      recovery.drills = recovery.drills.filter(({ scenario }) => !/restore|region|total/.test(scenario));
    },
    { D13: 'unknown', D3: 'unknown', D4: 'unknown' },
    /no drill of a restore/,
  ],
  [
    'a restore of which nobody measured the time',
    ({ recovery }) => {
      for (const each of recovery.drills) if (each.scenario === 'region') Reflect.deleteProperty(each, 'rto');
    },
    { D13: 'unknown', D16: 'met' },
    /the drill region has not measured/,
  ],
  [
    'a registry that was not asked for the images of the backup',
    ({ releases }) => {
      releases.registry = { known: false, why: 'the registry refuses the login' };
    },
    { D9: 'unknown' },
    /refuses the login/,
  ],
  // Releases.
  [
    'a pod that has just become ready',
    ({ releases: { pods, endpoints } }) => {
      endpoints.value.delete(pods.value[0].metadata.name);
    },
    { A6: 'met' },
  ],
  [
    'a pod with the container of a mesh beside those of the release',
    ({ releases: { pods } }) =>
      pods.value[0].spec.containers.push({ name: 'proxy', image: 'docker.io/istio/proxyv2:1.27.0' }),
    { A6: 'met' },
  ],
  [
    'a canary whose requests nothing counted',
    ({ releases }) => {
      releases.decisions.get(3).ticks = [{}, { traffic: { canary: 0, total: 90 } }];
    },
    { C9: 'unknown', C8: 'met' },
    /nothing has counted the requests/,
  ],
  [
    'a blue-green release whose requests nothing counted',
    ({ releases }) => {
      releases.decisions.get(2).ticks = [{}, { traffic: { canary: 9, total: 9 } }];
    },
    { C8: 'unknown', C9: 'met' },
    /nothing has counted the requests/,
  ],
  [
    'a blue-green release with answers of 5xx, of the application or of the gateway',
    ({ releases }) => {
      releases.decisions.get(2).ticks[1].traffic = { canary: 500, total: 500, errors: 2 };
    },
    { C8: 'unknown' },
    /2 of 1000 requests/,
  ],
  [
    'an earlier release, and no rollback that was tried',
    ({ recovery }) => {
      recovery.drills = recovery.drills.filter(({ scenario }) => scenario !== 'bad-release');
    },
    { C11: 'unknown' },
  ],
  [
    'a release that was rolled back, and no drill',
    ({ recovery, releases }) => {
      recovery.drills = recovery.drills.filter(({ scenario }) => scenario !== 'bad-release');
      const [last, ...others] = releases.releases as [Loose, ...Loose[]];
      const failed = structuredClone(last);
      Object.assign(failed.record, { release: 4 });
      Object.assign(failed.outcome, { release: 4, state: 'rolled-back' });
      releases.releases = [failed, last, ...others];
    },
    { C11: 'met' },
  ],
  [
    'a release without images',
    ({ releases }) => releases.registry.value.clear(),
    { A6: 'unknown', I8: 'unknown' },
    /has no image/,
  ],
  [
    'a blue-green release that was rolling, because it was the first',
    ({ releases }) => {
      releases.decisions.set(2, { strategy: { kind: 'blue-green' }, rolled: true });
    },
    { C8: 'not-applicable', C9: 'met' },
  ],
  [
    'releases without a decision record',
    ({ releases }) => releases.decisions.clear(),
    { C8: 'unknown', C9: 'unknown', C10: 'met' },
    /release 2 has no decision record/,
  ],
  [
    'a restore without masking, after one with it',
    ({ documents }) => {
      const { at, about } = documents['restore.json'];
      const later = new Date(Date.parse(at) + 1000).toISOString();
      documents['restore-copy.json'] = {
        ...documents['restore.json'],
        at: later,
        about: { ...about, masking: '' },
      };
    },
    { S10: 'met' },
  ],
  // Alerts.
  ['an alert that is ignored', step('alerts-rollback.json', { state: 'ignored' }), { M12: 'unknown' }],
  [
    'security events of which only one was caused',
    step('alerts-security-events.json', { hops: '[{"name":"data-metric"}]' }),
    { S11: 'unknown' },
    /logins, permissions, behavior/,
  ],
  [
    'security events that nothing caused',
    ({ documents }) => {
      delete documents['alerts-security-events.json'];
    },
    { S11: 'unknown' },
  ],
];

describe('evidence that shows too little', () => {
  it.each(cases)('decides nothing more: %s', (_, change, expected, says) => {
    const evidence = good();
    change(evidence);
    const report = reportOf(evidence);
    const ids = Object.keys(expected);
    expect(Object.fromEntries(ids.map(id => [id, statusOf(report, id).status]))).toEqual(expected);
    if (says !== undefined) expect(statusOf(report, ids[0] as string).what).toMatch(says);
  });

  it('decides nothing by rules of the policy that are off', () => {
    const read = { what: 'dockerfiles', images: [{ image: 'shop', managers: ['npm'] }] };
    const rules = { 'npm-ci': 'off', 'pin-npm': 'off', 'copy-order': 'off', 'base-tag': 'off' };
    const off = { ...config, policy: { ...config.policy, rules } } as typeof config;
    const found = judgePolicy({ findings: [], checked: read } as never, off) as Record<
      string,
      { status: string }
    >;
    expect(found['policy-frontend']?.status).toBe('unknown');
    expect(found['policy-cache']?.status).toBe('unknown');
    expect(found['policy-stages']?.status).toBe('met');
  });
});
