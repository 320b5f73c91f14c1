import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decryptAge, encryptAge, isRecipient, parseIdentities } from '../../src/recovery/sealing.ts';
import { wording } from '../wording.ts';

/** Files that the program age 1.2.1 made; an end-to-end test shows that it decrypts ours, too. */

const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name));
const identities = parseIdentities(fixture('age-identity.txt').toString('utf8'));
const recipient = /public key: (\S+)/.exec(fixture('age-identity.txt').toString('utf8'))?.[1] ?? '';
const other = async () => {
  const { generateX25519Identity, identityToRecipient } = await import('age-encryption');
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
};
const text = async (file: Uint8Array, keys = identities) =>
  Buffer.from(await decryptAge(file, keys)).toString('utf8');

describe('an encrypted file', () => {
  it.each(['passphrase.age', 'passphrase-armored.age.txt'])(
    'that the program age wrote is decrypted: %s',
    async name => {
      expect(await text(fixture(name))).toBe('correct horse');
    },
  );

  it('is decrypted by each of its recipients alone', async () => {
    const [one, two] = [await other(), await other()];
    const file = await encryptAge('ünïcödé', [one.recipient, two.recipient]);
    expect(Buffer.from(file).includes('ünïcödé')).toBe(false);
    expect(await text(file, [one.identity])).toBe('ünïcödé');
    expect(await text(file, [...identities, two.identity])).toBe('ünïcödé');
  });

  it('is decrypted by no other key', async () => {
    const { identity } = await other();
    await expect(text(fixture('passphrase.age'), [identity])).rejects.toMatchObject({
      sentence: wording(),
    });
    await expect(text(fixture('passphrase.age'), [])).rejects.toThrow(wording());
  });

  it('that is damaged anywhere is refused, and its content is not revealed', async () => {
    const good = fixture('passphrase.age');
    for (let at = 0; at < good.length; at += 1) {
      const bad = Buffer.from(good);
      bad[at] = (bad[at] ?? 0) ^ 1;
      // Damage in the line of another recipient is only found by the MAC of the header.
      await expect(decryptAge(bad, identities)).rejects.toThrow(wording());
    }
    for (const length of [22, 200, good.length - 1])
      await expect(decryptAge(good.subarray(0, length), identities)).rejects.toThrow(wording());
    await expect(decryptAge(Buffer.from('PGDMP'), identities)).rejects.toThrow(wording());
  });

  it('has at least one valid recipient', async () => {
    await expect(encryptAge('x', [])).rejects.toThrow(wording());
    for (const bad of ['age1', 'ssh-ed25519 AAAA', `${recipient.slice(0, -1)}q`, `${recipient}\n`, ''])
      await expect(encryptAge('x', [recipient, bad])).rejects.toThrow(wording('2'));
  });

  it('is not encrypted to a secret key, which is never shown', async () => {
    const fault = await encryptAge('x', identities).catch(error => error);
    expect(fault.sentence).toEqual(wording());
    expect(fault.sentence + String(fault.cause)).not.toContain(identities[0]);
  });
});

describe('a file of keys', () => {
  it('is read as age-keygen writes it', () => {
    expect(identities).toHaveLength(1);
    expect(parseIdentities(`# a\n\n${identities[0]}\r\n${identities[0]}\n`)).toHaveLength(2);
  });
  it.each(['', '# only this', 'age1xyz', 'AGE-SECRET-KEY-1ABC\npassword'])('is not %j', content => {
    expect(() => parseIdentities(content)).toThrow(wording());
  });
  it('is distinguished from public keys, which are recognized', () => {
    expect(isRecipient(recipient)).toBe(true);
    for (const bad of [recipient.toUpperCase(), `${recipient} `, 'age1', identities[0] ?? ''])
      expect(isRecipient(bad)).toBe(false);
  });
});
