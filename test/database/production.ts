import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { kubectl } from '../e2e/harness.ts';

/**
 * The API server of another cluster, as far as a drill may ask it: which one it is, and what the credential of the drill may do there. A
 * second lab is in a network of its own, which nothing of this one reaches.
 */
export interface Production {
  readonly uid: string;
  readonly server: string;
  /** What it answers of every permission. */
  allows: boolean;
  /** Whatever else was asked of it. */
  readonly others: string[];
  stop(): Promise<void>;
}

export async function startProduction(): Promise<Production> {
  const uid = '0f5e3c9e-7d0b-4d7e-9a57-1f6f6a1c2b22';
  const others: string[] = [];
  const answerTo = (method: string, path: string): object | undefined => {
    // So kubectl's proxy is asked whether it listens.
    if (path === '/static/') return {};
    if (path === '/version') return { major: '1', minor: '36' };
    if (method === 'GET' && path === '/api/v1/namespaces/kube-system')
      return { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'kube-system', uid } };
    if (method === 'POST' && /selfsubjectaccessreviews/.test(path))
      return { status: { allowed: production.allows } };
    return undefined;
  };
  const server = createServer((request, response) => {
    const { method = '', url = '' } = request;
    const [path = ''] = url.split('?');
    const answer = answerTo(method, path);
    if (answer === undefined) others.push(`${method} ${path}`);
    response.writeHead(answer === undefined ? 403 : 200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify(answer ?? { kind: 'Status', status: 'Failure', code: 403, reason: 'Forbidden' }),
    );
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const production: Production = {
    ...{ uid, others, allows: false },
    server: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return production;
}

/** The lab's kubeconfig, with a context of production beside its own. @returns its path. */
export async function withProduction({ server }: Production, path: string): Promise<string> {
  const config = JSON.parse(await kubectl(['config', 'view', '--raw', '--flatten', '--output=json']));
  config.clusters.push({ name: 'production', cluster: { server } });
  config.users.push({ name: 'nobody', user: {} });
  config.contexts.push({ name: 'production', context: { cluster: 'production', user: 'nobody' } });
  await writeFile(path, JSON.stringify(config), { mode: 0o600 });
  return path;
}

/** Of the lab's cluster, as slipway.yml names clusters. */
export const labUid = () => kubectl(['get', 'namespace', 'kube-system', '-o', 'jsonpath={.metadata.uid}']);
