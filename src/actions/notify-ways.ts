import { type Endpoint, endpointOf } from '../analysis/http-endpoint.ts';
import type { Cluster } from '../cluster/port.ts';
import type { Monitoring } from '../config/monitoring.ts';
import type { Environment } from '../config/types.ts';
import { type AlertmanagerSend, postAlerts } from '../notify/alerts.ts';
import type { Delivery } from '../notify/deliver.ts';
import type { EventOutcome, NotifyEvent } from '../notify/event.ts';
import type { Notice } from '../notify/message.ts';
import { guarding } from '../notify/neutral.ts';
import { UserError } from '../toolkit/errors.ts';
import { gitHubOf } from '../toolkit/github.ts';
import type { Host } from '../toolkit/host.ts';
import { listed, oneOf } from '../toolkit/input-text.ts';
import { publishDeployment } from './deployment.ts';
import { withCluster } from './session.ts';

/** Ways of a notice that are no receivers: GitHub, and Alertmanager. */

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
  started: 'prepared',
};

/**
 * Keeps the issue, the comment and the deployment that are asked for.
 * @returns what became of each.
 * @throws UserError for an unknown way, or without a token.
 */
export async function noticeOnGitHub(
  inputs: { github: string; 'github-token': string },
  { notice, event, secrets }: Pick<NoticeSubject, 'notice' | 'event' | 'secrets'>,
  host: Host,
): Promise<Delivery[]> {
  const asked = listed(inputs.github).map(each => oneOf('github', ways, each));
  if (asked.length === 0) return [];
  const github = gitHubOf(host.env, inputs['github-token']);
  if (github === undefined)
    throw new UserError(
      'the input `github` needs a token and a run of GitHub Actions',
      'set `github-token`, or remove `github`',
    );
  const { revision } = event.origin;
  const { app, environment } = event;
  const safe = guarding(secrets);
  const { comment, keepNoticeIssue } = await import('../notify/issues.ts');
  const work: Record<(typeof ways)[number], () => Promise<readonly string[]>> = {
    issue: () => keepNoticeIssue(github, notice),
    comment: async () => (revision === undefined ? [] : comment(github, notice, revision)),
    deployment: async () => {
      const state = states[event.outcome];
      if (event.release === undefined || state === undefined) return [];
      const reason = notice.why === undefined ? {} : { reason: notice.why };
      const said = { app, environment, release: Number(event.release), images: {}, state, ...reason };
      await publishDeployment(host, inputs['github-token'], said);
      return [];
    },
  };
  const wanted = ways.filter(way => asked.includes(way));
  return Promise.all(
    wanted.map(async way => {
      const receiver = `GitHub (${way})`;
      try {
        for (const line of await work[way]()) host.report(safe(line));
        return { receiver };
      } catch (error) {
        return { receiver, problem: `${receiver} was not updated: ${safe((error as Error).message)}` };
      }
    }),
  );
}

export type Alertmanager = NonNullable<Monitoring['alertmanager']>;

/** Hands a notice to an Alertmanager. Never throws. */
export async function toAlertmanager(
  settings: Alertmanager,
  inputs: { config: string; context: string },
  { environment, notice, env, secrets, now }: NoticeSubject & { now: number },
  host: Host,
): Promise<Delivery[]> {
  const receiver = 'Alertmanager';
  try {
    const post = (cluster: Pick<Cluster, 'fetch'>) =>
      postAlerts(sendThrough(endpointOf(settings, cluster, env)), notice, now);
    if (settings.service === undefined) await post(noCluster);
    else {
      const nothing = async () => undefined;
      await withCluster({ ...inputs, patient: false }, environment, host, nothing, post);
    }
    return [{ receiver }];
  } catch (error) {
    const sentence = error instanceof UserError ? error.sentence : (error as Error).message;
    return [{ receiver, problem: `${receiver} ${guarding(secrets)(sentence)}` }];
  }
}

/** An address is reached without a cluster. */
const noCluster = { fetch: () => Promise.reject(new Error('there is no cluster')) };

/** Sends to an Alertmanager as slipway.yml says where it is. */
const sendThrough =
  ({ send }: Pick<Endpoint, 'send'>): AlertmanagerSend =>
  (path, { method, body }, signal) =>
    send(path, signal, { method, body: JSON.parse(body) });
