import { type Announced, announce } from '../report/announcement.ts';
import { gitHubOf } from '../toolkit/github.ts';
import type { Host } from '../toolkit/host.ts';
import { originOf } from '../toolkit/origin.ts';

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

/** Creates or updates the GitHub deployment of a release, if a token for it was given. */
export async function publishDeployment(
  host: Host,
  token: string,
  said: Pick<Announced, 'app' | 'environment' | 'release' | 'images'> & { state: string; reason?: string },
): Promise<void> {
  const github = gitHubOf(host.env, token);
  const { state: ours, reason, ...rest } = said;
  const state = states[ours];
  if (github === undefined || state === undefined) return;
  const sentence = `Release ${said.release}: ${ours.replace('-', ' ')}${reason === undefined ? '' : `, ${reason}`}`;
  await announce(github, { ...rest, state, sentence, origin: originOf(host.env) }, host.report);
}
