/**
 * The rehearsal from outside: sets the lab up, runs scripts/rehearsal.ts in the lab's network, takes the lab down.
 * With `--context` it uses a cluster that is there.
 */
import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { down } from '../lab/down.ts';
import { up } from '../lab/up.ts';
import { describe, UserError } from '../src/toolkit/errors.ts';

const usage = `usage: scripts/rehearse [--keep] [--name NAME] [--report FOLDER]
       scripts/rehearse --context CONTEXT --registry HOST:PORT --gateway NAMESPACE/NAME --url URL [--base IMAGE]

  --keep      leave the lab running; scripts/lab down ends it
  --name      name of the lab (default: rehearsal)
  --report    folder for the written report (default: report)
  --context   use this context of the kubeconfig instead of a lab of our own; then also:
  --registry  where to push the shop's images, as the nodes name it
  --gateway   the Gateway that takes the shop's HTTPRoute
  --url       a loopback address of that gateway (kubectl port-forward), for the load
  --base      an image with Node 24 (default: node:24-slim)`;

async function main(): Promise<number> {
  const { values } = parse();
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const report = resolve(values.report);
  const rehearsal = join(import.meta.dirname, 'rehearsal.ts');
  if (values.context !== undefined) {
    const { context, registry, gateway, url, base } = values;
    if (registry === undefined || gateway === undefined || url === undefined) {
      throw new UserError(
        '--context needs --registry, --gateway and --url too',
        'see scripts/rehearse --help',
      );
    }
    return run([process.execPath, rehearsal], {
      report,
      context,
      registry,
      gateway,
      url,
      base,
      started: Date.now(),
    });
  }
  const { name } = values;
  const started = Date.now();
  await up({ name, log: line => console.log(line) });
  const lab = join(import.meta.dirname, 'lab');
  let code = 1;
  try {
    code = await run([lab, 'exec', '--name', name, '--', process.execPath, rehearsal], { report, started });
  } finally {
    if (values.keep) {
      console.log(`the lab ${name} keeps running: scripts/lab exec --name ${name} -- kubectl get pods -A`);
    } else {
      await down({ name, log: line => console.log(line) });
    }
  }
  return code;
}

function parse() {
  try {
    return parseArgs({
      options: {
        keep: { type: 'boolean', default: false },
        name: { type: 'string', default: 'rehearsal' },
        report: { type: 'string', default: 'report' },
        context: { type: 'string' },
        registry: { type: 'string' },
        gateway: { type: 'string' },
        url: { type: 'string' },
        base: { type: 'string', default: 'node:24-slim' },
        help: { type: 'boolean', default: false, short: 'h' },
      },
    });
  } catch (error) {
    throw new UserError((error as Error).message, 'see scripts/rehearse --help');
  }
}

function run(command: string[], settings: Record<string, string | number>): Promise<number> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    stdio: 'inherit',
    env: { ...process.env, SLIPWAY_REHEARSAL: JSON.stringify(settings) },
  });
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', code => done(code ?? 1));
  });
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`rehearse: ${describe(error)}`);
  process.exitCode = 1;
}
