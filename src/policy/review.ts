import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { type Level, levelOf } from '../config/rules.ts';
import { tooLarge } from '../config/size.ts';
import type { Config } from '../config/types.ts';
import type { Builder } from '../image/builder.ts';
import { askChecks, type Checks } from '../image/checks.ts';
import { type BuildSource, basesOf, checkRequestFor, imageNamed } from '../image/request.ts';
import { type Checked, checkDockerfile, merged, type OtherFound, readDockerfile } from './check.ts';
import { installOf } from './dockerfile/installs.ts';
import { exceptionNotes } from './exceptions.ts';
import { type Finding, inOrder } from './finding.ts';
import { commandsIn, subjectOf } from './subject.ts';

/** The result of the policy for some Dockerfiles or images. */
export interface Review {
  /** Worst first. */
  readonly findings: readonly Finding[];
  /** One sentence each for what was not checked, and for exceptions that need attention. */
  readonly notes: readonly string[];
  /** The Dockerfiles that were read. */
  readonly read?: readonly ReadDockerfile[];
}

/** A Dockerfile that was read, so that a report without findings shows something. */
export interface ReadDockerfile {
  /** Name of the image in slipway.yml. */
  readonly image: string;
  /** Package managers that it runs, such as `npm`. */
  readonly managers: readonly string[];
}

export interface ReviewOptions {
  readonly config: Pick<Config, 'images' | 'policy'>;
  /** The folder of slipway.yml. */
  readonly root: string;
  /** Names of the images. */
  readonly names: readonly string[];
  readonly now: Date;
  /** Runs BuildKit's checks on the Dockerfile of an image; undefined where there is no builder. */
  buildkit?(name: string): Promise<Checks>;
}

/** The maximum size of a Dockerfile; a larger file was not written by hand. */
const largest = 1024 * 1024;

/**
 * Checks the Dockerfile of each image with our rules and BuildKit's checks. A missing Dockerfile is noted.
 * @throws UserError for a Dockerfile that is too large.
 */
export async function reviewDockerfiles(options: ReviewOptions): Promise<Review> {
  const { config, names, now } = options;
  const { policy } = config;
  const each = await Promise.all(names.map(name => reviewOne(options, name)));
  const findings = merged(each.flatMap(one => one.findings));
  const looked = (rule: string) => !rule.startsWith('image-') && !rule.startsWith('buildkit');
  return {
    findings: inOrder(findings),
    read: each.flatMap(one => one.read ?? []),
    notes: [
      ...new Set(each.flatMap(one => one.notes)),
      ...exceptionNotes(
        findings,
        // An exception for an image that was not checked could not match a finding.
        policy.exceptions.filter(({ image }) => image === undefined || names.includes(image)),
        now,
        rule => looked(rule) && names.length === Object.keys(config.images).length,
      ),
    ],
  };
}

/** Checks the Dockerfiles of images that are about to be built, with BuildKit's checks. */
export function reviewSources({ sources, builder, env, signal, ...options }: Building): Promise<Review> {
  const { images, policy } = options.config;
  const buildkit = (name: string) => {
    const source = sources.get(name);
    if (source === undefined) throw new Error(`${name} has no source`);
    const request = checkRequestFor(images, name, source, policy['ignore-comments']);
    return askChecks(request, builder, { env, signal });
  };
  return reviewDockerfiles({
    ...options,
    names: [...sources.keys()],
    ...(asksOfBuildkit(policy, level => level !== 'off') ? { buildkit } : {}),
  });
}

interface Building extends Omit<ReviewOptions, 'names' | 'buildkit'> {
  readonly sources: ReadonlyMap<string, BuildSource>;
  readonly builder: Builder;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
}

async function reviewOne({ config, root, now, buildkit }: ReviewOptions, name: string): Promise<Review> {
  const checked = await checkedOf(config, root, name);
  if (checked === undefined)
    return { findings: [], notes: [`the Dockerfile of ${name} does not exist here and was not checked`] };
  const checks = buildkit === undefined ? undefined : await buildkit(name);
  const others = checks === undefined ? [] : foundByBuildkit(checks);
  const findings = checkDockerfile(checked, config.policy, now, others);
  const fault =
    checks?.fault === undefined
      ? undefined
      : `BuildKit could not check the Dockerfile of ${name}: ${checks.fault}`;
  const fails = fault !== undefined && asksOfBuildkit(config.policy, level => level === 'error');
  return {
    findings: fails ? [...findings, uncheckedBy(fault, checked)] : findings,
    notes: fault === undefined || fails ? [] : [fault],
    read: [{ image: name, managers: managersIn(checked) }],
  };
}

const managers =
  /^(npm|npx|yarn|pnpm|bun|pip|uv|poetry|pipenv|pdm|go|gem|bundle|cargo|composer|mvn|gradle|dotnet)$/;

/** Only known names, because a report never quotes a Dockerfile. */
function managersIn(checked: Checked): string[] {
  const commands = commandsIn(subjectOf(readDockerfile(checked), checked));
  const names = commands.flatMap(({ command }) => [command.program, installOf(command)?.manager ?? '']);
  return [...new Set(names.filter(name => managers.test(name)))].sort();
}

/** Converts the warnings of BuildKit's checks to findings of rules such as `buildkit/JSONArgsRecommended`. Pure. */
export function foundByBuildkit({ warnings }: Checks): OtherFound[] {
  return warnings.map(({ name, message, line, endLine, url }) => ({
    rule: `buildkit/${name}`,
    line,
    endLine,
    message: message.replace(/\.$/, ''),
    remedy: url === '' ? 'see the build checks in the Docker documentation' : `see ${url}`,
  }));
}

/** What is an error and was not checked has not passed. No exception or comment applies, because it names a check. */
const uncheckedBy = (fault: string, { image, path }: Checked): Finding => ({
  rule: 'buildkit/Unchecked',
  level: 'error',
  images: [image],
  place: { kind: 'dockerfile', path, line: 1, endLine: 1, text: '' },
  message: fault,
  remedy: 'remove the cause, or set no rule of `buildkit` in slipway.yml to `error`',
});

/** Whether any check of BuildKit has such a level. Pure. */
const asksOfBuildkit = ({ rules }: Config['policy'], is: (level: Level) => boolean): boolean =>
  is(levelOf('buildkit/Any', rules)) ||
  Object.entries<Level>(rules).some(([rule, level]) => rule.startsWith('buildkit/') && is(level));

/** Returns the Dockerfile of an image with its settings in slipway.yml; undefined when it does not exist. */
export async function checkedOf(
  { images, policy }: Pick<Config, 'images' | 'policy'>,
  root: string,
  name: string,
): Promise<Checked | undefined> {
  const image = imageNamed(images, name);
  const context = resolve(root, image.context);
  const dockerfile = resolve(context, image.dockerfile);
  const text = await textAt(dockerfile);
  if (text === undefined) return undefined;
  return {
    image: name,
    path: relative(root, dockerfile),
    text,
    args: image.args,
    target: image.target,
    platforms: image.platforms ?? [],
    ours: basesOf(images, name),
    allowed: policy.bases,
    ignoreFile: [`${dockerfile}.dockerignore`, resolve(context, '.dockerignore')].some(existsSync),
  };
}

async function textAt(path: string): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile() !== true) return undefined;
  if (found.size > largest) throw tooLarge(path, 'name a Dockerfile with `dockerfile` in slipway.yml');
  return readFile(path, 'utf8');
}
