import { UserError } from '../toolkit/errors.ts';
import { printable } from '../toolkit/printable.ts';
import type { Failure } from './progress.ts';
import { isOfCloud } from './reference.ts';

/** A failed build, with the last lines of the failing step. */
export class BuildError extends UserError {
  readonly tail: readonly string[];

  constructor(problem: string, remedy: string, tail: readonly string[]) {
    super(problem, remedy);
    this.tail = tail;
  }
}

/**
 * Explains a failed build: the line of the Dockerfile, its instruction, the error, and the last lines of output.
 * @param dockerfile its path for messages; buildx names only the file.
 */
export function explain(image: string, dockerfile: string, { error, at, output }: Failure): BuildError {
  const where = at === undefined ? '' : ` at ${dockerfile}:${at.line} (${shortened(at.instruction, 80)})`;
  const last = output.slice(-3).map(line => shortened(line, 120));
  const said = last.length === 0 ? '' : `, its last lines: ${last.join(' / ')}`;
  return new BuildError(
    `the image "${image}" cannot be built${where}: ${shortened(error, 300)}${said}`,
    remedyFor(error, at !== undefined),
    output.map(printable),
  );
}

function remedyFor(error: string, located: boolean): string {
  if (/\b(401|403)\b|unauthorized|forbidden|denied|no basic auth|authorization failed/i.test(error)) {
    const hosts = error.match(/[a-z0-9-]+(?:\.[a-z0-9-]+)+/gi) ?? [];
    return hosts.some(isOfCloud)
      ? 'log in to the cloud before this step, or keep candidates and base images on ghcr.io, because the builds of the workflows get no OIDC token (docs/clouds.md)'
      : 'log in to that registry before this step, with an account that may do this (on GitHub, give the job `packages: write`)';
  }
  if (/exec format error|no match for platform|does not provide the specified platform/i.test(error))
    return 'build for a platform that the builder and the base image support, or set up emulation (docker/setup-qemu-action)';
  if (/connection refused|no such host|i\/o timeout|dial tcp/i.test(error))
    return 'check the name of the registry, and whether the builder can reach it';
  if (/target stage .* could not be found/.test(error)) return 'correct `target` in slipway.yml';
  return located
    ? 'fix that line; the log above has its full output'
    : 'read the full output in the log above';
}

function shortened(text: string, length: number): string {
  const line = printable(text).replace(/\s+/g, ' ').trim();
  return line.length > length ? `${line.slice(0, length - 1)}…` : line;
}
