import { type MetricSource, prometheusOf } from '../../analysis/prometheus.ts';
import type { Cluster } from '../../cluster/port.ts';
import type { Drills } from '../../config/drills.ts';
import type { Environment } from '../../config/types.ts';
import { approvalsOf } from '../../toolkit/approvals.ts';
import { gitHubOf } from '../../toolkit/github.ts';
import { isDegraded } from '../drill/limits.ts';
import type { Consent, GuardAnswer } from './facts.ts';

/** The consent that a drill in production needs: a typed phrase, an approval, an abort query and a time limit. */

/** A requested drill. */
export interface DrillOrder {
  readonly scenario: { readonly id: string };
  readonly owner: { readonly environment: string };
  readonly environment: Pick<Environment, 'gate'>;
  readonly drills: Pick<Drills, 'alerts' | 'in-production'>;
  /** The confirmation that the user typed; empty for a drill outside production. */
  readonly confirm: string;
  /** GitHub token that reads the approvals of this run; empty if there is none. */
  readonly actionsToken: string;
  readonly env: NodeJS.ProcessEnv;
  report(line: string): void;
}

/** Returns the Prometheus that knows the firing alerts; undefined if slipway.yml names none. */
export function alertsOf(
  { drills, environment, env }: DrillOrder,
  cluster: Cluster,
): MetricSource | undefined {
  const gate = environment.gate === 'checks' ? undefined : environment.gate;
  const settings = drills.alerts.prometheus ?? gate?.prometheus;
  return settings && prometheusOf(settings, cluster, env);
}

/** Returns the consent to a drill in production; undefined without a confirmation, and then the guard refuses production. */
export async function consentOf(
  order: DrillOrder,
  source: MetricSource | undefined,
): Promise<Consent | undefined> {
  const { confirm, drills, scenario, owner } = order;
  if (confirm === '') return undefined;
  const limits = drills['in-production'];
  return {
    phrase: `${scenario.id} in ${owner.environment}`,
    typed: confirm,
    // GitHub identifies an approval only by the environment whose reviewers gave it.
    approved: limits === undefined ? 'no' : await approved(order, `${limits.approval}-${scenario.id}`),
    ...(limits === undefined || source === undefined
      ? { abort: 'no' as const, degraded: 'unknown' as const }
      : await watched(source, limits.abort)),
    maxDuration: limits?.['max-duration'],
  };
}

/** The user who starts a run may also approve it, unless the GitHub environment prevents self-review. */
async function approved({ env, actionsToken, report }: DrillOrder, wanted: string): Promise<GuardAnswer> {
  const github = gitHubOf(env, actionsToken);
  const run = env.GITHUB_RUN_ID;
  if (github === undefined || run === undefined) return 'unknown';
  // GitHub returns the approvals of a run without the attempt that they belong to.
  if ((env.GITHUB_RUN_ATTEMPT ?? '1') !== '1') {
    report('this is a re-run, and an earlier approval does not cover it: start a new run');
    return 'unknown';
  }
  try {
    const approvals = await approvalsOf(github, run);
    const counting = approvals.filter(({ environments }) => environments.includes(wanted));
    for (const { by } of counting) report(`${by} approved the drill for ${wanted}`);
    return counting.length > 0 ? 'yes' : 'no';
  } catch (error) {
    report(
      `the approvals of this run cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
    return 'unknown';
  }
}

async function watched(source: MetricSource, query: string): Promise<Pick<Consent, 'abort' | 'degraded'>> {
  const answer = await source.query(query);
  if (!answer.ok) return { abort: 'unknown', degraded: 'unknown' };
  return { abort: 'yes', degraded: isDegraded(answer.value) ? 'yes' : 'no' };
}
