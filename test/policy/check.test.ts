import { describe, expect, it } from 'vitest';
import { levelOf } from '../../src/config/rules.ts';
import { checkDockerfile, merged } from '../../src/policy/check.ts';
import { exceptionNotes } from '../../src/policy/exceptions.ts';
import { countsOf, placeOf, reasonOf, unexcused } from '../../src/policy/finding.ts';
import { foundByBuildkit } from '../../src/policy/review.ts';
import { wording } from '../wording.ts';
import { check, checkedOf, now, only, policyOf, shown } from './checked.ts';

const digest = `@sha256:${'4c'.repeat(32)}`;
const head = `FROM debian:13.1-slim${digest} AS run\n`;
const tail = 'USER 10001\nHEALTHCHECK NONE\nENTRYPOINT ["/app"]\n';
/** A Dockerfile whose only finding is in its second line. */
const text = `${head}RUN sudo mkdir /data\n${tail}`;

const exception = (more: object = {}) => ({
  rule: 'sudo',
  owner: 'platform-team',
  reason: 'the script of the vendor needs it',
  expires: '2026-12-01',
  ...more,
});
const underException = (more: object, at = now, facts = {}) =>
  check(text, facts, { exceptions: [exception(more)] }, at);

describe('the level of a rule', () => {
  it.each(['off', 'info', 'warning', 'error'] as const)('is that of slipway.yml: %s', level => {
    const found = check(text, {}, { rules: { sudo: level } });
    expect(found.map(each => each.level)).toEqual(level === 'off' ? [] : [level]);
  });

  it('of a check of BuildKit is set by its name, else for all checks, else warning', () => {
    expect(levelOf('buildkit/UndefinedVar', {})).toBe('warning');
    expect(levelOf('buildkit/UndefinedVar', { buildkit: 'error' })).toBe('error');
    expect(levelOf('buildkit/UndefinedVar', { buildkit: 'error', 'buildkit/UndefinedVar': 'off' })).toBe(
      'off',
    );
  });
});

describe('the checks of BuildKit that real Dockerfiles fail without harm', () => {
  it.each(['LegacyKeyValueFormat', 'SecretsUsedInArgOrEnv'] as const)('are off until asked for: %s', name => {
    expect(levelOf(`buildkit/${name}`, {})).toBe('off');
    expect(levelOf(`buildkit/${name}`, { buildkit: 'info' })).toBe('info');
    expect(levelOf(`buildkit/${name}`, { [`buildkit/${name}`]: 'error' })).toBe('error');
  });
});

describe('an exception', () => {
  it('excuses the findings that it matches, with owner, reason and expiry date', () => {
    const [found] = underException({});
    expect(found?.excused).toEqual({
      by: 'exception',
      owner: 'platform-team',
      reason: 'the script of the vendor needs it',
      expires: '2026-12-01',
    });
    expect(reasonOf([found!])).toBeUndefined();
  });

  it.each([
    ['the last moment before', '2026-11-30T23:59:59.999Z', true],
    ['the first moment of', '2026-12-01T00:00:00.000Z', false],
    ['long after', '2027-06-01T00:00:00.000Z', false],
  ])('no longer applies on its day: %s', (_, at, excused) => {
    const [found] = check(text, {}, { rules: { sudo: 'error' }, exceptions: [exception()] }, new Date(at));
    expect(found?.excused !== undefined).toBe(excused);
    expect(reasonOf([found!]) === undefined).toBe(excused);
    expect(found?.note).toEqual(excused ? undefined : wording('platform-team', '2026-12-01'));
  });

  it.each<[object, boolean]>([
    [{ rule: 'pin-pip' }, false],
    [{ image: 'shop' }, true],
    [{ image: 'worker' }, false],
    [{ path: 'Dockerfile' }, true],
    [{ path: 'web/Dockerfile' }, false],
    [{ path: '**' }, true],
    [{ stage: 'run' }, true],
    [{ stage: 'RUN' }, true],
    [{ stage: '0' }, false],
    [{ stage: 'run-2' }, false],
    [{ line: 'RUN sudo *' }, true],
    [{ line: 'RUN  sudo   mkdir /data' }, true],
    [{ line: 'RUN apt-get *' }, false],
    [{ image: 'shop', path: 'Dockerfile', stage: 'run', line: '*' }, true],
    [{ image: 'shop', path: 'Dockerfile', stage: 'run', line: 'x' }, false],
  ])('matches only if all of its keys match: %j', (more, covered) => {
    expect(unexcused(underException(more))).toHaveLength(covered ? 0 : 1);
  });

  it('of one image does not match a Dockerfile that two images share', () => {
    const shared = [...check(text), ...check(text, { image: 'worker' })];
    const [one] = merged(shared);
    expect(one?.images).toEqual(['shop', 'worker']);
  });

  const notes = (exceptions: object[], findings = check(text, {}, { exceptions })) =>
    exceptionNotes(findings, policyOf({ exceptions }).exceptions, now, () => true);

  it('that matches no finding is reported, so that it is removed', () => {
    expect(notes([exception({ rule: 'pin-pip' })])).toEqual([
      wording('pin-pip', 'platform-team', 'slipway.yml'),
    ]);
  });

  it('that expires soon is reported two weeks before', () => {
    expect(notes([exception()])).toEqual([wording('sudo', 'platform-team', '2026-12-01')]);
    expect(notes([exception({ expires: '2026-12-10' })])).toEqual([]);
  });
});

describe('a comment', () => {
  const commented = (comment: string, more: object = {}) =>
    check(`${head}${comment}\nRUN sudo mkdir /data\n${tail}`, {}, more);

  it('that ignores a rule with a reason excuses it only at that instruction', () => {
    const [found, ...others] = commented('# slipway ignore=sudo: the vendor wants it so');
    expect(found?.excused).toEqual({ by: 'comment', line: 2, reason: 'the vendor wants it so' });
    expect(others).toEqual([]);
    const two = check(`${head}# slipway ignore=sudo: so\nRUN true\nRUN sudo x\n${tail}`);
    expect(shown(unexcused(two))).toEqual(['ignore-unused:2', 'sudo:4']);
  });

  it.each([
    ['# slipway ignore=sudo', wording()],
    ['# slipway ignore=sodu: why not', wording('sodu')],
    ['# slipway ignore', wording()],
  ])('without a reason or a rule excuses nothing and fails: %s', (comment, message) => {
    const found = unexcused(commented(comment));
    expect(found.map(each => each.rule).sort()).toEqual(['ignore-comment', 'sudo']);
    expect(reasonOf(found)).toEqual(message);
  });

  it('excuses nothing where slipway.yml forbids it', () => {
    const found = unexcused(commented('# slipway ignore=sudo: so it is', { 'ignore-comments': false }));
    expect(found.map(each => each.rule).sort()).toEqual(['ignore-comment', 'sudo']);
  });
});

describe("BuildKit's own checks", () => {
  const warning = (name: string, line: number) => ({
    name,
    line,
    endLine: line,
    message: 'So it is.',
    url: 'https://x.example/y',
  });
  const both = (
    name: string,
    line: number,
    source: string,
    policy: object = { rules: { buildkit: 'warning' } },
  ) =>
    checkDockerfile(
      checkedOf(source),
      policyOf(policy),
      now,
      foundByBuildkit({ warnings: [warning(name, line)] }),
    );

  it('are findings with their line, their level and a link to their documentation', () => {
    const [found] = both('WorkdirRelativePath', 2, `${head}WORKDIR data\n${tail}`);
    expect(found).toMatchObject({
      rule: 'buildkit/WorkdirRelativePath',
      level: 'warning',
      place: { line: 2, stage: 'run' },
      message: 'So it is',
      remedy: wording('https://x.example/y'),
    });
  });

  it('are not reported where one of our rules reports the same line', () => {
    const source = `${head}ENV DB_PASSWORD=x1\n${tail}`;
    expect(shown(both('SecretsUsedInArgOrEnv', 2, source))).toEqual(['secret-name:2']);
    expect(shown(both('SecretsUsedInArgOrEnv', 3, source))).toEqual([
      'secret-name:2',
      'buildkit/SecretsUsedInArgOrEnv:3',
    ]);
    expect(shown(both('SecretsUsedInArgOrEnv', 1, source))).toEqual([
      'buildkit/SecretsUsedInArgOrEnv:1',
      'secret-name:2',
    ]);
    expect(
      shown(
        both('SecretsUsedInArgOrEnv', 2, source, { rules: { buildkit: 'warning', 'secret-name': 'off' } }),
      ),
    ).toEqual(['buildkit/SecretsUsedInArgOrEnv:2']);
  });

  it('have an exception, of one or of all', () => {
    for (const rule of ['buildkit', 'buildkit/WorkdirRelativePath'])
      expect(
        unexcused(
          both('WorkdirRelativePath', 2, `${head}WORKDIR data\n${tail}`, {
            exceptions: [exception({ rule })],
          }),
        ),
      ).toEqual([]);
  });
});

describe('the sentence that fails a step', () => {
  it('names the place, the problem, the rule, the number of others, and the remedy', () => {
    const found = check('FROM debian:latest\nRUN chmod 777 /srv\nUSER root\n');
    expect(countsOf(found).error).toBe(2);
    expect(reasonOf(found)).toEqual(wording('Dockerfile:2', 'chmod 777', '[world-writable]', '1'));
  });

  it('is missing for warnings', () => {
    expect(reasonOf(check(text))).toBeUndefined();
  });
});

describe('the place of a finding in an image', () => {
  const place = (more: object) =>
    placeOf({
      rule: 'image-setuid',
      level: 'error',
      images: ['shop'],
      place: { kind: 'image', platforms: ['linux/amd64'], path: 'usr/bin/su', ...more },
      message: '',
      remedy: '',
    });
  const layer = { digest: 'sha256:1', number: 3, of: 7, base: false };
  it('is the file, its layer, and the line that created it', () => {
    expect(place({})).toBe('/usr/bin/su (linux/amd64)');
    expect(place({ path: undefined })).toEqual(wording('linux/amd64'));
    expect(place({ layer })).toEqual(wording('/usr/bin/su', '3', '7', 'linux/amd64'));
    expect(place({ layer: { ...layer, base: true } })).toEqual(
      wording('/usr/bin/su', '3', '7', 'linux/amd64'),
    );
    expect(place({ layer: { ...layer, by: { path: 'Dockerfile', line: 12 } } })).toEqual(
      wording('/usr/bin/su', '3', '7', 'Dockerfile:12', 'linux/amd64'),
    );
  });
});

describe('an image for development, which must not run as a service', () => {
  const text = `FROM python:3.13.7-slim-trixie${digest} AS base
FROM base AS app
RUN useradd -l -m -u 42420 -s /bin/bash app && \\
    usermod -aG sudo app && \\
    echo '%sudo ALL=(ALL) NOPASSWD:ALL' >> /etc/sudoers
COPY --chown=app:app --chmod=777 ./entrypoint.sh /app/entrypoint.sh
USER root
WORKDIR /app
ENTRYPOINT ["/app/entrypoint.sh"]
`;

  it('has its three ways to become root reported, each at its line', () => {
    const errors = check(text).filter(({ level }) => level === 'error');
    expect(shown(errors)).toEqual(['sudo-nopasswd:5', 'world-writable:6', 'user-root:7']);
  });
});

describe('the lock file of Go', () => {
  const go = (copied: string, command: string) =>
    check(`FROM golang:1.26 AS build\nCOPY ${copied} ./\nRUN ${command}\n`).flatMap(({ rule }) =>
      /^(lock-file|frozen-lockfile|copy-order)$/.test(rule) ? [rule] : [],
    );
  it.each([
    ['go.mod', 'go mod download', ['lock-file']],
    ['go.mod go.sum', 'go mod download', []],
    ['go.mod', 'go mod tidy', ['frozen-lockfile', 'lock-file']],
    ['go.mod go.sum', 'go mod tidy && go build .', ['frozen-lockfile']],
    ['go.mod go.sum', 'go build -mod=mod -o /app .', ['frozen-lockfile']],
    // Without go.sum this fails, unless there are no modules.
    ['go.mod main.go', 'go build -o /app .', []],
    ['.', 'go mod tidy', ['frozen-lockfile']],
  ])('is copied and not written: COPY %s, RUN %s', (copied, command, rules) => {
    expect(go(copied, command).sort()).toEqual(rules);
  });
});

describe('what real Dockerfiles do without harm', () => {
  const from = 'FROM debian:13.1-slim\n';

  it('is no finding: a mode of a temporary folder', () => {
    const run = 'RUN tempDir="$(mktemp -d)" && chmod 777 "$tempDir" && rm -rf "$tempDir"';
    expect(only('world-writable', `${from}${run}`)).toEqual([]);
    expect(only('world-writable', `${from}${run} && chmod 777 /srv`)).toEqual(['world-writable:2']);
  });

  it('is no finding: compilers that the same RUN purges', () => {
    const install = 'RUN savedAptMark="$(apt-mark showmanual)" && apt-get install -y gcc make && make';
    const purge = " && apt-mark auto '.*' > /dev/null && apt-get purge -y --auto-remove";
    expect(only('build-tools', `${from}${install}${purge}`)).toEqual([]);
    expect(only('build-tools', `${from}${install}`)).toEqual(['build-tools:2']);
  });

  it('is no finding: an image of files that runs nothing', () => {
    const files = 'FROM golang:1.25.4 AS build\nRUN make\nFROM scratch\nCOPY --from=build /out /\n';
    expect(only('user-missing', files)).toEqual([]);
    expect(only('user-missing', `${files}ENTRYPOINT ["/server"]\n`)).toEqual(['user-missing:3']);
  });

  it('is no finding: no USER on Windows, where users have no numbers', () => {
    const windows = 'FROM mcr.microsoft.com/windows/servercore:ltsc2025\nCMD ["app.exe"]\n';
    expect(only('user-missing', windows)).toEqual([]);
  });

  it('is no finding: a download that another RUN of its stage verifies', () => {
    const fetch = `${from}RUN curl -fsSLo /tool https://example.com/tool\n`;
    expect(only('unverified-download', `${fetch}RUN minisign -Vm /tool -P key\n`)).toEqual([]);
    expect(only('unverified-download', `${fetch}RUN minisign -Vm /other -P key\n`)).toEqual([
      'unverified-download:2',
    ]);
  });

  it('is no finding: values of options, and a bounded version', () => {
    expect(
      only(
        'pin-pip',
        `${from}RUN uv pip install --python-preference system --index-strategy first-index a==1`,
      ),
    ).toEqual([]);
    expect(only('pin-pip', `${from}RUN pip install 'wheel<0.46'`)).toEqual([]);
    expect(only('pin-npm', `${from}RUN yarn add --network-concurrency 4 a@1.2.3`)).toEqual([]);
    expect(only('npm-ci', `${from}RUN npm update -g pnpm`)).toEqual([]);
  });
});

describe('findings that are only listed', () => {
  it('are merged, by rule and file', () => {
    const found = merged(check('FROM debian:13\nCOPY --from=nginx:1.29 /a /b\nUSER 10001\n'));
    expect(found.map(({ message }) => message)).toEqual([wording('debian:13', 'line 2')]);
  });
});
