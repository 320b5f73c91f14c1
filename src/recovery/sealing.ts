import { UserError } from '../toolkit/errors.ts';

/**
 * Files that only somebody with an offline key can read, as the program `age` makes and opens them (age-encryption.org). Whoever makes a
 * backup holds public keys alone.
 */

const start = 'age-encryption.org/v1\n';
const armored = '-----BEGIN AGE ENCRYPTED FILE-----';

/** Whether it is the public key of somebody; age's plugins are none that we have. */
export const isRecipient = (text: string): boolean => /^age1(pq1)?[02-9ac-hj-np-z]{58,3500}$/.test(text);

/**
 * @param recipients public keys (`age1…`), each of which can open it alone.
 * @throws UserError when there is none, or one is no public key.
 */
export async function seal(content: string | Uint8Array, recipients: readonly string[]): Promise<Uint8Array> {
  if (recipients.length === 0)
    throw new UserError(
      'there is nobody to encrypt it to',
      'make a key with `age-keygen`, keep it offline, and name its public key (age1…)',
    );
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  for (const [index, each] of recipients.entries()) {
    // What is no public key may be a secret one: it is never shown.
    const fault = (cause?: unknown) =>
      new UserError(
        `recipient ${index + 1} of ${recipients.length} is no public key of age${/^AGE-SECRET/i.test(each) ? ', but a secret one' : ''}`,
        /^AGE-SECRET/i.test(each)
          ? 'take it away from here and replace it by a new one, for others may have seen it; name the public key (age1…)'
          : 'write the public key (age1…) that `age-keygen -y` shows',
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
 * @param identities secret keys, as `parseIdentities` reads them; one that fits is enough.
 * @throws UserError when none fits, or the file is damaged or none of age.
 */
export async function open(file: Uint8Array, identities: readonly string[]): Promise<Uint8Array> {
  if (identities.length === 0)
    throw new UserError('there is no key to open it with', 'give it the file that `age-keygen` made');
  const { Decrypter, armor } = await import('age-encryption');
  const decrypter = new Decrypter();
  for (const each of identities)
    try {
      decrypter.addIdentity(each);
    } catch {
      // Without its cause, which may quote the key.
      throw new UserError(
        'a key to open it with is none of age',
        'give it the file that `age-keygen` made, as it is',
      );
    }
  const damaged = (cause: unknown) =>
    new UserError('the encrypted file is damaged', 'take another copy of it', { cause });
  let binary = file;
  if (textAt(file, armored.length).startsWith(armored))
    try {
      binary = armor.decode(Buffer.from(file).toString('latin1'));
    } catch (cause) {
      throw damaged(cause);
    }
  if (textAt(binary, start.length) !== start)
    throw new UserError('the file is none that age has encrypted', 'take the one whose name ends with .age');
  try {
    return await decrypter.decrypt(binary);
  } catch (cause) {
    if (cause instanceof Error && /^no identity matched/.test(cause.message))
      throw new UserError(
        'the key does not open the encrypted file',
        'take the one of a public key that it was encrypted to; without any of those it cannot be read',
        { cause },
      );
    throw damaged(cause);
  }
}

/**
 * The secret keys in a file of `age-keygen`.
 * @throws UserError when there is none.
 */
export function parseIdentities(text: string): string[] {
  const lines = text.split('\n').map(line => line.trim());
  const keys = lines.filter(line => line !== '' && !line.startsWith('#'));
  if (keys.length > 0 && keys.every(each => /^AGE-SECRET-KEY-[0-9A-Z-]+$/.test(each))) return keys;
  throw new UserError(
    'the file with the key holds none of age',
    'give it the file that `age-keygen` made, whose key begins with AGE-SECRET-KEY-',
  );
}

const textAt = (bytes: Uint8Array, length: number) =>
  Buffer.from(bytes.subarray(0, length)).toString('latin1');
