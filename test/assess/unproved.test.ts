import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/assess/conformance/documents.ts';
import { judgeAcceptance } from '../../src/assess/conformance/judges/acceptance.ts';
import { judgePolicy } from '../../src/assess/conformance/judges/policy.ts';
import { judgeStep } from '../../src/assess/conformance/judges/steps.ts';
import { UntrustedDocument, UserError } from '../../src/toolkit/errors.ts';
import {
  config,
  drillReport,
  type Evidence,
  environment,
  good,
  type Loose,
  now,
  reportOf,
  statusOf,
} from './evidence.ts';

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

const allowed = (of: string) => (evidence: Evidence) =>
  checks(evidence, all =>
    all.map(each => (each.title === of ? { ...each, cell: { ...each.cell, expected: 200 } } : each)),
  );

const step = (file: string, outputs: object) => (evidence: Evidence) =>
  Object.assign(evidence.documents[file].outputs, outputs);

const replicates = (facts: string) => step('replication.json', { replicates: facts });

/** The live release, and a Prometheus that does not answer. */
const gated = (change: (release: Loose, evidence: Evidence) => void) => (evidence: Evidence) => {
  evidence.monitor.verdict = 'unknown';
  change(evidence.releases.releases[0], evidence);
};

const unanswered = (change: (readings: Loose) => void) => (evidence: Evidence) => {
  evidence.monitor.readings.failures = ['Prometheus monitoring/prometheus:9090 did not answer'];
  change(evidence.monitor.readings);
};

const cases: Case[] = [
  // The policy on images.
  [
    'only layers were checked',
    ({ documents }) => {
      delete documents['policy.json'];
    },
    { I1: 'unknown', I3: 'unknown', I4: 'unknown', I5: 'unknown', I6: 'unknown', I7: 'unknown' },
    /no evidence was found/,
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
    'layers of an image that is not live',
    policy('policy-images.json', checked => {
      checked.images[0].digest = 'sha256:2';
    }),
    { I5: 'unknown', I1: 'met' },
    /release 3 has another image/,
  ],
  [
    'layers, and a live release that is not known',
    evidence => {
      evidence.unknownLive = 'the cluster was not queried';
    },
    { I5: 'unknown' },
    /not known which images are live/,
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
    'a dependency that is newer than the record',
    evidence => checks(evidence, all => all.filter(({ title }) => title !== 'the dependency auth')),
    { A5: 'unknown', A2: 'unknown', A3: 'unknown' },
    /no evidence was found/,
  ],
  [
    'revoked access that is newer than the record',
    evidence =>
      checks(evidence, all =>
        all.map(each => ({ ...each, title: each.title.replace(/ as partner after.*/, '') })),
      ),
    { S7: 'unknown' },
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
    'one node of several that is down',
    ({ monitor: { readings } }) => {
      readings.targets.find((each: Loose) => each.name === 'node').down = ['b:9100'];
    },
    { M1: 'met' },
  ],
  [
    'addresses of two of three zones',
    evidence => checks(evidence, all => all.filter(({ title }) => !title.includes('zone-b'))),
    { H2: 'unknown' },
    /2 of 3 zones/,
  ],
  [
    'three names of one address',
    evidence =>
      checks(evidence, all =>
        all.map(each => ({ ...each, title: each.title.replace(/192\.0\.2\.\d:/, '192.0.2.9:') })),
      ),
    { H2: 'unknown' },
    /1 of 3 zones/,
  ],
  [
    'addresses of which nothing says the zones',
    evidence =>
      checks(evidence, all =>
        all.map(each => ({ ...each, title: each.title.replace(/zone-\w \((.*)\)$/, '$1') })),
      ),
    { H2: 'unknown' },
    /1 of 3 zones/,
  ],
  [
    'a matrix that refuses no identity for its role',
    allowed('GET /api/admin as customer'),
    { S1: 'unknown', S3: 'met' },
    /without permission/,
  ],
  [
    'no expired API key',
    allowed('GET /api/orders as lapsed'),
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
    /did not measure the lost writes/,
  ],
  [
    'drills that passed, and later ones that did not run',
    ({ recovery }) => {
      for (const each of [...recovery.drills])
        for (const verdict of ['skipped', 'refused'] as const)
          recovery.drills.push({ ...each, at: each.at + 1000, verdict });
    },
    { D14: 'met', D12: 'met', D13: 'met' },
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
  [
    'drills of a date that has not come yet',
    ({ recovery }) => {
      for (const each of recovery.drills) Object.assign(each, { at: now + 400_000 });
    },
    { D11: 'unknown', D14: 'unknown', D15: 'unknown' },
    /no evidence was found/,
  ],
  [
    'a drill by a clock that is ahead by a minute',
    ({ recovery }) => {
      for (const each of recovery.drills) Object.assign(each, { at: now + 60_000 });
    },
    { D11: 'met', D14: 'met' },
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
  [
    'a standby of which the zone is not known, or is that of the primary',
    replicates('{"streaming":1,"apart":0,"archiving":false}'),
    { H3: 'unknown', D7: 'met' },
    /in another zone/,
  ],
  [
    'a standby that does not stream yet, and no archive',
    replicates('{"streaming":0,"apart":0,"archiving":false}'),
    { H3: 'unknown', D7: 'unknown' },
  ],
  [
    'a drill that lost nothing by luck: commits wait for no standby',
    replicates('{"streaming":2,"apart":1,"synchronous":0,"allWait":true,"archiving":true}'),
    { D14: 'not-met', H3: 'met', Z4: 'not-met' },
    /commits do not wait for a standby/,
  ],
  [
    'a record of a version that did not ask whether commits wait',
    replicates('{"streaming":2,"apart":1,"archiving":true}'),
    { D14: 'unknown', H3: 'met' },
    /does not say whether commits wait/,
  ],
  [
    'a role whose commits wait for nothing',
    replicates('{"streaming":2,"apart":1,"synchronous":1,"allWait":false,"archiving":true}'),
    { D14: 'not-met', H3: 'met' },
    /`synchronous_commit` to off or local/,
  ],
  [
    'a plan of no environment, which only validates files',
    ({ documents }) => {
      documents['plan.json'].about.environment = '';
    },
    { C1: 'unknown' },
    /no evidence was found/,
  ],
  [
    'a scan of other images than those that are live',
    step('scan.json', { images: `{"shop":"sha256:${'1'.repeat(64)}"}` }),
    { C4: 'unknown' },
    /the scan of shop passes, but release 3 has another image shop/,
  ],
  [
    'a scan that does not name its images',
    ({ documents }) => {
      delete documents['scan.json'].outputs.images;
    },
    { C4: 'unknown' },
    /does not name the image shop/,
  ],
  [
    'a base of which it is not known whether it has moved',
    step('stale.json', { images: '{"shop":{"base":"node","why":"it is named only by its digest"}}' }),
    { I6: 'unknown' },
    /the base image of shop .* only by its digest/,
  ],
  [
    'the current base of an image that is not live',
    step('stale.json', { images: '{"shop":{"digest":"sha256:2","base":"node","stale":false}}' }),
    { I6: 'unknown' },
    /release 3 has another image shop/,
  ],
  [
    'a base of an image without a digest, and an unknown live release',
    evidence => {
      step('stale.json', { images: '{"shop":{"base":"node","stale":false}}' })(evidence);
      evidence.unknownLive = 'the cluster was not queried';
    },
    { I6: 'unknown' },
    /not known which images are live/,
  ],
  [
    'an image that was not checked for a newer base',
    step('stale.json', { images: '{"other":{"base":"node","stale":false,"why":"it is"}}' }),
    { I6: 'unknown' },
    /the base image of shop .* was not checked/,
  ],
  [
    'a Prometheus that answered no query',
    unanswered(readings => {
      for (const each of readings.targets) Object.assign(each, { up: 0, down: [] });
      for (const each of readings.comparisons) Object.assign(each, { after: null, samples: { after: [] } });
      for (const each of readings.objectives) each.after = null;
      for (const each of readings.standbys) each.within = null;
      readings.hasRules = false;
    }),
    { M1: 'unknown', M2: 'unknown', M9: 'unknown', P2: 'unknown', S11: 'unknown', C16: 'unknown' },
    /did not answer/,
  ],
  [
    'a Prometheus that answered some queries, by which things are down',
    unanswered(readings => {
      Object.assign(readings.targets[0], { up: 1, down: ['shop-1'] });
      readings.comparisons.find((each: Loose) => each.signal.group === 'business').samples.after = [[now, 0]];
      readings.standbys[0].within = 0;
    }),
    { M1: 'not-met', P2: 'not-met', H3: 'not-met', M9: 'met' },
    /shop-1/,
  ],
  [
    'standbys near the primary, of which nothing says the zones',
    ({ documents }) => {
      delete documents['replication.json'];
    },
    { H3: 'unknown' },
    /no evidence was found \(replication-standbys\)/,
  ],
  [
    'standbys in another zone, of which Prometheus does not know the lag',
    ({ monitor: { readings } }) => {
      readings.standbys[0].within = null;
    },
    { H3: 'met' },
  ],
  // Recovery.
  [
    'a backup set that a restore would refuse',
    ({ recovery }) => {
      recovery.stores[1].refusal = new UntrustedDocument(
        'the manifest of 20261130T031700Z is not signed',
        '',
      );
    },
    { D1: 'unknown', D2: 'unknown', D5: 'unknown', D6: 'unknown', D8: 'unknown', D10: 'unknown' },
    /a restore would refuse the newest backup set: .* is not signed/,
  ],
  [
    'a backup set whose signature cannot be verified here',
    ({ recovery }) => {
      recovery.stores[1].refusal = new UserError(
        'the public key comes from PUBLIC_KEY, which is not set',
        '',
      );
    },
    { D1: 'unknown', D2: 'unknown', D5: 'unknown', D6: 'unknown', D8: 'unknown', D10: 'unknown' },
    /a restore may refuse the newest backup set: .* PUBLIC_KEY, which is not set/,
  ],
  [
    'one backup set, in two stores',
    ({ recovery }) => {
      for (const each of recovery.stores) each.sets = [now - 3_600_000];
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
    /no restore drill/,
  ],
  [
    'a restore of which nobody measured the time',
    ({ recovery }) => {
      for (const each of recovery.drills) if (each.scenario === 'region') Reflect.deleteProperty(each, 'rto');
    },
    { D13: 'unknown', D16: 'met' },
    /the region drill did not measure/,
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
  ['a gate that let a release pass, and no other metrics', gated(() => undefined), { C7: 'met' }],
  [
    'a gate of checks, which compares no metrics',
    gated(release => {
      release.record.config.environments.production.gate = 'checks';
    }),
    { C7: 'unknown' },
  ],
  [
    'a gate of a release without an outcome',
    gated(release => {
      delete release.outcome;
    }),
    { C7: 'unknown' },
  ],
  [
    'a gate that has read no metrics',
    gated((_, { releases }) => {
      releases.decisions.get(3).ticks = [];
    }),
    { C7: 'unknown' },
  ],
  [
    'a pod that has just become ready',
    ({ releases: { pods, endpoints } }) => {
      endpoints.value.delete(pods.value[0].metadata.name);
    },
    { A6: 'met' },
  ],
  [
    'pods that were evicted, or are being deleted',
    ({ releases: { pods } }) => {
      const [first] = pods.value;
      pods.value.push(
        { ...first, status: { phase: 'Failed', reason: 'Evicted' } },
        { ...first, status: { phase: 'Succeeded' } },
        { ...first, metadata: { ...first.metadata, deletionTimestamp: '2026-01-01' }, status: {} },
      );
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
  [
    'an audit chain without the records of the last days',
    step('audit.json', { 'pending-since': new Date(now - 3 * 86_400_000).toISOString() }),
    { S11: 'unknown', Z5: 'unknown' },
    /has waited more than two days/,
  ],
  [
    'an audit chain of yesterday',
    step('audit.json', { 'pending-since': new Date(now - 86_400_000).toISOString() }),
    { S11: 'met' },
  ],
  [
    'an audit chain that was compared with no head',
    step('audit.json', { 'head-compared': 'false' }),
    { S11: 'unknown' },
    /its end may be missing/,
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

describe('a part of `verify`', () => {
  const later = (evidence: Evidence, change: (all: Loose[]) => Loose[]) => {
    const newer = structuredClone(evidence.documents['verify.json']);
    newer.at = new Date(now + 1000).toISOString();
    newer.outputs.checks = JSON.stringify(change(JSON.parse(newer.outputs.checks)));
    evidence.documents['verify-reads.json'] = newer;
  };
  const statuses = (evidence: Evidence, ids: readonly string[]) => {
    const report = reportOf(evidence);
    return Object.fromEntries(ids.map(id => [id, statusOf(report, id).status]));
  };

  it.each([
    ['GET /api/admin as customer', ['S1', 'S3']],
    ['GET /api/orders as lapsed', ['S1', 'S4']],
    ['GET /login', ['S2', 'C6']],
    ['GET /api/items', ['A1', 'C6']],
  ])('that is not asked again stays as it was: %s', (title, ids) => {
    const evidence = good();
    const without = (all: Loose[]) => all.filter(each => each.title !== title);
    later(evidence, without);
    expect(statuses(evidence, ids)).toEqual(Object.fromEntries(ids.map(id => [id, 'met'])));
    checks(evidence, all =>
      all.map(each => (each.title === title ? { ...each, ok: false, reason: 'answered 204' } : each)),
    );
    expect(statuses(evidence, ids)).toEqual(Object.fromEntries(ids.map(id => [id, 'not-met'])));
    later(evidence, all => all.map(each => ({ ...each, ok: true })));
    expect(statuses(evidence, ids)).toEqual(Object.fromEntries(ids.map(id => [id, 'met'])));
  });
});

describe('a report of `monitor`', () => {
  it.each([
    ['the live release', 3, 'met'],
    ['another release', 2, 'unknown'],
    ['no release', undefined, 'unknown'],
  ])('on %s', (_, release, status) => {
    const evidence = good();
    (evidence.releases.releases[0] as Loose).record.config.environments.production.gate = 'checks';
    evidence.documents['monitor.json'] = { ...evidence.monitor, release, at: now + 1000 };
    evidence.monitor = { ...evidence.monitor, verdict: 'unknown' };
    const report = reportOf(evidence);
    expect(statusOf(report, 'C7').status).toBe(status);
    expect(statusOf(report, 'P1').status).toBe('met');
    evidence.unknownLive = 'the cluster was not queried';
    expect(statusOf(reportOf(evidence), 'C7').status).toBe('unknown');
  });
});

describe('a record of another application', () => {
  it.each(Object.keys(good().documents).filter(file => 'step' in good().documents[file]))(
    'with the same path of slipway.yml shows nothing: %s',
    file => {
      const { documents } = good();
      const { outputs, about } = documents[file];
      documents[file] = {
        ...documents[file],
        outputs: { ...outputs, app: '' },
        about: { ...about, app: 'bank' },
      };
      const place = { config, configPath: 'slipway.yml', environmentName: 'production', environment };
      const reading = { ...place, live: { release: 3, images: {} }, counts: 86_400_000 };
      expect(readDocument(file, JSON.stringify(documents[file]), reading)).toEqual({
        problem: expect.stringContaining(`${file} is about bank in `),
      });
    },
  );
});

describe('a record of `verify`', () => {
  const ids = ['S7', 'S2', 'A3', 'A5', 'K6', 'H2'];
  const statuses = (evidence: Evidence) => {
    const report = reportOf(evidence);
    return new Set(ids.map(id => statusOf(report, id).status));
  };

  it('of a release that is no longer live shows nothing', () => {
    const evidence = good();
    Object.assign(evidence.documents['verify.json'].outputs, { release: '2' });
    expect(statuses(evidence)).toEqual(new Set(['unknown']));
    const { what, remedy } = statusOf(reportOf(evidence), 'S7');
    expect(what).toBe('verify.json is about release 2, and release 3 is live');
    expect(remedy).toContain('slipway verify --environment');
  });

  it('says why the live release is not known, as a scan does, and how to get to know it', () => {
    const evidence = good();
    evidence.unknownLive = 'the cluster was not queried';
    const report = reportOf(evidence);
    const remedy = 'run `slipway report --environment production` with access to the cluster';
    expect(statusOf(report, 'S7')).toMatchObject({
      ...{ status: 'unknown', remedy },
      what: 'verify.json is about release 3, and it is not known which release is live: the cluster was not queried',
    });
    expect(statusOf(report, 'C4')).toMatchObject({
      ...{ status: 'unknown', remedy },
      what: 'it is not known which images are live: the cluster was not queried',
    });
  });

  it('of a release that was rolled back hides nothing of the live one', () => {
    const evidence = good();
    const failed = structuredClone(evidence.documents['verify.json']);
    failed.at = new Date(now + 1000).toISOString();
    const checks = JSON.parse(failed.outputs.checks).map((each: Loose) => ({ ...each, ok: false }));
    Object.assign(failed.outputs, { release: '4', checks: JSON.stringify(checks) });
    evidence.documents['verify-failed.json'] = failed;
    expect(statuses(evidence)).toEqual(new Set(['met']));
  });
});

describe('a later run', () => {
  const later = (evidence: Evidence, file: string, change: (document: Loose) => void) => {
    const document = structuredClone(evidence.documents[file]);
    document.at = new Date(Date.parse(document.at) + 1000).toISOString();
    change(document);
    evidence.documents[`later-${file}`] = document;
  };

  it.each<[string, string, Record<string, string>, (about: Loose, outputs: Loose) => void]>([
    ['without tables', 'shop', { H7: 'not-met' }, (_, outputs) => Object.assign(outputs, { tables: '[]' })],
    ['of the same database', '', { H7: 'met' }, () => undefined],
    [
      'of a database that slipway.yml does not have',
      'shop',
      { H7: 'not-met' },
      about => Object.assign(about, { database: 'old' }),
    ],
  ])('of replication %s', (_, database, expected, change) => {
    const evidence = good();
    later(evidence, 'replication.json', ({ about, outputs }) => change(about, outputs));
    Object.assign(evidence.documents['replication.json'].about, { database });
    Object.assign(evidence.documents['replication.json'].outputs, {
      ...{ verdict: 'fail', reason: 'items differs' },
      tables: '[{"verdict":"differs","sentence":"items differs"}]',
    });
    const { status } = statusOf(reportOf(evidence), 'H7');
    expect({ H7: status }).toEqual(expected);
  });

  it.each([
    ['passed', 'not-met'],
    ['refused', 'not-met'],
    ['failed', 'not-met'],
  ])('of audit that exports and %s does not verify', (ended, expected) => {
    const evidence = good();
    later(evidence, 'audit.json', document => {
      Object.assign(document, { ended, about: { ...document.about, operation: 'export' } });
    });
    if (ended !== 'failed') Object.assign(evidence.documents['audit.json'], { ended: 'failed' });
    expect(statusOf(reportOf(evidence), 'S11').status).toBe(expected);
    delete evidence.documents['audit.json'];
    expect(statusOf(reportOf(evidence), 'S11').status).toBe(ended === 'failed' ? 'not-met' : 'unknown');
  });

  it.each<[string, object, string]>([
    ['that passes hides no failure of another one', { images: '{"records":"sha256:2"}' }, 'not-met'],
    [
      'that passes for an image that is not live hides no failure',
      { images: '{"shop":"sha256:2"}' },
      'not-met',
    ],
    ['that passes for the live image counts', {}, 'met'],
  ])('of a scan %s', (_, outputs, status) => {
    const evidence = good();
    later(evidence, 'scan.json', document => Object.assign(document.outputs, outputs));
    Object.assign(evidence.documents['scan.json'], { ended: 'failed' });
    expect(statusOf(reportOf(evidence), 'C4').status).toBe(status);
  });

  it('of a scan that fails is a finding, even if its image is not live', () => {
    const evidence = good();
    later(evidence, 'scan.json', document => {
      Object.assign(document, { ended: 'failed' });
      Object.assign(document.outputs, { images: '{"shop":"sha256:2"}', reason: 'CVE-2026-1 is critical' });
    });
    expect(statusOf(reportOf(evidence), 'C4')).toMatchObject({
      ...{ status: 'not-met', what: 'CVE-2026-1 is critical', where: 'Image/shop' },
    });
  });

  it('of a scan that fails for one image condemns no other image, unless it does not say which', () => {
    const twice = structuredClone(config);
    Object.assign(twice.images, { records: twice.images.shop });
    const live = { release: 3, images: { shop: 'host/shop@sha256:1', records: 'host/records@sha256:2' } };
    const judged = (failing: string | undefined, ended = 'failed') => {
      const outputs = {
        ...{ images: '{"shop":"sha256:1","records":"sha256:2"}', reason: 'CVE-2026-1; 1 more' },
        ...(failing === undefined ? {} : { failing }),
      };
      const record = { schema: 1, step: 'scan', at: new Date(now).toISOString(), ended, about: {}, outputs };
      const each = judgeStep(record as never, twice, live)['scan-pass'];
      return [each ?? []].flat().map(({ status, what, scope }) => [scope, status, what]);
    };
    expect(judged('{"shop":"CVE-2026-1 in shop"}')).toEqual([
      ['Image/shop', 'not-met', 'CVE-2026-1 in shop'],
      ['Image/records', 'met', 'the scan of records passes'],
    ]);
    const all = [
      ['Image/shop', 'not-met', 'CVE-2026-1; 1 more'],
      ['Image/records', 'not-met', 'CVE-2026-1; 1 more'],
    ];
    for (const failing of [undefined, '', '{}', '[]', 'no']) expect(judged(failing)).toEqual(all);
    expect(judged('{"shop":"CVE-2026-1 in shop"}', 'refused')).toEqual(all);
  });

  it.each([
    ['of an image that it does not have', { records: 'host/records@sha256:2' }, 'no image shop'],
    ['without a record', {}, 'no record'],
  ])('of a scan says what the live release lacks: %s', (_, images, lacks) => {
    const outputs = { images: '{"shop":"sha256:1"}' };
    const record = { schema: 1, step: 'scan', at: new Date(now).toISOString(), ended: 'passed', about: {} };
    const judged = judgeStep({ ...record, outputs } as never, config, { release: 3, images });
    expect(judged['scan-pass']).toMatchObject([
      {
        status: 'unknown',
        what: `the live release 3 has ${lacks}`,
        remedy: expect.stringMatching(/^release with/),
        evidence: [],
      },
    ]);
  });

  it('of a scan is of two images only where both were scanned', () => {
    const twice = structuredClone(config);
    Object.assign(twice.images, { records: twice.images.shop });
    const outputs = { images: '{"shop":"sha256:1"}' };
    const record = { schema: 1, step: 'scan', at: new Date(now).toISOString(), ended: 'passed', about: {} };
    const live = { release: 3, images: { shop: 'host/shop@sha256:1', records: 'host/records@sha256:2' } };
    expect(judgeStep({ ...record, outputs } as never, twice, live)['scan-pass']).toMatchObject([
      { status: 'met', scope: 'Image/shop' },
      { status: 'unknown', scope: 'Image/records', evidence: [] },
    ]);
  });

  it('of a database shows nothing of another one', () => {
    const twice = structuredClone(config);
    const databases = twice.environments.production!.recovery!.databases;
    Object.assign(databases, { orders: databases.shop });
    const of = (database: string) =>
      judgeStep(
        {
          ...{ schema: 1, step: 'replication', at: new Date(now).toISOString(), ended: 'failed' },
          ...{ about: { environment: 'production', database }, outputs: { verdict: 'fail', reason: 'late' } },
        },
        twice,
        'the cluster was not queried',
      );
    const unasked = { status: 'unknown', evidence: [] };
    expect(of('shop')['replication-standbys']).toMatchObject([
      { scope: 'Database/shop' },
      { ...unasked, scope: 'Database/orders' },
    ]);
    expect(of('orders')['replication-standbys']).toMatchObject([
      { scope: 'Database/orders' },
      { ...unasked, scope: 'Database/shop' },
    ]);
    expect(of('')).toEqual({});
  });

  it('of `keys` hides only results about the same, and none if it does not ask', () => {
    const evidence = good();
    const { assessments } = evidence.documents['keys.json'];
    const of = (id: string) => assessments.find((each: Loose) => each.id === id);
    Object.assign(of('K1'), { scope: 'database shop, Secret/a, key', status: 'not-met' });
    Object.assign(of('K2'), { scope: 'database shop, Secret/a, key', status: 'not-met' });
    Object.assign(of('K4'), { scope: 'database shop, Secret/a, key', status: 'not-met' });
    later(evidence, 'keys.json', document => {
      for (const each of document.assessments)
        if (each.id === 'K4') Object.assign(each, { status: 'unknown', evidence: [] });
        else Object.assign(each, { status: 'met' });
      document.assessments[0].scope = 'database shop, Secret/b, key';
    });
    const report = reportOf(evidence);
    expect(['K1', 'K2', 'K4', 'K5'].map(id => statusOf(report, id).status)).toEqual([
      ...['not-met', 'met', 'not-met', 'met'],
    ]);
  });

  it.each([
    ['KSV-0014', 'I5'],
    ['KSV-0114', 'S5'],
    ['variable-high', 'K7'],
    ['secret-name', 'K7'],
    ['pre-stop-hook', 'H6'],
  ])('of assess that no longer has the finding %s is the last word on it', (rule, id) => {
    const evidence = good();
    const at = new Date(now - 86_400_000).toISOString();
    const asked = [{ asked: 'trivy config', of: 'deploy/web.yaml', at }];
    const found = { id, rule, status: 'not-met', level: 'warning', what: 'it was so', evidence: asked };
    const earlier = { ...found, object: 'Deployment/gone', scope: 'Deployment/gone' };
    const document = { app: 'shop', environment: 'production', at, assessments: [found, earlier] };
    evidence.documents['assess.json'] = document;
    expect(statusOf(reportOf(evidence), id).status).toBe('met');
  });

  it('that does not ask is unknown where no other did', () => {
    const evidence = good();
    for (const each of evidence.documents['keys.json'].assessments)
      Object.assign(each, { status: 'unknown', evidence: [] });
    expect(statusOf(reportOf(evidence), 'K4').status).toBe('unknown');
  });
});

describe('evidence that shows too little', () => {
  it.each(cases)('decides nothing more: %s', (_, change, expected, says) => {
    const evidence = good();
    change(evidence);
    const report = reportOf(evidence);
    const ids = Object.keys(expected);
    expect(Object.fromEntries(ids.map(id => [id, statusOf(report, id).status]))).toEqual(expected);
    if (says !== undefined) expect(statusOf(report, ids[0] as string).what).toMatch(says);
  });

  it('calls stores met only with a database, a cache and a storage', () => {
    const { cache, ...edges } = environment.verify!.dependencies!.edges;
    const verify = { ...environment.verify!, dependencies: { ...environment.verify!.dependencies!, edges } };
    const asked = Object.keys(edges).map(to => ({ title: to, part: 'dependencies', ok: true, edge: { to } }));
    expect(cache).toBeDefined();
    expect(judgeAcceptance(asked, verify)).toMatchObject({
      'verify-dependencies': { status: 'met' },
      'verify-stores': { status: 'unknown', what: '`verify.dependencies` names no cache' },
    });
  });

  it('decides nothing by rules of the policy that are off', () => {
    const read = { what: 'dockerfiles', images: [{ image: 'shop', managers: ['npm'] }] };
    const rules = { 'npm-ci': 'off', 'pin-npm': 'off', 'copy-order': 'off', 'base-tag': 'off' };
    const off = { ...config, policy: { ...config.policy, rules } } as typeof config;
    const found = judgePolicy({ findings: [], checked: read } as never, off, '') as Record<
      string,
      { status: string }
    >;
    expect(found['policy-frontend']?.status).toBe('unknown');
    expect(found['policy-cache']?.status).toBe('unknown');
    expect(found['policy-stages']?.status).toBe('met');
  });
});
