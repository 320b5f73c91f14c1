import { prometheusOf, type Source } from '../analysis/prometheus.ts';
import type { Cluster } from '../cluster/port.ts';
import { suffers } from '../recovery/drill/limits.ts';
import type { Consent, Known } from '../recovery/guard/facts.ts';
import { approvalsOf } from '../toolkit/approvals.ts';
import { gitHubOf } from '../toolkit/github.ts';
import type { Ordered } from './drill.ts';

/** Who has to agree before something in production is broken, and what ends it again. */

/** What has to be typed. Pure. */
export const phraseOf = ({ scenario, owner }: Pick<Ordered, 'scenario' | 'owner'>): string =>
  `${scenario.id} in ${owner.environment}`;

/** Who knows which alerts fire; undefined where slipway.yml says of nobody. */
export function alertsOf({ drills, environment, env }: Ordered, cluster: Cluster): Source | undefined {
  const settings = drills.alerts.prometheus ?? environment.gate?.prometheus;
  return settings && prometheusOf(settings, cluster, env);
}

/** Undefined when nobody has typed that production is meant: then production is refused. */
export async function consentOf(order: Ordered, source: Source | undefined): Promise<Consent | undefined> {
  const { confirm, drills } = order;
  if (confirm === '') return undefined;
  const limits = drills['in-production'];
  return {
    phrase: phraseOf(order),
    typed: confirm,
    approved: limits === undefined ? 'no' : await approved(order, limits.approval),
    ...(limits === undefined || source === undefined
      ? { abort: 'no' as const, suffers: 'unknown' as const }
      : await watched(source, limits.abort)),
    ends: limits?.ends,
  };
}

/** Whoever starts a run may be one of its reviewers: GitHub has a setting against that. */
async function approved({ env, approvalsToken, report }: Ordered, wanted: string): Promise<Known> {
  const github = gitHubOf(env, approvalsToken);
  const run = env.GITHUB_RUN_ID;
  if (github === undefined || run === undefined) return 'unknown';
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
