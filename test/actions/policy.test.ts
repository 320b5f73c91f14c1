import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { wording } from '../wording.ts';
import { openWorkplace, type Workplace } from './workplace.ts';

/** The policy on Dockerfiles, as a user of `plan` and `build` meets it. */

let at: Workplace;
beforeEach(async () => {
  at = await openWorkplace();
});
afterEach(() => at.close());

const digest = `@sha256:${'4c'.repeat(32)}`;
const bad = `FROM debian:13.1-slim${digest}\nCOPY --chmod=777 app /app\nUSER 10001\nCMD /app\n`;
const good = `FROM debian:13.1-slim${digest}\nCOPY app /app\nUSER 10001\nCMD ["/app"]\n`;
const problem = wording('Dockerfile:2', 'COPY --chmod 777', 'world-writable', '--chown', '755', '644');
const exception = `policy:
  exceptions:
    - {rule: world-writable, owner: ann, reason: a legacy image, expires: DATE}
test:`;

const warning =
  '{"warnings": [{"ruleName": "WorkdirRelativePath", "detail": "a relative workdir", "url": "https://docs.example/w", "location": {"ranges": [{"start": {"line": 3}, "end": {"line": 3}}]}}]}';

/** buildx that answers checks with a warning, and notes what it was asked. */
const buildx = (answer = `echo '${warning}'; exit 0`) =>
  at.program(
    'buildx',
    `echo "$@" >> "${at.folder}/asked"
[ "$1" = version ] && echo 'github.com/docker/buildx v0.30.1' && exit 0
[ "$1" = inspect ] && echo 'Driver: remote' && exit 0
case "$*" in *--call=check*)
  ${answer};;
esac
echo 'ERROR: nothing is built here' >&2
exit 1`,
  );

describe('plan', () => {
  it('fails for a Dockerfile that breaks a rule, and reports its line in every form', async () => {
    await at.write('Dockerfile', bad);
    const { code, outputs, err } = await at.slipway(['plan', '--policy-report', 'out/policy.json']);
    expect(code).toBe(1);
    expect(outputs).toMatchObject({
      verdict: 'fail',
      reason: problem,
      policy: '{"error":1,"warning":1,"info":0,"excused":0}',
    });
    const lines = err.split('\n');
    expect(lines).toContainEqual(wording('error: Dockerfile:2', 'policy', 'world-writable', '777'));
    expect(lines).toContainEqual(wording('warning: Dockerfile:4', 'policy', 'exec-form', 'CMD'));
    expect(lines.filter(line => line.includes('world-writable'))).toHaveLength(2);
    const report = JSON.parse(await readFile(`${at.folder}/out/policy.json`, 'utf8'));
    expect(report).toMatchObject({ schema: 1, app: 'shop', verdict: 'fail', notes: [] });
    expect(report.findings[0]).toMatchObject({
      rule: 'world-writable',
      level: 'error',
      images: ['shop'],
      place: { kind: 'dockerfile', path: 'Dockerfile', line: 2 },
    });
    expect(JSON.stringify(report)).not.toContain('--chmod=777');
  });

  it('leaves a record of the Dockerfiles that it read, without being asked for a report', async () => {
    vi.stubEnv('SLIPWAY_RECORDS', `${at.folder}/records`);
    await at.write('Dockerfile', good.replace('COPY', 'RUN python3 -m pip install -r r.txt && npm ci\nCOPY'));
    await at.slipway(['plan']);
    vi.unstubAllEnvs();
    const record = JSON.parse(await readFile(`${at.folder}/records/policy-dockerfiles.json`, 'utf8'));
    expect(record.checked).toEqual({
      what: 'dockerfiles',
      images: [{ image: 'shop', managers: ['npm', 'pip'] }],
    });
  });

  it('annotates at most nine findings of a level and the reason, and logs the others', async () => {
    await at.write('Dockerfile', good.replace('COPY', `${'RUN chmod 777 /a\n'.repeat(14)}COPY`));
    const { err } = await at.slipway(['plan']);
    const errors = err.split('\n').filter(line => line.startsWith('error: '));
    expect(errors).toHaveLength(10);
    expect(errors.at(-2)).toEqual(wording('error', 'policy'));
    expect(errors.at(-1)).toEqual(wording('error: plan', 'Dockerfile'));
    for (let line = 2; line <= 15; line++) expect(err).toContain(`Dockerfile:${line}: `);
  });

  it('finds nothing in a good one', async () => {
    await at.write('Dockerfile', good);
    const { code, outputs } = await at.slipway(['plan']);
    expect([code, outputs.policy]).toEqual([0, '{"error":0,"warning":0,"info":0,"excused":0}']);
  });

  it('applies the exceptions of slipway.yml until they expire', async () => {
    await at.write('Dockerfile', bad);
    await at.replace('test:', exception.replace('DATE', '2999-01-01'));
    const excused = await at.slipway(['plan']);
    expect(excused).toMatchObject({
      code: 0,
      outputs: { policy: '{"error":0,"warning":1,"info":0,"excused":1}' },
    });
    expect(excused.err.split('\n')).toContainEqual(wording('Dockerfile:2', 'COPY --chmod 777'));
    await at.replace('2999-01-01', '2020-01-01');
    const { code, err } = await at.slipway(['plan']);
    expect(code).toBe(1);
    expect(err.split('\n')).toContainEqual(wording('ann', '2020-01-01'));
  });

  it('reports a missing Dockerfile, and continues', async () => {
    await at.remove('Dockerfile');
    const { code, err } = await at.slipway(['plan']);
    expect(code).toBe(0);
    expect(err.split('\n')).toContainEqual(wording('shop'));
  });
});

describe('build', () => {
  it('does not build a Dockerfile that breaks a rule', async () => {
    await buildx();
    await at.write('Dockerfile', bad);
    const { code, outputs, err } = await at.slipway(['build']);
    expect(code).toBe(1);
    expect(outputs).toMatchObject({
      images: '{}',
      reason: problem,
      policy: expect.stringContaining('"error":1'),
    });
    expect(err).toContain(
      'warning: Dockerfile:3: policy: buildkit/WorkdirRelativePath: a relative workdir; see https://docs.example/w',
    );
    const asked = await readFile(`${at.folder}/asked`, 'utf8');
    expect(asked).not.toContain('--metadata-file');
  });

  it('builds a good Dockerfile', async () => {
    await buildx();
    await at.write('Dockerfile', good);
    const { outputs } = await at.slipway(['build']);
    expect(outputs.reason).toContain('nothing is built here');
    expect(outputs.policy).toBe('{"error":0,"warning":1,"info":0,"excused":0}');
  });

  it('does not run the checks of BuildKit if they are off', async () => {
    await buildx();
    await at.write('Dockerfile', good);
    await at.replace('test:', 'policy: {rules: {buildkit: off}}\ntest:');
    await at.slipway(['build']);
    expect(await readFile(`${at.folder}/asked`, 'utf8')).not.toContain('--call=check');
  });

  it('fails for a check of BuildKit that is configured as an error', async () => {
    await buildx();
    await at.write('Dockerfile', good);
    await at.replace('test:', 'policy: {rules: {buildkit/WorkdirRelativePath: error}}\ntest:');
    const { code, outputs } = await at.slipway(['build']);
    expect([code, outputs.reason]).toEqual([1, wording('Dockerfile:3', 'https://docs.example/w')]);
  });

  it.each(['buildkit', 'buildkit/WorkdirRelativePath'])(
    'fails if BuildKit cannot run its checks and %s is configured as an error',
    async rule => {
      await buildx("echo 'ERROR: no such builder' >&2; exit 1");
      await at.write('Dockerfile', good);
      const before = await at.slipway(['build']);
      expect(before.outputs.reason).toContain('nothing is built here');
      expect(before.err.split('\n')).toContainEqual(wording('policy', 'shop', 'no such builder'));
      await at.replace('test:', `policy: {rules: {${rule}: error}}\ntest:`);
      const { code, outputs } = await at.slipway(['build']);
      expect([code, outputs.reason]).toEqual([1, wording('shop', 'no such builder', 'slipway.yml')]);
    },
  );
});
