import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { askChecks, type CheckRequest, checkArguments, readChecks } from '../../src/image/checks.ts';

const request: CheckRequest = {
  context: '/src/web',
  dockerfile: '/src/web/Dockerfile',
  args: { NODE: '24' },
  target: 'runtime',
  platforms: ['linux/arm64', 'linux/amd64'],
  bases: ['base', 'ghcr.io/acme/base'],
  heedsSkips: true,
};

/** The output of buildx 0.38.2 with BuildKit 0.34.2, without the fields that are not read. */
const printed = {
  warnings: [
    {
      ruleName: 'JSONArgsRecommended',
      description:
        'JSON arguments recommended for ENTRYPOINT/CMD to prevent unintended behavior related to OS signals',
      url: 'https://docs.docker.com/go/dockerfile/rule/json-args-recommended/',
      detail: 'JSON arguments recommended for CMD to prevent unintended behavior related to OS signals',
      location: { ranges: [{ start: { line: 7 }, end: { line: 9 } }] },
    },
  ],
};
const refused = {
  warnings: null,
  buildError: {
    message: 'dockerfile parse error on line 2: unknown instruction: RUNN (did you mean RUN?)',
    location: { ranges: [{ start: { line: 2 }, end: { line: 2 } }] },
  },
};
const strict = {
  ...printed,
  buildError: { message: 'lint violation found for rules: JSONArgsRecommended', location: {} },
};

describe('the arguments of a check', () => {
  it('build nothing, for one platform, with folders in place of images that are not built yet', () => {
    expect(checkArguments(request, '/tmp/empty', 'slipway')).toEqual([
      ...['build', '--builder', 'slipway', '--progress=quiet', '--call=check,format=json'],
      ...['--file', '/src/web/Dockerfile', '--target', 'runtime', '--platform', 'linux/arm64'],
      ...['--build-arg', 'NODE=24'],
      ...['--build-context', 'base=/tmp/empty', '--build-context', 'ghcr.io/acme/base=/tmp/empty'],
      '/src/web',
    ]);
  });

  it('override `# check=skip=…` where comments may not ignore findings', () => {
    const args = checkArguments({ ...request, heedsSkips: false }, '/tmp/empty', undefined);
    expect(args).toContain('BUILDKIT_DOCKERFILE_CHECK=skip=none');
  });
});

describe('the answer of a check', () => {
  it('is parsed with its lines and the page of each', () => {
    expect(readChecks(JSON.stringify(printed))).toEqual({
      warnings: [
        {
          name: 'JSONArgsRecommended',
          message: 'JSON arguments recommended for CMD to prevent unintended behavior related to OS signals',
          line: 7,
          endLine: 9,
          url: 'https://docs.docker.com/go/dockerfile/rule/json-args-recommended/',
        },
      ],
    });
  });

  it('says why BuildKit could not check', () => {
    expect(readChecks(JSON.stringify(refused))).toEqual({
      warnings: [],
      fault: 'dockerfile parse error on line 2: unknown instruction: RUNN (did you mean RUN?)',
    });
  });

  it('is complete although `# check=error=true` makes findings an error', () => {
    expect(readChecks(JSON.stringify(strict))).toEqual(readChecks(JSON.stringify(printed)));
  });

  it.each(['', 'ERROR: x', '[]', 'null', '{"warnings": 1}', '{"warnings": [null, {}, {"ruleName": 1}]}'])(
    'is undefined, or without warnings, when it is %j',
    text => {
      expect(readChecks(text)?.warnings ?? []).toEqual([]);
    },
  );

  it('is at the first line when it names none', () => {
    const text = JSON.stringify({
      warnings: [{ ruleName: 'X', detail: 'a\u001b[1m\n b', url: 'file:///etc' }],
    });
    expect(readChecks(text)?.warnings).toEqual([
      { name: 'X', message: expect.stringMatching(/^a.* b$/), line: 1, endLine: 1, url: '' },
    ]);
  });
});

describe('asking for checks', () => {
  const options = { env: {}, signal: new AbortController().signal };
  /** A builder that prints these lines, and notes the folders that exist meanwhile. */
  const builder = (stdout: string, stderr = '') => ({
    name: undefined,
    runForOutput: async (_: readonly string[], { env }: { env: NodeJS.ProcessEnv }) => {
      during = env.RUNNER_TEMP === undefined ? [] : readdirSync(env.RUNNER_TEMP);
      return { code: 1, stdout, stderr };
    },
  });
  let during: string[];

  it('reads only stdout, because progress is on stderr', async () => {
    const { warnings } = await askChecks(request, builder(JSON.stringify(printed, null, 2), '#1 x'), options);
    expect(warnings).toHaveLength(1);
  });

  it.each<[string, string]>([
    ['unknown flag: --call', 'unknown flag: --call'],
    ['ERROR: failed to build: no such host', 'failed to build: no such host'],
  ])('of a builder that cannot answer says why: %s', async (line, fault) => {
    expect(await askChecks(request, builder('', line), options)).toEqual({ warnings: [], fault });
  });

  it('uses a folder below RUNNER_TEMP, and leaves none behind', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'checks-'));
    await askChecks(request, builder(''), { ...options, env: { RUNNER_TEMP: folder } });
    expect(during).toHaveLength(1);
    expect(readdirSync(folder)).toEqual([]);
    rmSync(folder, { recursive: true });
  });
});
