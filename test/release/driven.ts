import type { Verdict } from '../../src/analysis/verdict.ts';
import { newDecisionStore } from '../../src/release/decision-record/store.ts';
import type { RolloutContext } from '../../src/release/rollout/context.ts';
import type { RolloutState } from '../../src/release/store/schema.ts';
import type { Model } from './model.ts';

/** A rollout of the model in the hands of the engine, with a decision record that is written nowhere. */
export function driven(
  model: Model,
  { verdict, signal }: { verdict?: Verdict; signal?: AbortSignal } = {},
): RolloutContext {
  const cluster = {
    now: () => model.now,
    calls: () => 12,
    patch: async (path: string, _: string, patch: never) => {
      model.act({ do: 'patch', what: '', writes: [{ path, patch }] });
      return model.objects.get(path);
    },
    remove: async (path: string) => model.remove(path),
    get: async (path: string) => model.objects.get(path),
    list: async () => ({ items: [] }),
  };
  const { environment, rollout } = model;
  const begun = { environment, record: { images: {} }, rollout, doing: 'judged' };
  const decisions = newDecisionStore(cluster as never, begun);
  decisions.save = async () => undefined;
  return {
    cluster,
    informers: {
      snapshot: () => model.observe(),
      put: () => undefined,
      drop: () => undefined,
      notify: () => undefined,
      waitForChange: async () => {
        model.now += 1000;
        model.progress(() => true);
      },
    },
    spec: model.spec(),
    store: {
      get rollout() {
        return model.rollout;
      },
      change: async (next: (rollout: RolloutState) => RolloutState) => {
        model.rollout = next(model.rollout);
      },
    },
    decisions,
    fence: undefined,
    baseline: undefined,
    ...(verdict === undefined && signal === undefined
      ? {}
      : {
          gate: {
            look: () => undefined,
            inputs: () => ({ verdict, judgedAt: performance.now() - 5000, facts: [] }),
            stop: async () => undefined,
          },
        }),
    records: { list: async () => [], conclude: async () => undefined, markRolledBack: async () => undefined },
    report: () => undefined,
    tell: () => undefined,
    ...(signal === undefined ? {} : { signal }),
  } as unknown as RolloutContext;
}
