import type { Secret } from '../../cluster/objects.ts';
import { counted } from '../../toolkit/count.ts';
import type { Exec } from '../exec.ts';
import { type Alphabet, type FernetKey, keyOfSecret, openStored, parseKey } from '../fernet.ts';
import type { LevelCheck } from '../levels.ts';
import { type Connection, literal, rowsOf } from '../postgres/sql.ts';

/** Checks that the application's encrypted values can be decrypted with the kept keys: without them a restore is useless. */

export interface Encrypted {
  /** With its schema, if that is not on the search path. */
  readonly table: string;
  readonly column: string;
  readonly secret: string;
  readonly key: string;
  /** Whether the Secret holds the key, or a value from which the application derives it. */
  readonly 'key-derivation': 'none' | 'sha256';
}

/** Maximum number of values to check. */
const most = 50;

/**
 * Returns SQL that prints values of a column as JSON: a random sample, then the first rows, because a sample of a small table is empty.
 * An empty value is not encrypted: many applications store it for "none". Names are quoted, so an invalid one is only an error of the
 * database.
 */
function sampleScript({ table, column }: Pick<Encrypted, 'table' | 'column'>): string {
  const from = (sample: string) =>
    `select format('(select %1$I::text as value from %2$s ${sample} where %1$I::text <> '''' limit ${most})', ${literal(column)}, ${literal(table)}::regclass)`;
  return `select format('select json_build_object(''value'', value) from (%s union all %s) sampled limit ${most}',
  (${from('tablesample system (10)')}), (${from('')})) \\gexec
`;
}

/** Checks a column of the restored database. @param secret of the restored namespace; undefined if it does not exist. */
export async function encryptedCheck(
  exec: Exec,
  connection: Connection,
  encrypted: Encrypted,
  secret: Secret | undefined,
  signal: AbortSignal,
): Promise<LevelCheck> {
  const rows = await rowsOf(exec, connection, sampleScript(encrypted), signal);
  const values = rows.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  return judgeEncrypted(encrypted, values, secret?.data?.[encrypted.key]);
}

/** Judges values of a column. @param data the key's value in the Secret, in base64. Pure. */
export function judgeEncrypted(
  { table, column, secret, key, 'key-derivation': derivation }: Encrypted,
  values: readonly string[],
  data: string | undefined,
): LevelCheck {
  const levelCheck = (state: LevelCheck['state'], sentence: string): LevelCheck => ({
    level: 'L3',
    what: `encrypted values of ${table}.${column}`,
    state,
    sentence,
  });
  const by = `Secret/${secret}, ${key}`;
  if (data === undefined) return levelCheck('failed', `the key is missing: ${by} does not exist`);
  const fernet = keyIn(Buffer.from(data, 'base64').toString('utf8'), derivation);
  if (fernet === undefined) return levelCheck('failed', `${by} is not a Fernet key of 32 bytes in base64`);
  if (values.length === 0)
    return levelCheck('skipped', 'the column has no values, so the key was not proved');
  const faults = values.flatMap(value => {
    const opened = openStored(value, fernet);
    return opened.ok ? [] : [opened.sentence];
  });
  const [first] = faults;
  return first === undefined
    ? levelCheck('passed', `${counted(values.length, 'value')} decrypted with ${by}`)
    : levelCheck(
        'failed',
        `${faults.length} of ${counted(values.length, 'value')} cannot be decrypted with ${by}: ${first}`,
      );
}

/** Reads the key in a text; undefined if it is not one. */
export function keyIn(text: string, derivation: Encrypted['key-derivation']): FernetKey | undefined {
  const alphabet: Alphabet = 'url-safe';
  return parseKey(derivation === 'none' ? text.trim() : keyOfSecret(text.replace(/\n$/, ''), alphabet));
}
