import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readJunit } from '../../src/testing/junit.ts';
import { firstFrame, locate, type Sources } from '../../src/testing/location.ts';
import { count, nameOf } from '../../src/testing/verdict.ts';
import { wording } from '../wording.ts';

const read = (name: string) =>
  readJunit(readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8'), name);

/** A repository at /work/shop that has these files. */
const holding = (...files: string[]): Sources => ({
  root: '/work/shop',
  folder: '/work/shop',
  exists: path => files.includes(path.replace('/work/shop/', '')),
});

interface Golden {
  report: string;
  counts: [passed: number, failed: number, skipped: number];
  name: string;
  message: string;
  files: string[];
  where: { file: string; line?: number };
  frame: string;
}

const golden: Golden[] = [
  {
    report: 'vitest.xml',
    counts: [2, 1, 1],
    name: 'test/basket.test.ts › basket > sums & rounds',
    message: 'expected 30 to be 31 // Object.is equality',
    files: ['test/basket.test.ts', 'node_modules/vitest/dist/chunks/run.js'],
    where: { file: 'test/basket.test.ts', line: 17 },
    frame: '❯ sum node_modules/vitest/dist/chunks/run.js:120:11',
  },
  {
    report: 'jest-junit.xml',
    counts: [1, 1, 0],
    name: 'basket sums',
    message: 'Error: expect(received).toBe(expected) // Object.is equality',
    files: ['src/basket.test.js'],
    where: { file: 'src/basket.test.js', line: 9 },
    frame: 'at Object.toBe (/work/shop/src/basket.test.js:9:21)',
  },
  {
    report: 'pytest.xml',
    counts: [1, 2, 1],
    name: 'tests.test_basket.TestBasket › test_sum[a|b]',
    message: 'assert 30 == 31',
    files: ['tests/test_basket.py'],
    where: { file: 'tests/test_basket.py', line: 12 },
    frame: 'tests/test_basket.py:12: AssertionError',
  },
  {
    report: 'go-junit-report.xml',
    counts: [1, 1, 0],
    name: 'example.com/acme/shop/basket › TestSum',
    message: 'basket_test.go:14: got 30, want 31 & more',
    files: ['basket/basket_test.go'],
    where: { file: 'basket/basket_test.go', line: 14 },
    frame: 'basket_test.go:14: got 30, want 31 & more',
  },
  {
    report: 'surefire.xml',
    counts: [2, 1, 1],
    name: 'com.acme.shop.BasketTest › sums',
    message: 'Index 3 out of bounds for length 3',
    files: ['src/test/java/com/acme/shop/BasketTest.java', 'src/main/java/com/acme/shop/Basket.java'],
    where: { file: 'src/test/java/com/acme/shop/BasketTest.java', line: 22 },
    frame: 'at java.base/jdk.internal.util.Preconditions.outOfBounds(Preconditions.java:100)',
  },
  {
    report: 'phpunit.xml',
    counts: [1, 1, 0],
    name: 'Acme.Shop.BasketTest › testSum',
    message: 'Failed asserting that 30 matches expected 31.',
    files: ['tests/BasketTest.php'],
    where: { file: 'tests/BasketTest.php', line: 16 },
    frame: '/work/shop/tests/BasketTest.php:16',
  },
  {
    report: 'gradle.xml',
    counts: [1, 1, 0],
    name: 'com.acme.shop.StockTest › counts()',
    message: 'org.opentest4j.AssertionFailedError: expected: <3> but was: <2>',
    files: ['src/test/kotlin/com/acme/shop/StockTest.kt'],
    where: { file: 'src/test/kotlin/com/acme/shop/StockTest.kt', line: 11 },
    frame: 'at app//org.junit.jupiter.api.AssertionFailureBuilder.build(AssertionFailureBuilder.java:151)',
  },
];

describe.each(golden)('$report', ({ report, counts, name, message, files, where, frame }) => {
  it('is counted test by test', async () => {
    const [passed, failed, skipped] = counts;
    expect(count(await read(report))).toEqual({ passed, failed, skipped });
  });

  it('shows which test failed, why and where', async () => {
    const first = (await read(report)).find(each => each.outcome === 'failed')!;
    expect(nameOf(first)).toBe(name);
    expect(first.message).toBe(message);
    expect(locate(first, holding(...files))).toEqual(where);
    expect(firstFrame(first.trace)).toBe(frame);
  });

  it('names only existing files', async () => {
    const first = (await read(report)).find(each => each.outcome === 'failed')!;
    expect(locate(first, holding())).toBeUndefined();
  });
});

describe('a place', () => {
  const failing = async (attributes: string, trace: string, report = 'r.xml') =>
    (
      await readJunit(
        `<testsuite name="s"><testcase name="t" ${attributes}><failure message="m">${trace}</failure></testcase></testsuite>`,
        report,
      )
    )[0]!;

  it('is that of the attributes when the trace has none', async () => {
    const test = await failing('file="./spec/basket_spec.rb" line="4"', 'expected 31');
    expect(locate(test, holding('spec/basket_spec.rb'))).toEqual({ file: 'spec/basket_spec.rb', line: 4 });
  });

  it('is in the file of the test rather than in code that it calls', async () => {
    const test = await failing(
      'file="a.test.js"',
      'at f (/work/shop/lib/a.js:3:1)\nat g (/work/shop/a.test.js:9:1)',
    );
    expect(locate(test, holding('lib/a.js', 'a.test.js'))).toEqual({ file: 'a.test.js', line: 9 });
  });

  it('is relative to the repository when the tests run in a folder of it', async () => {
    const test = await failing('', 'at x (file:///work/shop/web/a.test.js:3:1)');
    const sources = { ...holding('web/a.test.js'), folder: '/work/shop/web' };
    expect(locate(test, sources)).toEqual({ file: 'web/a.test.js', line: 3 });
    const python = await failing('', 'tests/test_a.py:5: AssertionError');
    expect(locate(python, { ...holding('web/tests/test_a.py'), folder: '/work/shop/web' })).toEqual({
      file: 'web/tests/test_a.py',
      line: 5,
    });
  });

  it('is found in the module of the report', async () => {
    const test = await failing(
      'classname="com.acme.ATest"',
      'at com.acme.ATest.a(ATest.java:7)',
      'core/target/surefire-reports/TEST-a.xml',
    );
    const file = 'core/src/test/java/com/acme/ATest.java';
    expect(locate(test, holding(file))).toEqual({ file, line: 7 });
  });

  it('is never outside the repository', async () => {
    const everywhere = { ...holding(), exists: () => true };
    expect(locate(await failing('file="../../etc/passwd"', '/etc/passwd.d:1'), everywhere)).toBeUndefined();
  });

  it('is found in limited time in a hostile trace', async () => {
    const test = await failing('', `${'a/'.repeat(50_000)}\n${'a.'.repeat(50_000)}\n${'at '.repeat(50_000)}`);
    const start = performance.now();
    locate(test, holding());
    firstFrame(test.trace);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe('a report', () => {
  const rejection = (text: string) => readJunit(text, 'r.xml').catch(error => error.sentence as string);

  it.each([
    ['', wording('r.xml', '1')],
    ['<testsuite><testcase name="a">', wording('r.xml')],
    ['<testsuite><testcase></testsuite>', wording('r.xml', 'testcase')],
    ['<html/>', wording('r.xml', '<html>', 'junit', 'slipway.yml')],
    [
      '<!DOCTYPE t [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><testsuite name="&b;"/>',
      wording('r.xml'),
    ],
    [`${'<testsuite>'.repeat(500)}${'</testsuite>'.repeat(500)}`, wording('r.xml')],
    ['<testsuite failures="2"><testcase name="a"/></testsuite>', wording('r.xml', '2')],
    [
      '<testsuites failures="2"><testsuite><testcase name="a"/></testsuite></testsuites>',
      wording('r.xml', '2'),
    ],
  ])('that is malformed (%#) is refused', async (text, sentence) => {
    expect(await rejection(text)).toEqual(sentence);
  });

  it.each([
    ['GoogleTest, disabled', '<testcase name="DISABLED_B" status="notrun" result="suppressed" time="0."/>'],
    ['GoogleTest, skipped', '<testcase name="B" status="run" result="skipped"/>'],
    ['CTest, disabled', '<testcase name="B" status="disabled"/>'],
    ['NUnit, ignored', '<testcase name="B" status="Ignored"/>'],
  ])('IN 8: does not count a test that did not run as passed: %s', async (_, testcase) => {
    const cases = await readJunit(`<testsuite>${testcase}</testsuite>`, 'r.xml');
    expect(cases.map(({ outcome }) => outcome)).toEqual(['skipped']);
  });

  it.each(['status="run" result="completed"', 'status="passed"', ''])(
    'counts one that ran as passed: %s',
    async attributes => {
      const cases = await readJunit(`<testsuite><testcase name="B" ${attributes}/></testsuite>`, 'r.xml');
      expect(cases.map(({ outcome }) => outcome)).toEqual(['passed']);
    },
  );

  it('of a suite that failed in its setup counts as one failed test', async () => {
    const [only] = await readJunit(
      '<testsuites><testsuite name="db"><error message="no db"/></testsuite></testsuites>',
      'r.xml',
    );
    expect(only).toMatchObject({ name: 'db', outcome: 'failed', message: 'no db' });
  });

  it('decodes each entity once and leaves CDATA alone', async () => {
    const [only] = await readJunit(
      '<testsuite><testcase name="&amp;lt; &#65;&#x42; &nope;"><failure>&lt;a&gt;<![CDATA[ &lt;]]></failure></testcase></testsuite>',
      'r.xml',
    );
    expect(only).toMatchObject({ name: '&lt; AB &nope;', trace: '<a> &lt;' });
  });

  it('shows the next line, too, when its first line ends in a colon', async () => {
    const [only] = await readJunit(
      '<testsuite><testcase name="a"><failure message="Expected to be equal:&#10;&#10;12 !== 13"/></testcase></testsuite>',
      'r.xml',
    );
    expect(only!.message).toBe('Expected to be equal: 12 !== 13');
  });

  it('has messages without color codes', async () => {
    const [only] = await readJunit(
      '<testsuite><testcase name="a"><failure message="#x1B[31mred#x1B[0m"/></testcase></testsuite>',
      'r.xml',
    );
    expect(only!.message).toBe('red');
  });
});
