import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { alertmanagerOf } from '../../../src/monitoring/alerts/alertmanager-api.ts';
import { silenceFor, silencerOf, sweepSilences } from '../../../src/monitoring/alerts/silence.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { wording } from '../../wording.ts';
import { startAlertmanager } from './fake-alertmanager.ts';

const now = Date.parse('2026-11-29T12:00:00Z');
const minutes = 60_000;
const place = { app: 'shop', environment: 'production', namespace: 'store' };
const silence = (limits: object = {}, release = 7) =>
  silenceFor(
    { ...place, release, run: 'run 12 of acme/shop' },
    { now, longest: 30 * minutes, deadline: now + 60 * minutes, ...limits },
  );

let alertmanager: Awaited<ReturnType<typeof startAlertmanager>>;
let warnings: string[];
beforeEach(async () => {
  alertmanager = await startAlertmanager();
  warnings = [];
});
afterEach(() => alertmanager.close());
const api = () => alertmanagerOf({ url: alertmanager.url }, new FakeApiServer().cluster, {});
const silencer = () => silencerOf(api(), place, line => warnings.push(line));
const states = () => alertmanager.state.silences.map(({ comment, status }) => [comment, status.state]);

describe('M10: the silence of a release', () => {
  it('covers only its application and environment, and no critical alert', () => {
    expect(silence()?.matchers).toEqual([
      { name: 'app', value: 'shop', isEqual: true, isRegex: false },
      { name: 'environment', value: 'production', isEqual: true, isRegex: false },
      // Of another cluster, an alert has another namespace; one that a person wrote may have none.
      { name: 'namespace', value: 'store|', isEqual: true, isRegex: true },
      { name: 'severity', value: 'critical', isEqual: false, isRegex: false },
    ]);
    expect(silence()?.comment).toEqual(wording('release 7', 'shop', 'production', 'run 12'));
  });

  it('ends by itself: after `silence`, at the deadline of the rollout at the latest', () => {
    expect(silence()?.endsAt).toBe('2026-11-29T12:30:00.000Z');
    expect(silence({ deadline: now + 10 * minutes })?.endsAt).toBe('2026-11-29T12:10:00.000Z');
    expect(silence({ deadline: now })).toBeUndefined();
  });

  it('is open during the run and gone afterwards', async () => {
    const run = silencer();
    run.open(silence());
    run.open(silence());
    await expect.poll(states).toEqual([[silence()?.comment, 'active']]);
    await run.close();
    expect(states()).toEqual([[silence()?.comment, 'expired']]);
    expect(warnings).toEqual([]);
  });

  it('is removed even if the response to its creation was lost', async () => {
    const [run, lost] = [silencer(), silencer()];
    lost.open(silence());
    await expect.poll(states).toHaveLength(1);
    alertmanager.state.fails = 502;
    run.open(silence());
    await expect.poll(() => warnings).toEqual([wording('502')]);
    alertmanager.state.fails = undefined;
    await run.close();
    expect(states()).toEqual([[silence()?.comment, 'expired']]);
  });

  it('fails nothing if Alertmanager is away', async () => {
    await alertmanager.close();
    const run = silencer();
    run.open(silence());
    await run.close();
    expect(warnings).toEqual([wording('ECONNREFUSED'), wording('will expire')]);
    alertmanager = await startAlertmanager();
  });

  it('leaves those of others, and asks nothing if it opened none', async () => {
    await silencer().close();
    expect(alertmanager.state.requests).toEqual([]);
    const others = [
      { ...silence(), createdBy: 'ann' },
      { ...silence({}, 8) },
      ...[{ app: 'cart' }, { namespace: 'store-west' }].map(other =>
        silenceFor(
          { ...place, ...other, release: 7, run: 'run 12 of acme/shop' },
          { now, longest: 1000, deadline: now + 1000 },
        ),
      ),
    ];
    for (const each of others) await api()('POST', '/api/v2/silences', each);
    const run = silencer();
    run.open(silence());
    await run.close();
    expect(states().map(([, state]) => state)).toEqual([...Array(4).fill('active'), 'expired']);
  });
});

describe('a sweep', () => {
  it('removes the silences of dead runs, but not that of a run that began meanwhile', async () => {
    for (const each of [silence(), silence({ now: now + minutes }, 8)])
      await api()('POST', '/api/v2/silences', each);
    expect(await sweepSilences(api(), place, now + 1)).toEqual({ ok: true, value: wording('1 silence') });
    expect(states().map(([, state]) => state)).toEqual(['expired', 'active']);
    expect(await sweepSilences(api(), place, now + 1)).toEqual({ ok: true, value: undefined });
  });
});

describe('Alertmanager', () => {
  it('behind the API server is reached through its proxy, and no change of the cluster is counted', async () => {
    const server = new FakeApiServer();
    const proxy = /\/services\/alertmanager:9093\/proxy\/api\/v2\/silences?/;
    server.answerBehind(proxy, ({ method }) =>
      method === 'GET' ? JSON.stringify([{ ...silence(), id: 'a', status: { state: 'active' } }]) : '{}',
    );
    const run = silencerOf(
      alertmanagerOf(
        { service: { namespace: 'monitoring', name: 'alertmanager', port: '9093' } },
        server.cluster,
        {},
      ),
      place,
      line => warnings.push(line),
    );
    run.open(silence());
    await run.close();
    const base = '/api/v1/namespaces/monitoring/services/alertmanager:9093/proxy/api/v2';
    expect(server.calls.map(({ method, path }) => [method, path])).toEqual([
      ['POST', `${base}/silences`],
      ['GET', `${base}/silences`],
      ['DELETE', `${base}/silence/a`],
    ]);
    expect(server.calls[0]?.body).toEqual(silence());
    expect(server.cluster.changes()).toBe(0);
    expect(warnings).toEqual([]);
  });

  it('gets a token, which no warning repeats', async () => {
    const token = alertmanagerOf({ url: alertmanager.url, token: 'T' }, new FakeApiServer().cluster, {
      T: 'it is full',
    });
    alertmanager.state.fails = 401;
    const answer = await token('GET', '/metrics');
    expect(alertmanager.state.headers).toEqual(['Bearer it is full']);
    const detail = expect.stringMatching(/\(401: \(hidden\)\); it got the credential of `token: T`$/);
    expect(answer).toEqual({ ok: false, status: 401, detail });
    const none = alertmanagerOf({ url: alertmanager.url, token: 'T' }, new FakeApiServer().cluster, {});
    expect(await none('GET', '/metrics')).toEqual({ ok: false, status: 401, detail: wording('T is empty') });
  });
});
