import { RequestError } from '@octokit/request-error';
import type { GitHub } from '../toolkit/github.ts';
import { isMap } from '../toolkit/map.ts';
import type { Origin } from '../toolkit/origin.ts';
import { printable } from '../toolkit/printable.ts';
import { type DeploymentStatus, deploymentRequest, statusAs } from './deployment.ts';

/** Reports a release to GitHub as a deployment. This decides nothing, so every failure is only a line of the log. */

export interface Announced {
  app: string;
  environment: string;
  release: number;
  state: DeploymentStatus['state'];
  /** What happened, in one sentence. */
  sentence: string;
  origin: Origin;
  /** When given, a missing deployment is created. */
  made?: { readonly images: Record<string, string>; readonly url?: string | undefined };
}

/** A deployment of this application. */
interface Deployment {
  readonly id: number;
  readonly release: unknown;
  readonly url?: unknown;
}

/**
 * Finds or creates the deployment of a release, and adds a status. When the release is live, the deployments of other releases become
 * inactive: GitHub does that only for older ones, and a rollback restores an older one. Never throws.
 */
export async function announce(
  github: GitHub,
  said: Announced,
  report: (line: string) => void,
): Promise<void> {
  try {
    const all = await deploymentsOf(github, said);
    const own = all.find(({ release }) => release === said.release) ?? (await made(github, said));
    if (own !== undefined) await add(github, own.id, statusAs({ ...said, url: own.url }));
    if (said.state === 'success') await retire(github, said, all);
  } catch (error) {
    const what = `the deployment of release ${said.release} was not updated on GitHub: ${printable((error as Error).message)}`;
    if (!(error instanceof RequestError && error.status === 403)) return report(`warning: ${what}`);
    // `deploy` has told it; the steps after it have the same token.
    if (said.made !== undefined)
      report(`${what}; a job without a GitHub environment needs \`deployments: write\` to show its releases`);
  }
}

async function deploymentsOf({ open, repo }: GitHub, { app, environment }: Announced): Promise<Deployment[]> {
  const { rest } = await open();
  const { data } = await rest.repos.listDeployments({ ...repo, environment, per_page: 100 });
  return data.flatMap(({ id, payload }) =>
    isMap(payload) && payload.app === app ? [{ id, release: payload.release, url: payload.url }] : [],
  );
}

async function made(
  { open, repo }: GitHub,
  { made: asked, origin, ...rest }: Announced,
): Promise<Deployment | undefined> {
  if (asked === undefined) return undefined;
  const production = /^prod/.test(rest.environment);
  const request = deploymentRequest({ ...rest, ...asked, runs: [{ by: origin }] }, production);
  if (request === undefined) return undefined;
  const { data } = await (await open()).rest.repos.createDeployment({ ...repo, ...request });
  return 'id' in data ? { id: data.id, release: rest.release, url: asked.url } : undefined;
}

const add = async ({ open, repo }: GitHub, id: number, status: DeploymentStatus) =>
  (await open()).rest.repos.createDeploymentStatus({ ...repo, deployment_id: id, ...status });

/** Older deployments than these have become inactive before. */
const looked = 5;

async function retire(
  github: GitHub,
  { release, origin }: Announced,
  all: readonly Deployment[],
): Promise<void> {
  const { rest } = await github.open();
  const others = all.filter(each => each.release !== release);
  for (const { id } of others.slice(0, looked)) {
    const query = { ...github.repo, deployment_id: id, per_page: 1 };
    const { data } = await rest.repos.listDeploymentStatuses(query);
    if (data[0]?.state !== 'success' && data[0]?.state !== 'in_progress') continue;
    await add(github, id, statusAs({ state: 'inactive', sentence: `Release ${release} is live`, origin }));
  }
}
