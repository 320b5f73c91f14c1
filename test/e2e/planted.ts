import { randomBytes } from 'node:crypto';
import type { Planted } from '../toolkit/secrets.ts';

/** Secrets of every kind that a run of the pipeline handles, new in each run. */

const random = () => randomBytes(12).toString('hex');
/** Has characters that must be escaped in every format. */
const odd = () => `${random()}/+&<"%$_|*'=${random()}`;
/** Not a valid key, because all valid ones begin with the same bytes. */
const key = () => {
  const lines = randomBytes(144).toString('base64').match(/.{64}/g) ?? [];
  return `-----BEGIN PRIVATE KEY-----\n${lines.join('\n')}\n-----END PRIVATE KEY-----\n`;
};

/** Returns the secrets by a name that says what they are. */
export function makeSecrets() {
  const registry = odd();
  return {
    'client key of another user of the kubeconfig': key(),
    'password of another user of the kubeconfig': odd(),
    'password of the registry': registry,
    'login of the registry': Buffer.from(`robot:${registry}`).toString('base64'),
    'token of GitHub': `ghs_${randomBytes(18).toString('hex')}`,
    'token in the remote of Git': `ghp_${randomBytes(18).toString('hex')}`,
    'key in stringData': key(),
    'key in data': key(),
    'API key of the first release': odd(),
    'API key of the second release': odd(),
    'API key of the third release': odd(),
    'number that the API server refuses': String(Math.trunc(1e12 + Math.random() * 8e12)),
    'variable with a telling name': odd(),
    'password in the address of a variable': random(),
    'entry of a ConfigMap with a telling name': odd(),
    'key in an entry of a ConfigMap': key(),
    'password in the address of the next release': random(),
    'argument of a container': random(),
    'key in a layer': key(),
    'access key in a layer': `AKIA${randomBytes(16)
      .toString('base64')
      .replace(/[^A-Z2-7]/g, '')
      .padEnd(16, 'QWERTYUIOPASDFGH')
      .slice(0, 16)}`,
    'password beside the access key': odd().replaceAll('"', ''),
    'variable of the image': random(),
    'password that the tests get': odd(),
    'password in the address of verify': `${random()}/p@${random()}`,
    'password of the proxy': random(),
    'token where a kubeconfig should be': `eyJ${randomBytes(24).toString('hex')}`,
    'password in the address of the API server': random(),
    'literal of a kustomization': odd().replace(/["'=]/g, ''),
    'password that a crashing container prints': odd(),
  };
}

export type Secrets = ReturnType<typeof makeSecrets>;

export const plantedOf = (secrets: Record<string, string>): Planted[] =>
  Object.entries(secrets).map(([name, value]) => ({ name, value }));
