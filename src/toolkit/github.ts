import { readFile } from 'node:fs/promises';
import { isMap, jsonMap } from './map.ts';
import type { Octokit } from './octokit.ts';

/** Reads the event that started the workflow, as GitHub's webhooks have it; empty outside of GitHub Actions. */
export const workflowEvent = async ({
  GITHUB_EVENT_PATH: path = '',
}: NodeJS.ProcessEnv): Promise<Readonly<Record<string, unknown>>> =>
  jsonMap(await readFile(path, 'utf8').catch(() => '')) ?? {};

/** Whether a pull request of the event comes from another repository, also from one that is gone. Pure. */
export function isFromFork(pull: unknown, { GITHUB_REPOSITORY: own }: NodeJS.ProcessEnv): boolean {
  if (!isMap(pull)) return false;
  const head = isMap(pull.head) ? pull.head.repo : undefined;
  return !isMap(head) || head.full_name !== own;
}

/** The repository of the workflow at GitHub. */
export interface GitHub {
  /** As the methods of octokit take it. */
  readonly repo: { readonly owner: string; readonly repo: string };
  /** Loads the client, which only a step that calls GitHub needs. */
  open(): Promise<Octokit>;
}

/** @returns undefined without a token, or outside of GitHub Actions. */
export function gitHubOf(env: NodeJS.ProcessEnv, token: string): GitHub | undefined {
  const [owner, repo] = env.GITHUB_REPOSITORY?.split('/') ?? [];
  if (token === '' || owner === undefined || repo === undefined) return undefined;
  return { repo: { owner, repo }, open: async () => (await import('./octokit.ts')).openOctokit(env, token) };
}
