import { describe, expect, it } from 'vitest';
import type { Catalog } from '../../../src/recovery/catalog.ts';
import type { Exec } from '../../../src/recovery/exec.ts';
import { planMasking } from '../../../src/recovery/masking.ts';
import { maskingSql } from '../../../src/recovery/masking-sql.ts';
import { mask, maskingScript } from '../../../src/recovery/postgres/mask.ts';
import { wording } from '../../wording.ts';

const column = (name: string) => ({
  ...{ schema: 'public', table: 'accounts', column: name, type: 'text', nullable: true },
  ...{ generated: false, unique: false, length: null },
});
const catalog: Catalog = {
  columns: [column('email'), column('note')],
  foreignKeys: [],
  materialisedViews: [],
  largeObjects: false,
};
const map = { 'accounts.email': 'hash', 'accounts.note': 'keep' };

/** Returns the catalog, the other databases, then the masking: counts of its proofs, and its exit code. */
const database = (counts: number[], code = 0, others: object[] = []): Exec & { asked: string[] } => {
  const asked: string[] = [];
  const exec = async (command: readonly string[], { input = '' }: { input?: string } = {}) => {
    const rows = (all: object[]) => ({
      ...{ code: 0, stderr: '' },
      stdout: all.map(each => `${JSON.stringify(each)}\n`).join(''),
    });
    asked.push(`${/dbname='([^']+)'/.exec(command.at(-1) ?? '')?.[1]}`);
    if (input.includes('from pg_database')) return rows(others);
    if (input.includes('pg_attribute')) return rows([catalog]);
    const lines = counts.map((count, proof) => JSON.stringify({ proof, count }));
    return { code, stdout: `${lines.join('\n')}\n`, stderr: code === 0 ? '' : 'ERROR:  an original is left' };
  };
  return Object.assign(exec, { asked });
};

describe('masking', () => {
  it('is one transaction, which fails before its end if an original value is left', () => {
    const script = maskingScript(maskingSql(planMasking(map, catalog, []), Buffer.alloc(32, 1)));
    const lines = script.split('\n');
    const at = (pattern: RegExp) => lines.findIndex(line => pattern.test(line));
    expect(at(/^begin;/)).toBeGreaterThan(-1);
    expect(at(/^update /)).toBeGreaterThan(at(/^begin;/));
    expect(at(/raise exception/)).toBeGreaterThan(at(/^update /));
    expect(at(/^commit;/)).toBeGreaterThan(at(/raise exception/));
    expect(at(/^vacuum \(full/)).toBeGreaterThan(at(/^commit;/));
    // Every value is filled in.
    expect(script).not.toMatch(/\$[12]\b/);
  });

  it('reports what a person must review', async () => {
    const { plan, notes } = await mask(database([0, 3]), { database: 'shop' }, map);
    expect(plan.masked).toHaveLength(1);
    expect(notes).toEqual([wording('public.accounts.note')]);
  });

  it('inspects the other databases, and fails for one that it cannot inspect', async () => {
    const looking = database([0, 0], 0, [{ name: 'crm', open: true }]);
    await expect(mask(looking, { database: 'shop' }, map)).rejects.toThrow(wording('crm'));
    expect(looking.asked).toEqual(['shop', 'shop', 'crm']);
    const closed = database([0, 0], 0, [{ name: 'old', open: false }]);
    await expect(mask(closed, { database: 'shop' }, map)).rejects.toThrow('old');
    const { plan } = await mask(
      database([0, 0], 0, [{ name: 'old', open: false }]),
      { database: 'shop' },
      { ...map, old: 'drop' },
    );
    expect(plan.drops).toEqual(['old']);
  });

  it('fails with the column that has an original value left', async () => {
    await expect(mask(database([2, 0], 3), { database: 'shop' }, map)).rejects.toThrow(
      wording('public.accounts.email'),
    );
  });

  it('fails if it ends early, whatever the reason', async () => {
    await expect(mask(database([], 3), { database: 'shop' }, map)).rejects.toThrow(
      'ERROR:  an original is left',
    );
    await expect(mask(database([0]), { database: 'shop' }, map)).rejects.toThrow(wording());
  });
});
