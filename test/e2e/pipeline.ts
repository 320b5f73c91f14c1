import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Trace } from '../toolkit/secrets.ts';
import { root } from './harness.ts';

/** Runs the actions as GitHub or a terminal does, and collects all their output. */

const dist = dirname(dirname(process.env.SLIPWAY_CLI ?? join(root, 'dist/cli/index.js')));

export interface Ran {
  code: number | null;
  /** As later steps read them. */
  outputs: Record<string, string>;
  /** Its whole output, for the message of a failing test. */
  log: string;
}

export interface Pipeline {
  /** Runs the bundle of an action as the runner does. `name` identifies the traces of this run. */
  step(name: string, action: string, inputs: Record<string, string>, env?: Environment): Promise<Ran>;
  /** Runs the action on the command line. */
  cli(name: string, action: string, inputs: Record<string, string>, env?: Environment): Promise<Ran>;
  /** The output of all runs until now. */
  traces: Trace[];
}

type Environment = Record<string, string>;

/** Creates the runner. @param env of all runs, besides PATH and HOME. */
export function pipelineIn(cwd: string, env: Environment): Pipeline {
  const traces: Trace[] = [];
  const run = async (name: string, args: string[], more: Environment) => {
    const result = await start(args, cwd, { ...env, ...more });
    // The runner shows no command that masks a value.
    const shown = result.stdout.replace(/^::add-mask::.*\n/gm, '');
    traces.push({ where: `${name}: stdout`, text: shown });
    traces.push({ where: `${name}: stderr`, text: result.stderr });
    return result;
  };
  return {
    traces,
    step: async (name, action, inputs, more = {}) => {
      const folder = await mkdtemp(join(tmpdir(), 'step-'));
      const files = {
        GITHUB_OUTPUT: join(folder, 'output'),
        GITHUB_STEP_SUMMARY: join(folder, 'summary'),
        GITHUB_ENV: join(folder, 'env'),
        GITHUB_PATH: join(folder, 'path'),
        GITHUB_STATE: join(folder, 'state'),
      };
      for (const file of Object.values(files)) await writeFile(file, '');
      const given = Object.entries(inputs).map(([input, value]) => [`INPUT_${input.toUpperCase()}`, value]);
      const variables = { ...more, ...files, ...Object.fromEntries(given), GITHUB_ACTIONS: 'true' };
      const { code, stdout, stderr } = await run(name, [join(dist, action, 'index.js')], variables);
      for (const [variable, file] of Object.entries(files))
        traces.push({ where: `${name}: ${variable}`, text: await readFile(file, 'utf8') });
      const outputs = outputsIn(await readFile(files.GITHUB_OUTPUT, 'utf8'));
      await rm(folder, { recursive: true });
      return { code, outputs, log: stdout + stderr };
    },
    cli: async (name, action, inputs, more = {}) => {
      const flags = Object.entries(inputs).flatMap(([input, value]) => [`--${input}`, value]);
      const { code, stdout, stderr } = await run(name, [join(dist, 'cli/index.js'), action, ...flags], more);
      const pairs = stdout.split('\n').filter(line => line.includes('='));
      const outputs = Object.fromEntries(pairs.map(line => line.split(/=(.*)/s).slice(0, 2)));
      return { code, outputs, log: stdout + stderr };
    },
  };
}

/** Reads an output file as the runner does. */
function outputsIn(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split('\n');
  while (lines.length > 1) {
    const [name = '', delimiter = ''] = (lines.shift() ?? '').split('<<');
    const end = lines.indexOf(delimiter);
    outputs[name] = lines
      .splice(0, end + 1)
      .slice(0, -1)
      .join('\n');
  }
  return outputs;
}

function start(
  args: string[],
  cwd: string,
  env: Environment,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const plain = ['PATH', 'HOME', 'TMPDIR', 'KUBECACHEDIR', 'BUILDX_BUILDER', 'BUILDX_CONFIG'];
  const kept = plain.flatMap(name => (process.env[name] ? [[name, process.env[name]]] : []));
  const child = spawn(process.execPath, args, { cwd, env: { ...Object.fromEntries(kept), ...env } });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', chunk => {
    stdout += chunk;
  });
  child.stderr.on('data', chunk => {
    stderr += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', code => resolve({ code, stdout, stderr }));
  });
}

/** Returns every file in a folder, as an artifact would contain it. */
export async function tracesIn(folder: string): Promise<Trace[]> {
  const traces: Trace[] = [];
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name);
    if ((await stat(path)).isFile())
      traces.push({ where: `artifact ${name}`, text: await readFile(path, 'utf8') });
  }
  return traces;
}
