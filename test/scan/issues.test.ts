import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/scan/findings.ts';
import { type Issue, keepIssues, planIssues, type Step } from '../../src/scan/issues.ts';
import { gitHubOf } from '../../src/toolkit/github.ts';

const finding = (id: string, over: Partial<Finding> = {}): Finding => ({
  kind: 'vulnerability',
  image: 'shop',
  severity: 'critical',
  id,
  title: 'Prototype pollution',
  package: '@acme/ui',
  version: '1.0.0',
  fixed: '',
  platforms: ['linux/amd64'],
  reference: 'ghcr.io/acme/shop@sha256:1',
  ...over,
});
const image = (name: string, ...ids: string[]) => ({
  name,
  reference: `ghcr.io/acme/${name}@sha256:1`,
  failing: ids.map(id => finding(id, { image: name })),
});
const plan = (images: ReturnType<typeof image>[], open: Issue[] = []) => planIssues('shop', images, open);

/** The issues that are open after some steps. */
function done(steps: readonly Step[], open: readonly Issue[]): Issue[] {
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
  it('is opened when something fails it, and says what', () => {
    const [step] = plan([image('web', 'CVE-1', 'CVE-2')]);
    expect(step).toMatchObject({ do: 'open', title: 'shop: 2 findings in the deployed image web' });
    expect((step as Issue & Step).body).toContain(
      '| `critical` | `CVE-1` | `@acme/ui 1.0.0` | `no fix yet` | `Prototype pollution` |',
    );
  });

  it('is left alone while the same fails it, brought up to date when it is something else, and closed when nothing does', () => {
    const open = done(plan([image('web', 'CVE-1')]), []);
    expect(plan([image('web', 'CVE-1')], open)).toEqual([]);
    // GitHub may give other ends of lines back.
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

  it('is its own: others, and those of other images and applications, stay', () => {
    const open = done(plan([image('web', 'CVE-1'), image('worker', 'CVE-1')]), []);
    const foreign = { number: 9, title: 'shop: a finding in the deployed image web', body: 'by hand' };
    expect(plan([image('web'), image('worker', 'CVE-1')], [...open, foreign])).toEqual([
      { do: 'close', number: 1 },
    ]);
    expect(planIssues('other', [image('web')], open)).toEqual([]);
    // A name that begins with another one.
    expect(plan([image('we')], open)).toEqual([]);
  });

  it('is the oldest where two runs at once opened one each', () => {
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

  it('ends up as the scan says, whatever was open before, and then nothing is left to do', () => {
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
          expect(left.filter(({ title }) => title.endsWith(` ${name}`))).toHaveLength(
            failing.length === 0 ? 0 : 1,
          );
      }),
    );
  });

  it('mentions nobody, links nowhere, and ends no cell of its table', () => {
    const hostile = finding('CVE-1', { title: 'a | `b` @team\n| c https://x.example', package: '`@acme/ui' });
    const [step] = planIssues('shop', [{ ...image('web'), failing: [hostile] }], []);
    const row = (step as Issue & Step).body.split('\n').find(line => line.includes('CVE-1'))!;
    expect(row.replace(/`[^`]*`/g, '').replaceAll(' ', '')).toBe('||||||');
  });

  it('of very many findings shows fifty', () => {
    const ids = Array.from({ length: 2_000 }, (_, n) => `CVE-${n}`);
    const [step] = plan([image('web', ...ids)]);
    expect((step as Issue & Step).body).toContain('And 1950 more.');
    expect((step as Issue & Step).body.length).toBeLessThan(65_536);
  });
});

describe('on GitHub', () => {
  let server: Server;
  let asked: { method: string; url: string; body: Record<string, unknown>; token: string }[];
  let open: object[];
  beforeEach(async () => {
    asked = [];
    open = [];
    server = createServer(async (request, answer) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const body = chunks.length === 0 ? {} : JSON.parse(Buffer.concat(chunks).toString());
      asked.push({
        method: request.method!,
        url: request.url!,
        body,
        token: request.headers.authorization ?? '',
      });
      const page = Number(new URL(request.url!, 'http://x').searchParams.get('page'));
      const listed = open.slice((page - 1) * 100, page * 100);
      answer.end(JSON.stringify(request.method === 'GET' ? listed : { number: 12 }));
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => server.close());
  const github = () =>
    gitHubOf(
      {
        GITHUB_REPOSITORY: 'acme/shop',
        GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      },
      't0ken',
    )!;

  it('an issue is opened with its label, and told', async () => {
    expect(await keepIssues(github(), 'shop', [image('web', 'CVE-1')])).toEqual([
      'issue 12 is opened: shop: a finding in the deployed image web',
    ]);
    expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET /repos/acme/shop/issues?state=open&labels=slipway-scan&per_page=100&page=1',
      'POST /repos/acme/shop/issues',
    ]);
    expect(asked[1]).toMatchObject({ token: 'Bearer t0ken', body: { labels: ['slipway-scan'] } });
  });

  it('one is found behind a hundred others', async () => {
    const [step] = plan([image('web', 'CVE-1')]);
    const { title, body } = step as Issue & Step;
    open = Array.from({ length: 150 }, (_, number) => ({ number, title: 'another', body: '' }));
    open.push({ number: 400, title, body });
    expect(await keepIssues(github(), 'shop', [image('web')])).toEqual(['issue 400 is closed']);
    expect(asked.map(({ method }) => method)).toEqual(['GET', 'GET', 'PATCH']);
  });

  it('one is closed, and a pull request with the label is left alone', async () => {
    const [step] = plan([image('web', 'CVE-1')]);
    const { title, body } = step as Issue & Step;
    open = [
      { number: 4, title, body },
      { number: 5, title, body, pull_request: {} },
      { number: 6, title, body: null },
    ];
    expect(await keepIssues(github(), 'shop', [image('web')])).toEqual(['issue 4 is closed']);
    expect(asked.slice(1)).toMatchObject([
      {
        method: 'PATCH',
        url: '/repos/acme/shop/issues/4',
        body: { state: 'closed', state_reason: 'completed' },
      },
    ]);
  });
});
