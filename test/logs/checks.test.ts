import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { logsSchema } from '../../src/config/logging.ts';
import { verdictOf } from '../../src/logs/check.ts';
import type { SecretRequest } from '../../src/logs/dummy-secrets.ts';
import { checkLeaks, type LeakParts } from '../../src/logs/leaks.ts';
import { checkStructure } from '../../src/logs/structure.ts';
import { logsSummary } from '../../src/report/logs.ts';
import { wording } from '../wording.ts';
import { clientOf, type FakeStore, type StoreKind, startStore } from './log-stores.ts';

const start = 1_767_225_600_000;
let store: FakeStore;
let now: number;
afterEach(() => store.close());

describe.each<StoreKind>(['elasticsearch', 'loki'])('with %s', kind => {
  beforeEach(async () => {
    store = await startStore(kind);
    now = start;
  });
  const log = (text: string) =>
    store.entries.push({
      time: BigInt(now) * 1_000_000n + BigInt(store.entries.length),
      namespace: 'shop',
      pod: 'shop-1',
      text,
    });
  const parts = (more: Partial<LeakParts> = {}): LeakParts => ({
    ...{ store: clientOf(kind, store.url), namespace: 'shop', now: () => now, allowDebug: false },
    settings: logsSchema.parse({ loki: true, url: 'https://logs.example.com' }),
    span: 900_000,
    sleep: async ms => {
      now += ms;
    },
    ...{ routes: { paths: ['/items'], posts: ['/login'] }, credentials: true },
    send: async () => ({ ok: true, value: 200 }),
    arrival: async () => ({ check: 'arrival', verdict: 'pass', reason: '', findings: [] }),
    ...more,
  });
  const structured = (level: string) => JSON.stringify({ message: 'x', level, time: now });

  describe('structure', () => {
    it('names bad lines without their text, which may be secret', async () => {
      for (let at = 0; at < 98; at += 1) log(structured('info'));
      log('Authorization: Bearer abcdef0123456789abcdef');
      log('\u001b[31mTraceback\u001b[0m (most recent call last):');
      now += 1000;
      const check = await checkStructure(parts());
      expect(check).toMatchObject({ verdict: 'fail', reason: wording('98 %', 'shop-1') });
      expect(check.findings.map(({ problem }) => problem)).toEqual([wording('line 99'), wording('line 100')]);
      const summary = logsSummary('production', 'fail', [check]);
      expect(summary).not.toMatch(/abcdef|Traceback/);
    });

    it('fails if debug lines reach the store, unless they may', async () => {
      for (let at = 0; at < 100; at += 1) log(structured(at === 7 ? 'DEBUG' : 'info'));
      now += 1000;
      expect(await checkStructure(parts())).toMatchObject({
        verdict: 'fail',
        reason: wording('1 line', 'debug'),
      });
      expect(await checkStructure(parts({ allowDebug: true }))).toMatchObject({ verdict: 'pass' });
    });

    it('also counts debug lines by what the store knows', async () => {
      for (let at = 0; at < 100; at += 1) log(structured('info'));
      Object.assign(store.entries[3]!, { level: 'debug' });
      now += 1000;
      expect(await checkStructure(parts())).toMatchObject({
        verdict: 'fail',
        reason: wording('1 line', 'debug'),
      });
    });

    it('M5: is unknown if the newest lines were not read, because there are too many', async () => {
      for (let at = 0; at < 100; at += 1) log(structured('info'));
      now += 1000;
      const whole = clientOf(kind, store.url);
      const search: typeof whole.search = async query => {
        const answer = await whole.search(query, 100);
        return answer.ok ? { ok: true, value: { ...answer.value, truncated: true } } : answer;
      };
      expect(await checkStructure(parts({ store: { ...whole, search } }))).toMatchObject({
        verdict: 'unknown',
        reason: wording('20000 lines', '--since'),
      });
      const some: typeof whole.search = async (query, most) => {
        const isLong = Number(query.to) - Number(query.from) > 5 * 60_000;
        return isLong ? search(query, most) : whole.search(query, most);
      };
      const shorter = await checkStructure(parts({ store: { ...whole, search: some }, span: 15 * 60_000 }));
      expect(shorter.verdict).toBe('pass');
    });

    it('is unknown while the store is away, answers in part, or has few lines', async () => {
      const away = clientOf(kind, 'http://127.0.0.1:1');
      expect(await checkStructure(parts({ store: away }))).toMatchObject({
        verdict: 'unknown',
        reason: wording('does not answer'),
      });
      expect(await checkStructure(parts())).toMatchObject({ verdict: 'unknown' });
      for (let at = 0; at < 100; at += 1) log(structured('info'));
      now += 1000;
      store.overwrite = kind === 'loki' ? { warnings: ['x'] } : { timed_out: true };
      expect(await checkStructure(parts())).toMatchObject({
        verdict: 'unknown',
        reason: wording('only some of the lines'),
      });
    });
  });

  describe('leaks', () => {
    /** An application that logs everything of a request, or only its path. */
    const application =
      (careless: boolean, status = 200): LeakParts['send'] =>
      async (request: SecretRequest) => {
        log(
          JSON.stringify({
            message: `served ${request.path.split('?')[0]}`,
            ...(careless ? { extra: request } : {}),
          }),
        );
        return { ok: true, value: status };
      };

    it('are found in the logs of an application that logs its requests, by kind and without the value', async () => {
      const sent: SecretRequest[] = [];
      const careless = application(true);
      const send: LeakParts['send'] = request => {
        sent.push(request);
        return careless(request);
      };
      const check = await checkLeaks(parts({ send }));
      expect(check).toMatchObject({
        verdict: 'fail',
        reason: wording('12 kinds', 'session cookie', 'JWT', 'card number'),
      });
      const cookie = sent[0]?.headers['x-api-key'] ?? expect.fail();
      expect(JSON.stringify(check)).not.toContain(cookie.slice(4));
    });

    it('are not found in those of one that does not', async () => {
      log('an older line');
      now += 1000;
      const check = await checkLeaks(parts({ send: application(false) }));
      expect(check).toMatchObject({
        verdict: 'pass',
        findings: [],
        reason: wording('12 dummy secrets', '3 requests', '4 lines'),
      });
    });

    it('are unknown if lines may be missing, no request is answered, or no path is declared', async () => {
      const arrival: LeakParts['arrival'] = async () => ({
        ...{ check: 'arrival', verdict: 'fail', reason: 'the store got no line', findings: [] },
      });
      const silent = parts({ send: application(false), arrival });
      expect(await checkLeaks(silent)).toMatchObject({
        verdict: 'unknown',
        reason: wording('the store got no line'),
      });
      const send: LeakParts['send'] = async () => ({ ok: false, detail: 'refused the connection' });
      expect(await checkLeaks(parts({ send }))).toMatchObject({
        verdict: 'unknown',
        reason: wording('refused'),
      });
      const routes = { paths: [], posts: [] };
      expect(await checkLeaks(parts({ routes }))).toMatchObject({
        verdict: 'unknown',
        reason: wording('no path'),
      });
    });

    it('M8: are unknown if only the oldest of the lines before were read', async () => {
      const whole = clientOf(kind, store.url);
      const search: typeof whole.search = async (query, most) => {
        const answer = await whole.search(query, most);
        const isOfBefore = Number(query.to) < now;
        return answer.ok && isOfBefore ? { ok: true, value: { ...answer.value, truncated: true } } : answer;
      };
      expect(
        await checkLeaks(parts({ send: application(false), store: { ...whole, search } })),
      ).toMatchObject({
        verdict: 'unknown',
        reason: wording('20000 lines', '--since'),
      });
    });

    it('M8: are unknown if one request got no answer, such as the one with secrets in its body', async () => {
      const answering = application(false);
      const send: LeakParts['send'] = async request =>
        request.method === 'POST' ? { ok: false, detail: 'timed out' } : answering(request);
      expect(await checkLeaks(parts({ send }))).toMatchObject({
        verdict: 'unknown',
        reason: wording('1 of 3 requests', 'timed out'),
      });
    });

    it.each([302, 401, 404, 503])(
      'M8: are unknown if all requests are answered with %i, which a proxy may have done',
      async status => {
        expect(await checkLeaks(parts({ send: application(false, status) }))).toMatchObject({
          verdict: 'unknown',
          reason: wording('12 dummy secrets', String(status)),
        });
      },
    );

    it('M8: are unknown if a firewall refuses the requests with secrets in the query', async () => {
      const answering = application(false);
      const send: LeakParts['send'] = async request =>
        request.path.includes('?') ? { ok: true, value: 403 } : answering(request);
      const check = await checkLeaks(parts({ send, routes: { paths: ['/items'], posts: [] } }));
      expect(check).toMatchObject({ verdict: 'unknown', reason: wording('8 dummy secrets', '403') });
    });

    it('are judged if the application refuses the login with secrets, and answers a path', async () => {
      const answering = application(false);
      const send: LeakParts['send'] = async request =>
        request.method === 'POST' ? { ok: true, value: 401 } : answering(request);
      expect(await checkLeaks(parts({ send }))).toMatchObject({ verdict: 'pass' });
    });

    it('are unknown while the store is away', async () => {
      const away = clientOf(kind, 'http://127.0.0.1:1');
      expect(await checkLeaks(parts({ store: away }))).toMatchObject({
        verdict: 'unknown',
        reason: wording('does not answer'),
      });
    });
  });
});

it('unknown is never a pass, and a failure goes before it', async () => {
  store = await startStore('loki');
  const of = (...verdicts: ('pass' | 'fail' | 'unknown')[]) =>
    verdictOf(verdicts.map(verdict => ({ check: 'leaks', verdict, reason: '', findings: [] })));
  expect([of('pass'), of('pass', 'unknown'), of('unknown', 'fail'), of()]).toEqual([
    'pass',
    'unknown',
    'fail',
    'unknown',
  ]);
});
