import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../../src/analysis/verdict.ts';
import type { Deployment, Pod, Service } from '../../../src/cluster/objects.ts';
import { extraPodsInPlace, inPlaceProblem } from '../../../src/release/preflight/capacity.ts';
import type { RolloutAction } from '../../../src/release/rollout/spec.ts';
import {
  finishOrRollBack,
  isOver,
  transitions as movesFrom,
  type Phase,
} from '../../../src/release/store/phases.ts';
import { transition } from '../../../src/release/store/rollout-state.ts';
import type { HttpRoute } from '../../../src/traffic/route.ts';
import { isReady } from '../../../src/workloads/pods.ts';
import { search } from '../../search.ts';
import { wording } from '../../wording.ts';
import { Model, type Setting, templateOf } from '../model.ts';

const good = () => ({ verdict: 'pass', reason: 'as good as the baseline' }) as const;
const bad: Verdict = { verdict: 'fail', reason: 'errors are worse', metrics: ['errors'] };
const named = (move: RolloutAction) => {
  const written = 'writes' in move ? (move.writes ?? []) : 'path' in move ? [move] : [];
  const objects = new Set(written.map(({ path }) => path.split('/').slice(-2).join('/')));
  if ('what' in move) return `${[move.do, ...objects].join(' ')}: ${move.what}`;
  return 'phase' in move ? `${move.do}: ${move.phase}` : move.do;
};
const into = (phase: string, weight?: number) => (move: RolloutAction) =>
  move.do === 'transition' && move.phase === phase && (weight === undefined || move.weight === weight);
const inPlace = (weight: string) => ({
  canary: {
    steps: [weight],
    bake: { weight, for: '1m' },
    promotion: 'in-place',
    watchdog: 'off',
    watch: '1m',
  },
});
/** Without shrinking a failing example, which takes long, and for a minute at most. */
const searched = (runs: number) => ({
  ...search(runs),
  endOnFailure: true,
  interruptAfterTimeLimit: 60_000,
});
const isNew = ({ spec }: Pod) => spec?.containers[0]?.image === 'shop:v2';
/** True three times out of four, the same for the same seed. */
function random(seed: number): () => boolean {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) | 0;
    return ((state >>> 16) & 3) !== 0;
  };
}
const blueGreen = { 'blue-green': { watch: '15m', watchdog: 'off' } };

/** A rollout whose canary is ready and has that much of the traffic. */
function at(weight: number, changes: Partial<Setting> = {}): Model {
  const model = new Model(changes);
  model.verdict = (_, step) => (model.rollout.weight < weight && step >= 0 ? good() : undefined);
  model.run(move => model.weight === weight && move.do === 'await');
  model.verdict = () => undefined;
  return model;
}

/** A good rollout in that phase, with no further verdict. */
function during(phase: Phase): Model {
  const model = at(80);
  model.verdict = good;
  model.run(() => model.rollout.phase === phase);
  model.verdict = () => undefined;
  return model;
}

const service = (model: Model) =>
  model.of<Service>('Service').find(({ metadata }) => metadata?.name === 'shop');
const podsOfTrack = (model: Model, track: string) =>
  model.of<Pod>('Pod').filter(({ metadata }) => metadata?.labels?.['slipway.dev/track'] === track);

describe('a candidate that gets its first traffic', () => {
  it('is in the route at weight 0 first, and waits until the gateway has accepted that', () => {
    const model = new Model();
    model.run(undefined, 'prepared');
    model.verdict = good;
    const canaryRef = () =>
      model
        .of<HttpRoute>('HTTPRoute')[0]
        ?.spec?.rules?.[0]?.backendRefs?.find(({ name }) => name === 'shop-canary');
    const moves = model.run(() => canaryRef() !== undefined);
    expect(moves.at(-1)).toMatchObject({ do: 'patch' });
    expect(canaryRef()?.weight).toBe(0);
    model.of<HttpRoute>('HTTPRoute')[0]!.status = {};
    expect(model.decide('done')).toMatchObject({ do: 'await' });
    model.run(() => model.weight > 0);
    expect(canaryRef()?.weight).toBeGreaterThan(0);
  });
});

describe('a candidate that is prepared', () => {
  it('becomes ready beside the baseline, out of reach, and gets no traffic', () => {
    const model = new Model();
    const moves = model.run(undefined, 'prepared');
    expect(moves.filter(({ do: what }) => what !== 'await').map(named)).toEqual([
      wording('patch services/shop'),
      'create-service',
      'create-canary',
      'end',
    ]);
    expect(model.weight).toBe(0);
    expect(model.ready('canary')).toBe(1);
  });

  describe('by a run that was killed before it had applied all manifests', () => {
    const reason = wording();
    const begun = (applied: boolean | undefined) => {
      const model = new Model();
      const { applied: _, ...rollout } = model.rollout;
      model.rollout = { ...rollout, ...(applied === undefined ? {} : { applied }) };
      return model;
    };
    const up = (applied: boolean | undefined) => {
      const model = new Model();
      model.run(undefined, 'prepared');
      model.rollout = { ...begun(applied).rollout };
      return model;
    };

    it.each(['prepared', 'judged', 'done'] as const)(
      'is rolled back instead of becoming %s, without a pod and without traffic',
      goal => {
        const model = begun(false);
        model.verdict = good;
        model.takeOver();
        const moves = model.run(() => model.canary !== undefined || model.weight > 0, goal);
        expect(moves[0]).toMatchObject({ do: 'transition', phase: 'rolling-back', reason });
        expect([model.rollout.phase, model.left]).toEqual(['rolled-back', []]);
        expect(model.workload?.spec?.template).toEqual(templateOf('v1'));
      },
    );

    it('continues if the state says that everything was applied, with or without a canary', () => {
      expect(begun(true).decide('judged').do).not.toBe('transition');
      expect(up(true).decide('judged')).toMatchObject({ do: 'transition', phase: 'stepping' });
    });
  });

  it('that does not become ready in time is rolled back', () => {
    const model = new Model({ broken: ['v2'] });
    const moves = model.run(undefined, 'prepared', 10_000);
    expect(moves.find(into('rolling-back'))).toMatchObject({ reason: wording() });
    expect(model.rollout.phase).toBe('rolled-back');
    expect(model.left).toEqual([]);
  });

  it('whose image cannot be pulled is rolled back at once, and a cancel waits for none of its pods', () => {
    const pulling = () => {
      const model = new Model({ broken: ['v2'] });
      model.run(() => podsOfTrack(model, 'canary').length > 0, 'prepared');
      return model;
    };
    const refused = pulling();
    const waiting = { reason: 'ErrImagePull', message: 'manifest unknown' };
    for (const pod of podsOfTrack(refused, 'canary'))
      pod.status = { containerStatuses: [{ name: 'shop', state: { waiting } }] } as never;
    const cancelled = pulling();
    cancelled.cancelled = true;
    for (const model of [refused, cancelled]) {
      const began = model.now;
      model.run(undefined, 'prepared');
      expect([model.rollout.phase, model.weight, model.left]).toEqual(['rolled-back', 0, []]);
      expect(model.now - began).toBeLessThan(10_000);
    }
    expect(refused.rollout.reason).toBe('image-pull');
  });
});

describe('a step', () => {
  it('has its pods ready before its weight is set', () => {
    const model = at(25);
    model.verdict = (_, step) => (step === 0 ? good() : undefined);
    const moves = model.run(move => move.do === 'patch' && /50 %/.test(move.what));
    expect(moves.map(named)).toContainEqual(wording('patch deployments/shop-canary', '2'));
    expect(model.weight).toBe(25);
    expect(model.ready('canary')).toBe(2);
  });

  it('waits for the gate, and continues when that passes', () => {
    const model = at(25);
    expect(named(model.decide())).toEqual(wording('await'));
    model.verdict = good;
    expect(model.decide()).toMatchObject({ do: 'transition', phase: 'stepping', step: 1, weight: 50 });
  });

  it('is followed by the bake after the last one, then by the promotion', () => {
    const model = at(50);
    model.verdict = good;
    expect(model.decide()).toMatchObject({ do: 'transition', phase: 'baking', step: 2, weight: 80 });
    expect(at(80).rollout.phase).toBe('baking');
    const baked = at(80);
    baked.verdict = good;
    expect(baked.decide()).toMatchObject({ do: 'transition', phase: 'promoting', weight: 100 });
  });

  it.each([
    ['fail', bad],
    ['no-data', { verdict: 'no-data', missing: 'provider', reason: 'Prometheus does not answer' }],
    ['inconclusive', { verdict: 'inconclusive', reason: 'the time is over' }],
  ] as const)('is rolled back by %s, with the traffic patch before the state', (_, verdict) => {
    const model = at(25);
    model.verdict = () => verdict;
    const move = model.decide();
    expect(move).toMatchObject({
      do: 'transition',
      phase: 'rolling-back',
      weight: 0,
      reason: verdict.reason,
    });
    model.act(move);
    expect(model.weight).toBe(0);
  });
});

describe('in any phase', () => {
  it.each([25, 80])('a cancel restores the traffic at %i %% at once', weight => {
    const model = at(weight);
    model.cancelled = true;
    model.act(model.decide());
    expect([model.rollout.phase, model.weight]).toEqual(['rolling-back', 0]);
  });

  it('an abort request ends the rollout, and its user is named', () => {
    const model = at(25);
    model.rollout = { ...model.rollout, abortRequested: { by: 'eve in run 9', at: model.now } };
    expect(model.decide()).toMatchObject({ phase: 'rolling-back', reason: wording('eve in run 9') });
  });

  it('a hard fact ends the rollout', () => {
    const model = at(25);
    model.facts = ['pod shop-canary-1 was restarted'];
    expect(model.decide()).toMatchObject({
      phase: 'rolling-back',
      reason: 'pod shop-canary-1 was restarted',
    });
  });

  it('a candidate with traffic is rolled back as soon as harm is shown', () => {
    const judged = () => [at(25), at(50), at(80), during('watching')];
    // A promotion is judged by facts alone.
    const all = [...judged(), ...judged(), during('promoting')];
    for (const [index, model] of all.entries()) {
      const { phase } = model.rollout;
      if (index < 4) model.verdict = () => bad;
      else model.facts = ['pod shop-canary-1 was restarted'];
      const reason = index < 4 ? bad.reason : 'pod shop-canary-1 was restarted';
      expect(model.decide(), phase).toMatchObject({ do: 'transition', phase: 'rolling-back', reason });
      model.run();
      expect([model.rollout.phase, model.rollout.rolledBackFrom, model.versions[0]]).toEqual([
        'rolled-back',
        phase,
        'v1',
      ]);
      expect([model.weight, model.left]).toEqual([0, []]);
    }
  });

  it('a deadline that the gate let pass ends the rollout', () => {
    const model = at(25);
    model.now = model.rollout.deadline + 61_000;
    expect(model.decide()).toMatchObject({ phase: 'rolling-back', reason: wording() });
  });
});

describe('a canary with too few ready pods', () => {
  const lose = (model: Model) => {
    for (const pod of podsOfTrack(model, 'canary'))
      pod.metadata = { ...pod.metadata, deletionTimestamp: new Date() as never };
  };

  it('loses its traffic at once, and gets it again when its pods are ready', () => {
    const model = at(50);
    lose(model);
    const move = model.decide();
    expect(named(move)).toEqual(wording('patch httproutes/shop'));
    model.act(move);
    expect(model.weight).toBe(0);
    model.run(next => model.weight === 50 && next.do === 'await');
    expect(model.ready('canary')).toBe(2);
  });

  it('gets no traffic even while another client restarts the baseline', () => {
    const model = at(50);
    model.change(model.workload as Deployment, ({ spec }) => {
      if (spec?.template?.metadata !== undefined) spec.template.metadata.annotations = { restartedAt: 'now' };
    });
    expect(named(model.decide())).toEqual(wording('await'));
    lose(model);
    expect(named(model.decide())).toEqual(wording('patch httproutes/shop'));
  });

  it('keeps its traffic while it follows a workload that was scaled up', () => {
    const model = at(50);
    model.change(model.workload as Deployment, ({ spec }) => {
      if (spec !== undefined) spec.replicas = 8;
    });
    model.progress(() => true);
    expect(named(model.decide())).toEqual(wording('patch deployments/shop-canary', '4'));
    expect(model.weight).toBe(50);
  });

  it('keeps its traffic if the baseline has no ready pod either', () => {
    const model = at(50);
    for (const pod of [...podsOfTrack(model, 'stable'), podsOfTrack(model, 'canary')[0] as Pod])
      pod.metadata = { ...pod.metadata, deletionTimestamp: new Date() as never };
    expect(model.decide().do).toBe('await');
    expect(model.weight).toBe(50);
  });

  it('keeps its traffic if the baseline has lost a larger part of its pods', () => {
    const model = at(50);
    const [, ...lost] = podsOfTrack(model, 'stable');
    for (const pod of [...lost, podsOfTrack(model, 'canary')[0] as Pod])
      pod.metadata = { ...pod.metadata, deletionTimestamp: new Date() as never };
    expect([model.ready('stable'), model.ready('canary')]).toEqual([1, 1]);
    expect(model.decide().do).toBe('await');
    expect(model.weight).toBe(50);
  });

  it('loses its traffic during promotion, too, if the workload can carry it', () => {
    const model = at(80);
    model.verdict = good;
    model.run(() => model.weight === 100);
    lose(model);
    expect(named(model.decide())).toEqual(wording('patch httproutes/shop'));
  });

  it.each([
    ['Recreate', { type: 'Recreate' }, false],
    ['RollingUpdate', { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '100%' } }, false],
    ['RollingUpdate', { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0 } }, true],
  ])('loses it to a workload that rolls only if that keeps enough pods (%s, %j)', (_, strategy, loses) => {
    const model = at(80);
    model.verdict = good;
    model.run(move => move.do === 'apply-workload');
    model.act({ do: 'apply-workload' });
    model.change(model.workload as Deployment, ({ spec }) => {
      if (spec !== undefined) spec.strategy = strategy as never;
    });
    const [lost] = podsOfTrack(model, 'canary') as [Pod];
    lost.metadata = { ...lost.metadata, deletionTimestamp: new Date() as never };
    expect([model.ready('stable'), model.ready('canary'), model.weight]).toEqual([4, 3, 100]);
    model.act(model.decide());
    expect(model.weight).toBe(loses ? 0 : 100);
  });
});

describe('a canary that does harm', () => {
  it.each([true, false])(
    'is rolled back even while one of its pods is not ready, with a route: %s',
    route => {
      const model = at(50, { route });
      const [first] = podsOfTrack(model, 'canary');
      if (first !== undefined) first.status = { conditions: [] } as never;
      model.verdict = () => bad;
      expect(model.decide()).toMatchObject({ phase: 'rolling-back', reason: bad.reason });
    },
  );
});

describe('a gateway', () => {
  const set = (model: Model, status: 'True' | 'False', observedGeneration: number) => {
    for (const route of model.of<HttpRoute>('HTTPRoute')) {
      const conditions = ['Accepted', 'ResolvedRefs'].map(type => ({ type, status, observedGeneration }));
      route.status = { parents: [{ parentRef: { name: 'lab', namespace: 'gateway' }, conditions }] };
    }
  };

  it('that has not accepted the route, or refuses it, is waited for before anything is judged; then the traffic is restored', () => {
    for (const [status, generation, ms] of [
      // engine 9: a cloud load balancer takes a minute.
      ['True', 0, 120_000],
      ['False', 99, 30_000],
    ] as const) {
      const model = at(25);
      model.verdict = good;
      set(model, status, generation);
      const since = model.now;
      model.now = since + ms - 5000;
      expect(model.decide()).toMatchObject({ do: 'await', what: expect.stringContaining('HTTPRoute/shop') });
      model.now = since + ms + 1000;
      model.act(model.decide());
      expect([model.rollout.phase, model.weight]).toEqual(['rolling-back', 0]);
    }
  });

  it('has had its time to apply the last change before a pod is deleted that it may still use', () => {
    for (const verdict of [good(), bad]) {
      const model = at(80);
      let written = 0;
      let weight = model.weight;
      model.verdict = () => verdict;
      const moves = model.run(move => {
        if (model.weight !== weight) [weight, written] = [model.weight, model.now];
        const takes = move.do === 'apply-workload' || (move.do === 'remove' && move.what === 'the canary');
        if (takes) expect(model.now - written, named(move)).toBeGreaterThanOrEqual(2000);
        return false;
      });
      expect(moves.map(named)).toContainEqual(wording('remove deployments/shop-canary'));
    }
  });
});

describe('a change by another client', () => {
  it('to a Service is followed by binding that to the stable pods again', () => {
    const model = at(25);
    model.change(service(model) as Service, ({ spec }) => {
      if (spec !== undefined) spec.selector = { app: 'shop' };
    });
    expect(named(model.decide())).toEqual(wording('patch services/shop'));
  });

  it('that adds a rule to the route is followed by a split of that rule', () => {
    const model = at(25);
    model.change(model.of<HttpRoute>('HTTPRoute')[0] as HttpRoute, ({ spec }) => {
      spec?.rules?.unshift({
        matches: [{ path: { value: '/new' } }],
        backendRefs: [{ name: 'shop', port: 80 }],
      });
    });
    expect(named(model.decide())).toEqual(wording('patch httproutes/shop', '25 %'));
    model.run(move => move.do === 'await');
    expect(model.weight).toBe(25);
  });

  it('that restarts the workload is waited for, and then there is nothing to compare with', () => {
    const model = at(25);
    model.change(model.workload as Deployment, ({ spec }) => {
      if (spec?.template?.metadata !== undefined) spec.template.metadata.annotations = { restartedAt: 'now' };
    });
    const moves = model.run();
    expect(named(moves[0] as RolloutAction)).toMatch(/^await/);
    expect(moves.find(into('rolling-back'))).toMatchObject({
      reason: wording(),
    });
    expect(model.rollout.phase).toBe('rolled-back');
    expect(model.workload?.spec?.template?.metadata?.annotations).toEqual({ restartedAt: 'now' });
  });

  it('that deletes the workload has it created again; its terminating pods get no traffic of the canary', () => {
    const model = at(25);
    model.objects.delete('/apis/apps/v1/namespaces/shop/deployments/shop');
    const move = model.decide();
    expect(move).toMatchObject({ phase: 'rolling-back', writes: [] });
    model.act(move);
    expect(model.decide().do).toBe('recreate-workload');
    model.act(model.decide());
    expect(named(model.decide())).toEqual(wording('patch httproutes/shop'));
    model.run();
    expect([model.rollout.phase, model.left, model.ready('stable')]).toEqual(['rolled-back', [], 4]);
  });

  it('that gives the workload the candidate is rolled back', () => {
    const model = at(25);
    model.act({ do: 'apply-workload' });
    expect(model.decide()).toMatchObject({ phase: 'rolling-back', writes: [] });
    model.run();
    expect(model.workload?.spec?.template).toEqual(templateOf('v1'));
  });
});

describe('one bad pod', () => {
  const local = (pod: string) =>
    ({ verdict: 'pod-local', pod, reason: 'it alone answers with errors' }) as const;

  it('gets a replacement first, is then deleted by its uid, and is not waited for again', () => {
    const model = at(50);
    const [pod] = podsOfTrack(model, 'canary');
    const name = pod?.metadata?.name ?? '';
    model.verdict = () => local(name);
    const moves = model.run(move => move.do === 'await' && move.what === 'waiting for the gate');
    expect(moves.filter(({ do: what }) => what !== 'await').map(named)).toEqual([
      wording('patch deployments/shop-canary', name),
      wording(`remove pods/${name}`, 'it alone answers with errors'),
    ]);
    expect(moves.find(({ do: what }) => what === 'remove')).toMatchObject({ uid: pod?.metadata?.uid });
    expect(model.weight).toBe(50);
  });

  it('is deleted at once without a route, where one more pod would be more traffic', () => {
    const model = at(50, { route: false });
    const [pod] = podsOfTrack(model, 'canary');
    const name = pod?.metadata?.name ?? '';
    model.verdict = () => local(name);
    const moves = model.run(move => move.do === 'await' && move.what === 'waiting for the gate');
    expect(moves.filter(({ do: what }) => what !== 'await').map(named)).toEqual([
      wording(`remove pods/${name}`, 'it alone answers with errors'),
    ]);
  });

  it('never takes the canary below what it needs', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }), lets => {
        const model = at(50);
        const [pod] = podsOfTrack(model, 'canary');
        model.verdict = () => local(pod?.metadata?.name ?? '');
        for (const let_ of lets) {
          const move = model.decide();
          if (move.do === 'await') model.now += 100;
          else model.act(move);
          model.progress(() => let_);
          expect(model.ready('canary')).toBeGreaterThanOrEqual(2);
          expect(model.weight).toBe(50);
        }
      }),
      searched(10),
    );
  }, 120_000);
});

describe('a promotion', () => {
  const shares = (model: Model) => {
    const all: number[] = [];
    const moves = model.run(() => {
      const canary = model.weight / 100;
      const stable = podsOfTrack(model, 'stable').filter(
        ({ metadata }) => metadata?.deletionTimestamp === undefined,
      );
      const young = stable.filter(({ spec }) => spec?.containers[0]?.image === 'shop:v2').length;
      all.push(canary + (1 - canary) * (stable.length === 0 ? 0 : young / stable.length));
      return false;
    });
    return { moves, all };
  };

  it('brings the canary to full capacity, and moves the traffic to the workload in two steps', () => {
    const model = at(80);
    model.verdict = good;
    const { moves } = shares(model);
    expect(moves.filter(({ do: what }) => what !== 'await').map(named)).toEqual([
      'transition: promoting',
      wording('patch httproutes/shop'),
      'apply-workload',
      wording('patch httproutes/shop', '50 %', 'Deployment/shop'),
      wording('patch httproutes/shop', '100 %', 'Deployment/shop'),
      wording('patch httproutes/shop'),
      wording('remove deployments/shop-canary'),
      wording('remove services/shop-canary'),
      wording('patch services/shop'),
      wording('remove configmaps/slipway-shop-fence-7'),
      'transition: watching',
      'transition: done',
      'end',
    ]);
  });

  it.each([
    [undefined, true],
    [blueGreen, true],
    [blueGreen, false],
  ])('never lets the share of the new version fall (%j, route %s)', (strategy, route) => {
    const model = new Model({ route, ...(strategy === undefined ? {} : { strategy }) });
    model.verdict = good;
    const { all } = shares(model);
    expect(model.rollout.phase).toBe('done');
    for (const [index, share] of all.entries())
      expect(share).toBeGreaterThanOrEqual((all[index - 1] ?? 0) - 1e-9);
  });

  it('does not begin again when the workload is scaled during the cleanup', () => {
    const model = at(80);
    model.verdict = good;
    model.run(move => move.do === 'remove' && move.what === 'the fence');
    model.change(model.workload as Deployment, ({ spec }) => {
      if (spec !== undefined) spec.replicas = 9;
    });
    model.progress(() => true);
    expect(model.run().map(named)).not.toContain('create-canary');
    expect(model.rollout.phase).toBe('done');
  });

  it('returns the traffic to the canary when only that has ready pods, without waiting for all of them', () => {
    const model = at(80);
    model.verdict = good;
    model.run(move => move.do === 'apply-workload');
    model.act({ do: 'apply-workload' });
    model.act({ do: 'patch', what: '', writes: model.spec().router.setWeight(model.observe(), 0) });
    for (const pod of [...podsOfTrack(model, 'stable'), podsOfTrack(model, 'canary')[0] as Pod])
      pod.status = { conditions: [] } as never;
    expect([model.ready('stable'), model.ready('canary'), model.weight]).toEqual([0, 3, 0]);
    model.act(model.decide());
    expect(model.weight).toBe(100);
  });

  it.each(['the canary', 'the workload'])('ends at its deadline while it waits for %s', which => {
    const model = at(80);
    model.verdict = good;
    model.run(move => move.do === 'apply-workload');
    if (which === 'the canary') {
      const [lost] = podsOfTrack(model, 'canary') as [Pod];
      lost.status = { conditions: [] } as never;
      // The baseline gets the traffic until then.
      model.act(model.decide());
    } else model.act({ do: 'apply-workload' });
    model.now = model.rollout.since + model.spec().deadlineMs;
    expect(model.decide().do).toBe('await');
    model.now += 1;
    expect(model.decide()).toMatchObject({ do: 'transition', phase: 'rolling-back' });
  });

  it('in which the workload does not become ready is rolled back', () => {
    const model = at(80);
    model.verdict = good;
    model.run(move => move.do === 'apply-workload');
    model.setting.broken.push('v2');
    model.act({ do: 'apply-workload' });
    model.progress(() => true);
    expect(model.decide().do).toBe('await');
    model.cancelled = true;
    model.run();
    expect([model.rollout.phase, model.weight, model.left]).toEqual(['rolled-back', 0, []]);
    expect(model.workload?.spec?.template).toEqual(templateOf('v1'));
  });

  it('keeps the traffic on the canary while the promoted workload does not become ready', () => {
    for (const [strategy, carries] of [
      [undefined, 100],
      [inPlace('80%'), 80],
    ] as const) {
      const model = new Model({ ...(strategy === undefined ? {} : { strategy }), unavailable: 1 });
      model.verdict = good;
      model.run(move => move.do === 'apply-workload');
      model.act({ do: 'apply-workload' });
      model.setting.broken.push('v2');
      for (let i = 0; i < 600; i += 1) {
        const move = model.decide();
        model.act(move);
        model.now += 1000;
        model.progress(() => true);
        expect([move.do, model.weight]).toEqual(['await', carries]);
      }
      expect([model.rollout.phase, model.ready('stable')]).toEqual(['promoting', 3]);
    }
  });

  it.each([undefined, { rolling: { deadline: '10m' } }])(
    'is not rolled back for a pod of the workload that is missing while workers follow (%j)',
    strategy => {
      const model = new Model({ workers: ['worker'], ...(strategy === undefined ? {} : { strategy }) });
      if (strategy !== undefined) model.rollout = { ...model.rollout, phase: 'promoting', weight: 100 };
      model.verdict = good;
      model.setting.broken.push('worker:v2');
      model.run(move => move.do === 'apply-worker');
      model.now = model.rollout.since + 31 * 60_000;
      model.act({ do: 'apply-worker', name: 'Deployment/worker' });
      const [lost] = model.of<Pod>('Pod').filter(isNew);
      if (lost !== undefined) lost.status = { conditions: [] } as never;
      expect(model.ready('stable')).toBeLessThan(model.setting.replicas);
      expect(model.decide().do).toBe('await');
    },
  );

  it.each([undefined, { rolling: { deadline: '10m' } }])(
    'is not over while the workload has lost its pods after the workers got the candidate (%j)',
    strategy => {
      const model = new Model({ workers: ['worker'], ...(strategy === undefined ? {} : { strategy }) });
      if (strategy !== undefined) model.rollout = { ...model.rollout, phase: 'promoting', weight: 100 };
      model.verdict = good;
      model.run(move => move.do === 'apply-worker');
      model.act({ do: 'apply-worker', name: 'Deployment/worker' });
      model.setting.broken.push('v2');
      for (const pod of podsOfTrack(model, 'stable')) pod.status = { conditions: [] } as never;
      for (let i = 0; i < 60; i += 1) {
        const move = model.decide();
        expect(move.do).toBe('await');
        model.act(move);
        model.now += 1000;
        model.progress(() => true);
      }
      model.now += 3 * 3_600_000;
      expect(model.decide()).toMatchObject({ phase: 'rolling-back' });
    },
  );

  it('of a rolling release whose run died long ago has its whole time', () => {
    const model = new Model({ strategy: { rolling: { deadline: '10m' } } });
    model.rollout = { ...model.rollout, phase: 'promoting', weight: 100 };
    model.now += 3_600_000;
    model.takeOver();
    expect(model.decide()).toEqual({ do: 'apply-workload' });
    model.run();
    expect(model.rollout.phase).toBe('done');
  });

  it('does not begin before a run asks for it', () => {
    const model = at(80);
    model.verdict = good;
    expect(model.run(undefined, 'judged').at(-1)).toEqual({ do: 'end' });
    expect(model.rollout.phase).toBe('promoting');
  });
});

describe('a promotion in place', () => {
  /** The manifest's settings for the rolling update that the model carries out. */
  const updateOf = ({ setting }: Model) => ({
    maxUnavailable: setting.unavailable,
    maxSurge: setting.unavailable > 0 ? 0 : setting.replicas,
  });
  const planned = (model: Model) => {
    const { replicas } = model.setting;
    const next = { spec: { replicas, strategy: { rollingUpdate: updateOf(model) } } } as Deployment;
    const live = { spec: { replicas }, status: { replicas } } as Deployment;
    return {
      problem: inPlaceProblem(model.environment, next, live),
      most: replicas + extraPodsInPlace(model.environment, next, live),
    };
  };
  const living = (model: Model) =>
    model.of<Pod>('Pod').filter(({ metadata }) => metadata?.deletionTimestamp === undefined).length;
  /** A rollout whose workload has the candidate, and some of its pods, too. */
  const rolling = (changes: Partial<Setting> = {}) => {
    const model = new Model({ strategy: inPlace('80%'), unavailable: 1, ...changes });
    model.verdict = good;
    model.run(move => move.do === 'apply-workload');
    model.act({ do: 'apply-workload' });
    model.progress(() => true);
    model.progress(() => true);
    return model;
  };

  it('keeps the canary as in the bake, rolls the workload beside it, and moves the traffic in two steps', () => {
    const model = new Model({ strategy: inPlace('80%'), unavailable: 1 });
    model.verdict = good;
    model.run(into('promoting'));
    const moves = model.run().filter(({ do: what }) => what !== 'await');
    expect(moves[0]).toMatchObject({ do: 'transition', phase: 'promoting', weight: 80 });
    expect(moves.map(named)).toEqual([
      'transition: promoting',
      'apply-workload',
      wording('patch httproutes/shop', '50 %', 'Deployment/shop'),
      wording('patch httproutes/shop', '100 %', 'Deployment/shop'),
      wording('patch httproutes/shop'),
      wording('remove deployments/shop-canary'),
      wording('remove services/shop-canary'),
      wording('patch services/shop'),
      wording('remove configmaps/slipway-shop-fence-7'),
      'transition: watching',
      'transition: done',
      'end',
    ]);
    expect(moves.at(-3)).toMatchObject({ weight: 100 });
  });

  it('needs no more pods and writes without a route', () => {
    const model = new Model({ strategy: inPlace('30%'), unavailable: 1, route: false });
    model.verdict = good;
    const moves = model.run();
    expect(moves.filter(({ do: what }) => what === 'patch').map(named)).not.toContain(
      'patch: canary: 4 pods',
    );
    expect([model.rollout.phase, model.left]).toEqual(['done', []]);
  });

  it('never has more pods than were planned, fewer than the traffic needs, or less of the new version than before', () => {
    const setting = fc.record({
      route: fc.boolean(),
      replicas: fc.integer({ min: 1, max: 9 }),
      unavailable: fc.integer({ min: 0, max: 4 }),
      weight: fc.integer({ min: 1, max: 99 }),
      seed: fc.integer(),
    });
    fc.assert(
      fc.property(setting, ({ weight, seed, ...changes }) => {
        const model = new Model({ ...changes, strategy: inPlace(`${weight}%`) });
        const { problem, most } = planned(model);
        fc.pre(problem === undefined);
        model.verdict = good;
        const lets = random(seed);
        const need = (share: number) => Math.ceil((share * changes.replicas) / 100 - 1e-9);
        let last = 0;
        for (let i = 0; i < 5000 && !isOver(model.rollout.phase); i += 1) {
          const move = model.decide();
          model.act(move);
          if (move.do === 'await') model.now += Math.min(1000, Math.max(5, move.ms ?? 1000));
          expect(living(model), named(move)).toBeLessThanOrEqual(most);
          const { weight: set, rollout } = model;
          const [stable, canary] = [model.ready('stable'), model.ready('canary')];
          if (changes.route) {
            expect(canary, named(move)).toBeGreaterThanOrEqual(need(set));
            expect(stable, named(move)).toBeGreaterThanOrEqual(need(100 - set));
          } else if (set > 0) expect(stable + canary, named(move)).toBeGreaterThanOrEqual(changes.replicas);
          else expect(stable, named(move)).toBeGreaterThanOrEqual(changes.replicas);
          if (rollout.phase === 'promoting' && changes.route) {
            const young = podsOfTrack(model, 'stable').filter(
              pod => isReady(pod) && pod.metadata?.deletionTimestamp === undefined && isNew(pod),
            ).length;
            const share = set + (100 - set) * (young / Math.max(1, stable));
            expect(share, named(move)).toBeGreaterThanOrEqual(last - 1e-9);
            last = share;
          }
          model.progress(lets);
        }
        expect([model.rollout.phase, model.left, model.weight]).toEqual(['done', [], 0]);
      }),
      searched(30),
    );
  }, 120_000);

  it.each([true, false])(
    'is rolled back from any point, with as many ready pods as needed before they get the traffic (route %s)',
    route => {
      fc.assert(
        fc.property(fc.nat(60), fc.integer(), fc.integer({ min: 0, max: 2 }), (when, seed, unavailable) => {
          const model = new Model({ strategy: inPlace('60%'), unavailable, route });
          model.verdict = good;
          model.run(into('promoting'));
          model.act({ do: 'transition', phase: 'promoting', weight: 60 });
          const lets = random(seed);
          for (let i = 0; i < 2000 && !isOver(model.rollout.phase); i += 1) {
            if (i === when && model.rollout.phase === 'promoting') model.cancelled = true;
            const move = model.decide();
            const before = model.weight;
            model.act(move);
            if (move.do === 'await') model.now += Math.min(1000, Math.max(5, move.ms ?? 1000));
            if (model.weight < before && model.rollout.phase === 'rolling-back' && route) {
              const serve = Math.min(4, Math.max(1, model.ready('canary')));
              expect(model.ready('stable'), named(move)).toBeGreaterThanOrEqual(serve);
            }
            expect(model.ready('stable'), named(move)).toBeGreaterThan(0);
            model.progress(lets);
          }
          for (let i = 0; i < 100; i += 1) model.progress(() => true);
          expect([model.left, model.weight]).toEqual([[], 0]);
          if (model.rollout.phase === 'done') return;
          expect(model.rollout.phase).toBe('rolled-back');
          expect(model.workload?.spec?.template).toEqual(templateOf('v1'));
        }),
        searched(30),
      );
    },
    120_000,
  );

  it('takes no traffic from a canary that lacks a pod while the workload has too few pods', () => {
    const model = rolling({ unavailable: 3 });
    const [lost, ...rest] = podsOfTrack(model, 'canary');
    for (const pod of podsOfTrack(model, 'stable').slice(1)) pod.status = { conditions: [] } as never;
    if (lost !== undefined) lost.metadata = { ...lost.metadata, deletionTimestamp: new Date() as never };
    expect([rest.length, model.ready('stable')]).toEqual([3, 1]);
    expect(model.decide().do).toBe('await');
    expect(model.weight).toBe(80);
  });

  it('returns the traffic to a restored workload only when that has enough pods, and to an unchanged baseline at once', () => {
    const lackTwo = (model: Model) => {
      for (const pod of podsOfTrack(model, 'stable').slice(2)) pod.status = { conditions: [] } as never;
    };
    const promoting = rolling();
    promoting.cancelled = true;
    promoting.run(() => promoting.workload?.metadata?.annotations?.['slipway.dev/release'] === '1');
    for (let i = 0; i < 20; i += 1) promoting.progress(() => true);
    lackTwo(promoting);
    expect(named(promoting.decide())).toEqual(wording('await', '2', '1'));
    expect(promoting.rollout).toMatchObject({ phase: 'rolling-back', rolledBackFrom: 'promoting' });
    const baking = new Model({ strategy: inPlace('80%') });
    baking.verdict = phase => (phase === 'stepping' ? good() : undefined);
    baking.run(move => baking.rollout.phase === 'baking' && move.do === 'await');
    lackTwo(baking);
    baking.cancelled = true;
    baking.act(baking.decide());
    expect([baking.rollout.rolledBackFrom, baking.weight]).toEqual(['baking', 0]);
  });

  it('gives the canary all traffic while no pod of the workload is ready, and then returns the rest', () => {
    const model = rolling();
    for (const pod of podsOfTrack(model, 'stable')) pod.status = { conditions: [] } as never;
    const move = model.decide();
    expect(named(move)).toEqual(wording('patch httproutes/shop'));
    model.act(move);
    expect(model.weight).toBe(100);
    model.progress(() => true);
    expect(named(model.decide())).toEqual(wording('patch httproutes/shop', '80 %'));
  });

  it('does not scale the canary with a workload that its own release scales up', () => {
    const model = rolling();
    model.change(model.workload as Deployment, ({ spec }) => {
      if (spec !== undefined) spec.replicas = 9;
    });
    model.progress(() => true);
    expect(model.decide().do).toBe('await');
    expect(model.canary?.spec?.replicas).toBe(4);
  });

  it('is rolled back when the workload does not become ready, and the canary carries its part until the baseline can', () => {
    const model = rolling({ broken: [] });
    model.setting.broken.push('v2');
    model.facts = ['pod shop-1 was restarted'];
    const move = model.decide();
    expect(move).toMatchObject({ do: 'transition', phase: 'rolling-back', writes: [] });
    model.act(move);
    model.facts = [];
    model.run();
    expect([model.rollout.phase, model.weight, model.left]).toEqual(['rolled-back', 0, []]);
    expect(model.workload?.spec?.template).toEqual(templateOf('v1'));
  });
});

describe('a rollout whose Service another client deletes', () => {
  const path = '/api/v1/namespaces/shop/services/shop';

  it('is rolled back', () => {
    const model = new Model();
    model.run(undefined, 'prepared');
    model.remove(path);
    expect(model.decide()).toEqual({
      do: 'transition',
      phase: 'rolling-back',
      weight: 0,
      reason: wording('Service/shop'),
      writes: [],
    });
    model.run();
    expect(model.rollout.phase).toBe('rolled-back');
  });

  it('keeps the canary, which alone gets requests, until the Service is back', () => {
    for (const phase of ['stepping', 'promoting'] as const) {
      const model = at(50);
      if (phase === 'promoting') {
        model.verdict = good;
        model.run(() => model.versions[0] === 'v2' && model.ready('stable') === 4);
        model.verdict = () => undefined;
      }
      const before = model.objects.get(path) as Service;
      const routes = () => structuredClone(model.of<HttpRoute>('HTTPRoute')[0]?.spec);
      const split = routes();
      model.remove(path);
      expect(model.run().at(-1)).toEqual({ do: 'needs-action', reason: wording('Service/shop') });
      expect([routes(), model.ready('canary') > 0]).toEqual([split, true]);
      model.takeOver();
      expect(model.decide().do).toBe('needs-action');
      model.objects.set(path, before);
      model.takeOver();
      model.run();
      expect([model.rollout.phase, model.weight, model.left]).toEqual([
        phase === 'stepping' ? 'rolled-back' : 'done',
        0,
        [],
      ]);
    }
  });

  it("is rolled back when that and the canary's are deleted during promotion", () => {
    const model = at(80);
    model.verdict = good;
    model.run(move => move.do === 'apply-workload');
    for (const name of ['shop', 'shop-canary']) model.remove(`/api/v1/namespaces/shop/services/${name}`);
    expect(model.decide()).toMatchObject({ phase: 'rolling-back', reason: wording('Service/shop') });
    model.run();
    expect(model.rollout.phase).toBe('rolled-back');
  });
});

describe('a run that takes over a canary with traffic', () => {
  it('starts its watchdog before it waits for the change of another client', () => {
    const { canary } = inPlace('80%');
    const image = `ghcr.io/acme/shell@sha256:${'a'.repeat(64)}`;
    const model = at(80, { strategy: { canary: { ...canary, watchdog: { image } } } });
    model.takeOver();
    model.change(model.workload as Deployment, ({ spec }) => {
      if (spec?.template?.metadata !== undefined) spec.template.metadata.annotations = { restartedAt: 'now' };
    });
    expect(model.decide().do).toBe('create-watchdog');
    model.act({ do: 'create-watchdog' });
    expect(model.decide().do).toBe('await');
  });
});

describe('a rollback', () => {
  it('restores the traffic, then removes pods, then the rest', () => {
    const model = at(50);
    model.verdict = () => bad;
    const moves = model.run();
    expect(moves.filter(({ do: what }) => what !== 'await').map(named)).toEqual([
      'transition: rolling-back',
      wording('patch httproutes/shop'),
      wording('remove deployments/shop-canary'),
      wording('remove services/shop-canary'),
      wording('patch services/shop'),
      wording('remove configmaps/slipway-shop-fence-7'),
      'transition: rolled-back',
      'end',
    ]);
    expect(service(model)?.spec?.selector).toEqual({ app: 'shop' });
  });

  it('restores the traffic before it touches a pod', () => {
    for (const weight of [25, 50, 80]) {
      const model = at(weight);
      const pods = () =>
        model.of<Pod>('Pod').filter(({ metadata }) => metadata?.deletionTimestamp === undefined).length;
      const before = pods();
      model.verdict = () => bad;
      model.run(() => model.weight === 0 || pods() < before);
      expect([model.weight, pods()]).toEqual([0, before]);
      model.run();
      expect([model.rollout.phase, pods()]).toEqual(['rolled-back', 4]);
    }
  });

  it('begins nothing again after its end', () => {
    const model = at(50);
    model.cancelled = true;
    model.run();
    expect(model.rollout.phase).toBe('rolled-back');
    model.cancelled = false;
    model.verdict = good;
    for (const goal of ['prepared', 'judged', 'done'] as const) {
      model.takeOver();
      expect(model.run(undefined, goal)).toEqual([{ do: 'end' }]);
    }
    expect([model.rollout.phase, model.weight, model.versions[0]]).toEqual(['rolled-back', 0, 'v1']);
    for (const phase of Object.keys(movesFrom) as Phase[])
      expect(() => transition(model.rollout, phase, model.now), phase).toThrow(wording());
  });

  it('needs action, and says so, when the baseline has no ready pod', () => {
    const model = at(50);
    model.setting.broken.push('v1');
    for (const pod of podsOfTrack(model, 'stable')) pod.status = { conditions: [] } as never;
    model.progress(() => true);
    model.verdict = () => bad;
    expect(model.run().at(-1)).toMatchObject({
      do: 'needs-action',
      reason: wording(),
    });
    expect(model.weight).toBeGreaterThan(0);
  });

  it('that needs action is cleaned up by the rolling update that follows, once that is ready', () => {
    const model = at(50);
    model.setting.broken.push('v1');
    for (const pod of podsOfTrack(model, 'stable')) pod.status = { conditions: [] } as never;
    model.progress(() => true);
    model.verdict = () => bad;
    expect(model.run().at(-1)?.do).toBe('needs-action');
    expect(model.weight).toBe(100);
    model.rollout = { ...model.rollout, strategy: 'rolling', phase: 'promoting', weight: 100 };
    model.verdict = () => undefined;
    model.act({ do: 'apply-workload' });
    const moves = model.run(() => {
      if (model.weight < 100) expect(model.ready('stable')).toBe(4);
      return false;
    });
    expect(moves.filter(({ do: what }) => what !== 'await').map(named)).toEqual([
      // The canary never had enough pods for all traffic.
      wording('patch httproutes/shop'),
      wording('patch httproutes/shop'),
      wording('remove deployments/shop-canary'),
      wording('remove services/shop-canary'),
      wording('patch services/shop'),
      wording('remove configmaps/slipway-shop-fence-7'),
      'transition: done',
      'end',
    ]);
    expect([model.weight, model.left, service(model)?.spec?.selector]).toEqual([0, [], { app: 'shop' }]);
  });

  it('waits for as many pods as are needed when the canary has all traffic', () => {
    const model = at(100, { strategy: blueGreen });
    for (const pod of podsOfTrack(model, 'stable').slice(1)) pod.status = { conditions: [] } as never;
    model.verdict = () => bad;
    const move = model.decide();
    expect(move).toMatchObject({ phase: 'rolling-back', writes: [] });
    model.act(move);
    expect(named(model.decide())).toEqual(wording('await', '1'));
    model.progress(() => true);
    expect(named(model.decide())).toEqual(wording('patch httproutes/shop'));
  });

  it('uses some pods of a version that works rather than wait without end', () => {
    const model = at(100, { strategy: blueGreen });
    model.setting.broken.push('v1');
    for (const pod of podsOfTrack(model, 'stable').slice(1)) pod.status = { conditions: [] } as never;
    model.verdict = () => bad;
    model.run(move => move.do === 'patch');
    expect(named(model.decide())).toEqual(wording('patch httproutes/shop'));
  });

  it('does not wait for a baseline that it did not change: the next release may be its fix', () => {
    const model = new Model();
    model.run(() => model.rollout.phase === 'prepared');
    model.setting.broken.push('v1');
    for (const pod of podsOfTrack(model, 'stable')) pod.status = { conditions: [] } as never;
    const lost = { weight: 0, reason: 'it was left by run 7' };
    model.rollout = transition(model.rollout, 'rolling-back', model.now, lost);
    const began = model.now;
    model.run();
    expect(model.rollout).toMatchObject({
      phase: 'rolled-back',
      reason: wording('it was left by run 7', '1'),
    });
    expect(model.now - began).toBeLessThan(2 * 60_000);
    expect(model.left).toEqual([]);
  });

  it('does not wait long for it either after a rolling release that was refused before its write', () => {
    const model = new Model({ strategy: { rolling: { deadline: '10m' } } });
    model.rollout = { ...model.rollout, phase: 'promoting', weight: 100 };
    model.setting.broken.push('v1');
    for (const pod of podsOfTrack(model, 'stable')) pod.status = { conditions: [] } as never;
    model.facts = ['the cluster refused the manifests'];
    model.act(model.decide());
    const began = model.now;
    const last = model.run().at(-1);
    expect(last).toMatchObject({ do: 'needs-action', reason: wording('1') });
    expect(model.now - began).toBeLessThan(2 * 60_000);
  });

  it('waits as long as a rollout may take for a baseline that it restored', () => {
    const model = during('watching');
    model.setting.broken.push('v1');
    const began = model.now;
    model.verdict = () => bad;
    model.run(() => model.now - began > 5 * 60_000);
    expect(named(model.decide())).toEqual(wording('await', '1'));
    model.now += model.rollout.deadline - model.rollout.startedAt;
    model.run();
    expect(model.rollout).toMatchObject({
      phase: 'rolled-back',
      reason: wording('errors are worse', '1'),
    });
  });

  it.each([
    ['restored during the promotion', 'restore-workload'],
    ['recreated during a step', 'recreate-workload'],
  ])('keeps the traffic on the canary for as long until a baseline that it %s is ready', (_, what) => {
    // As with `Recreate`: its pods end before others start.
    const model = at(50, { unavailable: 4 });
    if (what === 'recreate-workload') {
      model.objects.delete('/apis/apps/v1/namespaces/shop/deployments/shop');
      for (let i = 0; i < 5; i += 1) model.progress(() => true);
    } else {
      model.verdict = good;
      model.run(move => move.do === 'await' && model.versions[0] === 'v2' && model.ready('stable') === 0);
    }
    model.setting.broken.push('v1');
    model.cancelled = true;
    const moves = model.run(() => model.now - model.rollout.since > 90_000);
    expect(moves.map(move => move.do)).toContain(what);
    expect([model.decide().do, model.ready('stable'), model.weight]).toEqual(['await', 0, 100]);
    model.setting.broken.pop();
    model.run();
    expect([model.rollout.phase, model.weight, model.left]).toEqual(['rolled-back', 0, []]);
  });

  it('does not wait longer because pauses have moved the deadline of the rollout', () => {
    const model = during('watching');
    model.setting.broken.push('v1');
    model.verdict = () => bad;
    model.act(model.decide());
    model.rollout = { ...model.rollout, deadline: model.rollout.deadline + 12 * 3_600_000 };
    const began = model.now;
    model.run(() => model.now - began > 60_000);
    model.now = began + model.environment.strategy.deadline;
    model.run();
    expect(model.rollout.phase).toBe('rolled-back');
  });

  it('waits as long for it when a run that took over hours later restores it', () => {
    const model = during('watching');
    model.setting.broken.push('v1');
    model.verdict = () => bad;
    model.act(model.decide());
    expect(model.rollout.phase).toBe('rolling-back');
    model.now += 4 * 3_600_000;
    model.takeOver();
    const began = model.now;
    model.run(() => model.now - began > 60_000);
    expect(model.decide().do).toBe('await');
    model.now += model.rollout.deadline - model.rollout.startedAt;
    model.run();
    expect(model.rollout.phase).toBe('rolled-back');
  });

  it('security 1: deletes the objects of a first release, and of no other one', () => {
    const model = new Model();
    const { baseline: _, ...first } = model.rollout;
    model.rollout = { ...first, strategy: 'rolling', phase: 'rolling-back' };
    // A state may claim that a release is the first one although the application has had others.
    expect(model.decide()).toMatchObject({ do: 'needs-action', reason: wording('2') });
    model.firstRelease();
    expect(model.decide()).toEqual({ do: 'delete-created' });
  });
});

describe('blue-green', () => {
  it.each([true, false])(
    'moves all traffic at once and keeps the baseline for its time, with a route: %s',
    route => {
      const model = at(100, { strategy: blueGreen, route });
      expect(model.ready('canary')).toBe(4);
      expect(model.ready('stable')).toBe(4);
      model.verdict = good;
      model.act(model.decide());
      expect(model.rollout.phase).toBe('baking');
      model.verdict = () => undefined;
      // Longer than the deadline of the switch, shorter than the watch.
      model.now += 14 * 60_000;
      expect(named(model.decide())).toEqual(wording('await'));
    },
  );
});

describe('a canary without a route', () => {
  it('gets its share by the number of pods, keeps it, and is promoted', () => {
    const model = new Model({ route: false });
    model.verdict = good;
    model.run();
    expect([model.rollout.phase, model.left, service(model)?.spec?.selector]).toEqual([
      'done',
      [],
      { app: 'shop' },
    ]);
  });

  it('reaches a stable state at every weight and number of pods', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 23 }), (weight, replicas) => {
        const strategy = { canary: { steps: [`${weight}%`], bake: { weight: '99%' }, watchdog: 'off' } };
        const model = new Model({ route: false, replicas, strategy });
        model.run(move => move.do === 'await' && move.what === 'waiting for the gate');
        expect(model.weight).toBeGreaterThan(0);
      }),
      searched(50),
    );
  }, 120_000);
});

it('a gate that passes leaves traffic and weight unchanged; the promotion asks for all traffic', () => {
  const model = at(80);
  model.verdict = good;
  model.run(undefined, 'judged');
  expect([model.rollout.phase, model.rollout.weight, model.weight]).toEqual(['promoting', 80, 80]);
  model.run(move => move.do === 'apply-workload');
  expect([model.rollout.weight, model.weight]).toEqual([100, 100]);
});

describe('a promotion in which another client', () => {
  const promoting = () => {
    const model = at(80);
    model.verdict = good;
    model.run(move => move.do === 'await' && /to roll without traffic$/.test(move.what));
    return model;
  };
  const goBack = (model: Model) =>
    model.change(model.workload!, ({ metadata, spec }) => {
      metadata!.annotations!['slipway.dev/release'] = '1';
      spec!.template = templateOf('v1');
    });

  it('gives the workload the version before is rolled back, and does not apply the candidate again', () => {
    const model = promoting();
    goBack(model);
    const moves = model.run().map(move => move.do);
    expect([model.rollout.phase, model.versions[0], model.left]).toEqual(['rolled-back', 'v1', []]);
    expect(model.rollout.reason).toEqual(wording('Deployment/shop'));
    expect(moves).not.toContain('apply-workload');
  });

  it('deletes the workload before it has the candidate creates it with the candidate, which has passed the gate', () => {
    const model = at(80);
    model.verdict = good;
    model.run(move => move.do === 'apply-workload');
    model.objects.delete('/apis/apps/v1/namespaces/shop/deployments/shop');
    model.run();
    expect([model.rollout.phase, model.versions[0]]).toEqual(['done', 'v2']);
  });
});

it('a watch whose time passed without a run is judged before it ends, and succeeds without a verdict in time', () => {
  const model = during('watching');
  model.takeOver();
  model.now += 20 * 60_000;
  model.unheard = true;
  model.run(
    move => named(move) === 'await: waiting for the gate to read the metrics of the time without a run',
  );
  expect(model.decide().do).toBe('await');
  model.verdict = () => bad;
  expect(model.decide()).toMatchObject({ phase: 'rolling-back', reason: bad.reason });
  model.verdict = () => ({ verdict: 'continue', reason: 'nothing is worse' });
  expect(named(model.decide())).toBe('transition: done');
  model.verdict = () => undefined;
  model.unheard = false;
  expect(named(model.decide())).toBe('transition: done');
});

describe('a watch in which another client', () => {
  const watching = () => {
    const model = at(80);
    model.verdict = good;
    model.run(() => model.rollout.phase === 'watching');
    return model;
  };

  it('deletes the workload is rolled back, and the baseline is created again', () => {
    const model = watching();
    model.objects.delete('/apis/apps/v1/namespaces/shop/deployments/shop');
    expect(model.decide()).toMatchObject({ phase: 'rolling-back', reason: wording('Deployment/shop') });
    model.run();
    expect([model.rollout.phase, model.versions[0]]).toEqual(['rolled-back', 'v1']);
  });

  it('restores the version before is rolled back', () => {
    const model = watching();
    model.change(model.workload!, ({ metadata, spec }) => {
      metadata!.annotations!['slipway.dev/release'] = '1';
      spec!.template = templateOf('v1');
    });
    model.run();
    expect([model.rollout.phase, model.versions[0]]).toEqual(['rolled-back', 'v1']);
    expect(model.rollout.reason).toEqual(wording('Deployment/shop'));
  });
});

describe('any rollout, however often its run is killed and whatever other clients do,', () => {
  const event = fc.oneof(
    { weight: 30, arbitrary: fc.constant('go') },
    { weight: 2, arbitrary: fc.constant('kill') },
    { weight: 1, arbitrary: fc.constant('resume') },
    {
      weight: 1,
      arbitrary: fc.constantFrom('pod', 'canary pod', 'scale', 'service', 'restart', 'workload', 'canary'),
    },
  );
  const setting = fc.record({
    route: fc.boolean(),
    strategy: fc.constantFrom(undefined, blueGreen, inPlace('50%'), inPlace('80%')),
    unavailable: fc.constantFrom(0, 0, 1),
    replicas: fc.integer({ min: 1, max: 5 }),
    fails: fc.integer({ min: 0, max: 4 }),
    applied: fc.constantFrom(true, true, true, false),
    workers: fc.constantFrom<string[]>([], ['shop-worker'], ['shop-worker', 'shop-mailer']),
    newWorkers: fc.constantFrom<string[]>([], ['shop-scheduler']),
    events: fc.array(fc.tuple(event, fc.integer()), { minLength: 50, maxLength: 150 }),
  });

  function others(model: Model, what: string): void {
    const first = (track: string) => podsOfTrack(model, track)[0];
    const end = (pod: Pod | undefined) => {
      if (pod !== undefined) pod.metadata = { ...pod.metadata, deletionTimestamp: new Date() as never };
    };
    const { workload } = model;
    switch (what) {
      case 'pod':
        end(first('stable'));
        return;
      case 'canary pod':
        end(first('canary'));
        return;
      case 'canary':
        model.objects.delete('/apis/apps/v1/namespaces/shop/deployments/shop-canary');
        return;
      case 'workload':
        model.objects.delete('/apis/apps/v1/namespaces/shop/deployments/shop');
        return;
      case 'service':
        model.change(service(model) as Service, ({ spec }) => {
          if (spec !== undefined) spec.selector = { app: 'shop' };
        });
        return;
      case 'scale':
        if (workload !== undefined)
          model.change(workload, ({ spec }) => {
            if (spec !== undefined) spec.replicas = (spec.replicas ?? 1) + 1;
          });
        return;
      case 'restart':
        if (workload !== undefined)
          model.change(workload, ({ spec }) => {
            if (spec?.template?.metadata !== undefined)
              spec.template.metadata.annotations = { restartedAt: String(model.now) };
          });
    }
  }

  it('ends promoted or rolled back, with all traffic on one side, nothing of ours left, and never sent to a side without pods', () => {
    fc.assert(
      fc.property(
        setting,
        ({ route, strategy, unavailable, replicas, fails, applied, events, ...workers }) => {
          const model = new Model({
            route,
            unavailable,
            replicas,
            ...workers,
            ...(strategy === undefined ? {} : { strategy }),
          });
          model.rollout = { ...model.rollout, applied };
          let looks = 0;
          model.verdict = phase => {
            if (phase === 'promoting') return undefined;
            looks += 1;
            return looks > fails * 3 && fails > 0 ? bad : looks % 3 === 0 ? good() : undefined;
          };
          const step = (seed: number) => {
            const lets = random(seed);
            const move = model.decide();
            const before = model.weight;
            if (move.do === 'apply-worker') expect(model.versions[0]).toBe('v2');
            model.act(move);
            const after = model.weight;
            if (route && after > before) expect(model.ready('canary'), named(move)).toBeGreaterThan(0);
            if (!applied) expect(after, named(move)).toBe(0);
            if (route && after < before && model.ready('canary') > 0)
              expect(model.ready('stable'), named(move)).toBeGreaterThan(0);
            if (move.do === 'await') model.now += Math.min(1000, Math.max(5, move.ms ?? 1000));
            model.progress(lets);
            return move;
          };
          for (const [what, seed] of events) {
            if (what === 'kill' || what === 'resume') {
              if (isOver(model.rollout.phase)) break;
              model.takeOver();
              const { phase } = model.rollout;
              if (what === 'kill' && finishOrRollBack(phase) === 'rollback' && phase !== 'rolling-back')
                model.rollout = transition(model.rollout, 'rolling-back', model.now, { weight: 0 });
              // An object that is deleted after the end is not created again.
            } else if (what !== 'go' && !isOver(model.rollout.phase)) others(model, what);
            const move = step(seed);
            if (move.do === 'end' || move.do === 'needs-action') break;
          }
          let last = model.decide();
          for (let i = 0; last.do !== 'end' && i < 5000; i += 1) last = step(i);
          for (let i = 0; i < 200; i += 1) model.progress(() => true);
          const ends = applied ? ['done', 'rolled-back'] : ['rolled-back'];
          expect(ends, JSON.stringify(last)).toContain(model.rollout.phase);
          expect([model.weight, model.left]).toEqual([0, []]);
          expect(service(model)?.spec?.selector).toEqual({ app: 'shop' });
          const done = model.rollout.phase === 'done';
          const versions = [
            ...workers.workers.map(() => (done ? 'v2' : 'v1')),
            ...workers.newWorkers.map(() => (done ? 'v2' : undefined)),
          ];
          expect(model.versions.slice(1)).toEqual(versions);
          expect(model.ready('stable')).toBeGreaterThanOrEqual(replicas);
          const images = new Set(podsOfTrack(model, 'stable').map(({ spec }) => spec?.containers[0]?.image));
          expect([...images]).toEqual([model.rollout.phase === 'done' ? 'shop:v2' : 'shop:v1']);
        },
      ),
      searched(100),
    );
  }, 120_000);
});
