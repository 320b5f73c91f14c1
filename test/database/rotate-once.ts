import { interactiveProgram } from '../../src/cluster/exec.ts';
import { columnsIn } from '../../src/keys/columns.ts';
import { rotate } from '../../src/keys/rotation.ts';
import { withSession } from '../../src/keys/session.ts';
import { type FernetKey, keyOfSecret, parseKey } from '../../src/recovery/fernet.ts';

/** A rotation in a process of its own, which can be killed: its arguments are the old and the new secret, then columns of `shop`. */

const [, , from = '', to = '', ...columns] = process.argv;
const key = (secret: string) => parseKey(keyOfSecret(secret)) as FernetKey;
const declared = columns.map(each => {
  const [table = '', column = ''] = each.split('.');
  return { table, column };
});
const { written } = await withSession(
  {
    connection: { database: 'shop' },
    signal: new AbortController().signal,
    converse: ([program = '', ...args]) => interactiveProgram([program, ...args], process.env),
  },
  async session =>
    rotate(session, {
      columns: await columnsIn(session, declared),
      keys: { old: key(from), new: key(to) },
      how: 'commit',
      encryptPlain: false,
      report: console.error,
    }),
);
console.log(written);
