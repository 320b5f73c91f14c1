import type { Verdict } from '../../src/analysis/verdict.ts';
import type { RolloutContext } from '../../src/release/engine/drive.ts';
import { newDecisionStore } from '../../src/release/evidence/dossier.ts';
import type { RolloutState } from '../../src/release/state/stored.ts';
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
  const { environment, journal } = model;
  const begun = { environment, record: { images: {} }, journal, doing: 'judged' };
  const dossier = newDecisionStore(cluster as never, begun);
  dossier.save = async () => undefined;
  return {
    cluster,
    world: {
      observe: () => model.observe(),
      put: () => undefined,
      drop: () => undefined,
      wake: () => undefined,
      changed: async () => {
        model.now += 1000;
        model.progress(() => true);
      },
    },
    course: model.course(),
    keeper: {
      get journal() {
        return model.journal;
      },
      change: async (next: (journal: RolloutState) => RolloutState) => {
        model.journal = next(model.journal);
      },
    },
    dossier,
    fence: undefined,
    baseline: undefined,
    ...(verdict === undefined && signal === undefined
      ? {}
      : {
          watcher: {
            look: () => undefined,
            insight: () => ({ verdict, judgedAt: performance.now() - 5000, facts: [] }),
            stop: async () => undefined,
          },
        }),
    conclude: async () => undefined,
    report: () => undefined,
    ...(signal === undefined ? {} : { signal }),
  } as unknown as RolloutContext;
}
