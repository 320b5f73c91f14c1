import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { imageRules } from '../../../src/config/rules.ts';
import type { Checked } from '../../../src/policy/check.ts';
import { type Finding, placeOf, unexcused } from '../../../src/policy/finding.ts';
import { concluded, reviewImage } from '../../../src/policy/image/review.ts';
import { imageRuleTexts } from '../../../src/policy/image/rules.ts';
import { UserError } from '../../../src/toolkit/errors.ts';
import { wording } from '../../wording.ts';
import { checkedOf, now, policyOf } from '../checked.ts';
import { archive, type Item, inPieces } from './archive.ts';

const key = `-----BEGIN PRIVATE KEY-----\n${'QUJD'.repeat(16)}\n-----END PRIVATE KEY-----\n`;
const token = `ghp_${'a1B2'.repeat(9)}`;

/** The base has a layer like that of a distribution. */
const base: Item[] = [
  { path: 'usr/bin/su', mode: 0o4755 },
  { path: 'usr/bin/passwd', mode: 0o4755 },
  { path: 'var/spool', type: '5', mode: 0o777 },
  { path: 'root/.bash_history', content: 'ls' },
];
const dockerfile = `FROM debian
COPY app /app
RUN make
USER 10001
CMD ["/app"]
`;
const history = [
  { created_by: 'the base' },
  { created_by: 'COPY app /app # buildkit' },
  { created_by: 'RUN /bin/sh -c make # buildkit' },
  { created_by: 'USER 10001', empty_layer: true },
  { created_by: 'CMD ["/app"]', empty_layer: true },
];

interface Made {
  /** The layers of the COPY and the RUN. */
  layers?: [Item[], Item[]];
  lowest?: Item[];
  config?: object;
  history?: object[];
  text?: string | undefined;
  policy?: object;
  platform?: string;
}

async function review(made: Made = {}) {
  const { layers = [[], []], lowest = base, config = {}, policy = {}, platform = 'linux/amd64' } = made;
  const checked: Checked | undefined =
    'text' in made && made.text === undefined ? undefined : checkedOf(made.text ?? dockerfile);
  const image = {
    name: 'shop',
    platform,
    configuration: { config: { User: '10001', ...config }, history: made.history ?? history },
    layers: [lowest, ...layers].map((items, index) => ({
      digest: `sha256:${index}`,
      open: () => inPieces(index % 2 === 0 ? gzipSync(archive(items)) : archive(items), 1000),
    })),
  };
  return reviewImage(image, checked, policyOf(policy));
}

const shown = (findings: readonly Finding[]) =>
  findings.map(each => `${each.rule}: ${placeOf(each)}: ${each.message}`);
const found = async (made: Made) => shown((await review(made)).findings);
const copied = (...items: Item[]) => found({ layers: [items, []] });

describe('an image', () => {
  it('without its own layers has no findings, whatever its base contains', async () => {
    expect(await review()).toEqual({ findings: [], notes: [] });
  });

  it('is reported with the file, its layer and the line that created it', async () => {
    const { findings } = await review({ layers: [[], [{ path: './usr/bin/tool', mode: 0o4755 }]] });
    expect(findings).toEqual([
      {
        rule: 'image-setuid',
        level: 'error',
        images: ['shop'],
        place: {
          kind: 'image',
          platforms: ['linux/amd64'],
          path: 'usr/bin/tool',
          layer: { digest: 'sha256:2', number: 3, of: 3, base: false, by: { path: 'Dockerfile', line: 3 } },
        },
        message: wording('4755'),
        remedy: imageRuleTexts['image-setuid'].remedy,
      },
    ]);
  });

  it.each(Object.keys(imageRules))('has a rule with texts in whole sentences: %s', rule => {
    const { title, finds, remedy } = imageRuleTexts[rule as keyof typeof imageRules];
    expect(title).toMatch(/^[A-Z].*[^.]$/);
    expect(finds).toMatch(/\.$/);
    expect(remedy).toMatch(/^[a-z].*[^.]$/);
  });
});

describe('programs that run as another user', () => {
  const where = '/x in layer 2 of 3 (Dockerfile:2; linux/amd64)';

  it.each<[string, Item, string[]]>([
    ['setuid', { path: 'x', mode: 0o4711 }, [wording(`${where}`, 'image-setuid', '4711')]],
    ['setgid', { path: 'x', mode: 0o2755 }, [wording(`${where}`, 'image-setuid', '2', '2755')]],
    [
      'a hard link to one',
      { path: 'x', type: '1', mode: 0o4755 },
      [wording(`${where}`, 'image-setuid', '4755')],
    ],
    ['setuid without the permission to run it', { path: 'x', mode: 0o4644 }, []],
    ['setgid without the permission to run it', { path: 'x', mode: 0o2644 }, []],
    ['a setgid folder', { path: 'x', type: '5', mode: 0o2755 }, []],
    [
      'capabilities',
      { path: 'x', mode: 0o755, pax: { 'SCHILY.xattr.security.capability': 'abc' } },
      [wording(`${where}`, 'image-capability')],
    ],
  ])('are reported: %s', async (_, item, expected) => {
    expect(await copied(item)).toEqual(expected);
  });

  it('that the base already has are no finding when an update rewrites them', async () => {
    expect(await copied({ path: 'usr/bin/su', mode: 0o4755 })).toEqual([]);
  });

  it('that a later layer removes, or makes harmless, are no finding', async () => {
    const tool = { path: 'bin/tool', mode: 0o4755 };
    expect(await found({ layers: [[tool], [{ path: 'bin/.wh.tool' }]] })).toEqual([]);
    expect(await found({ layers: [[tool], [{ path: 'bin/tool', mode: 0o755 }]] })).toEqual([]);
    expect(await found({ layers: [[tool], [{ path: '.wh.bin' }]] })).toEqual([]);
    expect(await found({ layers: [[tool], [{ path: 'bin/.wh..wh..opq' }]] })).toEqual([]);
    expect(await found({ layers: [[tool], [{ path: 'bin/.wh.tool2' }]] })).toHaveLength(1);
    // A file in the layer of the whiteout is not below it.
    expect(await found({ layers: [[], [tool, { path: 'bin/.wh..wh..opq' }]] })).toHaveLength(1);
  });
});

describe('world-writable files', () => {
  it.each<[string, Item, number]>([
    ['a file', { path: 'app/x', mode: 0o666 }, 1],
    ['a folder', { path: 'app', type: '5', mode: 0o777 }, 1],
    ['a shared folder', { path: 'tmp', type: '5', mode: 0o1777 }, 0],
    ['a symbolic link', { path: 'x', type: '2', mode: 0o777 }, 0],
    ['a device', { path: 'dev/null', type: '3', mode: 0o666 }, 0],
    ['a group-writable file', { path: 'x', mode: 0o664 }, 0],
  ])('are reported or not: %s', async (_, item, count) => {
    expect(await copied(item)).toHaveLength(count);
  });

  it('are reported once, with their folder', async () => {
    const files = Array.from({ length: 300 }, (_, n) => ({ path: `app/deep/${n}`, mode: 0o777 }));
    expect(await copied({ path: 'app', type: '5', mode: 0o777 }, ...files)).toEqual([
      wording('image-world-writable', '/app', '3', 'Dockerfile:2', 'linux/amd64', '0777', '300'),
    ]);
  });

  it('in many places are reported fifty times, with the number of the others', async () => {
    const files = Array.from({ length: 200 }, (_, n) => ({
      path: `app/data/${String(n).padStart(3, '0')}/x`,
      mode: 0o666,
    }));
    const all = await copied(...files);
    expect(all).toHaveLength(51);
    expect(all.at(-1)).toEqual(wording('/app/data', '2', '3'));
    expect(all.at(-1)).toEqual(wording('0666', '149'));
  });
});

describe('sudo without a password', () => {
  const rule = 'app ALL=(ALL) NOPASSWD: ALL\n';
  it.each<[string, Item, number]>([
    ['in sudoers', { path: 'etc/sudoers', content: `root ALL=(ALL) ALL\n${rule}` }, 1],
    ['in a file beside it', { path: 'etc/sudoers.d/app', content: rule }, 1],
    ['in a comment', { path: 'etc/sudoers', content: `# ${rule}` }, 0],
    ['in a file that sudo does not read', { path: 'etc/sudoers.d/app~', content: rule }, 0],
    ['somewhere else', { path: 'app/readme', content: rule }, 0],
  ])('is reported or not: %s', async (_, item, count) => {
    expect(await copied(item)).toHaveLength(count);
  });

  it('is also reported for the base', async () => {
    expect(await found({ lowest: [{ path: 'etc/sudoers.d/dev', content: rule }] })).toEqual([
      wording('image-sudo-nopasswd', '/etc/sudoers.d/dev', '1', '3', 'linux/amd64'),
    ]);
  });
});

describe('secrets in an image', () => {
  it.each<[string, Item, string[]]>([
    ['a private key', { path: 'app/server.key', content: key }, ['image-private-key']],
    [
      'a private key behind its certificate',
      {
        path: 'app/all.pem',
        content: `-----BEGIN CERTIFICATE-----\nQUJD\n-----END CERTIFICATE-----\n${key}`,
      },
      ['image-private-key'],
    ],
    [
      'a program that reads keys',
      { path: 'app/read.js', content: "text.includes('-----BEGIN PRIVATE KEY-----')" },
      [],
    ],
    ['a public key', { path: 'app/pub.pem', content: key.replaceAll('PRIVATE', 'PUBLIC') }, []],
    ['a test key of a package', { path: 'app/node_modules/x/test/key.pem', content: key }, []],
    ['a history', { path: 'root/.bash_history', content: 'export TOKEN=x' }, ['image-shell-history']],
    ['an empty history', { path: 'root/.ash_history' }, []],
    ['the history of psql', { path: 'home/app/.psql_history', content: 'x' }, ['image-shell-history']],
    ['.env', { path: 'app/.env', content: '# all\nDB_PASSWORD=secret\n' }, ['image-secret-file']],
    ['.env.production', { path: 'app/.env.production', content: 'export A=b' }, ['image-secret-file']],
    ['an example of it', { path: 'app/.env.example', content: 'DB_PASSWORD=secret' }, []],
    [
      '.npmrc with a token',
      { path: 'root/.npmrc', content: '//npm.example/:_authToken=x' },
      ['image-secret-file'],
    ],
    ['.npmrc with an address', { path: 'app/.npmrc', content: 'registry=https://npm.example' }, []],
    [
      'the login of docker',
      { path: 'root/.docker/config.json', content: '{"auths":{"x":{"auth":"eDp5"}}}' },
      ['image-secret-file'],
    ],
    ['a key store', { path: 'app/keys.p12', content: 'x' }, ['image-secret-file']],
    [
      'a token in a file',
      { path: 'app/config.json', content: `{"token": "${token}"}` },
      ['image-secret-value'],
    ],
    ['a token in a compiled file', { path: 'app/server', content: `\0\0${token}` }, []],
    ['a token in a third-party package', { path: 'usr/lib/python3.13/x.py', content: token }, []],
    ['the repository', { path: 'app/.git/HEAD', content: 'ref: refs/heads/main' }, ['image-git-folder']],
  ])('are reported or not: %s', async (_, item, rules) => {
    const { findings } = await review({ layers: [[item], []] });
    expect(findings.map(each => each.rule)).toEqual(rules);
    expect(JSON.stringify(findings)).not.toMatch(/ghp_|QUJDQUJD|eDp5|DB_PASSWORD/);
  });

  it('are in the image although a later layer removes them', async () => {
    expect(
      await found({ layers: [[{ path: 'app/id_rsa', content: key }], [{ path: 'app/.wh.id_rsa' }]] }),
    ).toEqual([wording('image-private-key', '/app/id_rsa', '3', 'Dockerfile:2', 'linux/amd64')]);
  });

  it('of the base are not reported', async () => {
    expect(await found({ lowest: [{ path: 'etc/ssl/private/x.key', content: key }] })).toEqual([]);
  });

  it.each<[string, object, object[] | undefined, string[]]>([
    ['a variable', { Env: ['PATH=/bin', 'NPM_TOKEN=abc'] }, undefined, [wording('NPM_TOKEN')]],
    ['a variable that names a file', { Env: ['DB_PASSWORD_FILE=/run/secrets/db', 'TOKEN='] }, undefined, []],
    ['a token under another name', { Env: [`X=${token}`] }, undefined, [wording('GitHub', 'X')]],
    [
      'a build argument',
      {},
      [
        ...history.slice(0, 2),
        { created_by: 'RUN |2 A=b API_KEY=abc /bin/sh -c make # buildkit' },
        ...history.slice(3),
      ],
      [wording('API_KEY')],
    ],
    [
      'an address in a RUN',
      {},
      [
        ...history.slice(0, 2),
        { created_by: 'RUN /bin/sh -c git clone https://bot:hunter22@example.com/x' },
        ...history.slice(3),
      ],
      [wording()],
    ],
  ])('in the configuration are reported or not: %s', async (_, config, past, messages) => {
    const { findings } = await review({ config, ...(past === undefined ? {} : { history: past }) });
    expect(findings.map(each => each.message)).toEqual(messages);
    expect(findings.map(placeOf)).toEqual(messages.map(() => 'configuration (linux/amd64)'));
  });
});

describe('the user', () => {
  it.each([
    ['', 'image-user-missing'],
    ['root', 'image-user-root'],
    ['0:0', 'image-user-root'],
    ['1000', undefined],
    ['node', undefined],
  ])('is checked: %j', async (User, rule) => {
    expect((await review({ config: { User } })).findings.map(each => each.rule)).toEqual(
      rule === undefined ? [] : [rule],
    );
  });
});

describe('the origin of layers', () => {
  const tool = { path: 'usr/bin/su2', mode: 0o4755 };

  it('is derived from the history and the Dockerfile, with two layers of the base', async () => {
    const past = [{ created_by: 'a' }, { created_by: 'COPY x /x' }, ...history.slice(2)];
    const { findings, notes } = await review({
      text: 'FROM debian\nRUN make\nUSER 10001\nCMD ["/app"]\n',
      history: past,
      layers: [[tool], []],
    });
    expect([findings, notes]).toEqual([[], []]);
  });

  it.each<[string, Made]>([
    ['without a Dockerfile', { text: undefined }],
    ['of another Dockerfile', { text: 'FROM debian\nRUN a\nRUN b\nUSER 1\n' }],
    ['without a history', { history: [] }],
    ['with a layer too many', { history: history.slice(1) }],
  ])('is unknown for an image %s: the lowest counts as the base, which is noted', async (_, made) => {
    const { findings, notes } = await review({ ...made, layers: [[tool], []] });
    expect(notes).toEqual([wording('Dockerfile', 'shop')]);
    expect(shown(findings)).toEqual([
      wording('image-setuid', '/usr/bin/su2', '2', '3', 'linux/amd64', '4755'),
    ]);
  });

  it('is derived through stages, with the triggers of ONBUILD, but without ONBUILD itself', async () => {
    const { findings, notes } = await review({
      text: 'FROM debian AS base\nCOPY a /a\nONBUILD RUN b\nFROM base AS not\nRUN c\nFROM base\nUSER 10001\n',
      history: [
        {},
        { created_by: 'COPY a /a # buildkit' },
        { created_by: 'RUN b' },
        { created_by: 'USER 10001', empty_layer: true },
      ],
      layers: [[], [tool]],
    });
    expect(notes).toEqual([]);
    expect(findings.map(placeOf)).toEqual([wording('/usr/bin/su2', 'Dockerfile:3', 'linux/amd64')]);
  });

  it('is the Dockerfile for all layers of an image from scratch', async () => {
    const { findings } = await review({
      text: 'FROM scratch\nCOPY one /\nCOPY app /app\nRUN make\n',
      history: [{ created_by: 'COPY one /' }, ...history.slice(1, 3)],
      lowest: [tool],
    });
    expect(findings).toHaveLength(1);
  });
});

describe('all images together', () => {
  const config = (policy: object) => ({ images: { shop: {} } as never, policy: policyOf(policy) });
  const item = { path: 'app/x', mode: 0o666 };
  const platforms = () =>
    Promise.all(['linux/amd64', 'linux/arm64'].map(platform => review({ platform, layers: [[item], []] })));

  it('report a finding of several platforms once', async () => {
    const { findings } = concluded(await platforms(), config({}), ['shop'], now);
    expect(shown(findings)).toEqual([
      wording('image-world-writable', '/app/x', '3', 'Dockerfile:2', 'linux/amd64', 'linux/arm64', '0666'),
    ]);
  });

  it.each([
    [{ path: '/app/**' }, '2026-12-24', 0],
    [{ path: 'app' }, '2026-12-24', 0],
    [{ path: '/app/y' }, '2026-12-24', 1],
    [{ stage: 'build' }, '2026-12-24', 1],
    [{}, '2026-11-25', 1],
    [{}, '2026-11-26', 0],
  ])('follow exceptions and their expiry: %j until %s', async (more, expires, left) => {
    const exception = { rule: 'image-world-writable', owner: 'ann', reason: 'legacy', expires, ...more };
    const { findings } = concluded(await platforms(), config({ exceptions: [exception] }), ['shop'], now);
    expect(unexcused(findings)).toHaveLength(left);
  });

  it('have the levels of slipway.yml', async () => {
    for (const level of ['off', 'info', 'warning', 'error']) {
      const one = await review({
        layers: [[item], []],
        policy: { rules: { 'image-world-writable': level } },
      });
      expect(one.findings.map(each => each.level)).toEqual(level === 'off' ? [] : [level]);
    }
  });

  it('report an exception that matches no finding', async () => {
    const exception = { rule: 'image-setuid', owner: 'ann', reason: 'legacy', expires: '2027-12-24' };
    const { notes } = concluded(await platforms(), config({ exceptions: [exception] }), ['shop'], now);
    expect(notes).toEqual([wording('image-setuid', 'ann', 'slipway.yml')]);
  });
});

describe('a layer that cannot be read', () => {
  it.each([
    ['is no archive', Buffer.from('hello '.repeat(100))],
    ['is cut off', gzipSync(archive(base)).subarray(0, 60)],
  ])('fails the step: it %s', async (_, bytes) => {
    const image = {
      name: 'shop',
      platform: 'linux/amd64',
      configuration: {},
      layers: [{ digest: 'sha256:1', open: () => inPieces(bytes) }],
    };
    const failure = await reviewImage(image, undefined, policyOf()).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UserError);
    expect((failure as UserError).sentence).toEqual(wording('sha256:1', 'shop', 'linux/amd64'));
  });
});
