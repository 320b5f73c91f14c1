import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { KubeObject } from '../../src/cluster/objects.ts';
import { decryptAge, encryptAge, parseIdentities } from '../../src/recovery/sealing.ts';
import { openSecrets, sealSecrets } from '../../src/recovery/secrets.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';
import { wording } from '../wording.ts';

const text = readFileSync(join(import.meta.dirname, 'fixtures/age-identity.txt'), 'utf8');
const identities = parseIdentities(text);
const recipients = [/public key: (\S+)/.exec(text)?.[1] ?? ''];
const path = '/api/v1/namespaces/shop/secrets';

const secret = (name: string, type = 'Opaque'): KubeObject => ({
  type,
  data: { password: 'aHVudGVyMg==' },
  metadata: {
    ...{ name, namespace: 'shop', uid: 'u', resourceVersion: '7', creationTimestamp: '2026-11-26T11:00:00Z' },
    annotations: {
      'kubectl.kubernetes.io/last-applied-configuration': '{"data":{"password":"aHVudGVyMg=="}}',
    },
  },
});
const holding = (...secrets: KubeObject[]) => {
  const api = new FakeApiServer();
  for (const each of secrets) api.put(`${path}/${each.metadata?.name}`, each);
  return api.cluster;
};

describe('secrets', () => {
  it('are encrypted as objects that can be applied, without fields of their cluster', async () => {
    const { names, file } = await sealSecrets(
      holding(secret('login'), secret('other')),
      'shop',
      ['login'],
      recipients,
    );
    expect(names).toEqual(['shop/login']);
    expect(await openSecrets(file, identities)).toEqual([
      {
        ...{ apiVersion: 'v1', kind: 'Secret', type: 'Opaque', data: { password: 'aHVudGVyMg==' } },
        metadata: { name: 'login', namespace: 'shop' },
      },
    ]);
    expect(Buffer.from(await decryptAge(file, identities)).toString()).toMatch(
      /^\{\n "apiVersion": "v1",\n "kind": "List"/,
    );
  });

  it('that do not exist are all named', async () => {
    await expect(
      sealSecrets(holding(secret('login')), 'shop', ['a', 'login', 'b'], recipients),
    ).rejects.toThrow(wording('shop', 'a, b'));
  });

  it('that are tokens of a cluster are refused', async () => {
    const token = secret('token', 'kubernetes.io/service-account-token');
    await expect(sealSecrets(holding(token), 'shop', ['token'], recipients)).rejects.toThrow(
      wording('token', 'shop'),
    );
  });

  it('without a recipient are not exported, and nothing of them is revealed', async () => {
    const fault = await sealSecrets(holding(secret('login')), 'shop', ['login'], []).catch(error => error);
    expect(fault.sentence).toEqual(wording('age-keygen'));
    expect(fault.sentence).not.toContain('aHVudGVyMg');
  });

  it('are not read from a file of other objects', async () => {
    const config = '{"kind":"List","items":[{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"}}]}';
    await expect(openSecrets(await encryptAge(config, recipients), identities)).rejects.toThrow(wording());
    await expect(openSecrets(await encryptAge('', recipients), identities)).rejects.toThrow(wording());
  });
});
