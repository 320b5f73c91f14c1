import { prometheusOf, type Source } from '../../analysis/prometheus.ts';
import type { Cluster } from '../../cluster/port.ts';
import type { Drills } from '../../config/drills.ts';
import type { Environment } from '../../config/types.ts';
import { approvalsOf } from '../../toolkit/approvals.ts';
import { gitHubOf } from '../../toolkit/github.ts';
import { suffers } from '../drill/limits.ts';
import type { Consent, Known } from './facts.ts';

/** Who has to agree before something in production is broken, and what ends it again. */

/** A drill as somebody ordered it. */
export interface Asked {
  readonly scenario: { readonly id: string };
  readonly owner: { readonly environment: string };
  readonly environment: Pick<Environment, 'gate'>;
  readonly drills: Pick<Drills, 'alerts' | 'in-production'>;
  /** What somebody typed who means production; empty for anything else. */
  readonly confirm: string;
  /** By which GitHub is asked who approved this run; empty where it cannot be. */
  readonly approvalsToken: string;
  readonly env: NodeJS.ProcessEnv;
  report(line: string): void;
}

/** What has to be typed. Pure. */
export const phraseOf = ({ scenario, owner }: Pick<Asked, 'scenario' | 'owner'>): string =>
  `${scenario.id} in ${owner.environment}`;

/** The environment on GitHub whose reviewers approve this scenario: GitHub tells what was approved by that name alone. Pure. */
const approvalOf = ({ scenario }: Pick<Asked, 'scenario'>, approval: string): string =>
  `${approval}-${scenario.id}`;

/** Who knows which alerts fire; undefined where slipway.yml says of nobody. */
export function alertsOf({ drills, environment, env }: Asked, cluster: Cluster): Source | undefined {
  const settings = drills.alerts.prometheus ?? environment.gate?.prometheus;
  return settings && prometheusOf(settings, cluster, env);
}

/** Undefined when nobody has typed that production is meant: then production is refused. */
export async function consentOf(order: Asked, source: Source | undefined): Promise<Consent | undefined> {
  const { confirm, drills } = order;
  if (confirm === '') return undefined;
  const limits = drills['in-production'];
  return {
    phrase: phraseOf(order),
    typed: confirm,
    approved: limits === undefined ? 'no' : await approved(order, approvalOf(order, limits.approval)),
    ...(limits === undefined || source === undefined
      ? { abort: 'no' as const, suffers: 'unknown' as const }
      : await watched(source, limits.abort)),
    ends: limits?.ends,
  };
}

/** Whoever starts a run may be one of its reviewers: GitHub has a setting against that. */
async function approved({ env, approvalsToken, report }: Asked, wanted: string): Promise<Known> {
  const github = gitHubOf(env, approvalsToken);
  const run = env.GITHUB_RUN_ID;
  if (github === undefined || run === undefined) return 'unknown';
  // GitHub tells approvals of a run, and not of which attempt.
  if ((env.GITHUB_RUN_ATTEMPT ?? '1') !== '1') {
    report('this run was run again, and who approved it before has not approved that: begin a new one');
    return 'unknown';
  }
  try {
    const approvals = await approvalsOf(github, run);
    const counting = approvals.filter(({ environments }) => environments.includes(wanted));
    for (const { by } of counting) report(`${by} has approved it for ${wanted}`);
    return counting.length > 0 ? 'yes' : 'no';
  } catch (error) {
    report(`who approved it cannot be told: ${error instanceof Error ? error.message : String(error)}`);
    return 'unknown';
  }
}

async function watched(source: Source, query: string): Promise<Pick<Consent, 'abort' | 'suffers'>> {
  const answer = await source.query(query);
  if (!answer.ok) return { abort: 'unknown', suffers: 'unknown' };
  return { abort: 'yes', suffers: suffers(answer.value) ? 'yes' : 'no' };
}
