import { z } from 'zod';
import { securityEventKinds } from '../../../config/security-events.ts';
import type { Config } from '../../../config/types.ts';
import { isMap, jsonIn, jsonMap, mapsIn } from '../../../toolkit/map.ts';
import {
  found,
  type Judgements,
  judgementOf,
  metUnless,
  notAsked,
  type RuleJudgement,
  unknown,
} from '../../judgement.ts';
import { remedyBySource } from '../demands.ts';
import { judgeBases } from './bases.ts';
import { isLive, liveUnknown, type ServingRelease } from './live-images.ts';
import { judgeReplicas } from './replication.ts';

/** The record of a step, which `perform` of src/toolkit/host.ts writes to SLIPWAY_RECORDS. */
export const stepSchema = z.object({
  schema: z.literal(1),
  step: z.string().max(40),
  at: z.iso.datetime(),
  /** `refused`: it could not do its work, so it found nothing. */
  ended: z.enum(['passed', 'failed', 'refused']),
  /** Inputs that say what the step was about. */
  about: z.record(z.string(), z.string().max(500)),
  outputs: z.record(z.string(), z.string().max(1_000_000)),
});

export type StepRecord = z.output<typeof stepSchema>;

/** @param live why it is not known, if it is not. */
type Judge = (record: StepRecord, config: Config, live: ServingRelease | string) => Judgements;

const again = 'fix what the step reports, and run it again';

const failure = ({ ended, outputs }: StepRecord, otherwise: string) =>
  ended === 'passed' ? [] : [outputs.reason || otherwise];

/** Without an environment, it only validates files: it plans no release. */
const plan: Judge = record =>
  record.about.environment
    ? {
        'plan-pass': metUnless(failure(record, 'the plan failed'), 'the plan of the release passes', again),
      }
    : {};

const build: Judge = (record, { images }) => {
  const { tags, images: digests = '' } = record.outputs;
  const built = Object.keys(jsonMap(digests) ?? {});
  const [failed] = failure(record, 'the build failed');
  // An array for all images, or an object with one for each.
  const planned = Object.values(jsonMap(tags ?? '') ?? [jsonIn(tags ?? '') ?? []]);
  const without = Object.keys(images).filter(name => !built.includes(name));
  const unbounded = Object.keys(images).filter(name => images[name]?.budget === undefined);
  return {
    'build-digests': metUnless(
      failed ?? without.map(name => `the build gives no digest of ${name}`),
      `the build gives the digests of ${built.join(', ')}`,
    ),
    'build-tags': metUnless(
      planned.length === 0 || planned.some(each => Array.isArray(each) && each.length === 0)
        ? 'the build planned no tags'
        : [],
      `the build planned the tags ${tags ?? ''}`.slice(0, 300),
    ),
    'build-size':
      failed === undefined || /budget/.test(failed)
        ? metUnless(
            failed ?? unbounded.map(name => `the image ${name} has no size budget`),
            'the images are within their budgets',
            'set `budget` of the image in slipway.yml',
          )
        : unknown(failed),
    'build-cache': failed === undefined ? judgeCache(record.outputs.steps ?? '') : unknown(failed),
  };
};

/** A first build, and one in which everything has changed, use no cache either. */
function judgeCache(text: string): RuleJudgement {
  const steps = Object.values(jsonMap(text) ?? {}).filter(isMap);
  const sum = (key: string) => steps.reduce((total, each) => total + (Number(each[key]) || 0), 0);
  if (sum('total') === 0) return unknown('the build does not say which of its steps came from the cache');
  return sum('cached') === 0
    ? found('unknown', `none of the ${sum('total')} steps of the last build came from the cache`, {
        remedy: 'build again with the default `cache`',
      })
    : metUnless([], `${sum('cached')} of ${sum('total')} steps of the last build came from the cache`);
}

/** A command may pass without a test, and then there is no report either. */
const tests: Judge = record => {
  const { passed = '' } = record.outputs;
  const silent = passed === '' ? 'no JUnit report was read' : passed === '0' ? 'no test passed' : undefined;
  if (record.ended !== 'passed' || silent === undefined)
    return { 'test-pass': metUnless(failure(record, 'the step failed'), `${passed} tests pass`, again) };
  return {
    'test-pass': found('unknown', `the step passed, but ${silent}`, {
      remedy: 'name the reports of the tests in `test.junit` of slipway.yml',
    }),
  };
};

/** Each image by itself, because jobs may scan one each. Only the images that are live must pass, but any that fails is a finding. */
const scan: Judge = (record, { images }, live) => {
  const scanned = jsonMap(record.outputs.images ?? '') ?? {};
  const names = Object.keys(scanned);
  // A refused scan does not know which images fail, and one of an older version does not say it.
  const failing = record.ended === 'failed' ? jsonMap(record.outputs.failing ?? '') : undefined;
  const all = names.length > 0 ? names : Object.keys(images);
  const whole = failure(record, 'the scan failed').flatMap(why => all.map(name => [name, why] as const));
  const some = Object.entries(failing ?? {});
  const problems = new Map<string, unknown>(some.length > 0 ? some : whole);
  const judgeImage = (name: string): RuleJudgement => {
    const of = { object: `Image/${name}`, scope: `Image/${name}` };
    const problem = problems.get(name);
    if (problem !== undefined)
      return found('not-met', String(problem).slice(0, 600), { ...of, remedy: again });
    if (!names.includes(name)) return notAsked(`the scan does not name the image ${name}`, of);
    if (typeof live === 'string') return liveUnknown(live, of);
    const served = live.images[name];
    const lacks = Object.keys(live.images).length === 0 ? 'record' : `image ${name}`;
    if (served === undefined)
      return notAsked(`the live release ${live.release} has no ${lacks}`, {
        ...of,
        remedy: remedyBySource.release,
      });
    return isLive(live, name, scanned[name])
      ? found('met', `the scan of ${name} passes`, of)
      : notAsked(`the scan of ${name} passes, but release ${live.release} has another image ${name}`, of);
  };
  return { 'scan-pass': Object.keys(images).map(judgeImage) };
};

const logs: Judge = ({ outputs }) => {
  const checks = mapsIn(jsonIn(outputs.checks ?? ''));
  const of = (name: string) => checks.find(({ check }) => check === name);
  return {
    'logs-store': judgeStore(of, outputs.reason),
    'logs-structure': judgementOf('logs are structured', of('structure')),
    'logs-retention': judgeDeletion(of('retention')),
    'logs-arrival': judgementOf('lines of every workload arrive', of('arrival')),
    'logs-leaks': judgementOf('dummy secrets do not reach the logs', of('leaks')),
  };
};

type CheckNamed = (name: string) => ReturnType<typeof mapsIn>[number] | undefined;

/** Only lines of the application show that the store gets them. `retention` reads files. */
function judgeStore(of: CheckNamed, reason = ''): RuleJudgement {
  const [structure, arrival, leaks] = ['structure', 'arrival', 'leaks'].map(of);
  const lines = Number(structure?.lines ?? Number.NaN);
  const isJudged = [structure, leaks].some(each => each?.verdict === 'pass' || each?.verdict === 'fail');
  if (lines > 0 || isJudged || arrival?.verdict === 'pass')
    return metUnless([], 'the log store has lines of the application');
  return lines === 0 && arrival?.verdict === 'fail'
    ? metUnless(
        'the log store answers, but has no line of the application',
        '',
        'send the logs of the namespace to it, or correct `monitoring.logs`',
      )
    : unknown(reason || 'no check has read lines from the log store');
}

/** What files say, the store need not do. */
function judgeDeletion(check: ReturnType<CheckNamed>): RuleJudgement | undefined {
  if (check?.verdict !== 'pass') return judgementOf('', check);
  const deleted = isMap(check.deleted) ? check.deleted : {};
  const why = String(deleted.reason || 'nothing asked the log store').slice(0, 600);
  return deleted.verdict === 'pass'
    ? metUnless([], `each level has a retention, and ${why}`)
    : found(
        'unknown',
        `each level has a retention, but nothing shows that the log store deletes old lines: ${why}`,
        {
          remedy:
            'run `slipway logs --environment ENVIRONMENT --retention FILES` again when lines are old enough to be deleted',
        },
      );
}

const alerts: Judge = ({ outputs: { state = '', reason, hops = '' }, about }) => {
  const why = reason || `the state is ${state}`;
  // An alert that is ignored triggers nothing, and hides no earlier one.
  if (about.operation === 'rollback' && state === 'ignored') return {};
  if (about.operation === 'rollback')
    return {
      'alerts-automatic': ['complete', 'would-roll-back', 'not-needed'].includes(state)
        ? metUnless([], `an alert triggered a decision (${state})`)
        : state === 'failed'
          ? metUnless(why, '', 'see the summary of that run')
          : unknown(why),
    };
  const followed = (good: string) =>
    state === 'delivered' || state === 'broken'
      ? metUnless(state === 'broken' ? why : [], good, 'correct the hop that the step names')
      : unknown(why);
  if (about.operation === 'security-events') {
    const names = mapsIn(jsonIn(hops)).map(({ name }) => name);
    const untried = securityEventKinds.filter(kind => !names.includes(`${kind}-metric`));
    const judgement = followed('events of each kind reached their counters, and raised alerts');
    const isPart = judgement.status === 'met' && untried.length > 0;
    return {
      'alerts-security-events': isPart
        ? unknown(`\`verify.security-events\` has no request for ${untried.join(', ')}`)
        : judgement,
    };
  }
  if (about.operation !== 'test') return {};
  const severity = about.severity ?? 'info';
  const delivered = followed(`a test alert of ${severity} reached its receiver`);
  return { [`alerts-${severity}`]: delivered };
};

/** A copy that is not for others is not masked, and hides no earlier one that is. */
const restore: Judge = ({ ended, about, outputs: { proved, reason } }) =>
  about.masking
    ? {
        'restore-masked': metUnless(
          ended === 'passed' && proved ? [] : reason || 'the restore failed',
          `a masked copy was restored and proved to ${proved}`,
          'fix what the step reports, and restore again',
        ),
      }
    : {};

/** An export does not read again what the chain has: it proves nothing, and hides no verification that found something. */
const audit: Judge = record =>
  record.about.operation === 'export' && record.ended !== 'failed'
    ? {}
    : { 'audit-chain': judgeChain(record) };

/** For how long a record may wait for its export, ms: one that is changed before is not found. */
const longestPending = 2 * 86_400_000;

function judgeChain(record: StepRecord): RuleJudgement {
  const { head, 'pending-since': since = '', 'head-compared': compared } = record.outputs;
  const judged = metUnless(
    failure(record, 'the audit chain is broken'),
    `the audit chain is intact up to ${head}`,
    'compare the entry or record that the fault names with a copy, and find out who changed it',
  );
  if (judged.status !== 'met') return judged;
  if (Date.parse(record.at) - Date.parse(since) > longestPending)
    return found('unknown', `a record of ${since} has waited more than two days for its export`, {
      remedy: 'run `slipway audit export --environment ENVIRONMENT` after each release, or at least daily',
    });
  return compared === 'true'
    ? judged
    : found(
        'unknown',
        'the audit chain was not compared with a signed or noted head, so its end may be missing',
        {
          remedy:
            'add `signing` and `trust` to slipway.yml, or run `slipway audit verify --head HEAD` with a head that you noted',
        },
      );
}

const judges: Readonly<Record<string, Judge>> = {
  build,
  logs,
  replication: judgeReplicas,
  alerts,
  stale: judgeBases,
  restore,
  audit,
  plan,
  test: tests,
  scan,
};

/** The steps whose records show something. */
export const judgedSteps: readonly string[] = [...Object.keys(judges), 'verify'];

/** Judges what a step left. Pure. */
export const judgeStep: Judge = (record, config, live) =>
  Object.hasOwn(judges, record.step) ? (judges[record.step]?.(record, config, live) ?? {}) : {};
