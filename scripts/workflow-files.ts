import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

/** Reads the workflows and actions of this repository from their files. */

export const root = resolve(import.meta.dirname, '..');

/** A value in YAML. */
export type Value = string | number | boolean | null | Value[] | { [key: string]: Value };

export interface Step {
  id?: string;
  name?: string;
  if?: Value;
  uses?: string;
  run?: string;
  with?: Record<string, Value>;
  env?: Record<string, Value>;
  'continue-on-error'?: boolean;
}

export interface Job {
  needs?: string | string[];
  if?: Value;
  uses?: string;
  with?: Record<string, Value>;
  secrets?: Record<string, Value>;
  permissions?: Permissions;
  outputs?: Record<string, Value>;
  environment?: Value;
  concurrency?: { group: string };
  steps?: Step[];
  'timeout-minutes'?: Value;
  'runs-on'?: Value;
}

export type Permissions = Record<string, 'none' | 'read' | 'write'>;

export interface Input {
  description?: string;
  type?: string;
  required?: boolean;
  default?: Value;
}

export interface Call {
  inputs?: Record<string, Input>;
  secrets?: Record<string, { description?: string; required?: boolean }>;
  outputs?: Record<string, { description?: string; value: string }>;
}

export interface Workflow {
  name: string;
  on: { workflow_call?: Call; workflow_dispatch?: { inputs?: Record<string, Input> } };
  permissions?: Permissions;
  concurrency?: unknown;
  jobs: Record<string, Job>;
}

export interface Manifest {
  name: string;
  description?: string;
  inputs?: Record<string, Input>;
  outputs?: Record<string, { description?: string; value?: string }>;
  runs: { using: string; main?: string; steps?: Step[] };
}

/** Paths of the reusable workflows. */
export const reusable = [
  'check',
  'build',
  'code-scanning',
  'deploy',
  'pipeline',
  'rollback',
  'status',
  'alerts',
  'sweep',
  'backup',
].map(name => `.github/workflows/${name}.yml`);

const listed = (folder: string) =>
  readdirSync(join(root, folder))
    .filter(name => name.endsWith('.yml'))
    .map(name => `${folder}/${name}`);

export const workflows = listed('.github/workflows');
export const examples = listed('examples/workflows');

/** Paths of every action.yml, including the examples. */
export const manifests = ['.', 'actions', '.github/actions', 'examples/workflows'].flatMap(folder => {
  const names = folder === '.' ? [''] : readdirSync(join(root, folder));
  return names.map(name => join(folder, name, 'action.yml')).filter(path => existsSync(join(root, path)));
});

export const textOfFile = (path: string) => readFileSync(join(root, path), 'utf8');

export function readWorkflow(path: string): Workflow {
  return parse(textOfFile(path)) as Workflow;
}

/** Returns the manifest of an action of this repository; undefined for other or missing actions. */
export function manifestOf(uses: string): Manifest | undefined {
  const path = join(ownPath(uses) ?? '\0', 'action.yml');
  return manifests.includes(path) ? (parse(textOfFile(path)) as Manifest) : undefined;
}

/** Returns the path in this repository that `uses:` refers to; undefined for another repository. */
export function ownPath(uses: string): string | undefined {
  if (uses.startsWith('$/')) return uses.slice(2);
  const other = /^slipway\/slipway(?:\/([^@]*))?@/.exec(uses);
  return other === null ? undefined : (other[1] ?? '');
}

export const needsOf = (job: Job): string[] => (job.needs === undefined ? [] : [job.needs].flat());
