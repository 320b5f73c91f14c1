import type { Cluster } from '../cluster/port.ts';
import type { Monitoring } from '../config/monitoring.ts';
import type { Environment } from '../config/types.ts';
import { alertsOf } from '../notify/alerts.ts';
import { attempted, type Delivery } from '../notify/deliver.ts';
import type { EventOutcome, NotifyEvent } from '../notify/event.ts';
import { DeliveryError, insist, isTemporaryStatus } from '../notify/http.ts';
import type { Notice } from '../notify/message.ts';
import { guarding } from '../notify/neutral.ts';
import { UserError } from '../toolkit/errors.ts';
import { type GitHub, gitHubOf } from '../toolkit/github.ts';
import type { Host } from '../toolkit/host.ts';
import { listed, oneOf } from '../toolkit/input-text.ts';
import { publishDeployment } from './deployment.ts';
import { impatient, withCluster } from './session.ts';

/** Ways of a notice that are not receivers: GitHub, and Alertmanager. */

/** A notice, and what its ways need. */
interface NoticeSubject {
  readonly environment: Environment;
  readonly event: NotifyEvent;
  readonly notice: Notice;
  readonly env: NodeJS.ProcessEnv;
  readonly secrets: readonly string[];
}

const ways = ['issue', 'comment', 'deployment'] as const;

/** The state for `publishDeployment`. An outcome that is missing here updates no deployment. */
const states: Readonly<Partial<Record<EventOutcome, string>>> = {
  success: 'complete',
  'rolled-back': 'rolled-back',
  'needs-action': 'needs-action',
  failure: 'failed',
};

type GitHubWay = (typeof ways)[number];

/** Returns what the input `github` asks for. @throws UserError for an unknown way. Pure. */
export const gitHubWaysIn = (text: string): GitHubWay[] => {
  const asked = listed(text).map(each => oneOf('github', ways, each));
  return ways.filter(way => asked.includes(way));
};

/** Keeps the issue, the comment and the deployment that are asked for. Never throws. @returns what became of each. */
export async function noticeOnGitHub(
  wanted: readonly GitHubWay[],
  token: string,
  { notice, event, secrets }: NoticeSubject,
  host: Host,
): Promise<Delivery[]> {
  if (wanted.length === 0) return [];
  const github = gitHubOf(host.env, token);
  const { app, environment, release, outcome, origin } = event;
  const { comment, keepNoticeIssue } = await import('../notify/issues.ts');
  const work: Record<GitHubWay, (to: GitHub) => Promise<readonly string[]>> = {
    issue: to => keepNoticeIssue(to, notice),
    comment: async to => (origin.revision === undefined ? [] : comment(to, notice, origin.revision)),
    deployment: async () => {
      const state = states[outcome];
      if (release === '' || state === undefined) return [];
      const made = { images: {} };
      const said = { app, environment, release: Number(release), made, state, reason: notice.why };
      await publishDeployment(host, token, said);
      return [];
    },
  };
  return Promise.all(
    wanted.map(way => {
      const receiver = `GitHub (${way})`;
      const update = async () => {
        if (github === undefined)
          throw new UserError(
            '`github` needs a token and a run of GitHub Actions',
            'set `github-token`, or remove `github`',
          );
        for (const line of await work[way](github)) host.report(guarding(secrets)(line));
      };
      return attempted(receiver, update, secrets, `${receiver} was not updated: `);
    }),
  );
}

export type Alertmanager = NonNullable<Monitoring['alertmanager']>;

/** An address is reached without a cluster. */
const noCluster = { fetch: () => Promise.reject(new Error('there is no cluster')) };

/** Hands a notice to the Alertmanager in slipway.yml, which groups, repeats and delivers it. Never throws. */
export function toAlertmanager(
  settings: Alertmanager,
  inputs: { config: string; 'kube-context': string },
  { environment, notice, env, secrets }: NoticeSubject,
  now: number,
  host: Host,
): Promise<Delivery> {
  const load = () => import('../monitoring/alerts/alertmanager-api.ts');
  const post = (cluster: Pick<Cluster, 'fetch'>, { alertmanagerOf }: Awaited<ReturnType<typeof load>>) =>
    insist(async () => {
      const api = alertmanagerOf(settings, cluster, env);
      const answer = await api('POST', '/api/v2/alerts', alertsOf(notice, now));
      if (!answer.ok)
        throw new DeliveryError(
          answer.detail,
          answer.status === undefined || isTemporaryStatus(answer.status),
        );
    });
  const work = async () =>
    settings.service === undefined
      ? post(noCluster, await load())
      : withCluster(impatient(inputs), environment, host, load, post);
  return attempted('Alertmanager', work, secrets, '');
}
