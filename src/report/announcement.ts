import type { GitHub } from '../toolkit/github.ts';
import type { Origin } from '../toolkit/origin.ts';
import { printable } from '../toolkit/printable.ts';
import { type DeploymentStatus, deploymentRequest, statusAs } from './deployment.ts';

/** Reports a release to GitHub as a deployment. This decides nothing, so every failure is only a warning. */

export interface Announced {
  app: string;
  environment: string;
  release: number;
  state: DeploymentStatus['state'];
  /** What happened, in one sentence. */
  sentence: string;
  origin: Origin;
  /** When given, a missing deployment is created. */
  images?: Record<string, string>;
}

interface Known {
  id: number;
  payload?: { app?: string; release?: number } | string;
}

/** Finds or creates the deployment of a release, and adds a status. Never throws. */
export async function announce(
  github: GitHub,
  said: Announced,
  report: (line: string) => void,
): Promise<void> {
  try {
    const id = (await known(github, said)) ?? (await made(github, said));
    if (id !== undefined) await github.call('POST', `deployments/${id}/statuses`, statusAs(said));
  } catch (error) {
    report(
      `warning: the deployment of release ${said.release} was not updated on GitHub: ${printable((error as Error).message)}`,
    );
  }
}

async function known(github: GitHub, { app, environment, release }: Announced): Promise<number | undefined> {
  const query = new URLSearchParams({ environment, per_page: '100' });
  const deployments = await github.call<Known[]>('GET', `deployments?${query}`);
  return deployments.find(
    ({ payload }) => typeof payload === 'object' && payload.app === app && payload.release === release,
  )?.id;
}

async function made(github: GitHub, { images, origin, ...rest }: Announced): Promise<number | undefined> {
  if (images === undefined) return undefined;
  const production = /^prod/.test(rest.environment);
  const request = deploymentRequest({ ...rest, images, runs: [{ by: origin }] }, production);
  return request && (await github.call<Known>('POST', 'deployments', request)).id;
}
