import fc from 'fast-check';
import { expect, it } from 'vitest';
import { alertsOf } from '../../src/notify/alerts.ts';
import { slackOf, teamsOf, webhookOf } from '../../src/notify/cards.ts';
import { eventKinds, outcomes } from '../../src/notify/event.ts';
import { topicsOf } from '../../src/notify/issues.ts';
import { messageOf } from '../../src/notify/message.ts';
import { mailOf, smsOf } from '../../src/notify/texts.ts';
import { search } from '../search.ts';
import { leaksOf } from '../toolkit/secrets.ts';
import { event } from './events.ts';

const slack = 'T0AAAAAAA/B0AAAAAAA/slack0secret0path';

/** Values that `notify` was given. */
const given = {
  password: 's3cret-of-the-mail',
  aws: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  pager: 'https://pager.acme.example/hooks/secret-of-the-pager?sig=signature-of-the-pager',
  webhook: `https://hooks.slack.com/services/${slack}`,
  token: 'token-of-github-0a1b2c',
};
/** Ten secrets, each as a text brings it: those that were given in any form, the others in the forms by which they are known. */
const planted: Record<string, [value: string, ...forms: string[]]> = {
  password: [given.password, given.password, Buffer.from(given.password).toString('base64')],
  aws: [given.aws, given.aws, encodeURIComponent(given.aws)],
  'path of the pager': ['secret-of-the-pager', given.pager, '/hooks/secret-of-the-pager'],
  'signature of the pager': ['signature-of-the-pager', given.pager, 'signature-of-the-pager'],
  'path of Slack': ['slack0secret0path', given.webhook, Buffer.from(given.webhook).toString('base64')],
  token: [given.token, given.token, JSON.stringify({ token: given.token })],
  bearer: ['bearer-0a1b2c3d4e5f', 'Authorization: Bearer bearer-0a1b2c3d4e5f'],
  cookie: ['s3ss10n-of-octocat', 'Cookie: session=s3ss10n-of-octocat'],
  'password of a URL': ['hunter2-of-the-db', 'postgres://shop:hunter2-of-the-db@db/shop'],
  key: [
    'MHcCAQEEIBkg4LVWM9nuwNSk3yByxZpYRTBnVJk1oeCS',
    '-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIBkg4LVWM9nuwNSk3yByxZpYRTBnVJk1oeCS\n-----END EC PRIVATE KEY-----',
  ],
};
const all = Object.entries(planted).map(([name, [value]]) => ({ name, value }));
const forms = Object.values(planted).flatMap(([, ...texts]) => texts);

const text = fc
  .array(fc.oneof(fc.constantFrom(...forms), fc.string({ maxLength: 12 })), { minLength: 1, maxLength: 12 })
  .chain(parts => fc.constantFrom(' ', '\n').map(gap => parts.join(gap)));

it('ten secrets are in no message, in whatever field and in which mix they come', () => {
  const fields = fc.record({
    ...{ kind: fc.constantFrom(...eventKinds), outcome: fc.constantFrom(...outcomes) },
    ...{ name: text, reason: text, told: fc.boolean() },
    origin: fc.record({ run: text, actor: text, revision: text, url: text }),
  });
  fc.assert(
    fc.property(fields, ({ told, ...changes }) => {
      const words = told ? { what: changes.reason, why: changes.name, next: changes.reason } : undefined;
      const notice = messageOf(event(changes), Object.values(given), words);
      const messages = {
        ...{
          slack: slackOf(notice),
          teams: teamsOf(notice),
          webhook: webhookOf(notice),
          mail: mailOf(notice),
        },
        ...{ sms: smsOf(notice), alerts: alertsOf(notice, 0), issue: topicsOf(notice) },
      };
      const traces = Object.entries(messages).map(([where, body]) => ({ where, text: JSON.stringify(body) }));
      expect(leaksOf(all, traces)).toEqual([]);
    }),
    search(1000),
  );
});
