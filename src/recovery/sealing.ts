import { UserError } from '../toolkit/errors.ts';

/**
 * Files that only the holder of an offline key can read, in the format of the program `age` (age-encryption.org). Runs that make backups
 * have public keys only.
 */

const start = 'age-encryption.org/v1\n';
const armored = '-----BEGIN AGE ENCRYPTED FILE-----';

/** Whether the text is a public key of age; plugins of age are not supported. */
export const isRecipient = (text: string): boolean => /^age1(pq1)?[02-9ac-hj-np-z]{58,3500}$/.test(text);

/**
 * Encrypts content.
 * @param recipients public keys (`age1…`), any one of which can decrypt it.
 * @throws UserError when there is none, or one is not a public key.
 */
export async function encryptAge(
  content: string | Uint8Array,
  recipients: readonly string[],
): Promise<Uint8Array> {
  if (recipients.length === 0)
    throw new UserError(
      'there is no recipient to encrypt the file for',
      'create a key with `age-keygen`, keep it offline, and name its public key (age1…)',
    );
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  for (const [index, each] of recipients.entries()) {
    // An entry that is not a public key may be a secret one: it is never shown.
    const fault = (cause?: unknown) =>
      new UserError(
        `recipient ${index + 1} of ${recipients.length} is not an age public key${/^AGE-SECRET/i.test(each) ? ', but a secret key' : ''}`,
        /^AGE-SECRET/i.test(each)
          ? 'remove it and replace the key, because others may have seen it; name the public key (age1…)'
          : 'write the public key (age1…) that `age-keygen -y` prints',
        { cause },
      );
    if (!isRecipient(each)) throw fault();
    try {
      encrypter.addRecipient(each);
    } catch (error) {
      throw fault(error);
    }
  }
  return encrypter.encrypt(typeof content === 'string' ? new TextEncoder().encode(content) : content);
}

/**
 * Decrypts a file.
 * @param identities secret keys, as `parseIdentities` reads them; one that matches is enough.
 * @throws UserError when none matches, or the file is damaged or not encrypted with age.
 */
export async function decryptAge(file: Uint8Array, identities: readonly string[]): Promise<Uint8Array> {
  if (identities.length === 0)
    throw new UserError(
      'the file cannot be decrypted: no key was passed',
      'pass the file that `age-keygen` wrote',
    );
  const { Decrypter, armor } = await import('age-encryption');
  const decrypter = new Decrypter();
  for (const each of identities)
    try {
      decrypter.addIdentity(each);
    } catch {
      // Without its cause, which may quote the key.
      throw new UserError(
        'a key to decrypt the file with is not an age key',
        'give the unmodified file that `age-keygen` wrote',
      );
    }
  const damaged = (cause: unknown) =>
    new UserError('the encrypted file is damaged', 'use another copy of it', { cause });
  let binary = file;
  if (textAt(file, armored.length).startsWith(armored))
    try {
      binary = armor.decode(Buffer.from(file).toString('latin1'));
    } catch (cause) {
      throw damaged(cause);
    }
  if (textAt(binary, start.length) !== start)
    throw new UserError('the file is not encrypted with age', 'use the file whose name ends with .age');
  try {
    return await decrypter.decrypt(binary);
  } catch (cause) {
    if (cause instanceof Error && /^no identity matched/.test(cause.message))
      throw new UserError(
        'the key does not decrypt the encrypted file',
        'use the secret key of one of its recipients; without one it cannot be read',
        { cause },
      );
    throw damaged(cause);
  }
}

/**
 * Reads the secret keys in the file that `age-keygen` wrote.
 * @throws UserError when there is none.
 */
export function parseIdentities(text: string): string[] {
  const lines = text.split('\n').map(line => line.trim());
  const keys = lines.filter(line => line !== '' && !line.startsWith('#'));
  if (keys.length > 0 && keys.every(each => /^AGE-SECRET-KEY-[0-9A-Z-]+$/.test(each))) return keys;
  throw new UserError(
    'the key file contains no age key',
    'give the file that `age-keygen` wrote, whose key begins with AGE-SECRET-KEY-',
  );
}

const textAt = (bytes: Uint8Array, length: number) =>
  Buffer.from(bytes.subarray(0, length)).toString('latin1');
