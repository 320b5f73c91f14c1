import { describe, expect, it } from 'vitest';
import { scanForTokens } from '../../src/keys/scan.ts';
import type { SqlSession } from '../../src/keys/session.ts';

/** A database with one table of one column, which cuts values as it is told. */
function holding(...values: readonly string[]): SqlSession {
  let left: readonly string[] = [];
  let most = 0;
  return {
    rows: async sql => {
      if (sql.includes('json_build_object(\n') || sql.includes('pg_class'))
        return [{ columns: [{ schema: 'public', table: 'notes', column: 'body', type: 'text' }] }];
      const cutting = /left\([^,]+, (\d+)\)/.exec(sql);
      if (cutting !== null) [left, most] = [values, Number(cutting[1])];
      if (!sql.startsWith('fetch')) return [];
      const rows = left.map(value => ({ values: [[...value].slice(0, most).join('')] }));
      left = [];
      return rows;
    },
  };
}

describe('K5: the search for tokens', () => {
  const token = `ghp_${'Aa1'.repeat(12)}`;

  it('finds a token, and names its column and not its value', async () => {
    const scan = await scanForTokens(holding('nothing to see here', `key ${token}`));
    expect(scan).toEqual({
      ...{ columns: 1, rows: 2, cut: [] },
      found: [{ column: 'public.notes.body', kind: 'a GitHub token', count: 1 }],
    });
  });

  it('says that it has not searched the end of a long value', async () => {
    const scan = await scanForTokens(holding(`${'text '.repeat(2000)}${token}`));
    expect(scan).toMatchObject({ found: [], cut: ['public.notes.body'] });
  });

  it('has searched all of a value that is just as long as it may be', async () => {
    expect(await scanForTokens(holding('😀'.repeat(8192)))).toMatchObject({ found: [], cut: [] });
  });
});
