import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import type { Cluster } from '../../../src/cluster/port.ts';
import { judgeEncrypted } from '../../../src/recovery/drill/encrypted.ts';
import { withKeptSecrets } from '../../../src/recovery/drill/kept-secrets.ts';
import { encrypt, keyOfSecret, parseKey } from '../../../src/recovery/fernet.ts';
import { seal } from '../../../src/recovery/sealing.ts';

const base = '/api/v1/namespaces/shop/secrets';
const nobody = { get: async () => 'of the cluster' } as unknown as Cluster;

async function sealed(names: string[]) {
  const identity = await generateX25519Identity();
  const items = names.map(name => ({
    ...{ apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace: 'shop' } },
    data: { key: Buffer.from(name).toString('base64') },
  }));
  const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
  const file = await seal(list, [await identityToRecipient(identity)]);
  return { file: async () => file, key: async () => identity };
}

describe('Secrets that were kept apart', () => {
  it('are known in place of those of the cluster, which are not asked for', async () => {
    const cluster = await withKeptSecrets(nobody, 'shop', await sealed(['a', 'b']), ['a']);
    expect(await cluster.get(`${base}/a`)).toMatchObject({ metadata: { name: 'a' }, data: { key: 'YQ==' } });
    await expect(cluster.get(`${base}/c`)).rejects.toThrow('lost in this drill');
    expect(await cluster.get('/api/v1/namespaces/shop/pods/a')).toBe('of the cluster');
  });

  it('are not enough when one is needed that nobody kept', async () => {
    await expect(withKeptSecrets(nobody, 'shop', await sealed(['a']), ['a', 'b'])).rejects.toThrow(
      'lacks what the recovery needs: Secret/b',
    );
  });

  it('are lost when the key is another one', async () => {
    const { file } = await sealed(['a']);
    const { key } = await sealed(['a']);
    await expect(withKeptSecrets(nobody, 'shop', { file, key }, ['a'])).rejects.toThrow('does not open');
  });
});

describe('what was stored encrypted', () => {
  const encrypted = {
    table: 'tokens',
    column: 'value',
    secret: 'keys',
    key: 'fernet',
    made: 'as-is',
  } as const;
  const text = keyOfSecret('one', 'url-safe');
  const values = [1, 2].map(n => encrypt(`note ${n}`, parseKey(text)!, 0, new Uint8Array(16).fill(n)));
  const data = (value: string) => Buffer.from(value).toString('base64');

  it('is read with the key that was kept', () => {
    expect(judgeEncrypted(encrypted, values, data(text))).toMatchObject({
      state: 'passed',
      sentence: '2 values opened with Secret/keys, fernet',
    });
    expect(judgeEncrypted({ ...encrypted, made: 'sha256' }, values, data('one\n')).state).toBe('passed');
  });

  it.each([
    ['with another key', data(keyOfSecret('two', 'url-safe')), '2 of 2 values cannot be read'],
    ['with what is no key', data('no key'), 'is no key of Fernet'],
    ['without the Secret', undefined, 'the key is gone'],
  ])('is not read %s, and that is red', (_, key, sentence) => {
    expect(judgeEncrypted(encrypted, values, key)).toMatchObject({
      state: 'failed',
      sentence: expect.stringContaining(sentence),
    });
  });

  it('of which nothing is there shows nothing', () => {
    expect(judgeEncrypted(encrypted, [], data(text)).state).toBe('skipped');
  });

  it('never shows the key', () => {
    const said = [data(text), data('no key')].map(key => judgeEncrypted(encrypted, ['x'], key).sentence);
    for (const each of said) expect(each).not.toContain(text);
  });
});
