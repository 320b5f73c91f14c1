import { globSync } from 'node:fs';
import { dirname, matchesGlob } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  examples,
  type Job,
  type Manifest,
  manifestOf,
  manifests,
  ownPath,
  readWorkflow,
  reusable,
  root,
  type Step,
  textOfFile,
  workflows,
} from '../../scripts/workflow-files.ts';
import { lesser, startupFailures, sumOfJobs } from '../../scripts/workflow-permissions.ts';
import { expressionsIn } from '../workflow/expression.ts';
import { diagnose } from '../workflow/language-service.ts';
import { brokenReferences } from '../workflow/references.ts';

/** Checks workflows, actions and examples with GitHub's language service, and for problems that it does not detect. */

const all = [...workflows, ...examples];
const steps = (path: string): Step[] =>
  manifests.includes(path)
    ? ((parse(textOfFile(path)) as Manifest).runs.steps ?? [])
    : Object.values(readWorkflow(path).jobs).flatMap(job => job.steps ?? []);
const jobs = all.flatMap(path =>
  Object.entries(readWorkflow(path).jobs).map(([id, job]): [string, Job] => [`${path} ${id}`, job]),
);

describe("GitHub's own language service", () => {
  it.each([...all, ...manifests])('finds no problem in %s', async path => {
    expect(await diagnose(path)).toEqual([]);
  });
});

describe('a reference in an expression', () => {
  const ours = manifests.filter(path => path.startsWith('actions/'));
  it.each([...all, ...ours])('is not broken in %s', path => {
    expect(brokenReferences(path)).toEqual([]);
  });
});

describe('a step that uses an action of this repository', () => {
  const used = [...all, ...manifests].flatMap(path =>
    steps(path).flatMap(step =>
      step.uses !== undefined && ownPath(step.uses) !== undefined ? [{ path, step, uses: step.uses }] : [],
    ),
  );

  it('is found', () => {
    expect(used.length).toBeGreaterThan(20);
  });

  it('sets all required inputs, and no unknown ones', () => {
    const problems = used.flatMap(({ path, step, uses }) => {
      const manifest = manifestOf(uses);
      if (manifest === undefined) return [`${path}: ${uses} does not exist`];
      const inputs = manifest.inputs ?? {};
      const unknown = Object.keys(step.with ?? {}).filter(name => inputs[name] === undefined);
      const missing = Object.keys(inputs).filter(
        name => inputs[name]?.required === true && step.with?.[name] === undefined,
      );
      return [
        ...unknown.map(name => `${path}: ${uses} has no input ${name}`),
        ...missing.map(name => `${path}: ${uses} requires the input ${name}`),
      ];
    });
    expect(problems).toEqual([]);
  });

  it("critic 8: downloads programs from the caller's mirrors", () => {
    const published = used.filter(({ path }) => reusable.includes(path) || path.startsWith('actions/'));
    const mirrored = published.filter(({ uses }) => manifestOf(uses)?.inputs?.['tool-mirrors'] !== undefined);
    expect(mirrored.length).toBeGreaterThan(20);
    const without = mirrored.filter(
      ({ path, step }) =>
        step.with?.['tool-mirrors'] !==
        (reusable.includes(path) ? '${{ vars.SLIPWAY_TOOL_MIRRORS }}' : '${{ inputs.tool-mirrors }}'),
    );
    expect(without.map(({ path, step }) => `${path}: ${step.name}`)).toEqual([]);
  });
});

describe('a workflow', () => {
  it.each(reusable)('%s can only be called', path => {
    expect(Object.keys(readWorkflow(path).on)).toEqual(['workflow_call']);
  });

  it('for the usual push has at most 12 inputs: a caller with other wishes calls its three workflows', () => {
    const { inputs = {} } = readWorkflow('.github/workflows/pipeline.yml').on.workflow_call ?? {};
    expect(Object.keys(inputs).length).toBeLessThanOrEqual(12);
  });

  it.each(all)('%s grants permissions only to jobs', path => {
    expect(readWorkflow(path).permissions).toEqual({});
    for (const [id, job] of Object.entries(readWorkflow(path).jobs))
      expect(job.permissions, id).toBeDefined();
  });

  it.each(all)('%s explains each permission', path => {
    const permissions = textOfFile(path)
      .split('\n')
      .filter(line =>
        /^\s+(contents|packages|id-token|actions|attestations|issues|security-events): (read|write)\b/.test(
          line,
        ),
      );
    expect(permissions.filter(line => !/ # \S/.test(line))).toEqual([]);
  });

  it.each(reusable)('%s describes every input, secret and output', path => {
    const { inputs = {}, secrets = {}, outputs = {} } = readWorkflow(path).on.workflow_call ?? {};
    for (const [name, { description }] of Object.entries({ ...inputs, ...secrets, ...outputs })) {
      expect(description, name).toMatch(/\.$/);
    }
    for (const [name, { type, required, default: usual }] of Object.entries(inputs)) {
      expect(type, name).toMatch(/^(string|number|boolean)$/);
      expect(required === true || usual !== undefined, `${name} has a default`).toBe(true);
    }
  });

  it.each(reusable)('%s takes no account as a secret: GitHub would drop each output with its name', path => {
    const { secrets = {} } = readWorkflow(path).on.workflow_call ?? {};
    expect(Object.keys(secrets).filter(name => /username|account/.test(name))).toEqual([]);
  });

  it.each(jobs)('%s has a timeout if it has steps', (_, job) => {
    expect(job.uses !== undefined || job['timeout-minutes'] !== undefined).toBe(true);
  });

  it.each(jobs)('%s passes secrets individually', (_, job) => {
    expect(job.secrets).not.toBe('inherit');
  });
});

describe('a GitHub environment', () => {
  const published = workflows
    .map(path => [path, readWorkflow(path)] as const)
    .filter(([, { on }]) => on.workflow_call !== undefined);

  it('can be set for each job that connects to the cluster, which may admit only its name, except for plans', () => {
    const connects = ({ steps: all = [] }: Job) =>
      all.some(({ uses }) => uses === '$/.github/actions/connect');
    const without = published.flatMap(([path, { jobs: own }]) =>
      Object.entries(own).flatMap(([id, job]) =>
        connects(job) && job.environment === undefined ? [`${path.replace(/^.*\//, '')} ${id}`] : [],
      ),
    );
    expect(without).toEqual(['build.yml push', 'deploy.yml plan']);
  });

  it('has one name in all workflows, and another one only beside it', () => {
    const named = published.map(([path, { on }]) => [
      path.replace(/^.*\//, ''),
      Object.keys(on.workflow_call?.inputs ?? {}).filter(name => name.endsWith('-environment')),
    ]);
    const two = { deploy: 'rollback', pipeline: 'rollback', drill: 'fix' };
    for (const [file, names] of named)
      if (names?.length !== 0) {
        const other = Reflect.get(two, String(file).replace('.yml', ''));
        expect(names, String(file)).toEqual([
          'github-environment',
          ...(other === undefined ? [] : [`${other}-environment`]),
        ]);
      }
  });
});

describe('security 9: a job that runs code of the application on the runner', () => {
  const runsForeignCode = ({ steps: all = [] }: Job) =>
    all.some(({ uses = '' }) => /^\$\/actions\/(test|build)$|^\.\/\.github\/slipway\/setup$/.test(uses));
  const foreign = jobs.filter(([, job]) => runsForeignCode(job));

  it('is in this list', () => {
    expect(foreign.map(([name]) => name.replace(/^.*\//, '')).sort()).toEqual([
      'build.yml arm64',
      'build.yml build',
      'build.yml test',
      'check.yml scan',
      'check.yml test',
    ]);
  });

  it('has no OIDC identity', () => {
    expect(foreign.filter(([, job]) => job.permissions?.['id-token'] !== undefined)).toEqual([]);
  });

  it('can write artifacts, so a job that downloads one verifies it, or decides nothing by it', () => {
    const takers = jobs.filter(([, job]) =>
      (job.steps ?? []).some(({ uses = '' }) => uses.startsWith('actions/download-artifact@')),
    );
    expect(takers.map(([name]) => name.replace(/^.*\//, ''))).toEqual([
      'build.yml push',
      'code-scanning.yml upload',
    ]);
    const signing = readWorkflow('.github/workflows/build.yml').jobs.push?.steps?.find(
      ({ id }) => id === 'sign',
    );
    expect(signing?.with?.['reports-digest']).toContain('needs.scan.outputs.reports-digest');
  });
});

describe('an artifact', () => {
  const published = [
    ...reusable,
    '.github/actions/drill-job/action.yml',
    '.github/workflows/monitor.yml',
    'action.yml',
    'actions/release/action.yml',
  ];
  const uploads = published.flatMap(path =>
    steps(path).flatMap(({ name = '', uses = '', with: given }) =>
      uses.startsWith('actions/upload-artifact@') ? [{ path, name, artifact: String(given?.name) }] : [],
    ),
  );

  it('has its own name in each environment, slipway.yml and attempt of a run', () => {
    expect(uploads.length).toBeGreaterThan(15);
    const parts = ['inputs.environment', 'hashFiles(inputs.config)', 'github.run_attempt'];
    const alike = uploads.filter(
      ({ artifact }) =>
        !artifact.includes('steps.scan.outputs.artifact') && !parts.every(part => artifact.includes(part)),
    );
    expect(alike).toEqual([]);
  });
});

describe('always()', () => {
  it('is used only in jobs that a cancel must not stop: rollback, fix and outcome', () => {
    const named = jobs
      .filter(([, job]) => /always\(\)/.test(String(job.if)))
      .map(([name]) => name.split(' ')[1]);
    expect(new Set(named)).toEqual(new Set(['rollback', 'rollback-resumed', 'fix', 'outcome']));
  });

  it.each(jobs)('%s: conditions are bare expressions', (_, job) => {
    for (const condition of [job.if, ...(job.steps ?? []).map(step => step.if)]) {
      expect(String(condition ?? '')).not.toMatch(/\$\{\{|\n/);
    }
  });
});

describe('a third party', () => {
  const uses = [...all, ...manifests].flatMap(path =>
    [...textOfFile(path).matchAll(/^\s*(?:- )?uses: (\S+)(.*)$/gm)].map(match => ({
      path,
      name: match[1] as string,
      rest: match[2] as string,
    })),
  );

  it('is pinned by a full commit, with its version in a comment', () => {
    const loose = uses
      .filter(({ name }) => !/^(\$\/|\.\/)/.test(name))
      .filter(({ name, rest }) => !/@[0-9a-f]{40}$/.test(name) || !/^ # v\d+\.\d+\.\d+$/.test(rest));
    expect(loose).toEqual([]);
  });

  it('is one of few trusted actions, with the same version everywhere', () => {
    const others = new Set(
      uses.map(({ name }) => name).filter(name => !/^(\$\/|\.\/|slipway\/slipway[/@])/.test(name)),
    );
    expect([...others].map(name => name.split('@')[0]).sort()).toEqual([
      'actions/attest-build-provenance',
      'actions/cache/restore',
      'actions/cache/save',
      'actions/checkout',
      'actions/deploy-pages',
      'actions/download-artifact',
      'actions/setup-go',
      'actions/setup-java',
      'actions/setup-node',
      'actions/setup-python',
      'actions/upload-artifact',
      'actions/upload-pages-artifact',
      'github/codeql-action/upload-sarif',
    ]);
  });

  it('is updated by Dependabot, wherever it is used', () => {
    const { updates } = parse(textOfFile('.github/dependabot.yml')) as {
      updates: { 'package-ecosystem': string; directories?: string[] }[];
    };
    const { directories = [] } = updates.find(each => each['package-ecosystem'] === 'github-actions') ?? {};
    // In `/` Dependabot reads .github/workflows and action.yml, elsewhere every YAML file of the folder.
    const folderOf = (path: string) =>
      /^(\.github\/workflows\/[^/]+|action\.yml)$/.test(path) ? '/' : `/${dirname(path)}`;
    const others = globSync(['action.yml', '{actions,examples,.github}/**/*.{yml,yaml}'], { cwd: root })
      .filter(path => /uses: [\w-]+\/(?!slipway)/.test(textOfFile(path)))
      .map(folderOf);
    expect(others).toContain('/examples/workflows');
    expect(others.filter(folder => !directories.some(pattern => matchesGlob(folder, pattern)))).toEqual([]);
  });

  it('leaves no token in the checkout', () => {
    const checkouts = [...all, ...manifests]
      .flatMap(steps)
      .filter(step => step.uses?.startsWith('actions/checkout@'));
    expect(checkouts.length).toBeGreaterThan(5);
    expect(checkouts.filter(step => step.with?.['persist-credentials'] !== false)).toEqual([]);
  });
});

describe('a script', () => {
  it.each([...all, ...manifests])('in %s gets values only from its environment', path => {
    for (const step of steps(path)) expect(expressionsIn(step.run)).toEqual([]);
  });
});

/** The permissions in docs/workflows.md. */
const grants = {
  check: { contents: 'read', 'pull-requests': 'write' },
  build: { contents: 'read', packages: 'write', 'id-token': 'write' },
  deploy: { contents: 'read', packages: 'write', 'id-token': 'write' },
  pipeline: { contents: 'read', packages: 'write', 'id-token': 'write' },
  rollback: { contents: 'read', packages: 'write', 'id-token': 'write' },
  status: { contents: 'read', packages: 'write', 'id-token': 'write' },
  alerts: { contents: 'read', packages: 'write', 'id-token': 'write' },
  monitor: { contents: 'read', packages: 'write', 'id-token': 'write' },
  sweep: { contents: 'read', packages: 'write', actions: 'read', 'id-token': 'write' },
  'code-scanning': { actions: 'read', contents: 'read', 'security-events': 'write' },
} as const;

describe.each(Object.entries(grants))('the permissions of %s.yml', (name, grant) => {
  const path = `.github/workflows/${name}.yml`;

  it('are the union of its jobs', () => {
    expect(sumOfJobs(path)).toEqual(grant);
  });

  it('let it start, and any less do not', () => {
    expect(startupFailures(path, grant)).toEqual([]);
    for (const less of lesser(grant)) expect(startupFailures(path, less)).not.toEqual([]);
  });
});

describe('the workflows of this repository', () => {
  const all = { contents: 'write', packages: 'write', 'id-token': 'write' } as const;
  const most = { ...all, actions: 'read', 'pull-requests': 'write' } as const;

  it.each(['ci', 'selftest'])('%s.yml grants the permissions that called workflows need', name => {
    expect(startupFailures(`.github/workflows/${name}.yml`, most)).toEqual([]);
  });
});

describe('a wrapper to copy', () => {
  it.each(examples)('%s grants exactly what the called workflow needs', path => {
    const calling = Object.values(readWorkflow(path).jobs).filter(({ uses }) => uses !== undefined);
    // Three of them call no workflow, but an action in a job of their own.
    expect(calling.length > 0).toBe(!/\/(prune|one-step|preview)\.yml$/.test(path));
    if (path.endsWith('one-step.yml'))
      expect(readWorkflow(path).jobs.release?.permissions).toEqual({
        ...sumOfJobs('.github/workflows/pipeline.yml'),
        deployments: 'write',
      });
    for (const job of calling) expect(job.permissions).toEqual(sumOfJobs(ownPath(job.uses ?? '') ?? ''));
    const write = {
      contents: 'write',
      packages: 'write',
      'id-token': 'write',
      issues: 'write',
      deployments: 'write',
      'pull-requests': 'write',
    } as const;
    const all = { ...write, actions: 'read' } as const;
    expect(startupFailures(path, all)).toEqual([]);
  });

  it.each(examples)('security 3: %s reaches the cluster without a stored secret', path => {
    expect(textOfFile(path)).not.toMatch(/secrets\.\w*KUBECONFIG/);
  });

  it.each(examples)('security 3: %s documents who can read a secret that it passes', path => {
    const blocks = [...textOfFile(path).matchAll(/^ {4}secrets:\n((?: {6}.*\n)+)/gm)];
    for (const [, lines] of blocks) expect(lines).toMatch(/^ {6}# Anyone who may push a branch can read th/);
  });
});
