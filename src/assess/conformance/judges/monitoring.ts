import { z } from 'zod';
import type { Environment } from '../../../config/types.ts';
import { howToRun } from '../../../toolkit/operations.ts';
import { type Judgements, metUnless, type RuleJudgement, unknown } from '../../judgement.ts';
import type { Queried } from '../../live.ts';

const text = z.string().max(2000);
const number = z.number().nullish();

/** The fields of `monitor.json` that are judged. */
export const monitorSchema = z.looseObject({
  app: text,
  environment: text,
  /** Which release its health is of. */
  release: number,
  at: z.number().min(0).max(8.64e15),
  verdict: z.enum(['healthy', 'degraded', 'unknown', 'superseded']),
  reasons: z.array(z.looseObject({ sentence: text })).max(1000),
  readings: z
    .looseObject({
      comparisons: z
        .array(
          z.looseObject({
            signal: z.looseObject({ name: text, title: text, group: text }),
            after: number,
            samples: z.looseObject({ after: z.array(z.tuple([z.number(), z.number()])).max(100_000) }),
          }),
        )
        .max(1000),
      objectives: z.array(z.looseObject({ objective: text, after: number })).max(100),
      targets: z.array(z.looseObject({ name: text, up: z.number(), down: z.array(text) })).max(100),
      standbys: z.array(z.looseObject({ promised: z.number(), within: number })).max(100),
      hasRules: z.boolean(),
      failures: z.array(text).max(1000),
    })
    .nullish(),
});

export type MonitorEvidence = z.output<typeof monitorSchema>;

/** Judges what `monitor` has read from Prometheus. Pure. */
export function judgeMonitoring(
  { verdict, reasons, readings }: MonitorEvidence,
  monitoring: Environment['monitoring'],
): Judgements {
  const why = reasons[0]?.sentence ?? 'the step gave no reason';
  const health =
    verdict === 'healthy' || verdict === 'degraded'
      ? metUnless(verdict === 'healthy' ? [] : why, 'the release is healthy by its metrics')
      : unknown(why);
  if (readings === null || readings === undefined) return { 'monitor-health': health };
  const { comparisons, objectives, targets, standbys, hasRules, failures } = readings;
  const target = (name: string) => targets.find(each => each.name === name);
  const up = (name: string) => target(name)?.up ?? 0;
  // A node that is down elsewhere says nothing about the application.
  const isDown = (name: string) =>
    (target(name)?.down.length ?? 0) > 0 && (name !== 'node' || up(name) === 0);
  const isUp = (name: string) => up(name) > 0 && !isDown(name);
  const exporters = ['node', 'postgres', 'redis'];
  const unnamed = exporters.filter(name => target(name) === undefined);
  const lacking = exporters.filter(name => !unnamed.includes(name) && !isUp(name));
  // Without an exporter of nodes, disk writes depend on the cgroups of the nodes.
  const asked = comparisons.filter(
    ({ signal, after }) =>
      signal.name !== 'disk' || typeof after === 'number' || target('node') !== undefined,
  );
  /** What Prometheus does not have is a finding only if it has answered every query. @param silent problems by missing data. */
  const judged = (
    problems: readonly string[],
    silent: readonly string[],
    good: string,
    remedy: string,
  ): RuleJudgement => {
    const [failure] = failures;
    if (failure === undefined) return metUnless([...problems, ...silent], good, remedy);
    return problems.length === 0 && silent.length > 0 ? unknown(failure) : metUnless(problems, good, remedy);
  };
  /** Signals by name: a failed query shows nothing, and neither does a signal that is not asked. */
  const measured = (names: readonly string[], remedy: string): RuleJudgement => {
    const absent = names.filter(name => !asked.some(({ signal }) => signal.name === name));
    const silent = asked
      .filter(({ signal, after }) => names.includes(signal.name) && (after === undefined || after === null))
      .map(({ signal }) => signal.title);
    if (silent.length > 0 && failures.length > 0) return unknown(failures[0] ?? '');
    if (silent.length === 0 && absent.length > 0)
      return unknown(`slipway.yml names no source for ${absent.join(', ')}`);
    const problem = silent.length > 0 ? `there is no data for ${silent.join(', ')}` : [];
    return metUnless(problem, `${names.join(', ')} are measured`, remedy);
  };
  const unscraped = (name: string) => `Prometheus cannot scrape the ${name} exporter`;
  const business = comparisons.filter(({ signal }) => signal.group === 'business');
  const quiet = business.filter(({ samples }) => !samples.after.some(([, value]) => value !== 0));
  const unmoved = ({ signal }: (typeof business)[number]) => `${signal.title} has no signal`;
  const { 'security-events': events = {} } = monitoring ?? {};
  const unwatched = (['logins', 'permissions', 'data', 'behavior'] as const).filter(
    each => events[each] === undefined,
  );
  const noRules = hasRules ? [] : ['Prometheus has not loaded the rules of the application'];
  const load = 'load `rules.yml` of `slipway monitoring`, or set `monitoring.objects`';
  return {
    'monitor-health': health,
    'monitor-pods': judged(
      isDown('pods') ? [`Prometheus cannot scrape ${target('pods')?.down.join(', ')}`] : [],
      isDown('pods') || isUp('pods') ? [] : ['Prometheus cannot scrape any pod'],
      'Prometheus scrapes the pods',
      'correct `monitoring.sources.pods`, or start what is down',
    ),
    'monitor-exporters':
      lacking.length === 0 && unnamed.length > 0
        ? unknown(`slipway.yml names no exporter of ${unnamed.join(', ')} in \`monitoring.sources\``)
        : judged(
            lacking.filter(isDown).map(unscraped),
            lacking.filter(name => !isDown(name)).map(unscraped),
            'Prometheus scrapes the exporters of nodes, database and cache',
            'start the exporter, or correct `monitoring.sources`',
          ),
    'monitor-signals': measured(
      ['requests', 'latency-p95', 'cpu', 'memory'],
      'export the metric, or correct `monitoring.requests`',
    ),
    'monitor-infrastructure': measured(
      ['network', 'disk', 'connections', 'cache-hits'],
      'start the exporter of the metric',
    ),
    'monitor-business': judged(
      business.length === 0
        ? ['no business metric is measured']
        : quiet.filter(({ samples }) => samples.after.length > 0).map(unmoved),
      quiet.filter(({ samples }) => samples.after.length === 0).map(unmoved),
      `${business.map(({ signal }) => signal.title).join(', ')} are measured`,
      'add a metric to `monitoring.queries`, and check that the application counts it',
    ),
    'monitor-rules': judged([], noRules, 'Prometheus has loaded the rules', load),
    'monitor-objectives': judged(
      objectives.length === 0 ? ['no objective is set'] : [],
      objectives
        .filter(({ after }) => after === undefined || after === null)
        .map(({ objective }) => `the objective ${objective} has no data`),
      'the objectives are measured',
      'set `monitoring.objectives` and `monitoring.requests`',
    ),
    'monitor-security-events': judged(
      noRules.length === 0 && unwatched.length > 0 ? [`no alert watches ${unwatched.join(', ')}`] : [],
      noRules,
      'alerts on logins, permissions, data and behavior are loaded',
      noRules.length === 0 ? 'add them to `monitoring.security-events`' : load,
    ),
    'monitor-standbys': judgeStandbys(standbys),
  };
}

type MonitorReadings = NonNullable<MonitorEvidence['readings']>;

/** Without postgres_exporter, Prometheus has no number, which is no finding. */
function judgeStandbys(standbys: MonitorReadings['standbys']): RuleJudgement | undefined {
  const far = standbys.flatMap(({ within, promised }) =>
    typeof within === 'number' && within < promised
      ? [`${within} of ${promised} standbys are within their allowed replication lag`]
      : [],
  );
  const isSilent = standbys.length === 0 || standbys.some(({ within }) => typeof within !== 'number');
  return far.length === 0 && isSilent
    ? undefined
    : metUnless(
        far,
        'the promised standbys are within their allowed replication lag',
        'find out with `slipway replication` which standby is behind',
      );
}

/** What the cluster and Alertmanager show of the objects around alerts; undefined where slipway.yml has none of them. */
export interface AlertingEvidence {
  /** Dashboards of the application, and whether each is in the cluster. */
  readonly dashboards: ReadonlyMap<string, boolean> | undefined;
  readonly silences: Queried<readonly ReleaseSilence[]>;
}

interface ReleaseSilence {
  readonly startsAt: string;
  readonly status: { readonly state: string };
}

/** A rollout that takes longer is over. */
const longestSilence = 86_400_000;

/** Judges dashboards, and the silences that releases open. Pure. @param now ms since 1970. */
export function judgeAlerting({ dashboards, silences }: AlertingEvidence, now: number): Judgements {
  return {
    'monitor-dashboards':
      dashboards === undefined
        ? unknown('`monitoring.objects` is none, so it is not known where the dashboards are')
        : metUnless(
            [...dashboards].flatMap(([name, isThere]) =>
              isThere ? [] : [`the dashboard ${name} is not in the cluster`],
            ),
            `${dashboards.size} dashboards are in the cluster`,
            'deploy, with `monitoring.objects`',
          ),
    'monitor-silences': silences.known ? judgeSilences(silences.value, now) : unknown(silences.why),
  };
}

function judgeSilences(silences: readonly ReleaseSilence[], now: number): RuleJudgement {
  if (silences.length === 0) return unknown('Alertmanager has no silence of a release');
  return metUnless(
    silences
      .filter(
        ({ status, startsAt }) => status.state !== 'expired' && now - Date.parse(startsAt) > longestSilence,
      )
      .map(each => `a silence since ${each.startsAt} outlives its release`),
    'alerts are silenced during releases, and no silence outlives one',
    howToRun('sweep'),
  );
}
