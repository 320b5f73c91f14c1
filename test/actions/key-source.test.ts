import { expect, it } from 'vitest';
import { currentKey, declaredKeys, oldKey } from '../../src/actions/key-source.ts';
import type { ActionRequest } from '../../src/actions/session.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import type { Recovery } from '../../src/config/recovery.ts';
import { keyOfSecret, parseKey } from '../../src/recovery/fernet.ts';
import { FakeApiServer } from '../cluster/fake-api-server.ts';

const encrypted = [{ table: 'a', column: 'b', secret: 'keys', key: 'jwt', 'key-derivation': 'sha256' }];
const [declared] = declaredKeys({ drills: { encrypted } } as unknown as Recovery, '');
const keyOf = (secret: string) => parseKey(keyOfSecret(secret));
const host = { setSecret: () => undefined };
const request = (OLD_KEY: string) =>
  ({ environment: { namespace: 'shop' }, env: { OLD_KEY } }) as unknown as ActionRequest;

it('is that of the Secret, which the application uses; OLD_KEY counts only for what a rotation replaces', async () => {
  const api = new FakeApiServer();
  const { cluster } = api;
  await expect(currentKey(declared!, cluster, request('old'), host)).rejects.toThrow(
    /does not exist in shop/,
  );
  api.put(`${pathOf(resources.secret, 'shop')}/keys`, {
    data: { jwt: Buffer.from('new').toString('base64') },
  });
  expect(await currentKey(declared!, cluster, request('old'), host)).toEqual(keyOf('new'));
  expect(await oldKey(declared!, cluster, request('old'), host)).toEqual(keyOf('old'));
  expect(await oldKey(declared!, cluster, request(''), host)).toEqual(keyOf('new'));
});
