import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { Cluster } from '../../src/cluster/port.ts';
import type { Shop } from './harness.ts';

/**
 * A cloud on loopback, beside GitHub's token service: it trades OIDC tokens for credentials of a cluster and a registry, which end in the
 * middle of a run. Those of the cluster are real tokens of a service account, bound to a Secret whose deletion ends them.
 */
export interface Cloud {
  /** The variables by which a job of GitHub requests tokens. */
  readonly job: Readonly<Record<string, string>>;
  readonly address: string;
  /** Everything that it gave out. */
  readonly secrets: ReadonlySet<string>;
  /** How many credentials were given, and the purposes of those of the registry. */
  readonly given: { cluster: number; readonly registry: string[] };
  /** Ends every credential of the cluster. */
  expireCluster(): Promise<void>;
  /** Refuses requests without a password that was given and has been used fewer than twelve times. Its signature is that of a front. */
  guard(request: IncomingMessage, answer: ServerResponse): boolean;
  stop(): void;
}

const uses = 12;

export async function startCloud({ cluster, namespace }: Shop): Promise<Cloud> {
  const bearer = secret('request');
  const secrets = new Set<string>();
  const passwords = new Map<string, number>();
  const bound = new Set<string>();
  const given: Cloud['given'] = { cluster: 0, registry: [] };
  const keep = (value: string) => {
    secrets.add(value);
    return value;
  };
  const idTokens = new Set<string>();

  const answerTo = async (request: IncomingMessage): Promise<unknown> => {
    const url = new URL(request.url ?? '/', 'http://cloud');
    if (url.pathname === '/github') {
      const right = request.headers.authorization === `bearer ${bearer}`;
      if (!right || url.searchParams.get('audience') !== 'cloud') return undefined;
      const token = keep(secret('id'));
      idTokens.add(token);
      return { value: token };
    }
    // An OIDC token is traded once.
    if (!idTokens.delete((await text(request)).trim())) return undefined;
    if (url.pathname === '/cluster') {
      given.cluster += 1;
      const token = keep(await boundToken(cluster, namespace, bound));
      return { apiVersion: 'client.authentication.k8s.io/v1', kind: 'ExecCredential', status: { token } };
    }
    given.registry.push(url.searchParams.get('purpose') ?? '');
    const password = keep(secret('password'));
    passwords.set(password, 0);
    return { Username: 'cloud', Secret: password };
  };
  const server = createServer((request, response) => {
    answerTo(request).then(
      body => response.writeHead(body === undefined ? 403 : 200).end(JSON.stringify(body)),
      error => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    job: {
      ACTIONS_ID_TOKEN_REQUEST_URL: `${address}/github?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer,
    },
    ...{ address, secrets, given },
    expireCluster: async () => {
      for (const name of bound) {
        bound.delete(name);
        await cluster.remove(`/api/v1/namespaces/${namespace}/secrets/${name}`, undefined);
      }
    },
    guard: (request, answer) => {
      const basic = Buffer.from(String(request.headers.authorization).slice('Basic '.length), 'base64');
      const [, password = ''] = basic.toString().split(':');
      const used = passwords.get(password);
      if (used !== undefined && used < uses) {
        passwords.set(password, used + 1);
        return false;
      }
      request.resume();
      answer.writeHead(401, { 'www-authenticate': 'Basic realm="cloud"' }).end('{"errors":[]}');
      return true;
    },
    stop: () => server.close().closeAllConnections(),
  };
}

const secret = (what: string) => `${what}-${randomBytes(16).toString('hex')}`;

/** Returns a token of the runner's account that ends when its Secret is deleted. */
async function boundToken(cluster: Cluster, namespace: string, bound: Set<string>): Promise<string> {
  const name = `cloud-${randomBytes(6).toString('hex')}`;
  const { metadata } = await cluster.create<{ metadata: { uid: string } }>(
    `/api/v1/namespaces/${namespace}/secrets`,
    { apiVersion: 'v1', kind: 'Secret', metadata: { name } },
  );
  bound.add(name);
  const path = `/api/v1/namespaces/${namespace}/serviceaccounts/runner/token`;
  const { status } = await cluster.create<{ status: { token: string } }>(path, {
    apiVersion: 'authentication.k8s.io/v1',
    kind: 'TokenRequest',
    spec: {
      expirationSeconds: 3600,
      boundObjectRef: { apiVersion: 'v1', kind: 'Secret', name, uid: metadata.uid },
    },
  });
  return status.token;
}

/** Prints an OIDC token of the job, as the action of a cloud requests it. */
const idToken = `curl -sf -H "authorization: bearer $ACTIONS_ID_TOKEN_REQUEST_TOKEN" "$ACTIONS_ID_TOKEN_REQUEST_URL&audience=cloud" | sed 's/.*"value":"\\([^"]*\\)".*/\\1/'`;

/** The plugin of the kubeconfig. */
export const plugin = (address: string) => `${idToken} | exec curl -sf --data-binary @- ${address}/cluster\n`;

/**
 * The caller's action for a registry: docker's configuration names a credential helper, which asks the cloud each time.
 * @param dumps a folder for the environment that following steps of the job have.
 */
export const loginAction = (address: string, registry: string, dumps: string) => `name: Login
description: Log in to the registry of the cloud.
inputs:
  purpose: { description: "What for.", required: true }
  identity: { description: "Whether the job may ask for a token.", required: true }
  environment: { description: "The environment.", default: "" }
runs:
  using: composite
  steps:
    - if: inputs.identity == 'true'
      shell: bash
      env: { PURPOSE: "\${{ inputs.purpose }}" }
      run: |
        mkdir -p "$RUNNER_TEMP/cloud"
        cat > "$RUNNER_TEMP/cloud/docker-credential-cloud" <<END
        #!/bin/sh
        ${idToken.replaceAll('$', '\\$')} | exec curl -sf --data-binary @- '${address}/registry?purpose=$PURPOSE'
        END
        chmod 755 "$RUNNER_TEMP/cloud/docker-credential-cloud"
        echo '{"credHelpers": {"${registry}": "cloud"}}' > "$RUNNER_TEMP/cloud/config.json"
        echo "$RUNNER_TEMP/cloud" >> "$GITHUB_PATH"
        echo "DOCKER_CONFIG=$RUNNER_TEMP/cloud" >> "$GITHUB_ENV"
    - shell: bash
      run: env > "${dumps}/$GITHUB_JOB-login"
`;

/** The caller's action for a cluster: a kubeconfig without a secret, whose user is a plugin. @param kubeconfig path in the repository. */
export const connectAction = (kubeconfig: string, dumps: string) => `name: Connect
description: Log in to the cluster of the cloud.
inputs:
  environment: { description: "The environment.", required: true }
runs:
  using: composite
  steps:
    - shell: bash
      run: |
        install -m 600 "${kubeconfig}" "$RUNNER_TEMP/cloud.json"
        echo "KUBECONFIG=$RUNNER_TEMP/cloud.json" >> "$GITHUB_ENV"
    - shell: bash
      run: env > "${dumps}/$GITHUB_JOB-connect"
`;
