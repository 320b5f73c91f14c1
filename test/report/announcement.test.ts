import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { publishDeployment } from '../../src/actions/deployment.ts';
import type { Host } from '../../src/toolkit/host.ts';
import { startGitHub } from '../toolkit/fake-github.ts';
import { wording } from '../wording.ts';

/** A fake of the part of GitHub's API that deployments need. */
let there: object[] = [];
const said: string[] = [];
/** The latest state of each deployment. */
let states: Record<number, string> = {};
let status = 200;
const server = await startGitHub(({ method, path, body }) => {
  if (status >= 400) return [status, { message: 'Resource not accessible' }];
  const [, id] = /\/deployments\/(\d+)\/statuses$/.exec(path) ?? [];
  if (method === 'POST' && id !== undefined) states[Number(id)] = String(body.state);
  if (method === 'GET' && id !== undefined)
    return [200, states[Number(id)] ? [{ state: states[Number(id)] }] : []];
  const made = { id: 17, payload: body.payload };
  if (method === 'POST' && path.endsWith('/deployments')) there = [made, ...there];
  return method === 'GET' ? [200, there] : [201, made];
});
const { asked, calls } = server;
afterAll(() => server.close());
beforeEach(() => {
  asked.length = 0;
  there = [];
  states = {};
  said.length = 0;
  status = 200;
});

const host = {
  env: {
    ...server.env,
    GITHUB_SHA: '3b1f0c2d9e8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c',
    GITHUB_RUN_ID: '4711',
    GITHUB_SERVER_URL: 'https://github.example',
    GITHUB_ACTOR: 'ann',
  },
  report: (line: string) => said.push(line),
} as unknown as Host;
const release = { app: 'shop', environment: 'production', release: 7 };
const made = { images: { shop: 'ghcr.io/acme/shop@sha256:0' }, url: 'https://shop.example.com' };

describe('a release as a deployment at GitHub', () => {
  it('is created at its commit by deploy, and updated by the next action', async () => {
    await publishDeployment(host, 't0ken', { ...release, made, state: 'prepared' });
    await publishDeployment(host, 't0ken', { ...release, state: 'complete' });
    expect(calls()).toEqual([
      'GET deployments',
      'POST deployments',
      'POST deployments/17/statuses',
      'GET deployments',
      'POST deployments/17/statuses',
    ]);
    expect(asked[0]?.query).toEqual({ environment: 'production', per_page: '100' });
    expect(asked[1]?.body).toMatchObject({
      ref: '3b1f0c2d9e8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c',
      production_environment: true,
      payload: { app: 'shop', release: 7 },
    });
    expect(asked[2]?.body).toMatchObject({ state: 'in_progress', auto_inactive: false });
    expect(asked[4]?.body).toMatchObject({
      state: 'success',
      description: 'Release 7: complete',
      auto_inactive: true,
      log_url: 'https://github.example/acme/shop/actions/runs/4711',
      environment_url: 'https://shop.example.com',
    });
    expect(asked.every(({ token }) => token.endsWith(' t0ken'))).toBe(true);
  });

  it('has the state failure with its reason', async () => {
    await publishDeployment(host, 't0ken', {
      ...release,
      made,
      state: 'rolled-back',
      reason: 'errors are worse',
    });
    expect(asked.at(-1)?.body).toMatchObject({
      state: 'failure',
      description: 'Release 7: rolled back, errors are worse',
    });
  });

  it('becomes inactive when a rollback restores an older release, and only that one', async () => {
    there = [
      { id: 8, payload: { app: 'shop', release: 8 } },
      { id: 7, payload: { app: 'shop', release: 7, url: 'javascript:alert(1)' } },
      { id: 6, payload: { app: 'shop', release: 6 } },
      { id: 1, payload: { app: 'other', release: 9 } },
    ];
    states = { 8: 'success', 7: 'inactive', 6: 'failure', 1: 'success' };
    await publishDeployment(host, 't0ken', { ...release, state: 'complete' });
    expect(states).toEqual({ 8: 'inactive', 7: 'success', 6: 'failure', 1: 'success' });
    expect(asked.find(({ path, method }) => method === 'POST' && path.includes('/8/'))?.body).toMatchObject({
      description: 'Release 7 is live',
    });
    expect(asked.some(({ body }) => 'environment_url' in body)).toBe(false);
  });

  it('is not the deployment of another application or release', async () => {
    there = [
      { id: 1, payload: { app: 'other', release: 7 } },
      { id: 2, payload: { app: 'shop', release: 6 } },
      { id: 3, payload: '' },
    ];
    await publishDeployment(host, 't0ken', { ...release, state: 'rolled-back' });
    expect(calls()).toHaveLength(1);
  });

  it('is not created without a token', async () => {
    await publishDeployment(host, '', { ...release, made, state: 'complete' });
    expect(asked).toEqual([]);
  });

  it('is told once, by deploy, when a permission is missing, and fails nothing', async () => {
    status = 403;
    await publishDeployment(host, 't0ken', { ...release, made, state: 'prepared' });
    await publishDeployment(host, 't0ken', { ...release, state: 'complete' });
    expect(said).toEqual([wording('release 7', '403', 'Resource not accessible', 'deployments: write')]);
  });

  it('is only a warning when GitHub does not answer as it should', async () => {
    status = 422;
    await publishDeployment(host, 't0ken', { ...release, state: 'complete' });
    expect(said).toEqual([wording('warning', 'release 7', '422')]);
  });
});
