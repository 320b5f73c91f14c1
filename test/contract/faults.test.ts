import { execFileSync } from 'node:child_process';
import { globSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noticedBy } from '../faults/check.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'test/faults');

describe('the seeded faults', () => {
  it.each(readdirSync(folder).filter(name => name.endsWith('.patch')))('%s applies to the source', name => {
    execFileSync('git', ['apply', '--check', join(folder, name)], { cwd: root, stdio: 'pipe' });
  });

  it('name tests that exist', () => {
    const paths = Object.values(noticedBy).flat();
    expect(paths.length).toBeGreaterThan(25);
    expect(paths.filter(path => globSync(`test/${path}*`, { cwd: root }).length === 0)).toEqual([]);
  });
});
