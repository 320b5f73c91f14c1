import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confirmedAlerts, longestPayload, readPayload } from '../../../src/monitoring/alerts/dispatch.ts';
import { wording } from '../../wording.ts';
import { shop } from '../subjects.ts';
import { alertIn, bodyOf } from './payloads.ts';

const subject = shop({ rollback: {} });
const read = (payload: unknown, secret?: string, asked = subject) =>
  readPayload(typeof payload === 'string' ? payload : JSON.stringify(payload), asked, secret);
const signed = (body: string, secret: string) => ({
  body,
  signature: `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
});

describe('M12: an alert that reached CI', () => {
  it('asks for a rollback if it is a critical burn-rate alert about this application', () => {
    expect(read(bodyOf(alertIn()))).toEqual(['SlipwayErrorBudgetBurn']);
    expect(read({ body: JSON.stringify(bodyOf(alertIn())) })).toEqual(['SlipwayErrorBudgetBurn']);
  });

  it('asks for it by the names in slipway.yml', () => {
    const own = shop({ rollback: { alerts: ['ShopDown'] } });
    expect(read(bodyOf(alertIn(), alertIn({ alertname: 'ShopDown' })), undefined, own)).toEqual(['ShopDown']);
  });

  it.each<[string, unknown]>([
    ['of another application', bodyOf(alertIn({ app: 'shop2' }))],
    ['of another environment', bodyOf(alertIn({ environment: 'staging' }))],
    ['that is resolved', bodyOf({ ...alertIn(), status: 'resolved' })],
    ['that may start nothing', bodyOf(alertIn({ alertname: 'SlipwayAlertCheck' }))],
    ['of another version', { ...bodyOf(alertIn()), version: '5' }],
    ['without alerts', bodyOf()],
    ['whose labels are no text', bodyOf({ ...alertIn(), labels: { app: { $ne: '' } } } as never)],
    ['that is no JSON', '{"version": "4", '],
    ['that is null', 'null'],
    ['that is too long', `"${'x'.repeat(longestPayload)}"`],
    [
      'with too many alerts',
      bodyOf(...Array.from({ length: 1001 }, () => ({ status: 'firing', labels: {} }))),
    ],
  ])('is ignored if it is one %s', (_, payload) => {
    expect(read(payload)).toEqual({ ignored: wording() });
  });

  it('is ignored if slipway.yml names a secret and it is not signed with it', () => {
    const body = JSON.stringify(bodyOf(alertIn()));
    expect(read(signed(body, 'hunter22'), 'hunter22')).toEqual(['SlipwayErrorBudgetBurn']);
    const forged = [
      bodyOf(alertIn()),
      { body },
      signed(body, 'hunter23'),
      { ...signed(body, 'hunter22'), body: `${body} ` },
      { body, signature: 'sha256=' },
      { body, signature: 'sha256=ß'.padEnd(71, 'ß') },
    ];
    for (const each of forged)
      expect(read(each, 'hunter22')).toEqual({ ignored: expect.stringContaining('not signed') });
  });

  it('leads to nothing but a name in slipway.yml, whatever its body is', () => {
    const labels = fc.dictionary(
      fc.constantFrom('app', 'environment', 'alertname', 'severity', '__proto__', 'constructor'),
      fc.oneof(
        fc.constantFrom('shop', 'production', 'SlipwayErrorBudgetBurn', '$(id)'),
        fc.string(),
        fc.integer(),
      ),
    );
    const alert = fc.record({ status: fc.oneof(fc.constantFrom('firing', 'resolved'), fc.string()), labels });
    const body = fc.oneof(
      fc.record({ version: fc.constantFrom('4', 4, '3'), alerts: fc.array(alert) }),
      fc.record({ version: fc.constant('4'), alerts: fc.anything() }),
      fc.anything(),
    );
    const payload = fc.oneof(
      body.map(each => JSON.stringify(each) ?? ''),
      body.map(each => JSON.stringify({ body: JSON.stringify(each), signature: 'sha256=00' })),
      fc.string(),
    );
    fc.assert(
      fc.property(payload, fc.option(fc.constant('hunter22'), { nil: undefined }), (text, secret) => {
        const answer = readPayload(text, subject, secret);
        if ('ignored' in answer) expect(answer.ignored).not.toBe('');
        else {
          expect(secret).toBeUndefined();
          expect(answer).toEqual(['SlipwayErrorBudgetBurn']);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('an alert that a payload names', () => {
  const firing = (name: string, since: number | undefined, more: object = {}) => ({
    ...{ name, severity: 'critical', since, firedBefore: false, scraped: false, ...more },
  });
  const confirmed = (...alerts: ReturnType<typeof firing>[]) => confirmedAlerts(['Burn'], alerts, 1000);

  it('counts if Prometheus says that it is firing since the release was live', () => {
    expect(confirmed(firing('Other', 1), firing('Burn', 999), firing('Burn', 1000))).toEqual([
      firing('Burn', 1000),
    ]);
  });

  it.each([
    ['Prometheus does not know it', [firing('Other', 2000)]],
    ['it began before the release', [firing('Burn', 999)]],
    ['it is not known when it began', [firing('Burn', undefined)]],
    ['a pod exports it as a metric', [firing('Burn', 2000, { scraped: true })]],
    ['one of its name fired before the release', [firing('Burn', 2000, { firedBefore: true })]],
  ])('does not if %s', (_, alerts) => {
    expect(confirmed(...alerts)).toEqual({ ignored: wording('Burn') });
  });
});
