import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../src/cli.ts';
import { type MailSink, mailSink, type WebSink, webSink } from '../notify/sinks.ts';
import { scenarios } from '../report/scenarios.ts';
import { leaksOf, type Planted } from '../toolkit/secrets.ts';
import { wording } from '../wording.ts';

/** The action `notify` with a receiver of each kind on this machine. */

let folder: string;
let web: WebSink;
let mail: MailSink;
/** The answers of GitHub to GET, by path. */
let onGitHub: Record<string, unknown>;
/** The beginning of a path that is refused; empty for none. */
let refused: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'notify-'));
  onGitHub = {};
  refused = '';
  web = await webSink((response, _, { method, path }) => {
    if (refused !== '' && path.startsWith(refused)) response.writeHead(400).end('bad label');
    else if (path.startsWith('/away')) response.writeHead(404).end(`no webhook at ${path}`);
    else if (path.startsWith('/repos/'))
      response
        .setHeader('content-type', 'application/json')
        .end(
          JSON.stringify(
            method === 'GET' ? (onGitHub[path.replace(/\?.*/, '')] ?? []) : { number: 5, id: 5 },
          ),
        );
    else response.end('ok');
  });
  mail = await mailSink({ disabledCommands: ['STARTTLS'], allowInsecureAuth: true });
  for (const name of Object.keys(process.env))
    if (/^(GITHUB|RUNNER|CI|GITLAB|BUILD|AWS)_?/.test(name)) vi.stubEnv(name, undefined);
  vi.stubEnv('GITHUB_RUN_ID', '77');
  vi.stubEnv('GITHUB_REPOSITORY', 'acme/shop');
  vi.stubEnv('GITHUB_SERVER_URL', 'https://github.com');
  vi.stubEnv('GITHUB_ACTOR', 'octocat');
  vi.stubEnv('GITHUB_SHA', 'abcdef0123456789abcdef0123456789abcdef01');
  vi.stubEnv('GITHUB_API_URL', web.address);
  await configured(`
      critical: [{sns: {topic: "arn:aws:sns:eu-central-1:123456789012:ops-sms"}}, {webhook: PAGER}]
      warning:
        - email: {to: [ops@acme.example], from: slipway@acme.example, server: "${mail.server}", tls: false, username: slipway, password: MAIL}
      info: [{slack: SLACK}, {teams: TEAMS}]`);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all([web.close(), mail.close(), rm(folder, { recursive: true })]);
});

const configured = (receivers: string) =>
  writeFile(
    join(folder, 'slipway.yml'),
    `app: shop
images:
  shop: {repository: ghcr.io/acme/shop}
environments:
  production:
    namespace: shop
    manifests: [deploy/]
    workload: Deployment/shop
    monitoring:
      alertmanager: {url: "${web.address}/alertmanager"}
      receivers: ${receivers.replaceAll('\n', '\n    ')}
  staging:
    namespace: shop
    manifests: [deploy/]
    workload: Deployment/shop
`,
  );

const secrets = () => ({
  SLACK: `${web.address}/services/T0AAAAAAA/B0AAAAAAA/slack0secret0path`,
  TEAMS: `${web.address}/workflows/0123/triggers?sig=teams-secret-signature`,
  PAGER: `${web.address}/pager/secret-of-the-pager`,
  MAIL: 's3cret-mail',
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  AWS_ENDPOINT_URL_SNS: `${web.address}/sns`,
});

async function notify(inputs: Record<string, string>) {
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    vi.spyOn(process[name], 'write').mockImplementation(text => {
      said[name] += text;
      return true;
    });
  const summary = join(folder, 'summary.md');
  try {
    const all = {
      environment: 'production',
      config: join(folder, 'slipway.yml'),
      credentials: JSON.stringify(secrets()),
      summary,
      'github-token': 'token-of-github',
      ...inputs,
    };
    const code = await main([
      'notify',
      ...Object.entries(all).flatMap(([name, value]) => [`--${name}`, value]),
    ]);
    const outputs: Record<string, string> = Object.fromEntries(
      said.stdout
        .split('\n')
        .filter(line => line !== '')
        .map(line => line.split(/=(.*)/s).slice(0, 2)),
    );
    return {
      code,
      outputs,
      said: said.stdout + said.stderr,
      summary: await readFile(summary, 'utf8').catch(() => ''),
    };
  } finally {
    vi.restoreAllMocks();
  }
}

const paths = () => web.received.map(({ path }) => path.split('/')[1]);

describe('a message', () => {
  it.each([
    ['success', ['services', 'workflows'], 0],
    ['rolled-back', [], 1],
    ['failure', ['pager', 'sns'], 0],
  ] as const)('goes only to the receivers of its severity: %s', async (outcome, web, mails) => {
    const { code, outputs, summary } = await notify({ outcome, release: '42', baseline: '41' });
    expect([code, outputs.reason, outputs.undelivered]).toEqual([0, '', '[]']);
    expect(outputs.sent).toBe(String(web.length + mails));
    expect(paths().sort()).toEqual([...web]);
    expect(mail.mails).toHaveLength(mails);
    expect(summary).toContain('shop in production: release 42');
  });

  it('goes to SNS by the login in `credentials` alone, whatever login of the cloud an earlier step left', async () => {
    const cloud = { AWS_ACCESS_KEY_ID: 'ASIACLUSTER', AWS_SECRET_ACCESS_KEY: 'of-the-cluster' };
    const store = { AWS_SESSION_TOKEN: 'session-of-the-cluster', AWS_ENDPOINT_URL: `${web.address}/s3` };
    for (const [name, value] of Object.entries({ ...cloud, ...store })) vi.stubEnv(name, value);
    vi.stubEnv('AWS_ENDPOINT_URL_SNS', `${web.address}/elsewhere`);
    await notify({ outcome: 'failure', release: '42' });
    const request = web.received.find(({ path }) => path.startsWith('/sns'));
    expect(request?.headers.authorization).toContain(`Credential=${secrets().AWS_ACCESS_KEY_ID}/`);
    expect(request?.headers).not.toHaveProperty('x-amz-security-token');
    expect(paths().sort()).toEqual(['pager', 'sns']);
  });

  it('goes to SNS by the login in the environment without one in `credentials`', async () => {
    const { PAGER } = secrets();
    const login = {
      AWS_ACCESS_KEY_ID: 'ASIASMS',
      AWS_SECRET_ACCESS_KEY: 'key',
      AWS_SESSION_TOKEN: 'session',
    };
    for (const [name, value] of Object.entries(login)) vi.stubEnv(name, value);
    vi.stubEnv('AWS_ENDPOINT_URL_SNS', `${web.address}/sns`);
    await notify({ outcome: 'failure', release: '42', credentials: JSON.stringify({ PAGER }) });
    const request = web.received.find(({ path }) => path.startsWith('/sns'));
    expect(request?.headers['x-amz-security-token']).toBe('session');
  });

  it('that reaches no one fails nothing, and is named', async () => {
    const SLACK = `${web.address}/away/slack0secret0path`;
    const { code, outputs, said, summary } = await notify({
      outcome: 'success',
      credentials: JSON.stringify({ SLACK }),
    });
    expect([code, outputs.sent]).toEqual([0, '0']);
    expect(JSON.parse(outputs.undelivered!)).toEqual(['Slack (SLACK)', 'Teams (TEAMS)']);
    expect(outputs.reason).toEqual(wording('Slack (SLACK)', '404', 'TEAMS is not set'));
    expect(said).toContain('warning: notify: Slack (SLACK)');
    expect(summary).toContain('⚠️');
    expect(said + summary).not.toContain('slack0secret0path');
  });

  it.each([
    [{ outcome: 'good' }, 'outcome'],
    [{ outcome: 'success', event: 'x' }, 'event'],
    [{ outcome: 'success', environment: 'prod' }, 'prod'],
    [{ outcome: 'success', via: 'pigeon' }, 'via'],
    [{ outcome: 'success', credentials: '{"SLACK": 1}' }, 'credentials'],
    [
      { outcome: 'failure', github: 'issue', 'state-file': 'state.json', 'state-in-cluster': 'true' },
      'both `state-file` and the cluster',
    ],
    [{ outcome: 'success', github: 'wiki' }, 'github'],
    [{ outcome: 'success', environment: 'staging', via: 'alertmanager' }, 'alertmanager'],
  ] as const)('with wrong inputs is refused: %o', async (inputs, named) => {
    const { code, outputs } = await notify(inputs);
    expect([code, outputs.sent, outputs.undelivered]).toEqual([1, '0', '[]']);
    expect(outputs.reason).toContain(named);
    expect(web.received).toEqual([]);
  });

  it.each([
    ['a token for GitHub', { github: 'issue', 'github-token': '' }, 'github-token'],
    ['the decision record', { record: '/nowhere' }, '/nowhere/decision.json'],
  ])('is sent without %s, which is a warning', async (_, inputs, named) => {
    const { code, outputs, said } = await notify({ outcome: 'success', release: '42', ...inputs });
    expect([code, outputs.sent]).toEqual([0, '2']);
    expect(/^warning: notify: (.*)$/m.exec(said)?.[1]).toEqual(wording(named));
  });

  it('is not sent from an environment without receivers', async () => {
    const { code, outputs } = await notify({ outcome: 'failure', environment: 'staging' });
    expect([code, outputs.sent]).toEqual([0, '0']);
    expect(outputs.reason).toEqual(wording('staging', 'critical'));
  });
});

describe('a decision record', () => {
  it('gives its words to the message', async () => {
    await writeFile(join(folder, 'decision.json'), JSON.stringify(scenarios['rolled-back']));
    await notify({ outcome: 'rolled-back', release: '42', record: folder });
    const text = mail.mails[0]?.split('\r\n\r\n').slice(1).join('\n\n');
    expect(text?.replace(/\s+/g, ' ')).toEqual(wording('was rolled back', 'is live', 'then release again'));
  });
});

describe('the memory', () => {
  it('holds the same back, and tells the recovery', async () => {
    const memory = join(folder, 'cache/memory.json');
    const backup = async (outcome: string) =>
      (await notify({ event: 'backup', outcome, 'state-file': memory })).outputs.sent;
    expect([
      await backup('success'),
      await backup('failure'),
      await backup('failure'),
      await backup('success'),
    ]).toEqual(['0', '1', '0', '2']);
  });

  it('that cannot be kept fails nothing', async () => {
    const memory = join(folder, 'slipway.yml/memory.json');
    const { code, outputs, said } = await notify({ outcome: 'success', 'state-file': memory });
    expect([code, outputs.sent]).toEqual([0, '2']);
    expect(said).toContain(`${memory} cannot be read or written`);
  });

  it('does not remember what reached no one', async () => {
    const memory = join(folder, 'memory.json');
    await notify({ outcome: 'success', release: '42', 'state-file': memory, credentials: '' });
    expect((await notify({ outcome: 'success', release: '42', 'state-file': memory })).outputs.sent).toBe(
      '2',
    );
    const again = await notify({ outcome: 'success', release: '42', 'state-file': memory });
    expect([again.outputs.sent, again.outputs.reason]).toEqual(['0', wording('less than 20 hours')]);
  });
});

describe('GitHub', () => {
  const github = { github: 'issue,comment' };
  const repo = '/repos/acme/shop';

  it('gets an issue, and a comment in the pull request', async () => {
    onGitHub[`${repo}/commits/${process.env.GITHUB_SHA}/pulls`] = [{ number: 9 }];
    const { outputs } = await notify({ outcome: 'rolled-back', release: '42', baseline: '41', ...github });
    expect([outputs.sent, outputs.reason]).toEqual(['3', '']);
    const written = web.received
      .filter(({ method }) => method !== 'GET')
      .sort((one, other) => one.path.localeCompare(other.path));
    const issues = written.filter(({ path }) => path.startsWith(repo));
    expect(issues.map(({ method, path }) => `${method} ${path}`)).toEqual([
      `POST ${repo}/issues`,
      `POST ${repo}/issues/9/comments`,
    ]);
    for (const { body } of issues) expect(JSON.parse(body).body).toEqual(wording('release 41 is live'));
  });

  it('has its comment replaced, and its issue closed by a success', async () => {
    const body = '<!-- slipway-notify: shop/production';
    onGitHub[`${repo}/commits/${process.env.GITHUB_SHA}/pulls`] = [{ number: 9 }];
    onGitHub[`${repo}/issues/9/comments`] = [
      { id: 3, body: null },
      { id: 4, body: `${body} -->\nold` },
    ];
    onGitHub[`${repo}/issues`] = [{ number: 5, title: 'x', body: `${body}/release -->\nold` }];
    await notify({ outcome: 'success', release: '42', ...github });
    const written = web.received.filter(({ method, path }) => method !== 'GET' && path.startsWith(repo));
    expect(written.map(({ method, path }) => `${method} ${path}`).sort()).toEqual([
      `PATCH ${repo}/issues/5`,
      `PATCH ${repo}/issues/comments/4`,
      `POST ${repo}/issues/5/comments`,
    ]);
  });

  it('gets the deployment of the release', async () => {
    await notify({
      outcome: 'success',
      release: '42',
      github: 'deployment',
      'github-token': 'token-of-github',
    });
    const made = web.received.find(({ path }) => path === `${repo}/deployments`);
    expect(JSON.parse(made?.body ?? '')).toMatchObject({
      environment: 'production',
      payload: { app: 'shop', release: 42 },
    });
    expect(web.received.map(({ path }) => path)).toContain(`${repo}/deployments/5/statuses`);
  });

  it('is updated after people are told', async () => {
    await notify({ outcome: 'success', ...github });
    const onGitHub = web.received.map(({ path }) => path.startsWith('/repos/'));
    expect(onGitHub.indexOf(true)).toBe(2);
    expect(onGitHub.lastIndexOf(false)).toBe(1);
  });

  it('that refuses is named, and fails nothing', async () => {
    vi.stubEnv('GITHUB_API_URL', `${web.address}/away`);
    const { code, outputs } = await notify({ outcome: 'success', ...github });
    expect(code).toBe(0);
    expect(JSON.parse(outputs.undelivered!)).toEqual(['GitHub (issue)', 'GitHub (comment)']);
  });
});

describe('Alertmanager', () => {
  it('gets an alert instead of the receivers', async () => {
    const { outputs } = await notify({ outcome: 'failure', via: 'alertmanager' });
    expect([outputs.sent, outputs.reason]).toEqual(['1', '']);
    expect(web.received.map(({ path }) => path)).toEqual(['/alertmanager/api/v2/alerts']);
    expect(JSON.parse(web.received[0]!.body)).toMatchObject([
      { labels: { alertname: 'SlipwayRelease', severity: 'critical', slipway: 'true' } },
    ]);
  });

  it('that refuses is named, and not asked again', async () => {
    refused = '/alertmanager';
    const { code, outputs } = await notify({ outcome: 'failure', via: 'alertmanager' });
    expect([code, outputs.sent, outputs.undelivered]).toEqual([0, '0', '["Alertmanager"]']);
    expect(outputs.reason).toMatch(/^Alertmanager 127\.0\.0\.1:\d+ answered 400: bad label$/);
    expect(web.received).toHaveLength(1);
  });
});

describe('a secret', () => {
  const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJzaG9wIn0.c2lnbmF0dXJlLW9mLWl0';
  const keyLines = 'MHcCAQEEIBkg4LVWM9nuwNSk3yByxZpYRTBnVJk1oeCS';
  const planted = (): Planted[] => [
    { name: 'bearer', value: 'bearer-0a1b2c3d4e5f' },
    { name: 'cookie', value: 's3ss10n-of-octocat' },
    { name: 'JWT', value: jwt },
    { name: 'PEM', value: `-----BEGIN EC PRIVATE KEY-----\n${keyLines}\n-----END EC PRIVATE KEY-----` },
    { name: 'URL password', value: 'hunter2-of-the-database' },
    { name: 'token of GitHub', value: 'token-of-github' },
    { name: 'path of Slack', value: 'slack0secret0path' },
    { name: 'signature of Teams', value: 'teams-secret-signature' },
    { name: 'path of the pager', value: 'secret-of-the-pager' },
    ...Object.entries(secrets())
      .filter(([name]) => /MAIL|^AWS/.test(name))
      .map(([name, value]) => ({ name, value })),
  ];
  const hostile = () => {
    const { SLACK, TEAMS, PAGER, MAIL, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = secrets();
    const base64 = (text: string) => Buffer.from(text).toString('base64');
    return [
      [
        'curl -H "Authorization: Bearer bearer-0a1b2c3d4e5f"',
        'Cookie: session=s3ss10n-of-octocat',
        `token ${jwt}`,
      ],
      [planted()[3]!.value, 'postgres://shop:hunter2-of-the-database@db/shop', 'token-of-github'],
      [SLACK, TEAMS, PAGER, MAIL, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY],
      [base64(MAIL), base64(AWS_SECRET_ACCESS_KEY), base64(SLACK), encodeURIComponent(TEAMS)],
    ];
  };

  it.each(['success', 'rolled-back', 'failure'])(
    'is in no message, log or summary, in whatever field it comes: %s',
    async outcome => {
      onGitHub[`/repos/acme/shop/commits/${process.env.GITHUB_SHA}/pulls`] = [{ number: 9 }];
      const texts = [...hostile().flat(), ...hostile().map(each => each.join('\n'))];
      for (const text of texts) {
        vi.stubEnv('GITHUB_ACTOR', text.replaceAll('\n', ' '));
        const inputs = {
          outcome,
          reason: text,
          name: text,
          event: outcome === 'failure' ? 'alert' : 'release',
        };
        const ran = await notify({ ...inputs, github: 'issue,comment' });
        const missed = await notify({
          ...inputs,
          credentials: JSON.stringify({ ...secrets(), SLACK: `${web.address}/away/slack0secret0path` }),
        });
        expect([ran.code, missed.code]).toEqual([0, 0]);
        const traces = [ran, missed].flatMap(({ said, summary }) => [
          { where: 'log', text: said },
          { where: 'summary', text: summary },
        ]);
        traces.push(...web.received.map(({ path, body }) => ({ where: path.slice(0, 9), text: body })));
        traces.push(...mail.mails.map(each => ({ where: 'mail', text: each.replace(/=\r?\n/g, '') })));
        // The key ID is in the signature of a request to AWS, in a header.
        expect(leaksOf(planted(), traces)).toEqual([]);
        web.received.splice(0);
        mail.mails.splice(0);
      }
    },
  );
});
