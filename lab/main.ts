import { existsSync } from 'node:fs';
import { delimiter } from 'node:path';
import { parseArgs } from 'node:util';
import { describe, UserError } from '../src/toolkit/errors.ts';
import { DEFAULT_PARTS, PART_NAMES, type PartName, partsIn } from './asked.ts';
import { down } from './down.ts';
import { exportLines, variables } from './environment.ts';
import { type Lab, labOf } from './lab.ts';
import { enter } from './process.ts';
import { untilPartsReady } from './ready.ts';
import { status } from './status.ts';
import { up } from './up.ts';

const USAGE = `usage: scripts/lab up [--simulated|--with PART,…] [--oldest] [--name NAME]
       scripts/lab wait [--name NAME] PART…
       scripts/lab down|status|env [--name NAME]
       scripts/lab exec [--name NAME] -- COMMAND…

  up      build missing programs, and start a Kubernetes cluster with three zones, or restart dead parts of a running lab
          --simulated: a real control plane with simulated nodes, without containers, images or traffic
          --oldest: the oldest version of Kubernetes that Slipway supports
          --with: parts in addition to the cluster, or all; adds them to a running lab. Default for a new lab: ${DEFAULT_PARTS.join(',')}
          wait    wait until a running \`up\` has made these parts ready
          down    stop the lab and remove everything that it has created
          status  list the processes, with pids and logs
          env     print variables for eval: KUBECONFIG, SLIPWAY_REGISTRY, SLIPWAY_GATEWAY, BUILDX_BUILDER …
          exec    run a command in the lab's network with these variables

parts: ${PART_NAMES.join(', ')}; see docs/lab.md`;

async function main(args: readonly string[]): Promise<number> {
  const cut = args.indexOf('--');
  const command = cut < 0 ? [] : args.slice(cut + 1);
  const { values, positionals } = parse(cut < 0 ? args : args.slice(0, cut));
  const [verb, ...extra] = positionals;
  if (values.help || verb === undefined || (extra.length > 0 && verb !== 'wait')) {
    console.error(USAGE);
    return values.help ? 0 : 2;
  }
  const { name } = values;
  const log = (line: string) => console.error(line);
  switch (verb) {
    case 'up':
      await up({
        name,
        log,
        simulated: values.simulated,
        oldest: values.oldest,
        parts: asked(values.with, values.simulated),
      });
      return 0;
    case 'wait':
      await untilPartsReady(labOf(name), partsIn(extra.join(',')));
      return 0;
    case 'down':
      await down({ name, log });
      return 0;
    case 'status': {
      const { text, running } = status(labOf(name));
      console.log(text);
      return running ? 0 : 1;
    }
    case 'env':
      console.log(exportLines(requireUp(name)));
      return 0;
    case 'exec':
      return become(requireUp(name), command);
    default:
      console.error(USAGE);
      return 2;
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        name: { type: 'string', default: 'default' },
        simulated: { type: 'boolean', default: false },
        oldest: { type: 'boolean', default: false },
        with: { type: 'string' },
        help: { type: 'boolean', default: false, short: 'h' },
      },
    });
  } catch (error) {
    throw new UserError(error instanceof Error ? error.message : String(error), 'see scripts/lab --help');
  }
}

function asked(text: string | undefined, simulated: boolean): PartName[] | undefined {
  if (text === undefined) return undefined;
  if (simulated)
    throw new UserError(
      '--with cannot be combined with --simulated: a simulated lab has no parts',
      'omit one of them',
    );
  return partsIn(text);
}

function requireUp(name: string): Lab {
  const lab = labOf(name);
  if (!existsSync(lab.netns))
    throw new UserError(`the lab ${name} is down`, `run scripts/lab up --name ${name}`);
  return lab;
}

/** Replaces this process with the command, so that signals and the exit code need no forwarding and no child is orphaned. */
function become(lab: Lab, command: readonly string[]): never {
  if (command.length === 0) throw new UserError('exec needs a command', 'put it after --');
  if (!process.execve) throw new Error('this version of Node has no process.execve');
  const path = `${lab.bin}${delimiter}${process.env.PATH ?? ''}`;
  const env: NodeJS.ProcessEnv = { ...process.env, ...variables(lab), PATH: path };
  process.removeAllListeners('warning');
  return process.execve('/usr/bin/nsenter', [...enter(lab, 'lab'), ...command], env);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(`lab: ${describe(error)}`);
  const cause = error instanceof UserError || !(error instanceof Error) ? undefined : error.cause;
  if (cause !== undefined) console.error(`because: ${describe(cause)}`);
  // Exits at once, which also ends builds that are still running.
  process.exit(1);
}
