import type { Secret } from '../../cluster/objects.ts';
import { counted } from '../../toolkit/count.ts';
import { type Alphabet, type FernetKey, keyOfSecret, openStored, parseKey } from '../fernet.ts';
import type { Rung } from '../ladder.ts';
import type { Exec } from '../postgres/exec.ts';
import { type Connection, literal, rowsOf } from '../postgres/sql.ts';

/** Whether what the application has stored encrypted can be read with the keys that were kept: a restore without them is a pile of bytes. */

export interface Encrypted {
  /** With its schema where it is not on the search path of whoever asks. */
  readonly table: string;
  readonly column: string;
  readonly secret: string;
  readonly key: string;
  /** Whether the Secret holds the key, or something of which the application makes it. */
  readonly made: 'as-is' | 'sha256';
}

/** Values that are looked at. */
const most = 50;

/**
 * Prints so many values of a column as JSON: some from all over the table, then from its beginning, for a small one has nothing else.
 * A name that is none is an error of the database and nothing else.
 */
export function sampleScript({ table, column }: Pick<Encrypted, 'table' | 'column'>): string {
  const from = (sample: string) =>
    `select format('(select %1$I::text as value from %2$s ${sample} where %1$I is not null limit ${most})', ${literal(column)}, ${literal(table)}::regclass)`;
  return `select format('select json_build_object(''value'', value) from (%s union all %s) sampled limit ${most}',
  (${from('tablesample system (10)')}), (${from('')})) \\gexec
`;
}

/** @param secret of the restored namespace; undefined when it is not there. */
export async function encryptedRung(
  exec: Exec,
  connection: Connection,
  encrypted: Encrypted,
  secret: Secret | undefined,
  signal: AbortSignal,
): Promise<Rung> {
  const rows = await rowsOf(exec, connection, sampleScript(encrypted), signal);
  const values = rows.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
  return judgeEncrypted(encrypted, values, secret?.data?.[encrypted.key]);
}

/** @param data of the Secret, in base64. Pure. */
export function judgeEncrypted(
  { table, column, secret, key, made }: Encrypted,
  values: readonly string[],
  data: string | undefined,
): Rung {
  const rung = (state: Rung['state'], sentence: string): Rung => ({
    ...{ level: 'L3', what: `encrypted values of ${table}.${column}`, state, sentence },
  });
  const by = `Secret/${secret}, ${key}`;
  if (data === undefined) return rung('failed', `the key is gone: ${by} is not there`);
  const fernet = keyIn(Buffer.from(data, 'base64').toString('utf8'), made);
  if (fernet === undefined) return rung('failed', `${by} is no key of Fernet: 32 bytes in base64`);
  if (values.length === 0) return rung('skipped', 'none is there, so nothing shows that the key fits');
  const faults = values.flatMap(value => {
    const opened = openStored(value, fernet);
    return opened.ok ? [] : [opened.sentence];
  });
  const [first] = faults;
  return first === undefined
    ? rung('passed', `${counted(values.length, 'value')} opened with ${by}`)
    : rung(
        'failed',
        `${faults.length} of ${counted(values.length, 'value')} cannot be read with ${by}: ${first}`,
      );
}

function keyIn(text: string, made: Encrypted['made']): FernetKey | undefined {
  const alphabet: Alphabet = 'url-safe';
  return parseKey(made === 'as-is' ? text.trim() : keyOfSecret(text.replace(/\n$/, ''), alphabet));
}
