import { matching, narrowed } from '../analysis/selector.ts';
import type { Manifest } from '../cluster/manifests.ts';
import { metricGateOf } from '../config/gate.ts';
import type { Monitoring } from '../config/monitoring.ts';
import type { Config, Environment, Gate } from '../config/types.ts';
import { UserError } from '../toolkit/errors.ts';
import { type OwnedNames, ownedNames, podNames } from './owned.ts';

/** What the monitoring of an environment is about: slipway.yml with the defaults that follow from its other parts. */
export interface MonitoringSubject {
  readonly app: string;
  /** Name of the environment. */
  readonly environment: string;
  readonly namespace: string;
  readonly workload: Environment['workload'];
  readonly settings: Monitoring;
  readonly prometheus: Gate['prometheus'] | undefined;
  /** Selectors of the counters of this application's requests; undefined if none are known. */
  readonly requests: { readonly total: string; readonly bad: string } | undefined;
  /** Selector of its histogram, without `_bucket`; undefined if none is known. */
  readonly histogram: string | undefined;
  readonly objectives: Objectives;
  readonly recovery: Environment['recovery'];
  readonly owned: OwnedNames;
}

/** The objectives that can be measured. Shares are from 0 to 1, the window is in ms. */
export interface Objectives {
  readonly window: number;
  readonly availability?: number;
  readonly latency?: { readonly share: number; readonly under: number };
}

/** The availability that is demanded if slipway.yml says nothing, as a percentage. */
const defaultAvailability = 99.9;

/**
 * Returns the subject of an environment. Pure.
 * @param name of the environment.
 * @param manifests of the application, which rules and dashboards need; what is only asked does not.
 * @throws UserError if the environment has no `monitoring`, or an objective that no metric measures.
 */
export function monitoringSubject(
  config: Pick<Config, 'app' | 'environments'>,
  name: string,
  manifests: readonly Manifest[] = [],
): MonitoringSubject {
  const environment = config.environments[name];
  const settings = environment?.monitoring;
  if (environment === undefined || settings === undefined)
    throw new UserError(
      `the environment ${name} is not monitored: it has no \`monitoring\` in slipway.yml`,
      'add `monitoring: {}` to it',
    );
  const { namespace, workload, recovery } = environment;
  const gate = metricGateOf(environment);
  requireFreeNames(settings.queries);
  const own = (selector: string) => narrowed(selector, podMatchers(namespace, workload));
  const requests = requestsOf(settings, gate);
  const histogram = settings.requests.histogram ?? gate?.metrics.find(each => 'histogram' in each)?.histogram;
  return {
    app: config.app,
    environment: name,
    namespace,
    workload,
    settings,
    recovery,
    prometheus: settings.prometheus ?? gate?.prometheus,
    requests: requests && { total: own(requests.total), bad: own(requests.bad) },
    histogram: histogram && own(histogram),
    objectives: objectivesOf(settings.objectives, requests !== undefined, histogram !== undefined),
    owned: ownedNames(manifests, environment),
  };
}

/** @throws UserError if slipway.yml names no Prometheus. */
export function requirePrometheus({
  environment,
  prometheus,
}: MonitoringSubject): NonNullable<MonitoringSubject['prometheus']> {
  if (prometheus !== undefined) return prometheus;
  throw new UserError(
    `the environment ${environment} cannot be monitored: slipway.yml names no Prometheus`,
    'add `monitoring.prometheus`, such as `prometheus: {service: monitoring/prometheus:9090}`',
  );
}

/** Names of the signals that are not business metrics. */
const reserved =
  /^(requests|errors|latency-p\d+|cpu|memory|network|disk|restarts|connections|replication-lag|cache-hits)$/;

function requireFreeNames(queries: MonitoringSubject['settings']['queries']): void {
  const taken = Object.keys(queries).find(name => reserved.test(name));
  if (taken !== undefined)
    throw new UserError(
      `\`monitoring.queries.${taken}\` has the name of a signal that is measured already`,
      'choose another name',
    );
}

function requestsOf(
  { requests: { total, bad } }: Monitoring,
  gate: Gate | undefined,
): { total: string; bad: string } | undefined {
  if ((total === undefined) !== (bad === undefined))
    throw new UserError(
      '`monitoring.requests` has only one of `total` and `bad`',
      'add the other one, or remove both to use those of the gate',
    );
  if (total !== undefined && bad !== undefined) return { total, bad };
  return gate?.metrics.find(each => 'bad' in each);
}

function objectivesOf(
  { availability, latency, window }: Monitoring['objectives'],
  counted: boolean,
  timed: boolean,
): Objectives {
  if (availability !== undefined && !counted)
    throw new UserError(
      '`objectives.availability` cannot be measured: no counter of requests is known',
      'add `monitoring.requests` with `total` and `bad`, or a metric with `bad` to the gate',
    );
  if (latency !== undefined && !timed)
    throw new UserError(
      '`objectives.latency` cannot be measured: no histogram of durations is known',
      'add `monitoring.requests.histogram`, or a metric with `histogram` to the gate',
    );
  return {
    window,
    ...(counted ? { availability: fraction(availability ?? defaultAvailability) } : {}),
    ...(latency === undefined ? {} : { latency: { ...latency, share: fraction(latency.share) } }),
  };
}

/** 99.9 / 100 would be 0.9990000000000001. */
const fraction = (percent: number): number => Number((percent / 100).toPrecision(12));

/** Returns matchers for the metrics of all pods that a workload has, had and will have. Pure. */
export function podMatchers(namespace: string, { kind, name }: Environment['workload']) {
  return [matching('namespace', '=', namespace), matching('pod', '=~', podNames[kind](name))] as const;
}

type Place = Pick<MonitoringSubject, 'app' | 'environment' | 'namespace'>;

/** Returns the labels of recorded series and alerts: several clusters or teams may have an application of the same name. Pure. */
export const ownLabels = ({ app, environment, namespace }: Place) => ({ app, environment, namespace });

/** Returns a selector of recorded series or alerts of a subject. @param more further labels. Pure. */
export function ownSelector(name: string, subject: Place, more: Record<string, string> = {}): string {
  const labels = Object.entries({ ...ownLabels(subject), ...more });
  return `${name}{${labels.map(([label, value]) => `${label}="${value}"`).join(',')}}`;
}

/** Returns the regular expression for the namespace of alerts: those that a person wrote may have none. Pure. */
export const ownNamespace = ({ namespace }: Pick<Place, 'namespace'>): string => `${namespace}|`;

export type Exporter = 'node' | 'postgres' | 'redis';

/** Returns the exporters that slipway.yml names. Pure. */
export const exporterNames = ({ settings: { sources } }: MonitoringSubject): Exporter[] =>
  (['node', 'postgres', 'redis'] as const).filter(name => sources[name] !== undefined);

/** Whether one target of many may be down: a node that runs nothing of the application says nothing about it. Pure. */
export const toleratesDown = (source: string): boolean => source === 'node';

/** Returns the name of the scrape job of the pods, or of an exporter. Pure. */
export const sourceJob = (
  { app, environment }: Pick<MonitoringSubject, 'app' | 'environment'>,
  source: 'pods' | Exporter,
): string => `slipway-${app}-${environment}-${source}`;
