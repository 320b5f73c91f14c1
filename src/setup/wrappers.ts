import { scalar } from './quoting.ts';
import type { Repository } from './repository.ts';
import workflows from './workflows.json' with { type: 'json' };

/** The workflows of a repository that call Slipway. Pure. */

/** Stands for a commit that is not known. */
export const noCommit = '0'.repeat(40);

/** The wrappers, in the order in which they matter, and how each is recognized. */
const wrappers = [
  {
    file: 'release.yml',
    text: workflows['one-step'],
    uses: /\/slipway(\/\.github\/workflows\/(pipeline|deploy)\.yml)?@(\S+)/,
  },
  {
    file: 'pull-request.yml',
    text: workflows['pull-request'],
    uses: /\/slipway(\/\.github\/workflows\/check\.yml)@(\S+)/,
  },
  {
    file: 'rollback.yml',
    text: workflows.rollback,
    uses: /\/slipway(\/\.github\/workflows\/rollback\.yml)@(\S+)/,
  },
];

/** What the wrappers depend on. */
export interface WrapperSettings {
  readonly app: string;
  readonly environment: string;
  readonly code: { readonly version: string; readonly commit: string | undefined };
}

/** Returns the wrappers to write, by their paths relative to the folder. Those that the repository has under another name are in `kept`. */
export function wrappersFor(
  repository: Pick<Repository, 'prefix' | 'branch' | 'texts'>,
  { app, environment, code: { version, commit = noCommit } }: WrapperSettings,
): { files: Map<string, string>; kept: string[] } {
  const { prefix, branch, texts } = repository;
  const up = '../'.repeat(prefix.split('/').length - 1);
  // Branch filters are patterns.
  const pattern = branch.replace(/[+!\]]/g, '\\$&');
  const files = new Map<string, string>();
  const kept: string[] = [];
  for (const { file, text, uses } of wrappers) {
    const existing = workflowsIn(repository).find(([, each]) => uses.test(each));
    if (existing !== undefined) {
      kept.push(existing[0]);
      continue;
    }
    const adapted = text
      .replace(/^# Copy to \S+?\.yml\. /, '# Written by slipway init. ')
      .replace('environment: production', () => `environment: ${scalar(environment)}`)
      .replaceAll('production', () => environment)
      .replace('branches: [main]', () => `branches: [${scalar(pattern)}]`)
      .replace(/@0{40} # v\S+/g, () => `@${commit} # v${version}`);
    const ours = prefix === '' ? '' : `${app}-`;
    // A workflow of that name may do something else.
    const taken = texts.has(`.github/workflows/${ours}${file}`) ? 'slipway-' : '';
    files.set(
      `${up}.github/workflows/${taken}${ours}${file}`,
      prefix === '' ? adapted : withConfig(adapted, `${prefix}slipway.yml`),
    );
  }
  return { files, kept };
}

/** Names slipway.yml in a wrapper: in its `with`, or in a new one. */
const withConfig = (text: string, path: string): string =>
  /^ +with:$/m.test(text)
    ? text.replace(/^( +)with:$/m, (all, indent: string) => `${all}\n${indent}  config: ${scalar(path)}`)
    : `${text.trimEnd()}\n    with:\n      config: ${scalar(path)}\n`;

/** Returns the workflows; those of a folder in a larger repository name its slipway.yml. */
const workflowsIn = ({ texts, prefix }: Pick<Repository, 'texts' | 'prefix'>): [string, string][] =>
  [...texts].filter(
    ([path, text]) =>
      /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path) &&
      (prefix === '' || text.includes(`${prefix}slipway.yml`)),
  );

/** Returns what is wrong with the wrappers of a repository, one part of a sentence each. */
export function wrapperProblems(repository: Pick<Repository, 'texts' | 'prefix'>): {
  missing: string[];
  unpinned: string[];
} {
  const missing: string[] = [];
  const unpinned: string[] = [];
  for (const { file, uses } of wrappers) {
    const found = workflowsIn(repository).find(([, text]) => uses.test(text));
    const reference = found && uses.exec(found[1])?.at(-1);
    if (found === undefined) missing.push(file);
    else if (reference === noCommit || !/^[0-9a-f]{40}$/.test(reference ?? ''))
      unpinned.push(`${found[0]} (@${reference})`);
  }
  return { missing, unpinned };
}
