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

/** Finds or creates the deployment of a release, and adds a status. Never throws. */
export async function announce(
  github: GitHub,
  said: Announced,
  report: (line: string) => void,
): Promise<void> {
  try {
    const id = (await known(github, said)) ?? (await made(github, said));
    if (id === undefined) return;
    const { rest } = await github.open();
    await rest.repos.createDeploymentStatus({ ...github.repo, deployment_id: id, ...statusAs(said) });
  } catch (error) {
    report(
      `warning: the deployment of release ${said.release} was not updated on GitHub: ${printable((error as Error).message)}`,
    );
  }
}

async function known(
  { open, repo }: GitHub,
  { app, environment, release }: Announced,
): Promise<number | undefined> {
  const { rest } = await open();
  const { data } = await rest.repos.listDeployments({ ...repo, environment, per_page: 100 });
  return data.find(
    ({ payload }) => typeof payload === 'object' && payload.app === app && payload.release === release,
  )?.id;
}

async function made(
  { open, repo }: GitHub,
  { images, origin, ...rest }: Announced,
): Promise<number | undefined> {
  if (images === undefined) return undefined;
  const production = /^prod/.test(rest.environment);
  const request = deploymentRequest({ ...rest, images, runs: [{ by: origin }] }, production);
  if (request === undefined) return undefined;
  const { data } = await (await open()).rest.repos.createDeployment({ ...repo, ...request });
  return 'id' in data ? data.id : undefined;
}
