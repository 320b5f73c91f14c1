import { z } from 'zod';
import type { Environment } from '../../../config/types.ts';
import type { RequirementAssessment } from '../../assessment.ts';
import type { Asked } from '../../live.ts';
import type { RequirementId } from '../../requirement.ts';
import { problemIn, type Showing } from '../showing.ts';

const text = z.string().max(2000);
const number = z.number().nullish();

/** The fields of `monitor.json` that are judged. */
export const monitorSchema = z.looseObject({
  app: text,
  environment: text,
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
  { either, unknown }: Showing,
): RequirementAssessment[] {
  const why = reasons[0]?.sentence ?? 'it does not say why';
  const health =
    verdict === 'healthy' || verdict === 'degraded'
      ? either(
          'C7',
          'monitor-health',
          'the release is healthy by its metrics',
          verdict === 'healthy' ? undefined : why,
        )
      : unknown('C7', 'monitor-health', why);
  if (readings === null || readings === undefined) return health;
  const { comparisons, objectives, targets, standbys, hasRules, failures } = readings;
  const target = (name: string) => targets.find(each => each.name === name);
  const isUp = (name: string) => (target(name)?.up ?? 0) > 0 && target(name)?.down.length === 0;
  const lacking = (names: readonly string[]) =>
    names.filter(name => target(name) !== undefined && !isUp(name));
  const exporters = ['node', 'postgres', 'redis'];
  const unnamed = exporters.filter(name => target(name) === undefined);
  /** Signals by name: a failed query shows nothing, and neither does a signal that is not asked. */
  const measured = (id: RequirementId, rule: string, names: readonly string[], remedy: string) => {
    const absent = names.filter(name => !comparisons.some(({ signal }) => signal.name === name));
    const silent = comparisons.filter(
      ({ signal, after }) => names.includes(signal.name) && (after === undefined || after === null),
    );
    if (silent.length > 0 && failures.length > 0) return unknown(id, rule, failures[0] ?? '');
    if (silent.length > 0)
      return either(
        id,
        rule,
        '',
        `there is no data for ${silent.map(({ signal }) => signal.title).join(', ')}`,
        remedy,
      );
    if (absent.length > 0) return unknown(id, rule, `slipway.yml names no source for ${absent.join(', ')}`);
    return either(id, rule, `${names.join(', ')} are measured`, undefined);
  };
  const business = comparisons.filter(({ signal }) => signal.group === 'business');
  const still = business.filter(({ samples }) => !samples.after.some(([, value]) => value !== 0));
  const { audit = {} } = monitoring ?? {};
  const unwatched = (['logins', 'permissions', 'data', 'behavior'] as const).filter(
    each => audit[each] === undefined,
  );
  const noRules = hasRules ? undefined : 'Prometheus has not loaded the rules of the application';
  const load = 'load `rules.yml` of `slipway monitoring`, or set `monitoring.objects`';
  return [
    ...health,
    ...either(
      ['M1', 'A2', 'C16'],
      'monitor-pods',
      'Prometheus scrapes the pods',
      isUp('pods') ? undefined : `Prometheus does not scrape ${target('pods')?.down.join(', ') || 'any pod'}`,
      'correct `monitoring.sources.pods`, or start what is down',
    ),
    ...(lacking(exporters).length === 0 && unnamed.length > 0
      ? unknown(
          'M1',
          'monitor-exporters',
          `slipway.yml names no exporter of ${unnamed.join(', ')} in \`monitoring.sources\``,
        )
      : either(
          'M1',
          'monitor-exporters',
          'Prometheus scrapes the exporters of nodes, database and cache',
          problemIn(lacking(exporters).map(name => `Prometheus does not reach the ${name} exporter`)),
          'start the exporter, or correct `monitoring.sources`',
        )),
    ...measured(
      'P1',
      'monitor-signals',
      ['requests', 'latency-p95', 'cpu', 'memory'],
      'export the metric, or correct `monitoring.requests`',
    ),
    ...measured(
      'P3',
      'monitor-infrastructure',
      ['network', 'disk', 'connections', 'cache-hits'],
      'start the exporter of the metric',
    ),
    ...either(
      'P2',
      'monitor-business',
      `${business.map(({ signal }) => signal.title).join(', ')} are measured`,
      business.length === 0
        ? 'no business figure is measured'
        : problemIn(still.map(({ signal }) => `${signal.title} has no signal`)),
      'add the figure to `monitoring.queries`, and see that the application counts it',
    ),
    ...either(['M2', 'M9', 'C16'], 'monitor-rules', 'Prometheus has loaded the rules', noRules, load),
    ...either(
      'M9',
      'monitor-objectives',
      'the objectives are measured',
      objectives.length === 0
        ? 'no objective is set'
        : problemIn(
            objectives
              .filter(({ after }) => after === undefined || after === null)
              .map(({ objective }) => `the objective ${objective} has no data`),
          ),
      'set `monitoring.objectives` and `monitoring.requests`',
    ),
    ...either(
      'S11',
      'monitor-audit',
      'alerts on logins, rights, data and behavior are loaded',
      noRules ?? (unwatched.length > 0 ? `no alert watches ${unwatched.join(', ')}` : undefined),
      noRules === undefined ? 'add them to `monitoring.audit`' : load,
    ),
    ...(standbys.length === 0
      ? []
      : either(
          'H3',
          'monitor-standbys',
          'the promised standbys are near enough to the primary',
          problemIn(
            standbys
              .filter(({ within, promised }) => (within ?? 0) < promised)
              .map(
                ({ within, promised }) =>
                  `${within ?? 0} of ${promised} standbys are near enough to the primary`,
              ),
          ),
          'find out with `slipway replication` which standby is behind',
        )),
  ];
}

/** What the cluster and Alertmanager show of the objects around alerts; undefined where slipway.yml has none of them. */
export interface AlertingEvidence {
  /** Dashboards of the application, and whether each is in the cluster. */
  readonly dashboards: ReadonlyMap<string, boolean> | undefined;
  readonly silences: Asked<
    readonly { readonly startsAt: string; readonly status: { readonly state: string } }[]
  >;
}

/** A rollout that takes longer is over. */
const longestSilence = 86_400_000;

/** Judges dashboards, and the silences that releases open. Pure. @param now ms since 1970. */
export function judgeAlerting(
  { dashboards, silences }: AlertingEvidence,
  now: number,
  { either, unknown }: Showing,
): RequirementAssessment[] {
  const absent = [...(dashboards ?? [])].filter(([, isThere]) => !isThere).map(([name]) => name);
  const open = silences.known ? silences.value.filter(({ status }) => status.state !== 'expired') : [];
  const left = open.filter(({ startsAt }) => now - Date.parse(startsAt) > longestSilence);
  return [
    ...(dashboards === undefined
      ? unknown(
          'M3',
          'monitor-dashboards',
          '`monitoring.objects` is none, so it is not known where the dashboards are',
        )
      : either(
          'M3',
          'monitor-dashboards',
          `${dashboards.size} dashboards are in the cluster`,
          problemIn(absent.map(name => `the dashboard ${name} is not in the cluster`)),
          'deploy, with `monitoring.objects`',
        )),
    ...(!silences.known
      ? unknown('M10', 'monitor-silences', silences.why)
      : silences.value.length === 0
        ? unknown('M10', 'monitor-silences', 'Alertmanager knows no silence of a release')
        : either(
            'M10',
            'monitor-silences',
            'alerts are silenced during releases, and no silence outlives one',
            problemIn(left.map(each => `a silence since ${each.startsAt} outlives its release`)),
            'run `slipway sweep`',
          )),
  ];
}
