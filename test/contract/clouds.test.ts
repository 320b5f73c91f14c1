import { existsSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type Job,
  manifestOf,
  readWorkflow,
  root,
  type Step,
  workflows,
} from '../../scripts/workflow-files.ts';

/** Every job that talks to a registry or a cluster lets the caller's own actions log in, and only jobs without foreign code have an identity. */

const login = './.github/slipway/login';
const connect = './.github/slipway/connect';
const callable = workflows.filter(path => readWorkflow(path).on.workflow_call !== undefined);
const jobs = callable.flatMap(path =>
  Object.entries(readWorkflow(path).jobs).flatMap(([id, job]) =>
    job.steps === undefined ? [] : [{ place: `${path} ${id}`, job, steps: job.steps }],
  ),
);

/** Returns every module that an action may load, so that no list of exceptions can be forgotten. */
function modulesOf(action: string): string[] {
  const entry = resolve(root, 'src/actions', `${action}.ts`);
  const known = new Set([entry]);
  for (const path of known) {
    const loads = readFileSync(path, 'utf8').replaceAll(/^import type [^;]*;/gm, '');
    for (const [, target = ''] of loads.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)) {
      const found = resolve(dirname(path), target);
      if (existsSync(found)) known.add(found);
    }
  }
  return [...known].map(path => relative(root, path));
}

const actionOf = ({ uses = '' }: Step) => /^\$\/actions\/([a-z-]+)$/.exec(uses)?.[1];
/** The steps of a job, with those of our composite actions. */
const flat = (steps: readonly Step[]): Step[] =>
  steps.flatMap(step => {
    const own = /^\$\/\.github\/actions\//.test(step.uses ?? '') ? manifestOf(step.uses ?? '') : undefined;
    return [step, ...flat(own?.runs.steps ?? [])];
  });
const known = new Map<string, { registry: boolean; cluster: boolean }>();
/** What an action talks to: the client of registries that it may load, and its input for a cluster. */
function talksTo(action: string) {
  const found = known.get(action) ?? {
    registry: modulesOf(action).includes('src/registry/session.ts'),
    cluster: Object.keys(manifestOf(`$/actions/${action}`)?.inputs ?? {}).some(name =>
      /^kube-contexts?$/.test(name),
    ),
  };
  known.set(action, found);
  return found;
}

const actionsOf = (steps: readonly Step[]) => flat(steps).flatMap(step => actionOf(step) ?? []);
/** Whether a step talks to a cluster; one that is a composite action of ours, only with a context of the kubeconfig. */
const connectsBy = (step: Step) =>
  (step.with?.['kube-context'] === undefined ? [step] : flat([step])).some(
    each => talksTo(actionOf(each) ?? 'test').cluster,
  );
const uses = (steps: readonly Step[], what: string) => steps.filter(step => step.uses === what);

/** Actions that run code of the application, or parse what it wrote before it was scanned, and the caller's setup, which may restore a cache of it. */
const foreign = /^\$\/actions\/(test|build|merge|scan)$|^\.\/\.github\/slipway\/setup$/;
const isForeign = (steps: readonly Step[]) => flat(steps).some(step => foreign.test(step.uses ?? ''));
/** All of it runs, or renders, what a pull request contains. */
const forPullRequests = '.github/workflows/check.yml';
const hasIdentity = ({ permissions = {} }: Job) => permissions['id-token'] === 'write';

describe('a job of a reusable workflow', () => {
  it('is judged by what its actions can load', () => {
    expect(talksTo('push')).toEqual({ registry: true, cluster: false });
    expect(talksTo('gate')).toEqual({ registry: true, cluster: true });
    expect(talksTo('test')).toEqual({ registry: false, cluster: false });
    expect(callable.length).toBeGreaterThan(9);
    expect(jobs.length).toBeGreaterThan(25);
  });

  it("that talks to a registry runs the caller's `login`, and no other job does", () => {
    const wrong = jobs.flatMap(({ place, steps }) => {
      const needed = actionsOf(steps).some(action => talksTo(action).registry);
      return needed === uses(steps, login).length > 0 ? [] : [place];
    });
    expect(wrong).toEqual([]);
  });

  it("that talks to a cluster runs the caller's `connect` before it does, and no other job does", () => {
    const wrong = jobs.flatMap(({ place, steps }) => {
      const first = steps.findIndex(connectsBy);
      const offline = steps.every(step => step.with?.environment === undefined);
      const at = steps.findIndex(step => step.uses === connect);
      const right = first === -1 || offline ? at === -1 : at !== -1 && at < first;
      return right ? [] : [place];
    });
    expect(wrong).toEqual([]);
  });

  it('runs `login` right after each login of ours, under the same condition', () => {
    const wrong = jobs.flatMap(({ place, steps }) =>
      steps.flatMap((step, at) => {
        const next = steps[at + 1];
        if (step.uses !== '$/.github/actions/login' || next?.uses === step.uses) return [];
        const condition = [step.if, "hashFiles('.github/slipway/login/action.y*ml') != ''"];
        const same =
          next?.uses === login &&
          next.if === condition.filter(part => part !== undefined).join(' && ') &&
          // The caller's may also bring what the job cannot do without.
          (step['continue-on-error'] === true || next['continue-on-error'] === undefined);
        return same ? [] : [`${place}: ${step.name}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it.each([login, connect])('runs %s only if the caller has it, and says what for', own => {
    const wrong = jobs.flatMap(({ place, job, steps }) =>
      uses(steps, own).flatMap(step => {
        const { purpose, identity, environment } = step.with ?? {};
        const guarded = String(step.if).endsWith(`hashFiles('${own.slice(2)}/action.y*ml') != ''`);
        const named = environment === undefined || environment === '${{ inputs.environment }}';
        const said =
          own === connect
            ? environment !== undefined
            : ['read', 'candidate', 'push'].includes(String(purpose)) &&
              identity === String(hasIdentity(job));
        return guarded && named && said ? [] : [place];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('has an identity exactly if it logs in and no foreign code runs in it', () => {
    const wrong = jobs.flatMap(({ place, job, steps }) => {
      const logsIn = uses(steps, login).length + uses(steps, connect).length > 0;
      const expected = logsIn && !isForeign(steps) && !place.startsWith(forPullRequests);
      return hasIdentity(job) === expected ? [] : [place];
    });
    expect(wrong).toEqual([]);
  });

  it('never runs foreign code beside an identity, a password that can push a release, or a key', () => {
    for (const { place, job, steps } of jobs.filter(({ steps }) => isForeign(steps))) {
      expect(hasIdentity(job), place).toBe(false);
      expect(
        uses(steps, login).map(step => step.with?.purpose),
        place,
      ).not.toContain('push');
      expect(JSON.stringify(steps), place).not.toContain('secrets.signing-');
    }
  });

  it('with an identity, a permission to push or the secret of the receivers restores no cache, which tests can write', () => {
    const holders = jobs.filter(
      ({ job, steps }) =>
        hasIdentity(job) ||
        job.permissions?.packages === 'write' ||
        JSON.stringify(steps).includes('secrets.notify'),
    );
    expect(holders.length).toBeGreaterThan(15);
    const restoring = holders.filter(({ steps }) =>
      flat(steps).some(({ uses: used = '' }) => /^actions\/cache(\/restore)?@/.test(used)),
    );
    expect(restoring.map(({ place }) => place)).toEqual([]);
  });

  it('with commands of slipway.yml and the secret of the receivers is named in the decision', () => {
    const commands = /^(deploy|promote|drill|sweep)$/;
    const holders = jobs.filter(
      ({ steps }) =>
        actionsOf(steps).some(action => commands.test(action)) &&
        JSON.stringify(steps).includes('secrets.notify'),
    );
    const named = holders.map(({ place }) => `\`${place.split(' ')[1]}\``);
    expect(named.toSorted()).toEqual(['`drill`', '`resume`', '`rollout`', '`sweep`']);
    const against = readFileSync(resolve(root, 'docs/decisions/0057-few-jobs.md'), 'utf8').split(
      '**Against.**',
    )[1];
    for (const job of named) expect(against).toContain(job);
  });

  it('that asks the cluster is in a workflow that docs/cluster.md names for a rule on job_workflow_ref', () => {
    const asking = jobs.flatMap(({ place, steps }) =>
      uses(steps, connect).length > 0 ? [place.replace(/^.*\/(.*) .*$/, '$1')] : [],
    );
    const text = readFileSync(resolve(root, 'docs/cluster.md'), 'utf8');
    const rule = text.split('\n').find(line => line.includes('job_workflow_ref')) ?? '';
    expect([...new Set(rule.match(/[a-z-]+\.yml/g))].toSorted()).toEqual(
      [...new Set([...asking, 'pipeline.yml'])].toSorted(),
    );
  });

  it('hands over the logins of Prometheus, Alertmanager and logs by one secret, and those of receivers by another', () => {
    const wrong = jobs.flatMap(({ place, steps }) =>
      steps.flatMap(step => {
        const takes = manifestOf(step.uses ?? '')?.inputs?.credentials !== undefined;
        const secret = step.uses === '$/.github/actions/notify-workflow' ? 'notify' : 'credentials';
        const given = step.with?.credentials === `\${{ secrets.${secret} }}`;
        return !takes || step.with?.environment === undefined || given ? [] : [`${place}: ${step.name}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('gets these logins from a workflow that calls its own', () => {
    const calls = callable.flatMap(path =>
      Object.entries(readWorkflow(path).jobs).flatMap(([id, { uses: called, secrets = {} }]) =>
        called?.startsWith('$/') === true
          ? [{ place: `${path} ${id}`, called: called.slice(2), secrets }]
          : [],
      ),
    );
    expect(calls.length).toBeGreaterThan(2);
    const wrong = calls.filter(({ called, secrets }) => {
      const declared = readWorkflow(called).on.workflow_call?.secrets?.credentials !== undefined;
      return declared !== (secrets.credentials === '${{ secrets.credentials }}');
    });
    expect(wrong.map(({ place }) => place)).toEqual([]);
  });
});
