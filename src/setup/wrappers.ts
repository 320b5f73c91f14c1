import type { GitOps } from '../config/types.ts';
import { isOfCloud, parseReference } from '../image/reference.ts';
import { scalar } from './quoting.ts';
import { isSameRemote, type Repository } from './repository.ts';
import { withLanguageSetup } from './setup-action.ts';
import workflows from './workflows.json' with { type: 'json' };

/** The workflows of a repository that call Slipway. Pure. */

/** Stands for a commit that is not known. */
export const noCommit = '0'.repeat(40);

/** How a workflow calls a release: the one step, or a reusable workflow. */
const releases =
  /\/slipway(\/\.github\/workflows\/(pipeline|deploy)\.yml|\/actions\/(release|deploy))?@(\S+)/;

/** How a workflow calls a push of images: as a release, or only that. */
export const publishes =
  /\/slipway(\/\.github\/workflows\/(?:build|pipeline)\.yml|\/actions\/release)?@(\S+)/;

/** The wrappers, in the order in which they matter, also for several applications, and how each is recognized. */
const wrappers = [
  {
    file: 'release.yml',
    text: workflows['one-step'],
    shared: workflows.monorepo,
    uses: releases,
  },
  {
    file: 'pull-request.yml',
    text: workflows['pull-request'],
    shared: workflows['monorepo-pull-request'],
    uses: /\/slipway(\/\.github\/workflows\/check\.yml)@(\S+)/,
  },
  {
    file: 'rollback.yml',
    text: workflows.rollback,
    shared: workflows.rollback,
    uses: /\/slipway(\/\.github\/workflows\/rollback\.yml)@(\S+)/,
  },
  {
    file: 'status.yml',
    text: workflows.status,
    shared: workflows.status,
    uses: /\/slipway(\/\.github\/workflows\/status\.yml)@(\S+)/,
  },
];

/** What the wrappers depend on. */
export interface WrapperSettings {
  readonly app: string;
  /** Repository of the first image. */
  readonly image: string;
  readonly environment: string;
  /** Whose token writes the commits of an environment that is delivered by Git: that of the job in the one step, or one of its own. */
  readonly commits?: 'job' | 'token' | undefined;
  /** Whether the one step runs after `.github/slipway/setup`. */
  readonly isSetUp?: boolean;
  readonly code: { readonly version: string; readonly commit: string | undefined };
}

/**
 * Returns the wrappers to write, by their paths relative to the folder. Those that the repository has under another name are in `kept`. A
 * folder of a larger repository has them in common with the other folders.
 */
export function wrappersFor(
  repository: Pick<Repository, 'prefix' | 'branch' | 'texts'>,
  { image, environment, commits, isSetUp, code }: WrapperSettings,
): { files: Map<string, string>; kept: string[]; needsToken: boolean } {
  const { prefix, branch, texts } = repository;
  const isShared = prefix !== '';
  const up = upFrom(prefix);
  const files = new Map<string, string>();
  const kept: string[] = [];
  let needsToken = false;
  for (const { file, text, shared, uses } of wrappers) {
    const existing = wrapperIn(repository, uses);
    if (existing !== undefined) {
      kept.push(existing[0]);
      continue;
    }
    const adapted = pinned(onBranch(isShared ? shared : text, branch), code)
      .replace(/^# Copy to \S+?\.yml( [^.]*)?\. /, '# Written by slipway init. ')
      .replace(/(environment: )?production/g, (_, key?: string) =>
        key === undefined ? environment : `${key}${scalar(environment)}`,
      )
      .replace(
        'contents: read # checkout',
        commits === 'job' && file === 'release.yml' && !isShared
          ? 'contents: write # checkout, and the commit of a release'
          : '$&',
      );
    const isStep = file === 'release.yml' && !isShared;
    const login =
      file === 'pull-request.yml' || image === ''
        ? { inputs: [], secrets: [] }
        : loginTo(parseReference(image).registry, isStep, file === 'release.yml' && isShared);
    const asksForConfig = isShared && ['rollback.yml', 'status.yml'].includes(file);
    // The application at the root has a workflow of its own.
    const isBeside = isShared && wrapperIn({ texts, prefix: '' }, uses) !== undefined;
    const chosen = asksForConfig
      ? adapted.replace(/^( {2}workflow_dispatch:\n)(?: {4}inputs:\n)?/m, `$1${configInput}`)
      : isBeside
        ? adapted.replace(/(uses: \S+\/changed@.*\n)( {8}with:\n)?/, `$1        with:\n${onlyFolders}`)
        : adapted;
    const isToken = commits !== undefined && file !== 'pull-request.yml' && !(isStep && commits === 'job');
    needsToken ||= isToken;
    const token = isToken ? [`gitops-token: ${expression(`secrets.${gitOpsSecret}`)}`] : [];
    const inputs = [
      ...(asksForConfig ? [`config: ${expression('inputs.config')}`] : []),
      ...login.inputs,
      ...(isStep ? token : []),
    ];
    files.set(
      `${up}.github/workflows/${freeName(texts, file)}`,
      withSecrets(withInputs(isStep && isSetUp ? withLanguageSetup(chosen) : chosen, inputs), [
        ...login.secrets,
        ...(isStep ? [] : token),
      ]),
    );
  }
  return { files, kept, needsToken };
}

/** Returns the path from a folder of the repository to its root. */
export const upFrom = (prefix: string): string => '../'.repeat(prefix.split('/').length - 1);

/** Returns a name that no workflow has, because one of that name may do something else. */
export const freeName = (texts: Repository['texts'], file: string): string =>
  [file, `slipway-${file}`].find(each => !texts.has(`.github/workflows/${each}`)) ?? `slipway-${file}`;

/** Writes the commit of this Slipway into a wrapper. */
export const pinned = (text: string, { version, commit = noCommit }: WrapperSettings['code']): string =>
  text.replace(/@0{40} # v\S+/g, () => `@${commit} # v${version}`);

/** Writes the branch that is released into a wrapper. Branch filters are patterns. */
export const onBranch = (text: string, branch: string): string =>
  text.replace('branches: [main]', () => `branches: [${scalar(branch.replace(/[+!\]]/g, '\\$&'))}]`);

/** The secret with the token for the repository of `delivery`. */
export const gitOpsSecret = 'GITOPS_TOKEN';

/** Returns whose token writes the commits: GitHub runs no checks for pull requests of the job's own. Pure. */
export const commitsOf = ({ repository, by }: GitOps, remote: string | undefined): 'job' | 'token' =>
  by === 'push' && (repository === undefined || isSameRemote(repository, remote)) ? 'job' : 'token';

/** Which application a shared workflow that is started by hand is for. */
const configInput = [
  '    inputs:',
  '      config:',
  '        description: Path of the slipway.yml of the application',
  '        type: string',
  '        required: true',
  '',
].join('\n');

const onlyFolders = "          configs: '*/**/slipway.yml'\n";

export const expression = (text: string) => `\${{ ${text} }}`;

/**
 * Returns the inputs of release.yml, rollback.yml and status.yml for a registry; none for ghcr.io, which takes the token of the run.
 * @param scans whether its job `scan` needs a login of its own.
 */
export function loginTo(
  registry: string,
  isStep: boolean,
  scans: boolean,
): { inputs: string[]; secrets: string[] } {
  if (registry === 'ghcr.io') return { inputs: [], secrets: [] };
  if (isOfCloud(registry)) {
    const where = isStep ? 'in an earlier step' : 'in .github/slipway/login/action.yml';
    return {
      inputs: [
        `# Log in to ${registry} ${where}, with the login of your cloud: docs/clouds.md.`,
        "registry: ''",
      ],
      secrets: [],
    };
  }
  const password = [`registry-password: ${expression('secrets.REGISTRY_PASSWORD')}`];
  // It reads untrusted layers, so it does not get the account that pushes.
  const reads = scans
    ? [
        '# The job scan needs an account that only reads: REGISTRY_READ_USERNAME and REGISTRY_READ_PASSWORD.',
        `registry-read-username: ${expression('vars.REGISTRY_READ_USERNAME')}`,
      ]
    : [];
  return {
    inputs: [
      `# A login is needed: the account of ${registry} in the variable REGISTRY_USERNAME, its token in the secret REGISTRY_PASSWORD.`,
      `registry: ${scalar(registry)}`,
      `registry-username: ${expression('vars.REGISTRY_USERNAME')}`,
      ...reads,
      ...(isStep ? password : []),
    ],
    secrets: isStep
      ? []
      : [
          ...password,
          ...(scans ? [`registry-read-password: ${expression('secrets.REGISTRY_READ_PASSWORD')}`] : []),
        ],
  };
}

/** Adds inputs to a wrapper: to its last `with`, or to a new one. */
export function withInputs(text: string, inputs: readonly string[]): string {
  if (inputs.length === 0) return text;
  const lines = (indent: string) => inputs.map(each => `${indent}  ${each}`).join('\n');
  const last = [...text.matchAll(/^( +)with:$/gm)].at(-1);
  if (last === undefined) return `${text.trimEnd()}\n    with:\n${lines('    ')}\n`;
  const end = last.index + last[0].length;
  return `${text.slice(0, end)}\n${lines(last[1] ?? '')}${text.slice(end)}`;
}

/** Adds secrets to the last job of a wrapper. */
export const withSecrets = (text: string, secrets: readonly string[]): string =>
  secrets.length === 0
    ? text
    : `${text.trimEnd()}\n    secrets:\n${secrets.map(each => `      ${each}\n`).join('')}`;

/** Returns the workflow that calls that part of Slipway; that of a folder in a larger repository names its slipway.yml, or takes any. */
export const wrapperIn = (
  { texts, prefix }: Pick<Repository, 'texts' | 'prefix'>,
  uses: RegExp,
): [path: string, text: string] | undefined =>
  [...texts].find(
    ([path, text]) =>
      /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path) &&
      (prefix === '' || text.includes(`${prefix}slipway.yml`) || /(matrix\.app|inputs)\.config/.test(text)) &&
      uses.test(text),
  );

/** Traces of a login to a cluster, which may also be a step of the repository. */
const login =
  /kubeconfig|aks-set-context|get-(gke-)?credentials|uses: ['"]?\.\/(?!\.github\/slipway\/setup(?![\w-]))/i;

/** Returns the path of the wrapper that releases, and whether it logs in to the cluster; undefined without one. */
export function loginIn(
  repository: Pick<Repository, 'texts' | 'prefix' | 'paths'>,
): { path: string; found: boolean } | undefined {
  const [path, text] = wrapperIn(repository, releases) ?? [];
  if (path === undefined || text === undefined) return undefined;
  // Below the root of a repository, that file is not among the paths.
  const connects =
    releases.exec(text)?.[2] !== undefined &&
    (repository.prefix !== '' || repository.paths.includes('.github/slipway/connect/action.yml'));
  return { path, found: connects || login.test(text) };
}

/**
 * Returns what is wrong with the wrappers of a repository, one part of a sentence each.
 * @param isReleased whether it has an environment; one without needs only the workflow that pushes images.
 */
export function wrapperProblems(
  repository: Pick<Repository, 'texts' | 'prefix'>,
  isReleased: boolean,
): { missing: string[]; unpinned: string[]; isAny: boolean } {
  const needed = isReleased ? wrappers : [{ file: 'images.yml', uses: publishes }];
  const missing: string[] = [];
  const unpinned: string[] = [];
  for (const { file, uses } of needed) {
    const found = wrapperIn(repository, uses);
    const reference = found && uses.exec(found[1])?.at(-1);
    if (found === undefined) missing.push(file);
    else if (reference === noCommit || !/^[0-9a-f]{40}$/.test(reference ?? ''))
      unpinned.push(`${found[0]} (@${reference})`);
  }
  return { missing, unpinned, isAny: missing.length < needed.length };
}
