import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { channelsFor } from '../../src/config/channels.ts';
import type { Channel } from '../../src/config/receivers.ts';
import { alertsOf } from '../../src/notify/alerts.ts';
import { deliver, secretVariables } from '../../src/notify/deliver.ts';
import { selfSigned } from '../certificates.ts';
import { wording } from '../wording.ts';
import { notice, runUrl } from './events.ts';
import { mailSink, webSink } from './sinks.ts';

const sinks: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of sinks.splice(0)) await each.close();
});
const web = async (...answer: Parameters<typeof webSink>) => {
  const sink = await webSink(...answer);
  sinks.push(sink);
  return sink;
};
const mail = async (...options: Parameters<typeof mailSink>) => {
  const sink = await mailSink(...options);
  sinks.push(sink);
  return sink;
};

/** The pauses between attempts; ms. */
let pauses: number[] = [];
const told = (channel: Channel, env: NodeJS.ProcessEnv = {}) => {
  pauses = [];
  const sleep = async (ms: number) => void pauses.push(ms);
  return deliver(notice(), [channel], { env, secrets: Object.values(env).map(String), sleep });
};
const email = (server: string, more: object = {}): Channel => ({
  email: { to: ['ops@acme.example'], from: 'slipway@acme.example', server, tls: true, ...more },
});

describe('the receivers of a severity', () => {
  const slack = { slack: 'S' };
  const sms = { webhook: 'W' };

  it('are its own, each once', () => {
    const receivers = { critical: [sms, sms], warning: [], info: [slack] };
    expect(channelsFor(receivers, 'critical')).toEqual([sms]);
    expect(channelsFor(receivers, 'info')).toEqual([slack]);
  });

  it('are those of the next lower severity if it has none', () => {
    expect(channelsFor({ critical: [], warning: [], info: [slack] }, 'critical')).toEqual([slack]);
    expect(channelsFor({ critical: [sms], warning: [], info: [] }, 'info')).toEqual([]);
  });

  it('have their secrets in variables', () => {
    const topic = 'arn:aws:sns:eu-central-1:123456789012:ops';
    const receivers = {
      critical: [sms, { sns: { topic } }],
      warning: [email('x:25', { password: 'P' })],
      info: [slack],
    };
    expect(secretVariables(receivers)).toEqual(
      expect.arrayContaining(['W', 'P', 'S', 'AWS_SECRET_ACCESS_KEY']),
    );
  });
});

describe('a webhook', () => {
  it.each(['slack', 'teams', 'webhook'] as const)('gets the message as JSON: %s', async kind => {
    const sink = await web();
    const [delivery] = await told({ [kind]: 'HOOK' }, { HOOK: `${sink.address}/hook` });
    expect(delivery?.problem).toBeUndefined();
    expect(sink.received).toHaveLength(1);
    expect(sink.received[0]).toMatchObject({ method: 'POST', path: '/hook' });
    expect(JSON.parse(sink.received[0]!.body)).toMatchSnapshot();
  });

  it('that is overloaded is asked again when it allows it', async () => {
    const sink = await web((response, count) => {
      if (count === 1) response.writeHead(429, { 'retry-after': '7' }).end('slow down');
      else if (count === 2) response.writeHead(503).end();
      else response.writeHead(202).end();
    });
    expect(await told({ slack: 'HOOK' }, { HOOK: sink.address })).toEqual([{ receiver: 'Slack (HOOK)' }]);
    expect(pauses).toEqual([7_000, 3_000]);
  });

  it.each([
    [404, 'no_service', 1, {}],
    [500, 'oops', 4, {}],
    [429, 'later', 1, { 'retry-after': '3600' }],
    [302, '', 1, { location: 'https://login.acme.example/' }],
  ])('that answers %i is named', async (status, said, times, headers) => {
    const sink = await web(response => response.writeHead(status, headers).end(said));
    const [delivery] = await told({ teams: 'HOOK' }, { HOOK: sink.address });
    expect(delivery?.problem).toEqual(wording('Teams (HOOK)', String(status), said));
    expect(sink.received).toHaveLength(times);
  });

  it('that repeats its address shows no part of it, wherever the answer is cut', async () => {
    const secret = 'c0ffee'.repeat(16);
    const sink = await web(response =>
      response.writeHead(404).end(`Cannot POST /${'x'.repeat(100)}/${secret}`),
    );
    const [delivery] = await told({ slack: 'HOOK' }, { HOOK: `${sink.address}/${secret}` });
    expect(delivery?.problem).toContain('answered 404');
    expect(delivery?.problem).not.toContain('c0ffee');
  });

  it('that takes the message gets it once, whatever it answers', async () => {
    const sink = await web(response => response.writeHead(200).end('x'.repeat(200_000)));
    expect((await told({ slack: 'HOOK' }, { HOOK: sink.address }))[0]?.problem).toBeUndefined();
    expect(sink.received).toHaveLength(1);
  });

  it('that is away is named, after four attempts', async () => {
    const sink = await webSink();
    await sink.close();
    const [delivery] = await told({ webhook: 'HOOK' }, { HOOK: sink.address });
    expect(delivery?.problem).toEqual(wording('the webhook (HOOK)', 'cannot be reached'));
    expect(pauses).toEqual([1_000, 3_000, 9_000]);
  });

  it.each(['', 'http://hooks.acme.example/x', 'not an address', 'https://user:hunter22@acme.example/'])(
    'with the address "%s" is named, without it',
    async HOOK => {
      const [delivery] = await told({ slack: 'HOOK' }, { HOOK });
      expect(delivery?.problem).toEqual(wording('Slack (HOOK)', 'HOOK'));
      expect(delivery?.problem).not.toMatch(/acme|hunter22/);
      expect(pauses).toEqual([]);
    },
  );

  it('that repeats its secret address in an answer does not reveal it', async () => {
    const sink = await web((response, _, { path }) =>
      response.writeHead(400).end(`bad ${path}; <!here> @ops`),
    );
    const HOOK = `${sink.address}/services/T0/B0/s3cr3t-path`;
    const [delivery] = await told({ slack: 'HOOK' }, { HOOK, PART: '/services/T0/B0/s3cr3t-path' });
    expect(delivery?.problem).toContain('400');
    expect(delivery?.problem).not.toMatch(/s3cr3t|<!here|@ops/);
  });
});

describe('an SMS', () => {
  const sns: Channel = { sns: { topic: 'arn:aws:sns:eu-central-1:123456789012:ops-sms' } };
  const login = {
    AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'secret-of-aws',
    AWS_SESSION_TOKEN: 'session',
  };

  it('is published to the topic, signed', async () => {
    const sink = await web();
    expect(await told(sns, { ...login, AWS_ENDPOINT_URL_SNS: `${sink.address}/` })).toEqual([
      { receiver: 'the SNS topic ops-sms' },
    ]);
    const [request] = sink.received;
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toMatchObject({
      Action: 'Publish',
      TopicArn: 'arn:aws:sns:eu-central-1:123456789012:ops-sms',
      Message: expect.stringMatching(/release 41 is live.* https:/),
    });
    expect(request?.headers.authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE\/\d+\/eu-central-1\/sns\//,
    );
    expect(request?.headers['x-amz-security-token']).toBe('session');
  });

  it('is not sent without a login, or if AWS refuses it', async () => {
    expect((await told(sns))[0]?.problem).toEqual(wording('ops-sms', 'AWS_SECRET_ACCESS_KEY'));
    const sink = await web(response =>
      response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>'),
    );
    const [delivery] = await told(sns, { ...login, AWS_ENDPOINT_URL: sink.address });
    expect(delivery?.problem).toEqual(wording('ops-sms', '403'));
    expect(sink.received).toHaveLength(1);
  });
});

describe('an e-mail', () => {
  it('is sent without encryption only if slipway.yml says so', async () => {
    const sink = await mail({ disabledCommands: ['STARTTLS'] });
    expect((await told(email(sink.server)))[0]?.problem).toEqual(wording(sink.server, 'STARTTLS'));
    expect(sink.mails).toEqual([]);
    expect(await told(email(sink.server, { tls: false }))).toEqual([
      { receiver: `the mail server ${sink.server}` },
    ]);
    expect(sink.mails[0]).toContain('Subject: [warning] shop in production: release 42 was rolled back');
    expect(sink.mails[0]).toContain('To: ops@acme.example');
    expect(sink.mails[0]).toContain('Auto-Submitted: auto-generated');
    expect(sink.mails[0]).toContain('References: <shop.production.release.42@slipway.invalid>');
    expect(sink.mails[0]).toContain(runUrl);
  });

  it('is not sent to a server whose certificate is not trusted', async () => {
    const sink = await mail();
    const [delivery] = await told(email(sink.server));
    expect(delivery?.problem).toContain('certificate');
    expect([sink.mails, pauses]).toEqual([[], []]);
  });

  it('is encrypted with a trusted certificate', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'mail-'));
    const trusted = getCACertificates('default');
    try {
      const { certificate: cert, key } = selfSigned(folder, 'mail', ['IP:127.0.0.1']);
      setDefaultCACertificates([...trusted, cert]);
      const sink = await mail({ key, cert });
      expect((await told(email(sink.server)))[0]?.problem).toBeUndefined();
      expect(sink.secure).toEqual([true]);
    } finally {
      setDefaultCACertificates(trusted);
      rmSync(folder, { recursive: true });
    }
  });

  it('needs the password of the account', async () => {
    const sink = await mail({ disabledCommands: ['STARTTLS'], allowInsecureAuth: true });
    const account = email(sink.server, { tls: false, username: 'slipway', password: 'MAIL' });
    expect((await told(account))[0]?.problem).toEqual(wording('MAIL'));
    const [wrong] = await told(account, { MAIL: 'wrong-password' });
    expect(wrong?.problem).toEqual(wording(sink.server));
    expect(wrong?.problem).not.toContain('wrong-password');
    expect(pauses).toEqual([]);
    expect(await told(account, { MAIL: 's3cret-mail' })).toEqual([
      { receiver: `the mail server ${sink.server}` },
    ]);
  });

  it('is offered again to a server that is busy, but not if it is refused', async () => {
    let count = 0;
    const answer =
      (responseCode: number, times: number) =>
      (_: unknown, __: unknown, done: (error?: Error | null) => void) => {
        count += 1;
        done(count <= times ? Object.assign(new Error('not now'), { responseCode }) : null);
      };
    const busy = await mail({ disabledCommands: ['STARTTLS'], onMailFrom: answer(451, 2) });
    expect((await told(email(busy.server, { tls: false })))[0]?.problem).toBeUndefined();
    expect(pauses).toEqual([1_000, 3_000]);
    count = 0;
    const strict = await mail({ disabledCommands: ['STARTTLS'], onRcptTo: answer(550, 9) });
    expect((await told(email(strict.server, { tls: false })))[0]?.problem).toEqual(wording(strict.server));
    expect(pauses).toEqual([]);
  });

  it('is not delivered if the server refuses a recipient, and is not sent to the others again', async () => {
    const busy = await mail({
      disabledCommands: ['STARTTLS'],
      onRcptTo: ({ address }, _, done) =>
        done(address.startsWith('ops') ? null : Object.assign(new Error('not now'), { responseCode: 451 })),
    });
    const to = ['ops@acme.example', 'gone@acme.example'];
    const [delivery] = await told(email(busy.server, { tls: false, to }));
    expect(delivery?.problem).toEqual(wording(busy.server, '1 of 2'));
    expect(delivery?.problem).not.toContain('gone@');
    expect([busy.mails.length, pauses]).toEqual([1, []]);
  });

  it('is not sent to a server that is away', async () => {
    const sink = await mailSink();
    await sink.close();
    expect((await told(email(sink.server)))[0]?.problem).toEqual(wording(sink.server, 'ECONNREFUSED'));
    expect(pauses).toEqual([1_000, 3_000, 9_000]);
  });
});

describe('Alertmanager', () => {
  const now = Date.UTC(2026, 0, 2, 3);
  const posted = (changes: Parameters<typeof notice>[0]) => alertsOf(notice(changes), now);

  it('gets an alert that fires for a day', () => {
    expect(posted({ outcome: 'failure' })).toMatchSnapshot();
  });

  it('gets a success that ends the alerts of the failure', () => {
    const alerts = posted({ outcome: 'success' });
    const [failure] = posted({ outcome: 'failure' });
    const ended = alerts.filter(({ endsAt }) => Date.parse(endsAt) <= now);
    expect(ended.map(({ labels }) => labels)).toContainEqual(failure?.labels);
    expect(ended.map(({ labels }) => labels.severity)).toEqual(['critical', 'warning']);
    expect(alerts).toHaveLength(3);
  });

  it('gets no alert about a backup that works', () => {
    const alerts = posted({ kind: 'backup', outcome: 'success' });
    expect(alerts.filter(({ endsAt }) => Date.parse(endsAt) > now)).toEqual([]);
  });
});
