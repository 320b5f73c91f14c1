import { z } from 'zod';
import type { Config } from '../../../config/types.ts';
import { jsonIn, jsonMap, mapsIn } from '../../../toolkit/map.ts';
import type { RequirementAssessment } from '../../assessment.ts';
import type { RequirementId } from '../../requirement.ts';
import { problemIn, type Showing } from '../showing.ts';

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

type Judge = (record: StepRecord, config: Config, showing: Showing) => RequirementAssessment[];

/** A step whose success is the evidence. */
const success =
  (id: RequirementId, rule: string, good: string): Judge =>
  ({ ended, outputs: { reason = '' } }, _, { either }) =>
    either(
      id,
      rule,
      good,
      ended === 'passed' ? undefined : reason || 'the step failed',
      'correct what the step says, and run it again',
    );

/** A verdict that may also be unknown. */
const verdict = (
  [ids, rule, good]: [RequirementId | RequirementId[], string, string],
  found: { readonly verdict?: unknown; readonly reason?: unknown } | undefined,
  { either, unknown }: Showing,
): RequirementAssessment[] => {
  const why = String(found?.reason || 'it does not say why').slice(0, 600);
  if (found === undefined) return [];
  if (found.verdict === 'pass') return either(ids, rule, good, undefined);
  return found.verdict === 'fail' ? either(ids, rule, good, why) : unknown(ids, rule, why);
};

const build: Judge = (record, { images }, showing) => {
  const { either, unknown } = showing;
  const built = Object.keys(jsonMap(record.outputs.images ?? '') ?? {});
  const without = Object.keys(images).filter(name => !built.includes(name));
  const unbounded = Object.entries(images).flatMap(([name, { budget }]) =>
    budget === undefined ? [name] : [],
  );
  const failed = record.ended === 'passed' ? undefined : record.outputs.reason || 'the build failed';
  const size = /budget/.test(failed ?? '') ? failed : undefined;
  return [
    ...either(
      'C2',
      'build-digests',
      `the build gives the digests of ${built.join(', ')}`,
      failed ?? problemIn(without.map(name => `the build gives no digest of ${name}`)),
    ),
    ...either(
      'I9',
      'build-tags',
      `the build planned the tags ${record.outputs.tags ?? ''}`.slice(0, 300),
      record.outputs.tags ? undefined : 'the build planned no tags',
    ),
    ...(failed !== undefined && size === undefined
      ? unknown('I2', 'build-size', failed)
      : either(
          'I2',
          'build-size',
          'the images are within their budgets',
          size ?? problemIn(unbounded.map(name => `the image ${name} has no size budget`)),
          'set `budget` of the image in slipway.yml',
        )),
  ];
};

const logs: Judge = ({ outputs }, _, showing) => {
  const checks = mapsIn(jsonIn(outputs.checks ?? ''));
  const of = (name: string) => checks.find(({ check }) => check === name);
  const answered = checks.some(({ verdict }) => verdict !== 'unknown');
  return [
    ...(answered
      ? showing.either('C17', 'logs-store', 'the log store answers', undefined)
      : showing.unknown('C17', 'logs-store', outputs.reason || 'the log store did not answer')),
    ...verdict(['M5', 'logs-structure', 'logs are structured'], of('structure'), showing),
    ...verdict(['M6', 'logs-retention', 'each level has a retention'], of('retention'), showing),
    ...verdict(['M7', 'logs-nonce', 'lines of every workload arrive'], of('nonce'), showing),
    ...verdict(['M8', 'logs-leaks', 'dummy secrets do not reach the logs'], of('leaks'), showing),
  ];
};

const replication: Judge = ({ outputs }, _, showing) => {
  const { either, unknown } = showing;
  const tables = mapsIn(jsonIn(outputs.tables ?? ''));
  const wrong = tables.filter(each => each.verdict !== 'equal');
  const standbys = jsonIn(outputs.standbys ?? '');
  const count = Array.isArray(standbys) ? standbys.length : 0;
  const differs = wrong.find(each => each.verdict === 'differs');
  const said = outputs.reason || 'it does not say why';
  // The reason of a verdict without tables is about standbys and archive alone.
  const ok = outputs.verdict === 'pass' || (wrong.length > 0 && said.split('; ').length === wrong.length);
  const copies = ok ? 'pass' : outputs.verdict;
  return [
    ...(ok && count === 0
      ? either('H3', 'replication-standbys', '', 'the database has no standby', 'add one in another zone')
      : verdict(
          ['H3', 'replication-standbys', `${count} standbys replicate in time`],
          { verdict: copies, reason: said },
          showing,
        )),
    ...verdict(
      ['D7', 'replication-archive', 'standbys and the WAL archive are current'],
      { verdict: copies, reason: said },
      showing,
    ),
    ...(tables.length === 0
      ? unknown('H7', 'replication-tables', 'no table was compared; name some with `--tables`')
      : differs !== undefined || wrong.length === 0
        ? either(
            'H7',
            'replication-tables',
            `${tables.length} comparisons of tables are equal`,
            differs && String(differs.sentence),
            'restore the replica',
          )
        : unknown('H7', 'replication-tables', String(wrong[0]?.sentence))),
  ];
};

const alerts: Judge = ({ outputs, about }, _, { either, unknown }) => {
  const { state = '', reason } = outputs;
  const why = reason || `the state is ${state}`;
  if (about.operation === 'rollback')
    return ['complete', 'would-roll-back', 'not-needed', 'ignored'].includes(state)
      ? either('M12', 'alerts-automatic', `an alert was decided on (${state})`, undefined)
      : state === 'failed'
        ? either('M12', 'alerts-automatic', '', why, 'see the summary of that run')
        : unknown('M12', 'alerts-automatic', why);
  const severity = about.severity ?? 'info';
  const rules = [
    [['M2', 'M3', 'M4'] as const, 'alerts-delivered'],
    [['M11'] as const, `alerts-${severity}`],
  ] as const;
  return rules.flatMap(([ids, rule]) =>
    state === 'delivered' || state === 'broken'
      ? either(
          ids,
          rule,
          `a test alert of ${severity} reached its receiver`,
          state === 'delivered' ? undefined : why,
          'correct the hop that the step names',
        )
      : unknown(ids, rule, why),
  );
};

const stale: Judge = ({ outputs }, _, { either, unknown }) => {
  const images = Object.entries(jsonMap(outputs.images ?? '') ?? {});
  const old = images.filter(([, each]) => (each as { stale?: unknown }).stale === true);
  if (outputs.reason || images.length === 0)
    return unknown('I6', 'stale-bases', outputs.reason || 'no image was checked');
  return either(
    'I6',
    'stale-bases',
    'base images are current',
    problemIn(old.map(([name]) => `the base of ${name} has moved`)),
    'rebuild the image',
  );
};

/** Judges by step. */
const judges: Readonly<Record<string, Judge>> = {
  ...{ build, logs, replication, alerts, stale },
  plan: success('C1', 'plan-pass', 'the commit has a plan that passes'),
  test: success('C3', 'test-pass', 'the tests pass'),
  scan: success('C4', 'scan-pass', 'the scan passes'),
  restore: (record, _, { either, unknown }) =>
    record.about.masking
      ? either(
          'S10',
          'restore-masked',
          `a masked copy was restored and proved to ${record.outputs.proved}`,
          record.ended === 'passed' && record.outputs.proved
            ? undefined
            : record.outputs.reason || 'the restore failed',
        )
      : unknown('S10', 'restore-masked', 'the last restore had no `masking`'),
  audit: ({ ended, outputs }, _, { either }) =>
    either(
      ['S11', 'Z5'],
      'audit-chain',
      `the audit chain holds up to ${outputs.head}`,
      ended === 'passed' ? undefined : outputs.reason || 'the audit chain is broken',
      'compare the file with a copy, and find out who changed it',
    ),
};

/** The steps whose records show something. */
export const judgedSteps: readonly string[] = [...Object.keys(judges), 'verify'];

/** Judges what a step left. Pure. */
export const judgeStep: Judge = (record, config, showing) => {
  const judge = Object.hasOwn(judges, record.step) ? judges[record.step] : undefined;
  const found = judge?.(record, config, showing) ?? [];
  return record.ended === 'refused' ? found.map(each => ({ ...each, status: 'unknown' as const })) : found;
};
