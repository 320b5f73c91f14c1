import { describe, expect, it } from 'vitest';
import { copyLabels, finishedNote } from '../../../src/recovery/copy.ts';
import type { LevelCheck } from '../../../src/recovery/levels.ts';
import { finishWhole, restoreDatabases } from '../../../src/recovery/offline/databases.ts';
import type { OfflineRecovery } from '../../../src/recovery/offline/recovering.ts';
import { startApplication } from '../../../src/recovery/offline/starting.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { wording } from '../../wording.ts';

const service = '/api/v1/namespaces/new/services/db';
const levelCheck = (state: LevelCheck['state']): LevelCheck => ({
  ...{ level: 'L3', what: 'database shop', state, sentence: 'as in the backup' },
});
function recovery() {
  const said: string[] = [];
  const api = new FakeApiServer(['new']);
  const task = {
    ...{ cluster: api.cluster, app: 'shop', into: 'new', report: (line: string) => said.push(line) },
    databases: [{ name: 'shop', service: 'db' }],
  } as unknown as OfflineRecovery;
  return { api, task, said };
}

describe('a database of an archive', () => {
  it('is finished and gets its Service only if no check failed, so that the next run checks it again', async () => {
    const { api, task } = recovery();
    let finished = 0;
    const copy = { finish: async () => void finished++ };
    const lost = { name: 'shop', service: 'db' };
    const failed = [levelCheck('passed'), levelCheck('failed')];
    expect(await finishWhole(task, lost, { copy, levelChecks: failed })).toBe(false);
    expect([finished, api.writes]).toEqual([0, []]);
    const passed = [levelCheck('passed'), levelCheck('skipped')];
    expect(await finishWhole(task, lost, { copy, levelChecks: passed })).toBe(true);
    expect([finished, api.objects.has(service)]).toEqual([1, true]);
  });

  it('that an earlier run finished is kept, and gets the Service that a killed run did not create', async () => {
    const { api, task, said } = recovery();
    const labels = copyLabels({ app: 'shop', name: 'shop-recovered' });
    api.put('/api/v1/namespaces/new/pods/shop-recovered', {
      metadata: { labels, annotations: { [finishedNote]: 'run-1' } },
    });
    const opened = { objects: [], contents: {} } as unknown as Parameters<typeof restoreDatabases>[1];
    expect(await restoreDatabases(task, opened)).toEqual({ levelChecks: [], backups: [], failed: [] });
    expect(said[0]).toEqual(wording('shop'));
    expect(api.objects.get(service)).toMatchObject({ spec: { selector: labels } });
  });

  it('that failed a check keeps the application from starting', async () => {
    const { api, task } = recovery();
    const web = {
      ...{ apiVersion: 'apps/v1', kind: 'Deployment' },
      metadata: { name: 'web', annotations: { 'slipway.dev/drill-replicas': '2' } },
    };
    const notRestored = { pvcs: [], databases: ['shop-recovered'] };
    const { started, changes } = await startApplication(task, [web], notRestored);
    expect([started, api.writes]).toEqual([[], []]);
    expect(changes).toEqual([wording('shop-recovered', finishedNote)]);
  });

  it('comes back beside an application whose workloads are ready only when all run', async () => {
    const { api, task } = recovery();
    const named = (name: string) => ({
      ...{ apiVersion: 'apps/v1', kind: 'Deployment' },
      metadata: { name, annotations: { 'slipway.dev/drill-replicas': '2' } },
      spec: { replicas: 0 },
    });
    const pathOf = (name: string) => `/apis/apps/v1/namespaces/new/deployments/${name}`;
    const both = [named('api'), named('web')];
    for (const each of both) api.put(pathOf(each.metadata.name), each);
    const live = (name: string) =>
      api.objects.get(pathOf(name)) as { spec: { replicas: number }; status?: { readyReplicas: number } };
    const sleep = async () => {
      if (live('web').spec.replicas === 2)
        for (const name of ['api', 'web']) live(name).status = { readyReplicas: 2 };
    };
    const { signal } = new AbortController();
    const { started } = await startApplication({ ...task, patience: 200, sleep, signal }, both, {
      pvcs: [],
      databases: [],
    });
    expect(started).toEqual(['Deployment/api', 'Deployment/web']);
  });
});
