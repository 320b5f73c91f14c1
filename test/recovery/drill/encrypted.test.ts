import { describe, expect, it } from 'vitest';
import { encryptedCheck, judgeEncrypted } from '../../../src/recovery/drill/encrypted.ts';
import type { Exec } from '../../../src/recovery/exec.ts';
import { encrypt, keyOfSecret, parseKey } from '../../../src/recovery/fernet.ts';
import { wording } from '../../wording.ts';

describe('an encrypted column', () => {
  const encrypted = {
    table: 'tokens',
    column: 'value',
    secret: 'keys',
    key: 'fernet',
    'key-derivation': 'none',
  } as const;
  const text = keyOfSecret('one', 'url-safe');
  const values = [1, 2].map(n => encrypt(`note ${n}`, parseKey(text)!, 0, new Uint8Array(16).fill(n)));
  const data = (value: string) => Buffer.from(value).toString('base64');

  it('is decrypted with the kept key', () => {
    expect(judgeEncrypted(encrypted, values, data(text))).toMatchObject({
      state: 'passed',
      sentence: wording('2 values', 'Secret/keys', 'fernet'),
    });
    expect(judgeEncrypted({ ...encrypted, 'key-derivation': 'sha256' }, values, data('one\n')).state).toBe(
      'passed',
    );
  });

  it.each([
    ['with another key', data(keyOfSecret('two', 'url-safe')), wording('2 of 2 values', 'Secret/keys')],
    ['with an invalid key', data('no key'), wording('Secret/keys', 'Fernet')],
    ['without the Secret', undefined, wording('Secret/keys')],
  ])('fails the check %s', (_, key, sentence) => {
    expect(judgeEncrypted(encrypted, values, key)).toMatchObject({
      state: 'failed',
      sentence,
    });
  });

  it('skips the check if it has no values', () => {
    expect(judgeEncrypted(encrypted, [], data(text)).state).toBe('skipped');
  });

  it('leaves out empty values, which applications store for "none"', async () => {
    let asked = '';
    const exec: Exec = async (_, { input = '' } = {}) => {
      asked = input;
      return { code: 0, stdout: values.map(value => `${JSON.stringify({ value })}\n`).join(''), stderr: '' };
    };
    const secret = { data: { fernet: data(text) } };
    const signal = new AbortController().signal;
    const check = await encryptedCheck(exec, { database: 'shop' }, encrypted, secret, signal);
    expect(check.state).toBe('passed');
    // A null is left out too: it is not unequal.
    expect(asked.match(/where %1\$I::text <> '''' limit 50/g)).toHaveLength(2);
  });

  it('never shows the key', () => {
    const said = [data(text), data('no key')].map(key => judgeEncrypted(encrypted, ['x'], key).sentence);
    for (const each of said) expect(each).not.toContain(text);
  });
});
