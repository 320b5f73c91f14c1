import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { percent } from '../../src/testing/coverage.ts';
import { readCoverage } from '../../src/testing/coverage-report.ts';
import { readLcov } from '../../src/testing/lcov.ts';
import { wording } from '../wording.ts';

const fixture = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8');

describe('Cobertura', () => {
  it('counts each line and branch of a file once, however many classes list it', async () => {
    expect(await readCoverage(fixture('cobertura.xml'), 'c.xml')).toEqual({
      lines: { covered: 5, total: 7 },
      branches: { covered: 1, total: 2 },
      files: [
        { file: 'src/basket.ts', lines: { covered: 4, total: 5 }, branches: { covered: 1, total: 2 } },
        { file: 'src/stock.ts', lines: { covered: 1, total: 2 }, branches: { covered: 0, total: 0 } },
      ],
    });
  });

  it('uses its totals when it lists no lines', async () => {
    const text = '<coverage lines-covered="3" lines-valid="4" branches-covered="0" branches-valid="0"/>';
    expect(await readCoverage(text, 'c.xml')).toEqual({
      lines: { covered: 3, total: 4 },
      branches: undefined,
      files: [],
    });
  });
});

describe('JaCoCo', () => {
  it('counts a line with a covered instruction, in every module', async () => {
    expect(await readCoverage(fixture('jacoco.xml'), 'j.xml')).toEqual({
      lines: { covered: 3, total: 4 },
      branches: { covered: 1, total: 4 },
      files: [
        {
          file: 'com/acme/shop/Basket.java',
          lines: { covered: 2, total: 3 },
          branches: { covered: 1, total: 4 },
        },
        {
          file: 'com/acme/stock/Stock.kt',
          lines: { covered: 1, total: 1 },
          branches: { covered: 0, total: 0 },
        },
      ],
    });
  });

  it('keeps apart the files of two modules that have one package and name', async () => {
    const group = (name: string, lines: string) =>
      `<group name="${name}"><package name="com/acme"><sourcefile name="Main.java">${lines}</sourcefile></package></group>`;
    const [hit, missed] = [
      '<line nr="1" mi="0" ci="1" mb="0" cb="0"/>',
      '<line nr="1" mi="1" ci="0" mb="0" cb="0"/>',
    ];
    const text = `<report name="shop">${group('api', hit)}<group name="jobs">${group('mail', missed)}</group></report>`;
    const found = await readCoverage(text, 'j.xml');
    expect(found.lines).toEqual({ covered: 1, total: 2 });
    expect(found.files.map(({ file, lines }) => [file, lines.covered])).toEqual([
      ['api/com/acme/Main.java', 1],
      ['jobs/mail/com/acme/Main.java', 0],
    ]);
  });

  it('uses its totals when it lists no lines', async () => {
    const text = '<report name="shop"><counter type="LINE" missed="1" covered="3"/></report>';
    expect(await readCoverage(text, 'j.xml')).toEqual({
      lines: { covered: 3, total: 4 },
      branches: undefined,
      files: [],
    });
  });
});

it.each([
  ['<coverage generated="1"><project/></coverage>', 'Clover'],
  ['<html/>', '<html>'],
])('%s is no coverage report', async (text, what) => {
  await expect(readCoverage(text, 'c.xml')).rejects.toThrow(wording(`${what}`, 'c.xml'));
});

describe('LCOV', () => {
  it('merges records of one file and uses the totals of one without lines', () => {
    expect(readLcov(fixture('lcov.info'), 'l.info')).toEqual({
      lines: { covered: 5, total: 14 },
      branches: { covered: 1, total: 3 },
      files: [
        { file: 'src/basket.ts', lines: { covered: 3, total: 4 }, branches: { covered: 1, total: 3 } },
        { file: 'src/stock.ts', lines: { covered: 2, total: 10 }, branches: { covered: 0, total: 0 } },
      ],
    });
  });

  it('is refused when it is truncated or of another format', () => {
    expect(() => readLcov('SF:a.ts\nDA:1,1\n', 'l.info')).toThrow(wording('l.info', 'a.ts'));
    expect(() => readLcov('{"total": 3}', 'l.info')).toThrow(wording('l.info'));
  });
});

describe('a percentage', () => {
  it('is rounded down, never up to a threshold', () => {
    expect(percent({ covered: 69_999, total: 100_000 })).toBe(69.99);
    expect(percent({ covered: 2, total: 3 })).toBe(66.66);
    expect(percent({ covered: 5, total: 5 })).toBe(100);
  });
});
