import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manifestOf, ownPath, root, type Step } from '../../scripts/workflow-files.ts';

/** The steps that a simulation really runs: scripts, and the small composite action `outcome`. */

export interface Executed {
  failed: boolean;
  outputs: Record<string, string>;
  stdout: string;
  /** Total of the simulated sleeps, in seconds. */
  slept: number;
}

const CONCLUDES = '$/.github/actions/outcome';

/** Runs a step; returns undefined if its result is scripted. */
export function execute(
  step: Step,
  inputs: Record<string, string>,
  env: Record<string, string>,
): Executed | undefined {
  if (step.run !== undefined) return bash(step.run, env);
  if (step.uses !== CONCLUDES) return undefined;
  const file = join(root, ownPath(CONCLUDES) ?? '', 'outcome.sh');
  const variables = Object.entries(manifestOf(CONCLUDES)?.inputs ?? {}).map(([name, { default: usual }]) => [
    name.toUpperCase(),
    inputs[name] ?? String(usual ?? ''),
  ]);
  return bash(readFileSync(file, 'utf8'), Object.fromEntries(variables));
}

/** Runs a script as a runner would, and returns its outputs. `sleep` returns at once. */
export function bash(script: string, env: Record<string, string>): Executed {
  const root = mkdtempSync(join(tmpdir(), 'slipway-step-'));
  try {
    const [folder, programs] = [join(root, 'work'), join(root, 'bin')];
    mkdirSync(folder);
    mkdirSync(programs);
    const [output, sleeps] = [join(folder, 'output'), join(root, 'sleeps')];
    writeFileSync(output, '');
    writeFileSync(sleeps, '');
    writeFileSync(join(programs, 'sleep'), `#!/bin/sh\necho "$1" >> ${sleeps}\n`, { mode: 0o755 });
    const ran = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
      env: {
        ...{ PATH: `${programs}:${process.env.PATH}`, RUNNER_TEMP: folder, GITHUB_OUTPUT: output },
        ...env,
      },
      encoding: 'utf8',
      cwd: folder,
    });
    if (ran.error !== undefined) throw ran.error;
    const linesOf = (file: string) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .filter(line => line !== '');
    const pairs = linesOf(output).map(line => [
      line.slice(0, line.indexOf('=')),
      line.slice(line.indexOf('=') + 1),
    ]);
    return {
      ...{ failed: ran.status !== 0, outputs: Object.fromEntries(pairs), stdout: ran.stdout + ran.stderr },
      slept: linesOf(sleeps).reduce((sum, seconds) => sum + Number(seconds), 0),
    };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
