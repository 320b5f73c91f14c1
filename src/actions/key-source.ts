import type { Secret } from '../cluster/objects.ts';
import type { Cluster } from '../cluster/port.ts';
import { pathOf, resources } from '../cluster/resources.ts';
import type { Recovery } from '../config/recovery.ts';
import { keyIn } from '../recovery/drill/encrypted.ts';
import type { FernetKey } from '../recovery/fernet.ts';
import { variableIn } from '../toolkit/environment.ts';
import { UserError } from '../toolkit/errors.ts';
import type { Host } from '../toolkit/host.ts';
import { shortestMasked } from '../toolkit/redaction.ts';
import type { ActionRequest } from './session.ts';

/** Where the keys of encrypted columns come from. They stay in this process. */

type Encrypted = NonNullable<Recovery['drills']>['encrypted'][number];

/** Columns that are encrypted with the same key. */
export interface DeclaredKey extends Pick<Encrypted, 'secret' | 'key' | 'key-derivation'> {
  readonly columns: readonly Pick<Encrypted, 'table' | 'column'>[];
  /** `Secret/shop-keys, key`. */
  readonly by: string;
}

/** Returns the declared keys. @param secret only of this Secret; empty for all. @throws UserError when there is none. */
export function declaredKeys({ drills }: Recovery, secret: string): readonly DeclaredKey[] {
  const encrypted = (drills?.encrypted ?? []).filter(each => secret === '' || each.secret === secret);
  if (encrypted.length === 0)
    throw new UserError(
      `slipway.yml declares no encrypted column${secret === '' ? '' : ` with a key of Secret/${secret}`}`,
      'add the columns to `drills.encrypted`',
    );
  const groups = Map.groupBy(encrypted, each =>
    JSON.stringify([each.secret, each.key, each['key-derivation']]),
  );
  return [...groups.values()].flatMap(columns =>
    columns.slice(0, 1).map(first => ({ ...first, columns, by: `Secret/${first.secret}, ${first.key}` })),
  );
}

/** Returns the key of a rotation. @throws UserError when several are declared. */
export function onlyKey(keys: readonly DeclaredKey[]): DeclaredKey {
  const [only, ...more] = keys;
  if (only !== undefined && more.length === 0) return only;
  throw new UserError(
    `only one key can be rotated at a time, but ${keys.map(({ by }) => by).join(' and ')} are declared`,
    'name the Secret in `secret`',
  );
}

type Hiding = Pick<Host, 'setSecret'>;

/** Returns the key in the Secret, which is what the application uses. @throws UserError when there is none. */
export async function currentKey(
  { secret, key, 'key-derivation': derivation, by }: DeclaredKey,
  cluster: Cluster,
  { environment: { namespace } }: Pick<ActionRequest, 'environment'>,
  host: Hiding,
): Promise<FernetKey> {
  const data = (await cluster.get<Secret>(pathOf(resources.secret, namespace, secret)))?.data?.[key];
  if (data !== undefined) return parsed(Buffer.from(data, 'base64').toString('utf8'), derivation, by, host);
  throw new UserError(
    `${by} does not exist in ${namespace}`,
    'correct `drills.encrypted`, or set OLD_KEY for a rotation',
  );
}

/** Returns the key that a rotation replaces: OLD_KEY, because the Secret may already hold the new one, otherwise that of the Secret. */
export async function oldKey(
  declared: DeclaredKey,
  cluster: Cluster,
  request: Pick<ActionRequest, 'environment' | 'env'>,
  host: Hiding,
): Promise<FernetKey> {
  const given = variableIn('OLD_KEY', request.env);
  return given === ''
    ? currentKey(declared, cluster, request, host)
    : parsed(given, declared['key-derivation'], 'OLD_KEY', host);
}

/** Returns NEW_KEY. @throws UserError when it is not set, or is the old one. */
export function newKey(
  { 'key-derivation': derivation, by }: DeclaredKey,
  old: FernetKey,
  env: NodeJS.ProcessEnv,
  host: Hiding,
): FernetKey {
  const given = variableIn('NEW_KEY', env);
  if (given === '')
    throw new UserError(
      'the new key is not set',
      'set NEW_KEY in the `env` of this step, in the form of the old one',
    );
  const key = parsed(given, derivation, 'NEW_KEY', host);
  if (!Buffer.from(old).equals(key)) return key;
  throw new UserError(
    'the old and the new key are the same',
    `set OLD_KEY to the old one if ${by} already holds the new one`,
  );
}

function parsed(
  text: string,
  derivation: Encrypted['key-derivation'],
  where: string,
  { setSecret }: Hiding,
): FernetKey {
  // A shorter one would hide parts of words, and GitHub all of an empty one.
  if (text.trim().length >= shortestMasked) setSecret(text.trim());
  const key = keyIn(text, derivation);
  if (key === undefined)
    throw new UserError(
      `${where} is not a Fernet key of 32 bytes in base64`,
      'correct it, or `key-derivation` in slipway.yml',
    );
  for (const form of ['base64', 'base64url'] as const) setSecret(Buffer.from(key).toString(form));
  return key;
}
