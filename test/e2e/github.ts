import { readFile } from 'node:fs/promises';
import { request } from 'node:https';
import { workflow } from './harness.ts';

/** Jobs of GitHub Actions that may request tokens. The lab's issuer stands in for GitHub; see lab/issuer.ts. */
const { SLIPWAY_OIDC: issuer = '', SLIPWAY_CA: ca = '' } = process.env;

export interface GitHubJob {
  /** The environment that the runner gives to its steps. */
  env: Record<string, string>;
  issued(): Promise<number>;
}

/** Registers a job with the issuer. @param life of each token, in seconds. */
export async function gitHubJob(
  environment: string,
  life: number,
  repository = 'acme/shop',
): Promise<GitHubJob> {
  const job = await ask<{ id: string; env: Record<string, string> }>('POST', '/jobs', {
    repository,
    environment,
    life,
  });
  return {
    env: { ...workflow('mona', 1), ...job.env, NODE_EXTRA_CA_CERTS: ca, KUBECONFIG: '/dev/null' },
    issued: async () => (await ask<{ issued: number }>('GET', `/jobs/${job.id}`)).issued,
  };
}

async function ask<T>(method: string, path: string, body?: object): Promise<T> {
  const authority = await readFile(ca);
  return new Promise((resolve, reject) => {
    const outgoing = request(new URL(path, issuer), { method, ca: authority }, async response => {
      let text = '';
      for await (const chunk of response) text += chunk;
      resolve(JSON.parse(text) as T);
    });
    outgoing.once('error', reject);
    outgoing.end(body && JSON.stringify(body));
  });
}

/** Returns the user name of a job of that environment for the API server. */
export const userOf = (environment: string) => `github:repo:acme/shop:environment:${environment}`;
