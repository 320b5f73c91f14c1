import { randomUUID } from 'node:crypto';
import { findOnPath } from '../toolkit/child.ts';
import { environmentForCommands } from '../toolkit/command.ts';
import { cancelled, UserError } from '../toolkit/errors.ts';
import type { Host } from '../toolkit/host.ts';
import { runProgram } from '../toolkit/program.ts';

/** Seconds that the services may take to get healthy. */
const longest = 120;

interface Place extends Pick<Host, 'env' | 'quote'> {
  readonly folder: string;
  readonly signal: AbortSignal;
}

/**
 * Starts the services of a compose file, waits until they are healthy, and removes them with their volumes after `use`.
 * @param file relative to the folder; undefined for no services.
 * @throws UserError when they cannot be started or do not get healthy.
 */
export async function withServices<Result>(
  file: string | undefined,
  { env, folder, quote, signal }: Place,
  use: () => Promise<Result>,
): Promise<Result> {
  if (file === undefined) return use();
  if (findOnPath('docker') === undefined)
    throw new UserError(
      `the services of ${file} cannot be started: docker is not on the PATH`,
      'use a runner with docker, or remove `test.services` and start them in an earlier step',
    );
  // Of this run only: another job on the machine may use the same file.
  const project = `slipway-test-${randomUUID().slice(0, 8)}`;
  const options = { env: environmentForCommands(env), cwd: folder };
  const compose = (title: string, args: readonly string[], stopping?: AbortSignal) =>
    quote(title, print =>
      runProgram(['docker', 'compose', '--file', file, '--project-name', project, ...args], {
        ...options,
        print,
        ...(stopping === undefined ? {} : { signal: stopping }),
      }),
    );
  try {
    const up = ['up', '--detach', '--wait', '--wait-timeout', String(longest)];
    if ((await compose(`Start ${file}`, up, signal)) === 0) return await use();
    if (signal.aborted) throw cancelled();
    await compose(`Log of ${file}`, ['logs', '--no-color', '--tail', '100'], signal);
    throw new UserError(
      `the services of the tests in ${file} did not start, or were not healthy after ${longest} s`,
      'read their log above, and correct the file; log in to the registry of private images in an earlier step',
    );
  } finally {
    await compose(`Remove ${file}`, ['down', '--volumes', '--remove-orphans', '--timeout', '5']);
  }
}
