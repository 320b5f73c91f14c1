import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, textOfFile } from '../../scripts/workflow-files.ts';

/** docs/complaints.md lists complaints about other tools, with the tests that prevent them here. Each of these tests must exist. */

const rows = [...textOfFile('docs/complaints.md').matchAll(/^\| (\d+) \| (.*) \| (.*) \| (.*) \|$/gm)].map(
  ([, number, complaint = '', seen = '', here = '']) => ({ number: Number(number), complaint, seen, here }),
);
const entries = rows.flatMap(({ number, here }) => here.split('<br>').map(entry => ({ number, entry })));

const tests = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.test.ts') && path !== 'contract/complaints.test.ts')
  .map(path => readFileSync(join(root, 'test', path), 'utf8'))
  .join('\n');
/** Each string that is a first argument; titles of tests are among them. */
const titles = new Set([...tests.matchAll(/\(\s*(['"`])(.*?)\1[,\s)]/g)].map(match => match[2] as string));

/** Whether a test has this title, or a title with a placeholder that matches it. */
function exists(name: string): boolean {
  if (titles.has(name)) return true;
  return [...titles].some(title => {
    const [before = '', after] = title.split(/%s|\$\{[\w.]+\}/);
    if (after === undefined || !name.startsWith(before) || !name.endsWith(after)) return false;
    const inner = name.slice(before.length, name.length - after.length);
    return inner !== '' && tests.includes(`'${inner}'`);
  });
}

const form = /^(?:test: `(.+?)`(?: \([^|]+\))?|(?:no|does not apply): \S.{20,})$/;

describe('the complaints about other tools', () => {
  it('are complete and in order', () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 39 }, (_, index) => index + 1));
  });

  it('each have a source, and a test or a reason', () => {
    for (const { number, complaint, seen } of rows) {
      expect(complaint.length, String(number)).toBeGreaterThan(20);
      expect(seen, String(number)).toMatch(/#\d+/);
    }
    expect(entries.filter(({ entry }) => !form.test(entry))).toEqual([]);
  });

  it.each(entries.filter(({ entry }) => entry.startsWith('test: ')))(
    '$number is prevented by an existing test: $entry',
    ({ entry }) => {
      expect(exists(form.exec(entry)?.[1] ?? '')).toBe(true);
    },
  );

  it('are not prevented by a test that does not exist', () => {
    expect(exists('this test was never written by anybody')).toBe(false);
    expect(exists('when the Deployment that lives was never written')).toBe(false);
    expect(exists('of a release that was never written comes to the same verdicts at the same moments')).toBe(
      false,
    );
  });
});
