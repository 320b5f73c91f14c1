import type { DecisionRecord } from '../decision/schema.ts';
import { type Announced, announce } from '../report/announcement.ts';
import { gitHubOf } from '../toolkit/github.ts';
import { type Host, setOutputs } from '../toolkit/host.ts';
import { defined } from '../toolkit/map.ts';
import { originOf } from '../toolkit/origin.ts';
import { publishDecision } from './decision.ts';
import type { ActionRequest } from './session.ts';

/** GitHub's deployment state for each state of an action. A state that is missing here updates no deployment. */
const states: Readonly<Record<string, Announced['state']>> = {
  prepared: 'in_progress',
  passed: 'in_progress',
  'needs-action': 'in_progress',
  complete: 'success',
  'rolled-back': 'failure',
  failed: 'failure',
  refused: 'failure',
};

interface Concluded {
  readonly release: number;
  readonly state: string;
  readonly reason?: string;
  readonly decision?: DecisionRecord;
}

/**
 * Publishes how an action ended that rolls a release out: its common outputs, the decision record, the GitHub deployment and the log.
 * @param made with which a missing GitHub deployment is created.
 */
export async function publishOutcome(
  host: Host,
  { config: { app }, environmentName: environment }: ActionRequest,
  token: string,
  { release, state, reason, decision }: Concluded,
  made?: Announced['made'],
): Promise<void> {
  setOutputs(host, { state, release, reason });
  host.output('record', await publishDecision(decision, host));
  await publishDeployment(host, token, { app, environment, release, state, ...defined({ reason, made }) });
  host.report(`release ${release}: ${state}${reason === undefined ? '' : `, ${reason}`}`);
}

/** Creates or updates the GitHub deployment of a release, if a token for it was given. */
export async function publishDeployment(
  host: Host,
  token: string,
  said: Pick<Announced, 'app' | 'environment' | 'release' | 'made'> & { state: string; reason?: string },
): Promise<void> {
  const github = gitHubOf(host.env, token);
  const { state: ours, reason, ...rest } = said;
  const state = states[ours];
  if (github === undefined || state === undefined) return;
  const sentence = `Release ${said.release}: ${ours.replace('-', ' ')}${reason === undefined ? '' : `, ${reason}`}`;
  await announce(github, { ...rest, state, sentence, origin: originOf(host.env) }, host.report);
}
