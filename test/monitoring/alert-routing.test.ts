import { describe, expect, it } from 'vitest';
import { channelsFor, severities } from '../../src/config/channels.ts';
import { alertmanagerConfig } from '../../src/monitoring/alert-routing.ts';
import { everything, shop } from './subjects.ts';

interface Route {
  readonly receiver?: string;
  readonly matchers?: readonly string[];
  readonly routes?: readonly Route[];
}

/** Walks the routing tree as Alertmanager does: the first child that matches, or the node itself. */
function receiversOf(route: Route, alert: Record<string, string>, inherited = ''): string[] {
  const { receiver = inherited, routes = [] } = route;
  const matches = ({ matchers = [] }: Route) =>
    matchers.every(each => {
      const [, label = '', value] = /^(\w+)="(.*)"$/.exec(each) ?? [];
      return (alert[label] ?? '') === value;
    });
  const [child] = routes.filter(matches);
  return child === undefined ? [receiver] : receiversOf(child, alert, receiver);
}

describe('the configuration of Alertmanager', () => {
  const config = alertmanagerConfig(shop(everything));

  it('M11: sends critical alerts as SMS, warnings by e-mail, and the rest to chat', () => {
    expect(config.receivers.map(({ name, ...sections }) => [name, Object.keys(sections)])).toEqual([
      ['slipway-shop-production-critical', ['webhook_configs']],
      ['slipway-shop-production-warning', ['email_configs']],
      ['slipway-shop-production-info', ['slack_configs', 'msteamsv2_configs']],
    ]);
    expect(config.route).toMatchObject({
      receiver: 'slipway-shop-production-warning',
      routes: severities.map(severity => ({
        receiver: `slipway-shop-production-${severity}`,
        matchers: ['app="shop"', 'environment="production"', `severity="${severity}"`],
      })),
    });
  });

  it.each([
    [{ server: 'smtp.acme.example:587' }, true],
    [{ server: 'smtp.acme.example:465' }, false],
    [{ server: 'smtp.acme.example:25', tls: false }, false],
  ])('demands STARTTLS of a mail server only where no TLS came before: %o', (changes, isDemanded) => {
    const email = { to: ['ops@acme.example'], from: 'slipway@acme.example', ...changes };
    const { receivers } = alertmanagerConfig(shop({ receivers: { warning: [{ email }] } }));
    expect(receivers[1]).toMatchObject({ email_configs: [{ require_tls: isDemanded }] });
  });

  it.each([
    [{ severity: 'critical' }, 'critical'],
    [{ severity: 'warning' }, 'warning'],
    [{ severity: 'info' }, 'info'],
    [{}, 'warning'],
    [{ severity: 'page' }, 'warning'],
    [{ severity: 'critical', app: 'other' }, 'warning'],
  ])('M11: routes an alert with %j to exactly one receiver: %s', (labels, severity) => {
    const alert: Record<string, string> = { app: 'shop', environment: 'production', ...labels };
    expect(receiversOf(config.route, alert)).toEqual([`slipway-shop-production-${severity}`]);
  });

  it('M11: sends a critical alert within half a minute, although another one fires already', () => {
    expect(
      config.route.routes.map(({ group_interval = config.route.group_interval }) => group_interval),
    ).toEqual([...['30s', '5m', '5m']]);
  });

  it('contains no secret, only the files that have them', () => {
    expect(JSON.stringify(config)).toContain('"/etc/alertmanager/secrets/SMTP_PASSWORD"');
    expect(JSON.stringify(config)).not.toMatch(/"(url|api_url|webhook_url|auth_password)":/);
  });

  it('M10: does not report a slow burn of a budget that burns fast', () => {
    expect(config.inhibit_rules[0]).toMatchObject({ equal: ['app', 'environment', 'objective'] });
  });
});

describe('a severity without channels', () => {
  const [sms, mail, chat] = ['A', 'B', 'C'].map(slack => ({ slack }));
  const who = (receivers: object) =>
    severities.map(severity =>
      channelsFor({ critical: [], warning: [], info: [], ...receivers } as never, severity).map(
        each => each.slack,
      ),
    );

  it('uses those of the next less urgent one, and never those of a more urgent one', () => {
    expect(who({ critical: [sms], warning: [mail], info: [chat] })).toEqual([['A'], ['B'], ['C']]);
    expect(who({ critical: [sms], info: [chat] })).toEqual([['A'], ['C'], ['C']]);
    expect(who({ critical: [sms] })).toEqual([['A'], [], []]);
    expect(who({ info: [chat] })).toEqual([['C'], ['C'], ['C']]);
    expect(who({})).toEqual([[], [], []]);
  });
});
