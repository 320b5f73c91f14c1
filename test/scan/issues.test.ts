import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScanFinding } from '../../src/scan/findings.ts';
import { issuesOf } from '../../src/scan/issues.ts';
import { type Issue, type IssueStep, planIssues } from '../../src/toolkit/issues.ts';
import { withoutCode } from '../rendered.ts';
import { wording } from '../wording.ts';

const finding = (id: string, over: Partial<ScanFinding> = {}): ScanFinding => ({
  kind: 'vulnerability',
  image: 'shop',
  severity: 'critical',
  id,
  title: 'Prototype pollution',
  package: '@acme/ui',
  version: '1.0.0',
  fixed: '',
  occurrences: [{ platform: 'linux/amd64' }],
  reference: 'ghcr.io/acme/shop@sha256:1',
  ...over,
});
const image = (name: string, ...ids: string[]) => ({
  name,
  reference: `ghcr.io/acme/${name}@sha256:1`,
  failing: ids.map(id => finding(id, { image: name })),
});
const plan = (images: ReturnType<typeof image>[], open: Issue[] = []) =>
  planIssues(issuesOf('shop', images), open);

/** The open issues after some steps. */
function done(steps: readonly IssueStep[], open: readonly Issue[]): Issue[] {
  const issues = new Map(open.map(each => [each.number, each]));
  for (const step of steps) {
    if (step.do === 'close') issues.delete(step.number);
    else {
      const number = step.do === 'open' ? Math.max(0, ...issues.keys()) + 1 : step.number;
      issues.set(number, { number, title: step.title, body: step.body });
    }
  }
  return [...issues.values()];
}

describe('the issue of an image', () => {
  it('is opened when findings fail it, and lists them', () => {
    const [step] = plan([image('web', 'CVE-1', 'CVE-2')]);
    expect(step).toMatchObject({ do: 'open', title: wording('shop', '2', 'web') });
    expect((step as Issue & IssueStep).body.split('\n')).toContainEqual(
      wording('| `critical` | `CVE-1` | `@acme/ui 1.0.0` |', '| `Prototype pollution` |'),
    );
  });

  it('is unchanged while the same findings fail it, updated when they change, and closed when there are none', () => {
    const open = done(plan([image('web', 'CVE-1')]), []);
    expect(plan([image('web', 'CVE-1')], open)).toEqual([]);
    // GitHub may return other line ends.
    expect(
      plan(
        [image('web', 'CVE-1')],
        open.map(each => ({ ...each, body: each.body.replaceAll('\n', '\r\n') })),
      ),
    ).toEqual([]);
    expect(plan([image('web', 'CVE-2')], open)).toMatchObject([{ do: 'update', number: 1 }]);
    expect(plan([image('web')], open)).toEqual([{ do: 'close', number: 1 }]);
    expect(plan([image('web')])).toEqual([]);
  });

  it('is the only one that changes: others, and those of other images and applications, stay', () => {
    const open = done(plan([image('web', 'CVE-1'), image('worker', 'CVE-1')]), []);
    const foreign = { number: 9, title: 'shop: a finding in the deployed image web', body: 'by hand' };
    expect(plan([image('web'), image('worker', 'CVE-1')], [...open, foreign])).toEqual([
      { do: 'close', number: 1 },
    ]);
    expect(planIssues(issuesOf('other', [image('web')]), open)).toEqual([]);
    // A name that starts with another one.
    expect(plan([image('we')], open)).toEqual([]);
  });

  it('is another one for the same image in another repository', () => {
    const open = done(plan([image('web', 'CVE-1')]), []);
    const elsewhere = { ...image('web'), reference: 'ghcr.io/acme/web-production@sha256:1' };
    expect(plan([elsewhere], open)).toEqual([]);
  });

  it('is the oldest where two concurrent runs opened one each', () => {
    const [only] = done(plan([image('web', 'CVE-1')]), []);
    const twice = [
      { ...only!, number: 7 },
      { ...only!, number: 3 },
    ];
    expect(plan([image('web', 'CVE-1')], twice)).toEqual([{ do: 'close', number: 7 }]);
    expect(plan([image('web')], twice)).toEqual([
      { do: 'close', number: 3 },
      { do: 'close', number: 7 },
    ]);
  });

  it('matches the result of the scan, whatever was open before, and then needs no further change', () => {
    const some = fc.array(
      fc.record({ name: fc.constantFrom('web', 'worker', 'api'), failing: fc.subarray(['CVE-1', 'CVE-2']) }),
    );
    const scanned = (all: { name: string; failing: string[] }[]) => [
      ...new Map(all.map(each => [each.name, image(each.name, ...each.failing)])).values(),
    ];
    fc.assert(
      fc.property(some, some, (before, now) => {
        const open = done(plan(scanned(before)), []);
        const left = done(plan(scanned(now), open), open);
        expect(plan(scanned(now), left)).toEqual([]);
        for (const { name, failing } of scanned(now))
          expect(left.filter(({ title }) => title.endsWith(`/${name}`))).toHaveLength(
            failing.length === 0 ? 0 : 1,
          );
      }),
    );
  });

  it('contains no mention and no link, and no text breaks its table', () => {
    const hostile = finding('CVE-1', { title: 'a | `b` @team\n| c https://x.example', package: '`@acme/ui' });
    const [step] = plan([{ ...image('web'), failing: [hostile] }]);
    const row = (step as Issue & IssueStep).body.split('\n').find(line => line.includes('CVE-1'))!;
    expect(withoutCode(row).replaceAll(' ', '')).toBe('||||||');
  });

  it('of very many findings shows fifty', () => {
    const ids = Array.from({ length: 2_000 }, (_, n) => `CVE-${n}`);
    const [step] = plan([image('web', ...ids)]);
    expect((step as Issue & IssueStep).body.split('\n')).toContainEqual(wording('1950'));
    expect((step as Issue & IssueStep).body.length).toBeLessThan(65_536);
  });
});
