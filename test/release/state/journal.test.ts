import { describe, expect, it } from 'vitest';
import type { ConfigMap } from '../../../src/cluster/objects.ts';
import { pathOf, resources } from '../../../src/cluster/resources.ts';
import {
  beginJournal,
  JournalMoved,
  Keeper,
  moved,
  readJournal,
  sealJournal,
  writeJournal,
} from '../../../src/release/state/journal.ts';
import type { Journal } from '../../../src/release/state/stored.ts';
import { labels, nameOf, type ReleaseNumber } from '../../../src/release/workloads/naming.ts';
import { LeaseLost } from '../../../src/release/workloads/overtaken.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { wording } from '../../wording.ts';
import { journalOf as journal, sentence } from '../objects.ts';

const path = pathOf(resources.configMap, 'shop', nameOf.application('shop'));

/** An API server on which the run with token 7 has the lease. */
function server() {
  const api = new FakeApiServer();
  const now = () =>
    JSON.parse((api.objects.get(path) as ConfigMap | undefined)?.data?.journal ?? 'null') as Journal;
  /** What a user who may write ConfigMaps puts there. */
  const replace = (data: Record<string, string>) =>
    api.edit<ConfigMap>(path, object => {
      object.data = data;
    });
  /** Another run takes the lease. */
  const seize = (token: number) =>
    api.put(pathOf(resources.lease, 'shop', nameOf.application('shop')), {
      metadata: { annotations: { [labels.token]: String(token) } },
    });
  seize(7);
  return {
    ...{ api, cluster: api.cluster, replace, seize, now, object: () => api.objects.get(path) },
    /** What another run writes. */
    other: (change: Partial<Journal>) => replace({ journal: JSON.stringify({ ...now(), ...change }) }),
    /** What a controller that knows nothing of us adds. */
    label: () =>
      api.edit(path, ({ metadata = {} }) => {
        metadata.labels = { ...metadata.labels, team: 'a' };
        metadata.annotations = {
          ...metadata.annotations,
          seen: String(Number(metadata.annotations?.seen ?? 0) + 1),
        };
      }),
  };
}

async function kept() {
  const api = server();
  const entry = await writeJournal(api.cluster, 'shop', journal(), undefined);
  return { api, keeper: new Keeper(api.cluster, 'shop', entry) };
}

describe('a journal', () => {
  it('is written over what was read, and over nothing else', async () => {
    const { api } = await kept();
    const read = await readJournal(api.cluster, 'shop', 'shop');
    api.other({ weight: 50 });
    await expect(writeJournal(api.cluster, 'shop', journal({ weight: 80 }), read)).rejects.toThrow(
      JournalMoved,
    );
    await expect(writeJournal(api.cluster, 'shop', journal(), undefined)).rejects.toThrow(JournalMoved);
    expect(api.now().weight).toBe(50);
  });

  it('engine 6: keeps the labels and annotations of others, and is written although they came meanwhile', async () => {
    const { api, keeper } = await kept();
    api.label();
    await keeper.change(each => ({ ...each, weight: 50 }));
    await keeper.change(each => ({ ...each, step: 1 }));
    expect(api.now()).toMatchObject({ weight: 50, step: 1 });
    expect(api.object()?.metadata).toMatchObject({
      labels: { team: 'a', 'slipway.dev/app': 'shop' },
      annotations: { seen: '1', 'slipway.dev/phase': 'stepping' },
    });
    api.label();
    await beginJournal(api.cluster, 'shop', journal({ phase: 'prepared' }));
    expect(api.object()?.metadata?.labels).toMatchObject({ team: 'a' });
  });

  it('that was written and not answered counts as written', async () => {
    const { api, keeper } = await kept();
    api.api.fail({ verb: 'update', times: 1 }, 'accepted, then reset');
    await keeper.change(each => ({ ...each, weight: 50 }));
    await keeper.change(each => ({ ...each, step: 1 }));
    expect(api.now()).toMatchObject({ weight: 50, step: 1 });
  });

  it('makes no move that does not exist, and forgets that it was parked', () => {
    expect(() => moved(journal(), 'done', 5)).toThrow(wording('stepping', 'done'));
    const parked = journal({ parked: { until: 9, for: 'promote' }, gate: { state: 1 } });
    const next = moved(parked, 'undoing', 5, { weight: 0, reason: 'worse' });
    expect(next).toMatchObject({
      phase: 'undoing',
      since: 5,
      weight: 0,
      reason: 'worse',
      gate: { state: 1 },
    });
    expect(next).not.toHaveProperty('parked');
    expect(moved(next, 'undone', 6)).not.toHaveProperty('gate');
  });
});

describe('the keeper of a journal', () => {
  it('writes one change after the other, each over the one before', async () => {
    const { api, keeper } = await kept();
    await Promise.all(
      Array.from({ length: 20 }, () => keeper.change(each => ({ ...each, weight: each.weight + 1 }))),
    );
    expect(api.now().weight).toBe(45);
  });

  it('takes in that a rollback asks for an end, and writes over it', async () => {
    const { api, keeper } = await kept();
    api.other({ abortRequested: { by: 'eve', at: 3 } });
    await keeper.change(each => ({ ...each, weight: 50 }));
    expect(api.now()).toMatchObject({ weight: 50, abortRequested: { by: 'eve', at: 3 } });
    expect(keeper.journal.abortRequested?.by).toBe('eve');
  });

  it('writes nothing more when another run has taken over', async () => {
    const { api, keeper } = await kept();
    api.seize(8);
    api.other({ token: 8, phase: 'undoing' });
    await expect(keeper.change(each => ({ ...each, weight: 50 }))).rejects.toThrow(LeaseLost);
    await expect(keeper.change(each => ({ ...each, weight: 80 }))).rejects.toThrow(LeaseLost);
    expect(api.now()).toMatchObject({ token: 8, phase: 'undoing', weight: 25 });
  });

  it('knows a rollback that asks for an end and has taken over a moment later', async () => {
    const { api, keeper } = await kept();
    api.other({ abortRequested: { by: 'eve', at: 3 } });
    let attempts = 0;
    const change = keeper.change(each => {
      attempts += 1;
      if (attempts === 2) {
        api.seize(8);
        api.other({ token: 8, phase: 'undoing' });
      }
      return { ...each, weight: 50 };
    });
    await expect(change).rejects.toThrow(LeaseLost);
    expect(api.now()).toMatchObject({ token: 8, phase: 'undoing', weight: 25 });
  });

  it('security 16: writes its state again over what a user put there while this run holds the lease', async () => {
    const { api, keeper } = await kept();
    const forged = [
      () => api.other({ weight: 99 }),
      () => api.other({ token: 999 }),
      () => api.replace({ journal: '{' }),
      () => api.replace({ journal: '{"schema":1,"phase":"promoted"}' }),
      () => api.replace({}),
    ];
    for (const forge of forged) {
      forge();
      await keeper.change(each => ({ ...each, weight: each.weight + 1 }));
      expect(api.now()).toEqual(keeper.journal);
    }
    expect(keeper.journal).toEqual(journal({ weight: 30 }));
  });
});

describe('a state that no release wrote', () => {
  it.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['an unknown phase', JSON.stringify({ ...journal(), phase: 'promoted' })],
    ['a time that is none', JSON.stringify({ ...journal(), since: 'now' })],
    ['the state of another application', JSON.stringify(journal({ app: 'other' }))],
  ])('security 16: is refused in one sentence: %s', async (_, text) => {
    const { api } = await kept();
    api.replace({ journal: text });
    expect(await sentence(() => readJournal(api.cluster, 'shop', 'shop'))).toEqual(wording('slipway-shop'));
  });
});

describe('a rollout that begins', () => {
  it('takes the place of one that is over, whatever was written since it was looked at', async () => {
    const { cluster, other } = server();
    await beginJournal(cluster, 'shop', journal({ token: 6, phase: 'done' }));
    other({ weight: 7 });
    await beginJournal(cluster, 'shop', journal({ candidate: 3 as ReleaseNumber }));
    expect((await readJournal(cluster, 'shop', 'shop'))?.journal).toMatchObject({ token: 7, candidate: 3 });
  });

  it('is refused by the token of a newer run that only looked and found nothing to do', async () => {
    const { cluster, seize } = server();
    seize(8);
    await sealJournal(cluster, 'shop', 'shop', { token: 8, run: { actor: 'bob', run: 'run 2' } });
    expect(await readJournal(cluster, 'shop', 'shop')).toBeUndefined();
    await beginJournal(cluster, 'shop', journal({ token: 6, phase: 'done' }));
    await sealJournal(cluster, 'shop', 'shop', { token: 8, run: { actor: 'bob', run: 'run 2' } });
    expect((await readJournal(cluster, 'shop', 'shop'))?.journal).toMatchObject({ token: 8, phase: 'done' });
    await expect(beginJournal(cluster, 'shop', journal())).rejects.toBeInstanceOf(LeaseLost);
  });

  it('security 16: is not kept back by a token that a user wrote there while this run holds the lease', async () => {
    const { cluster } = server();
    await beginJournal(cluster, 'shop', journal({ token: 999 }));
    await beginJournal(cluster, 'shop', journal());
    expect((await readJournal(cluster, 'shop', 'shop'))?.journal.token).toBe(7);
  });

  it('is refused when a newer run has begun one', async () => {
    const { cluster, seize } = server();
    seize(8);
    await beginJournal(cluster, 'shop', journal({ token: 8 }));
    await expect(beginJournal(cluster, 'shop', journal())).rejects.toBeInstanceOf(LeaseLost);
    expect((await readJournal(cluster, 'shop', 'shop'))?.journal.token).toBe(8);
  });
});
