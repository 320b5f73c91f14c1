import { randomUUID } from 'node:crypto';
import type { TestService } from '../config/test-services.ts';
import { findOnPath } from '../toolkit/child.ts';
import { formatDuration } from '../toolkit/duration.ts';
import { cancelled, UserError } from '../toolkit/errors.ts';
import type { Host } from '../toolkit/host.ts';
import { isMap, jsonIn, mapsIn } from '../toolkit/map.ts';
import { ask, runProgram } from '../toolkit/program.ts';
import { pause } from '../toolkit/retry.ts';

/** Containers of docker beside the tests, such as a database. */

interface Place extends Pick<Host, 'env' | 'quote' | 'report'> {
  readonly signal: AbortSignal;
}

/** Milliseconds between two looks at a container. */
const interval = 500;

/**
 * Runs containers while `use` runs, and removes them afterwards.
 * @param use gets variables with the address of each.
 * @throws UserError when one cannot be started or does not become ready, or docker is missing.
 */
export async function withServices<Result>(
  services: Readonly<Record<string, TestService>>,
  place: Place,
  use: (variables: Record<string, string>) => Promise<Result>,
): Promise<Result> {
  const all = Object.entries(services).map(([name, service]) => ({
    ...{ name, service },
    container: `slipway-test-${name}-${randomUUID().slice(0, 8)}`,
  }));
  if (all.length === 0) return use({});
  if (findOnPath('docker') === undefined)
    throw new UserError(
      'there is no docker on the PATH for `test.services`',
      'use a runner with docker, or remove `services` and let the job start them',
    );
  try {
    for (const each of all) await start(each, place);
    const variables: Record<string, string> = {};
    for (const each of all) Object.assign(variables, await addressOf(each, place));
    return await use(variables);
  } finally {
    // Not with the signal, which may have been cancelled.
    const names = all.map(({ container }) => container);
    await ask(['docker', 'rm', '--force', '--volumes', ...names], { env: place.env });
  }
}

interface Started {
  readonly name: string;
  readonly container: string;
  readonly service: TestService;
}

/** Returns the arguments of docker. Only this machine reaches the ports, and docker chooses their numbers. Pure. */
export function runArguments({ container, service }: Omit<Started, 'name'>): string[] {
  const { image, env, ports, command, ready } = service;
  const health =
    ready === undefined ? [] : ['--health-cmd', ready, '--health-interval', '1s', '--health-retries', '3600'];
  return [
    ...['run', '--detach', '--name', container, ...health],
    ...Object.entries(env).flatMap(([key, value]) => ['--env', `${key}=${value}`]),
    ...ports.flatMap(port => ['--publish', `127.0.0.1::${port}`]),
    ...[image, ...command],
  ];
}

async function start(started: Started, { env, quote, signal }: Place): Promise<void> {
  const { name, service } = started;
  const last: string[] = [];
  const code = await quote(`Service ${name}: ${service.image}`, print =>
    runProgram(['docker', ...runArguments(started)], {
      ...{ env, signal },
      print: line => {
        last.push(line);
        print(line);
      },
    }),
  );
  if (signal.aborted) throw cancelled();
  if (code === 0) return;
  const why = last.findLast(line => line.trim() !== '') ?? 'docker printed nothing';
  throw new UserError(
    `the service ${name} of the tests cannot be started: ${why.trim()}`,
    'correct it in `test.services`, and log in to its registry in an earlier step if it is private',
  );
}

/** Waits until a container is ready, and returns the variables with its address. */
async function addressOf(started: Started, place: Place): Promise<Record<string, string>> {
  const { name, service, container } = started;
  const { env, signal, report } = place;
  const end = performance.now() + service.within;
  for (;;) {
    const { stdout } = await ask(['docker', 'inspect', container], { env, signal });
    if (signal.aborted) throw cancelled();
    const state = stateIn(jsonIn(stdout));
    if (state.is === 'ready') {
      report(`the service ${name} is ready`);
      return variablesOf(name, service.ports, state.ports);
    }
    const late = performance.now() >= end;
    if (state.is === 'ended' || late) {
      await place.quote(`Log of ${name}`, print =>
        runProgram(['docker', 'logs', '--tail', '100', container], { env, signal, print }),
      );
      const what = late ? `is not ready after ${formatDuration(service.within)}` : 'has ended';
      throw new UserError(
        `the service ${name} of the tests ${what}`,
        `see its log above, and correct it in \`test.services\`${late ? ' or give it more time by `within`' : ''}`,
      );
    }
    await pause(interval, { signal });
  }
}

type State = { is: 'waiting' | 'ended' } | { is: 'ready'; ports: ReadonlyMap<number, string> };

/** Reads the answer of `docker inspect`. Pure. */
export function stateIn(answer: unknown): State {
  const [found] = mapsIn(answer);
  const state = isMap(found?.State) ? found.State : {};
  if (state.Running !== true) return { is: state.Status === 'created' ? 'waiting' : 'ended' };
  if (isMap(state.Health) && state.Health.Status !== 'healthy') return { is: 'waiting' };
  const ports = isMap(found?.NetworkSettings) ? found.NetworkSettings.Ports : undefined;
  const numbers = Object.entries(isMap(ports) ? ports : {}).flatMap(([port, bindings]) => {
    const [first] = mapsIn(bindings);
    return typeof first?.HostPort === 'string' ? [[Number.parseInt(port, 10), first.HostPort] as const] : [];
  });
  return { is: 'ready', ports: new Map(numbers) };
}

function variablesOf(
  name: string,
  ports: readonly number[],
  published: ReadonlyMap<number, string>,
): Record<string, string> {
  const prefix = name.toUpperCase().replaceAll('-', '_');
  const all = ports.map(port => [`${prefix}_PORT_${port}`, published.get(port) ?? ''] as const);
  return {
    [`${prefix}_HOST`]: '127.0.0.1',
    [`${prefix}_PORT`]: all[0]?.[1] ?? '',
    ...Object.fromEntries(all),
  };
}
