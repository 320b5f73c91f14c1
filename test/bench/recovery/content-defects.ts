import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { finding, lookedAt } from './archive-defects.ts';
import type { Bed, Defect, Seeded } from './defect.ts';
import { heapOf } from './store.ts';

/**
 * Defects of what is in a backup: the disk of the primary holds something else than was written, with checksums that are right, while the
 * backup reads it. Its memory and its standbys have what was written.
 */

const PAGE = 8192;

/** Tables that nobody writes to, their pages on disk and clean. */
export async function prepareTables({ stage: { database } }: Bed): Promise<void> {
  await database.sql(
    `create table schema_migrations (version text);
     insert into schema_migrations values ('20260101000000'), ('20260202000000');
     create table baskets (note text not null);
     insert into baskets select 'basket ' || n from generate_series(1, 500) n;
     alter table schema_migrations owner to shop; alter table baskets owner to shop;`,
    undefined,
    'shop',
  );
  for (const table of ['schema_migrations', 'baskets', 'orders', 'accounts'])
    await database.sql(`vacuum (freeze, analyze) ${table}`, undefined, 'shop');
  await database.sql('create extension if not exists pageinspect');
  await database.sql('checkpoint');
}

/** Writes over a text in the first page that has it, and makes the page's checksum right. @returns what puts it back. */
async function rewrite(
  { stage }: Bed,
  table: string,
  from: string,
  to: string,
): Promise<() => Promise<void>> {
  const path = await heapOf(stage, table);
  const whole = readFileSync(path);
  const at = whole.indexOf(from);
  if (at < 0 || from.length !== to.length) throw new Error(`"${from}" is not in ${table}`);
  const changed = Buffer.from(whole);
  changed.write(to, at, 'latin1');
  const block = Math.floor(at / PAGE);
  const page = changed.subarray(block * PAGE, (block + 1) * PAGE);
  const hex = page.toString('hex');
  const [sum = ''] = await stage.database.sql(`select page_checksum(decode('${hex}', 'hex'), ${block})`);
  page.writeUInt16LE(Number(sum) & 0xffff, 8);
  writeFileSync(path, changed);
  return async () => writeFileSync(path, whole);
}

/** The backup is made on the disk as it is then; afterwards the disk is good again, and the backup is not. */
async function backedUp(bed: Bed, fix: () => Promise<void>): Promise<Seeded> {
  const made = await bed.stage.backup('full').finally(fix);
  const by = made.green ? 'restore drill' : 'backup';
  return {
    ours: async () => finding(by, made.green ? await bed.stage.drill('restore') : made),
    peers: lookedAt(bed),
    fix: async () => undefined,
  };
}

const wrongVersion: Defect = {
  name: 'wrong schema version',
  reason: /the schema version of shop is rails 20260201000000 of 2; the backup has rails 20260202000000 of 2/,
  seed: async bed =>
    backedUp(bed, await rewrite(bed, 'schema_migrations', '20260202000000', '20260201000000')),
};

const emptyTable: Defect = {
  name: 'an empty table',
  reason: /the table shop\.public\.baskets is empty, but had 500 rows/,
  seed: async bed => {
    const path = await heapOf(bed.stage, 'baskets');
    const whole = readFileSync(path);
    truncateSync(path, 0);
    return backedUp(bed, async () => writeFileSync(path, whole));
  },
};

const changedValue: Defect = {
  name: "a row's value changed",
  reason: /the table shop\.public\.orders has the expected \d+ rows, but different content/,
  seed: async bed => {
    const [note = ''] = await bed.stage.database.sql(
      'select note from orders where account_id = 1500 limit 1',
      undefined,
      'shop',
    );
    return backedUp(bed, await rewrite(bed, 'orders', note, note.replace('call', 'cull')));
  },
};

export const contentDefects = { wrongVersion, emptyTable, changedValue };
