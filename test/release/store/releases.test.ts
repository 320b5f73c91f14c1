import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConfigMap } from '../../../src/cluster/objects.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import { recordable } from '../../../src/release/preflight/release-objects.ts';
import { LeaseLost } from '../../../src/release/store/fencing.ts';
import { hasSucceeded, hasTemplate, ReleaseStore } from '../../../src/release/store/releases.ts';
import type { Outcome } from '../../../src/release/store/schema.ts';
import { leasePath } from '../../../src/workloads/kinds.ts';
import { labels } from '../../../src/workloads/naming.ts';
import { shipConfiguration } from '../../../src/workloads/shipped.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { wording } from '../../wording.ts';
import { putLease } from '../leases.ts';
import { configMap, release, secret, sentence, template, workload } from '../objects.ts';

describe('the part of the manifests in a record', () => {
  const value = fc.string({ minLength: 1 }).map(text => `<${text}>`);
  const values = fc.dictionary(fc.constantFrom('a', 'b', 'c'), value);

  it('is never the value of a Secret, wherever it is written', () => {
    fc.assert(
      fc.property(
        values,
        values,
        fc.boolean(),
        fc.constantFrom(undefined, 'Opaque', 'kubernetes.io/tls'),
        (data, stringData, shipped, type) => {
          const annotations = {
            'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify({ data, stringData }),
            team: 'a',
          };
          const one = secret('conf', stringData, { data, type, metadata: { name: 'conf', annotations } });
          const user = workload(template('i', { volumes: [{ name: 'v', secret: { secretName: 'conf' } }] }));
          const manifests = shipped
            ? shipConfiguration([one, user], 'shop', new Set(), 'salt').manifests
            : [one];
          const text = JSON.stringify(recordable(manifests));
          for (const each of [...Object.values(data), ...Object.values(stringData)]) {
            expect(text).not.toContain(JSON.stringify(each).slice(1, -1));
          }
          expect(text).toContain('"team":"a"');
        },
      ),
    );
  });

  it('is not the content of shipped configuration, which exists as an object', () => {
    const { manifests } = shipConfiguration(
      [
        configMap('conf', { greeting: 'hello' }),
        workload(template('i', { volumes: [{ name: 'v', configMap: { name: 'conf' } }] })),
      ],
      'shop',
      new Set(),
      's',
    );
    expect(JSON.stringify(recordable(manifests))).not.toContain('hello');
  });

  it('is everything else', () => {
    const manifests = [workload(), configMap('live', { greeting: 'hello' })];
    expect(recordable(manifests)).toEqual(manifests.map(m => m.object));
  });
});

describe('a release can be rolled back to', () => {
  it('by default when it was complete and was not rolled back since', () => {
    expect(hasSucceeded(release(1))).toBe(true);
    expect(hasSucceeded(release(1, { state: 'verified' }))).toBe(true);
    expect(hasSucceeded(release(1, { state: 'rolled-back' }))).toBe(false);
    expect(hasSucceeded(release(1, { state: 'failed' }))).toBe(false);
    expect(hasSucceeded(release(1, null))).toBe(false);
  });

  it('on request when its template is known', () => {
    expect(hasTemplate(release(1, { state: 'rolled-back' }))).toBe(true);
    const { template: _, ...outcome } = release(1).outcome!;
    expect(hasTemplate({ record: release(1).record, outcome })).toBe(false);
  });
});

const folder = pathOf(resources.configMap, 'shop');
/** The API server's time. */
const clock = Date.parse('2026-05-01T12:00:00Z');

function store() {
  const api = new FakeApiServer();
  api.now = clock;
  putLease(api);
  const warnings: string[] = [];
  const put = (name: string, data: Record<string, string>) => {
    const kind = name.endsWith('-outcome') ? 'outcome' : 'record';
    return api.put(`${folder}/${name}`, {
      data,
      metadata: { labels: { [labels.app]: 'shop', [labels.kind]: kind } },
    });
  };
  return {
    api,
    records: new ReleaseStore(api.cluster, 'shop', 'shop', line => warnings.push(line)),
    warnings,
    names: () => api.names('configmaps'),
    get: (name: string) => api.objects.get(`${folder}/${name}`) as ConfigMap | undefined,
    put,
    said: (release: number, outcome: Outcome) => {
      const text = JSON.stringify(outcome);
      putLease(api, { parts: [[`r${release}-outcome`, text]] });
      return put(`slipway-shop-r${release}-outcome`, { outcome: text });
    },
  };
}

describe('the records in the cluster', () => {
  const make = (number: number) => release(number).record;

  it("engine 12: have the API server's time, whatever the runner's clock says", async () => {
    const { records, get } = store();
    const { record } = release(1);
    await records.create(1, () => record);
    await records.conclude({ schema: 1, release: record.release, state: 'rolled-back', token: 1 });
    const at = (name: string, key: string) => JSON.parse(get(name)?.data?.[key] ?? '{}').at;
    const said = [at('slipway-shop-r1', 'record'), at('slipway-shop-r1-outcome', 'outcome')];
    expect(said).toEqual(Array(2).fill(new Date(clock).toISOString()));
  });

  it('use each number once: the name is the compare-and-swap', async () => {
    const { records, names } = store();
    const made = await Promise.all([1, 1, 1].map(first => records.create(first, make)));
    expect(made.map(record => record.release).sort()).toEqual([1, 2, 3]);
    expect(names()).toEqual(['slipway-shop-r1', 'slipway-shop-r2', 'slipway-shop-r3']);
  });

  it('security 16: are read without those that no release wrote, each named once with what is wrong', async () => {
    const { records, put, warnings } = store();
    await records.create(1, make);
    const { record, outcome } = release(2);
    put('slipway-shop-r2', { record: '{' });
    put('slipway-shop-r3', { record: JSON.stringify({ ...record, release: 3, environment: undefined }) });
    put('slipway-shop-r4', { record: JSON.stringify({ ...record, release: 4, manifests: [null] }) });
    put('slipway-shop-r5', { record: JSON.stringify({ ...record, release: 5, app: 'other' }) });
    put('slipway-shop-r1-outcome', {
      outcome: JSON.stringify({ ...outcome, release: 1, template: { spec: 7 } }),
    });
    for (let look = 0; look < 2; look += 1)
      expect((await records.list()).map(each => [each.record.release, each.outcome])).toEqual([
        [1, undefined],
      ]);
    const named = ['r1-outcome', 'r2', 'r3', 'r4', 'r5'];
    expect(warnings).toEqual(named.map(each => wording(each)));
  });

  it('security 16: are refused before they are written when they could not be read again', async () => {
    const { records, names } = store();
    const manifests = [{ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'shop' }, spec: {} }];
    const refused = () => records.create(1, number => ({ ...make(number), manifests }));
    expect(await sentence(refused)).toEqual(wording('manifests'));
    expect(names()).toEqual([]);
  });

  it('security 16: are read without the key that no schema checks, where the Lease with the checksums was deleted', async () => {
    const { api, records, put } = store();
    await records.create(1, make);
    api.delete(pathOf(resources.lease, 'shop', 'slipway-shop'));
    const { template: _, ...outcome } = release(1).outcome!;
    const text = JSON.stringify({ ...outcome, workers: { web: template('i') } });
    put('slipway-shop-r1-outcome', { outcome: text.replace('"web":', '"__proto__":5,"web":') });
    const [found] = await records.list();
    expect(Object.keys(found?.outcome?.workers ?? {})).toEqual(['web']);
  });

  it('security 16: get an outcome over one that no release wrote', async () => {
    const { records, put, get } = store();
    put('slipway-shop-r1-outcome', { outcome: '[]' });
    await records.conclude({ schema: 1, release: release(1).record.release, state: 'rolled-back', token: 1 });
    expect(JSON.parse(get('slipway-shop-r1-outcome')?.data?.outcome ?? '')).toMatchObject({
      state: 'rolled-back',
    });
  });

  it('are immutable, and labeled for a search', async () => {
    const { records, get } = store();
    await records.create(1, make);
    expect(get('slipway-shop-r1')).toMatchObject({
      immutable: true,
      metadata: {
        labels: { 'slipway.dev/app': 'shop', 'slipway.dev/kind': 'record', 'slipway.dev/release': '1' },
      },
    });
    expect(get('slipway-shop-r1')?.metadata?.ownerReferences).toBeUndefined();
  });

  it('are those with the right names: a ConfigMap that only has our labels is ignored', async () => {
    const { records, put } = store();
    await records.create(2, make);
    await records.conclude({ ...release(2).outcome!, token: 4 });
    const real = await records.list();
    for (const name of ['a-forged', 'slipway-shop-r20', 'slipway-shop-r2-outcome2']) {
      const { outcome } = release(2, { state: 'verified' });
      const data = {
        record: JSON.stringify({ ...make(2), app: 'forged' }),
        outcome: JSON.stringify(outcome),
      };
      put(name, data);
    }
    expect(await records.list()).toEqual(real);
  });

  it('are read newest first, each with how it ended; a later outcome replaces an earlier one', async () => {
    const { records } = store();
    for (const number of [2, 10, 9]) await records.create(number, make);
    await records.conclude({ ...release(9).outcome!, token: 4 });
    await records.conclude({ ...release(9, { state: 'verified' }).outcome!, token: 4 });
    const found = await records.list();
    expect(found.map(({ record, outcome }) => [record.release, outcome?.state])).toEqual([
      [10, undefined],
      [9, 'verified'],
      [2, undefined],
    ]);
  });

  it('stay verified, at that time, when a later run ends the rollout of a run that died before its outcome', async () => {
    const { api, records } = store();
    await records.create(1, make);
    const [unfinished] = await records.list();
    await records.markVerified(unfinished!, release(1).outcome?.template);
    const [verified] = await records.list();
    api.now += 3_600_000;
    await records.conclude({ ...release(1).outcome!, state: 'complete', token: 5 });
    expect((await records.list())[0]?.outcome).toMatchObject({
      ...{ state: 'verified', at: verified?.outcome?.at, token: 5 },
    });
  });

  it('are only complete when their template was changed since they were verified', async () => {
    const { records } = store();
    await records.create(1, make);
    const [unfinished] = await records.list();
    await records.markVerified(unfinished!, template('one'));
    await records.conclude({
      ...release(1).outcome!,
      template: template('two'),
      state: 'complete',
      token: 5,
    });
    expect((await records.list())[0]?.outcome?.state).toBe('complete');
  });

  it('are not verified when another client has deleted or damaged their outcome meanwhile', async () => {
    const { api, records, put } = store();
    await records.create(1, make);
    await records.conclude({ ...release(1).outcome!, token: 4 });
    const [known] = await records.list();
    put('slipway-shop-r1-outcome', { outcome: '{}' });
    expect(await records.markVerified(known!, undefined)).toEqual(wording('1'));
    api.delete(`${folder}/slipway-shop-r1-outcome`);
    expect(await records.markVerified(known!, undefined)).toEqual(wording('1'));
    expect((await records.list())[0]?.outcome).toBeUndefined();
  });

  it('are concluded by the run with the highest token, even if it is not the last to write', async () => {
    const { records, said } = store();
    await records.create(1, make);
    await records.conclude({ ...release(1).outcome!, token: 4 });
    await records.conclude({ ...release(1, { state: 'rolled-back' }).outcome!, token: 6 });
    const late = records.conclude({ ...release(1).outcome!, token: 5 });
    await expect(late).rejects.toBeInstanceOf(LeaseLost);
    expect((await records.list())[0]?.outcome?.state).toBe('rolled-back');
    said(2, release(2).outcome!);
    await expect(records.conclude({ ...release(2).outcome!, token: 1 })).resolves.toBeUndefined();
  });

  it('keep an outcome that a newer run wrote between the read and the write', async () => {
    const { api, records, said } = store();
    await records.create(1, make);
    await records.conclude({ ...release(1).outcome!, token: 4 });
    const newer = { ...release(1, { state: 'rolled-back' }).outcome!, token: 6 };
    api.once({ verb: 'update' }, () => said(1, newer));
    const late = records.conclude({ ...release(1).outcome!, token: 5 });
    await expect(late).rejects.toBeInstanceOf(LeaseLost);
    expect((await records.list())[0]?.outcome?.state).toBe('rolled-back');
  });

  it('get no checksum in the Lease from a run that has lost it', async () => {
    const { api, records, names } = store();
    putLease(api, { token: 4 });
    const annotations = () =>
      JSON.stringify(api.objects.get(leasePath('shop', 'shop'))?.metadata?.annotations);
    // Another run takes the Lease between the read and the write of the checksum.
    api.once({ verb: 'patch' }, () => putLease(api, { token: 5 }));
    await expect(records.create(1, make, 4)).rejects.toBeInstanceOf(LeaseLost);
    expect(annotations()).not.toContain('sha256');
    expect(names()).toEqual([]);

    await records.create(1, make, 5);
    api.once({ verb: 'patch' }, () => putLease(api, { token: 6 }));
    await expect(records.conclude({ ...release(1).outcome!, token: 5 })).rejects.toBeInstanceOf(LeaseLost);
    expect(annotations()).not.toContain('outcome');
    // A run may close its own record after another one has taken over.
    await records.conclude({ ...release(1).outcome!, token: 5 }, { holds: false });
    expect((await records.list())[0]?.outcome?.token).toBe(5);
  });

  it('are not written where a policy denies their checksums, which is tried once', async () => {
    const { api, records, names } = store();
    api.fail({ verb: 'patch', path: 'leases' }, 422, 'only operators may write this Lease');
    await expect(records.create(1, make)).rejects.toThrow('only operators');
    expect(api.calls.filter(({ verb }) => verb === 'patch')).toHaveLength(1);
    expect(names()).toEqual([]);
  });

  it('are removed with their outcomes', async () => {
    const { records, names } = store();
    await records.create(1, make);
    await records.conclude({ ...release(1).outcome!, token: 4 });
    await records.remove(1);
    expect(names()).toEqual([]);
  });

  it('are refused when they would be too large', async () => {
    const { records, names } = store();
    const dashboards = [configMap('dashboards', { json: 'x'.repeat(300_000) }).object];
    const large = (number: number) => release(number, {}, { manifests: dashboards }).record;
    expect(await sentence(() => records.create(1, large))).toEqual(wording('256'));
    expect(names()).toEqual([]);
  });
});

describe('a text that no release wrote', () => {
  const outcome = (state: Outcome['state'], token = 3): Outcome & { token: number } => ({
    schema: 1,
    release: 1 as Outcome['release'],
    state,
    token,
    at: '2026-11-29T08:00:00.000Z',
    template: template('i'),
  });
  const started = async () => {
    const api = new FakeApiServer();
    putLease(api, { token: 3 });
    const said: string[] = [];
    const records = new ReleaseStore(api.cluster, 'shop', 'shop', line => said.push(line));
    await records.create(1, number => ({ ...release(number).record, release: number }));
    const path = pathOf(resources.configMap, 'shop', 'slipway-shop-r1-outcome');
    const text = () => (api.objects.get(path) as ConfigMap).data;
    const put = (data: ConfigMap['data']) => {
      const { metadata } = api.objects.get(path) as ConfigMap;
      const { labels: own } = metadata ?? {};
      api.put(path, { metadata: { labels: own }, data } as ConfigMap);
    };
    const read = async () =>
      (await new ReleaseStore(api.cluster, 'shop', 'shop', line => said.push(line)).list())[0]?.outcome
        ?.state;
    return { api, records, said, text, put, read };
  };

  it('security 1: is an earlier outcome that was restored', async () => {
    const { records, said, text, put, read } = await started();
    await records.conclude(outcome('verified'));
    const earlier = text();
    await records.conclude(outcome('rolled-back'));
    expect(await read()).toBe('rolled-back');
    put(earlier);
    expect(await read()).toBeUndefined();
    expect(said.join()).toEqual(wording('slipway-shop-r1-outcome', 'checksum'));
  });

  it('security 1: is one beside the genuine text, which another key has', async () => {
    const { records, said, text, put, read } = await started();
    await records.conclude(outcome('complete'));
    put({ record: text()?.outcome ?? '', outcome: JSON.stringify(outcome('verified')) });
    expect(await read()).toBeUndefined();
    expect(said.join()).toEqual(wording('slipway-shop-r1-outcome', 'checksum'));
  });

  it('is not the earlier outcome when the run died before it wrote the next one', async () => {
    const { api, records, read } = await started();
    await records.conclude(outcome('complete'));
    const alive = api.fail({ verb: 'update', path: '-outcome' }, 403);
    await expect(records.conclude(outcome('rolled-back'))).rejects.toThrow();
    alive();
    expect(await read()).toBe('complete');
  });

  it('security 1: does not stop a run from writing its outcome, whatever token it has', async () => {
    const { records, put, read } = await started();
    await records.conclude(outcome('complete'));
    put({ outcome: JSON.stringify(outcome('verified', 9e9)) });
    await records.conclude(outcome('rolled-back'));
    expect(await read()).toBe('rolled-back');
  });
});
