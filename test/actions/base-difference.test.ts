import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changesBetween, objectsOf } from '../../src/actions/base-difference.ts';
import type { ManifestComparison } from '../../src/report/manifest-changes.ts';
import { wording } from '../wording.ts';
import { deployment, openWorkplace, type Workplace } from './workplace.ts';

/** What `plan` says of a commit compared with another one. */

let at: Workplace;
const git = (...args: string[]) =>
  execFileSync('git', ['-c', 'user.name=ada', '-c', 'user.email=ada@acme.example', ...args], {
    cwd: at.folder,
    encoding: 'utf8',
  });
const commit = () => {
  git('add', '--all');
  git('commit', '--quiet', '--message', 'work');
};
beforeEach(async () => {
  at = await openWorkplace();
  git('init', '--quiet');
  commit();
});
afterEach(() => at.close());

const compare = async (base = 'HEAD^1') => {
  const run = await at.slipway(['plan', `--base=${base}`]);
  return { ...run, difference: JSON.parse(run.outputs.difference || '{}') as ManifestComparison };
};

describe('plan with a base', () => {
  it('names the objects and fields that a commit changes', async () => {
    const changed = deployment(`${at.store.host}/shop`);
    await at.write(
      'deploy/shop.json',
      JSON.stringify({ ...changed, spec: { ...changed.spec, replicas: 3 } }),
    );
    await at.write(
      'deploy/settings.json',
      JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' } }),
    );
    await at.replace('workload: Deployment/shop', 'workload: Deployment/shop\n    service: shop');
    commit();
    const { code, difference } = await compare();
    expect(code).toBe(0);
    expect(difference).toEqual({
      compared: true,
      note: '',
      changes: [
        {
          environment: 'production',
          object: 'slipway.yml',
          what: 'change',
          lines: ['+ service: "shop"'],
          more: 0,
        },
        { environment: 'production', object: 'ConfigMap/settings', what: 'create', lines: [], more: 0 },
        {
          environment: 'production',
          object: 'Deployment/shop',
          what: 'change',
          lines: ['+ spec.replicas: 3'],
          more: 0,
        },
      ],
    });
    // The other tree is gone.
    expect(git('worktree', 'list').trim().split('\n')).toHaveLength(1);
  });

  it('names an object that is gone, and does not show secrets', async () => {
    const secret = (value: string) =>
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'Secret',
        metadata: { name: 'key' },
        stringData: { key: value },
      });
    await at.write('deploy/key.json', secret('hunter2hunter2'));
    commit();
    await at.write('deploy/key.json', secret('hunter3hunter3'));
    commit();
    const { difference, err, out } = await compare();
    expect(difference.changes).toMatchObject([{ object: 'Secret/key', what: 'change' }]);
    expect(out + err).not.toContain('hunter');
    await at.remove('deploy/key.json');
    commit();
    expect((await compare()).difference.changes).toMatchObject([{ object: 'Secret/key', what: 'delete' }]);
  });

  it('is not compared with a commit without a valid slipway.yml', async () => {
    git('mv', 'slipway.yml', 'other.yml');
    commit();
    git('mv', 'other.yml', 'slipway.yml');
    commit();
    const { code, difference } = await compare();
    expect(code).toBe(0);
    expect(difference).toMatchObject({ compared: false, changes: [] });
    expect(difference.note).toEqual(wording('slipway.yml', 'does not exist'));
  });

  it.each(['no-such', '--all', 'HEAD^1; touch made'])(
    'is not compared with %s, which is no commit',
    async base => {
      const { code, difference } = await compare(base);
      expect([code, difference.compared]).toEqual([0, false]);
      expect(difference.note).toEqual(wording(base));
      expect(existsSync(`${at.folder}/made`)).toBe(false);
    },
  );

  it('is empty without a base', async () => {
    const { outputs } = await at.slipway(['plan']);
    expect(outputs.difference).toBe('{}');
  });
});

describe('the changes of many objects', () => {
  const maps = (value: string) =>
    objectsOf(
      {},
      Array.from({ length: 400 }, (_, number) => ({
        object: {
          kind: 'ConfigMap',
          metadata: { name: `map-${number}` },
          data: Object.fromEntries(Array.from({ length: 30 }, (_, key) => [`key-${key}`, value])),
        },
      })),
    );

  it('fit with all their escapes into an environment variable of Linux, and count what is left out', async () => {
    const [before, after] = ['"', "'"].map(quote => new Map([['production', maps(quote.repeat(120))]]));
    const found = await changesBetween(before ?? new Map(), after ?? new Map());
    const needs = JSON.stringify({ plan: { outputs: { difference: JSON.stringify(found) } } });
    expect(Buffer.byteLength(needs)).toBeLessThan(80_000);
    const [first, last] = [found.changes[0], found.changes.at(-1)];
    expect(found.changes.length).toBeGreaterThan(50);
    expect(found.changes.length + (found.omitted ?? 0)).toBe(400);
    expect([first?.lines.length, first?.more, last?.lines.length, last?.more]).toEqual([40, 20, 0, 60]);
  });

  it('name the API group of the second of two objects with the same kind and name', async () => {
    const gateways = (group: string) => ({
      object: { apiVersion: `${group}/v1`, kind: 'Gateway', metadata: { name: 'shop' } },
    });
    const both = ['gateway.networking.k8s.io', 'networking.istio.io'].map(gateways);
    const before = new Map([['production', objectsOf({}, both.slice(0, 1))]]);
    const after = new Map([['production', objectsOf({}, both)]]);
    expect((await changesBetween(before, after)).changes).toMatchObject([
      { object: 'Gateway.networking.istio.io/shop', what: 'create' },
    ]);
  });
});
