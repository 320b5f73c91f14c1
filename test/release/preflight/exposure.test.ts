import { beforeEach, describe, expect, it } from 'vitest';
import type { Deployment, KubeObject, Node } from '../../../src/cluster/objects.ts';
import { pathOf, type Resource, resources } from '../../../src/cluster/resources.ts';
import { gateSchema } from '../../../src/config/gate.ts';
import { strategySchema } from '../../../src/config/progressive.ts';
import type { Environment } from '../../../src/config/types.ts';
import {
  extraPods,
  extraPodsInPlace,
  inPlaceProblem,
  mostCanaryPods,
  nodeShortfalls,
} from '../../../src/release/preflight/capacity.ts';
import { capacityProblems, type DryRunTarget } from '../../../src/release/preflight/dry-run.ts';
import { checkExposure } from '../../../src/release/preflight/exposure.ts';
import { stepsSentence } from '../../../src/release/preflight/strategy.ts';
import { pausedProblem, unfinishedSentence } from '../../../src/release/rollout/earlier-rollout.ts';
import { ReleaseStore } from '../../../src/release/store/releases.ts';
import type { RolloutState } from '../../../src/release/store/schema.ts';
import type { GatewayClass } from '../../../src/traffic/acceptance.ts';
import type { HttpRoute } from '../../../src/traffic/route.ts';
import { FakeApiServer } from '../../cluster/fake-api-server.ts';
import { route, service } from '../../traffic/objects.ts';
import { wording } from '../../wording.ts';
import { config, deployment, environment, node, quota, template, workload } from '../objects.ts';

const tracked = {
  ...template(),
  metadata: { labels: { app: 'shop', 'slipway.dev/track': 'stable' } },
};
const live = deployment({ spec: { template: tracked } });
const toShop = route([{ backendRefs: [{ name: 'shop', port: 80 }] }]);

/** A blue-green release behind a route, without metrics, so that nothing but its liveState is looked at. */
const place = (strategy: object = {}, changes: Partial<Environment> = {}): Environment =>
  environment({
    service: 'shop',
    route: { kind: 'HTTPRoute', name: 'shop' },
    strategy: strategySchema.parse({ 'blue-green': { watchdog: 'off', ...strategy } }),
    ...changes,
  });

interface LiveState {
  services?: KubeObject[];
  routes?: HttpRoute[];
  autoscalers?: object[];
  grpcRoutes?: object[];
  features?: string[];
  /** Of the watchdog. */
  account?: boolean;
}

/** An API server on which all is well, but for what a test says. */
function serverOf({
  services = [service() as KubeObject],
  routes = [toShop],
  autoscalers = [],
  grpcRoutes = [],
  features = ['HTTPRouteMethodMatching'],
  account = false,
}: LiveState): FakeApiServer {
  const api = new FakeApiServer(['shop', 'gateway']);
  const put = (resource: Resource, objects: readonly object[], namespace = 'shop') => {
    for (const object of objects as readonly KubeObject[])
      api.put(pathOf(resource, namespace, object.metadata?.name), object);
  };
  put(resources.deployment, [live]);
  put(resources.service, services);
  put(resources.httpRoute, routes);
  put(resources.horizontalPodAutoscaler, autoscalers);
  put(resources.grpcRoute, grpcRoutes);
  put(resources.gateway, [{ metadata: { name: 'lab' }, spec: { gatewayClassName: 'traefik' } }], 'gateway');
  const gateways: GatewayClass = { metadata: { name: 'traefik' }, status: { supportedFeatures: features } };
  put(resources.gatewayClass, [gateways]);
  if (account) put(resources.serviceAccount, [{ metadata: { name: 'slipway-watchdog' } }]);
  return api;
}

async function exposure(
  liveState: LiveState | FakeApiServer = {},
  where = place(),
  {
    targets = [],
    serving = live,
    manifest = workload(),
  }: {
    targets?: DryRunTarget[];
    serving?: Deployment;
    manifest?: ReturnType<typeof workload>;
  } = {},
) {
  const request = { config, environment: where, env: {} };
  const plan = { manifests: [manifest], shipped: [] };
  const api = liveState instanceof FakeApiServer ? liveState : serverOf(liveState);
  const { problems, ...rest } = await checkExposure(
    api.cluster,
    request,
    {
      targets: [],
      releases: await new ReleaseStore(api.cluster, 'shop', 'shop').list(),
      liveWorkload: serving,
      needsAction: undefined,
      state: undefined,
      autoscaler: undefined,
      workers: {},
    },
    { plan, targets },
  );
  return { ...rest, problems: problems.map(({ sentence }) => sentence) };
}

describe('a candidate beside its baseline', () => {
  it('has no problem when all is well, and its plan describes its steps and the effect of a lost run', async () => {
    const { kind, problems, warnings, said } = await exposure();
    expect({ kind, problems, warnings }).toEqual({ kind: 'blue-green', problems: [], warnings: [] });
    expect(said).toEqual([wording('Blue-green', '3', 'HTTPRoute/shop', '15'), wording()]);
  });

  const guarded = () =>
    place(
      { watchdog: { image: 'curl:8' } },
      { strategy: strategySchema.parse({ 'blue-green': { watchdog: { image: 'curl:8' } } }) },
    );

  it('engine 4: sends all that it creates and changes as a dry run, and writes nothing', async () => {
    const api = serverOf({ account: true });
    const before = [...api.objects];
    expect((await exposure(api, guarded())).problems).toEqual([]);
    const tried = api.calls.filter(({ method }) => method !== 'GET');
    expect(
      tried.map(({ verb, dryRun, path }) => [verb, dryRun, path.split('/').slice(-2).join('/')]).sort(),
    ).toEqual([
      ['create', true, 'shop/deployments'],
      ['create', true, 'shop/jobs'],
      ['create', true, 'shop/services'],
      ['patch', true, 'httproutes/shop'],
    ]);
    expect([...api.objects]).toEqual(before);
  });

  it.each([
    ['the canary', '/deployments/', 'Deployment/shop-canary'],
    ['its Service', '/services/', 'Service/shop-canary'],
    ['the watchdog', '/jobs/', 'Job/'],
    ['the split', '/httproutes/', 'HTTPRoute/shop'],
  ])(
    'CH 6: is refused before the first write with the sentence of a policy that denies %s',
    async (_, path, named) => {
      const api = serverOf({ account: true });
      for (const verb of ['create', 'patch']) api.fail({ verb, path }, 403);
      expect((await exposure(api, guarded())).problems).toEqual([
        wording('policy.example.com', 'not today', named),
      ]);
    },
  );

  it('is rolling when there is nothing to compare with, but still needs a watchdog', async () => {
    const where = place({}, { strategy: strategySchema.parse({ 'blue-green': {} }) });
    const { kind, said, problems } = await exposure({}, where, {
      serving: deployment({ spec: { template: template() } }),
    });
    expect(kind).toBe('rolling');
    expect(said).toEqual([wording('blue-green', 'slipway.dev/track')]);
    expect(problems).toEqual([wording('blue-green', 'watchdog', 'image')]);
  });

  it.each<[string, LiveState, RegExp]>([
    ['the Service does not exist', { services: [] }, wording('Service/shop')],
    [
      'the route leads elsewhere',
      { routes: [route([{ backendRefs: [{ name: 'other', port: 80 }] }])] },
      wording('HTTPRoute/shop', 'Service/shop'),
    ],
    [
      'the gateway does not support a filter of the rule',
      {
        routes: [
          route([{ backendRefs: [{ name: 'shop', port: 80 }], filters: [{ type: 'RequestMirror' }] }]),
        ],
      },
      wording('HTTPRoute/shop', 'HTTPRouteRequestMirror', 'GatewayClass/traefik'),
    ],
    [
      'a GitOps controller would revert its routes',
      {
        routes: [
          {
            ...route([{ backendRefs: [{ name: 'shop', port: 80 }] }]),
            metadata: { name: 'shop', labels: { 'argocd.argoproj.io/instance': 'shop' } },
          },
        ],
      },
      wording('HTTPRoute/shop', 'Argo CD'),
    ],
    [
      'a GRPCRoute leads to the Service too',
      {
        grpcRoutes: [{ metadata: { name: 'api' }, spec: { rules: [{ backendRefs: [{ name: 'shop' }] }] } }],
      },
      wording('GRPCRoute/api', 'Service/shop'),
    ],
    [
      'KEDA scales it',
      {
        autoscalers: [
          {
            metadata: { name: 'keda-shop', labels: { 'scaledobject.keda.sh/name': 'shop' } },
            spec: { scaleTargetRef: { kind: 'Deployment', name: 'shop' } },
          },
        ],
      },
      wording('keda-shop', 'ScaledObject/shop'),
    ],
  ])('is refused when %s', async (_, liveState, sentence) => {
    const { problems } = await exposure(liveState);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toEqual(sentence);
  });

  describe('is refused when pinning a Service would take requests from', () => {
    const template = { ...tracked, metadata: { labels: { ...tracked.metadata.labels, tier: 'web' } } };
    const object = { ...workload().object, spec: { ...live.spec, template } };
    const tiered = { ...workload(), object };
    let ports: object[];
    beforeEach(() => {
      ports = [{ name: 'http', containerPort: 8080 }];
    });
    const seen = async (
      labels: object,
      changes: object = {},
      selector: object = { tier: 'web' },
      name = 'web',
    ) => {
      const shared = service({ metadata: { name }, spec: { selector: selector as never } });
      const services = name === 'web' ? [service(), shared] : [shared];
      const api = serverOf({ services: services as KubeObject[] });
      for (const [name, more] of Object.entries({
        own: { app: 'shop', 'slipway.dev/track': 'stable' },
        other: labels,
      }))
        api.put(pathOf(resources.pod, 'shop', name), {
          metadata: { name, labels: { tier: 'web', ...more }, ...(name === 'other' ? changes : {}) },
          spec: { containers: [{ name: 'main', ports }] },
        });
      return (await exposure(api, place(), { manifest: tiered })).problems;
    };

    it.each([
      ['another workload', { app: 'cart' }, ['Service/web']],
      ['a pod of the workload without the track', { app: 'shop' }, ['slipway.dev/track']],
    ])('%s', async (_, labels, services) => {
      expect(await seen(labels)).toEqual(services.map(each => wording(each, 'Pod/other')));
    });

    it('a workload that Slipway releases, too, through the Service that the rollout switches', async () => {
      const cart = { app: 'cart', 'slipway.dev/track': 'stable' };
      expect(await seen(cart, {}, { tier: 'web' }, 'shop')).toEqual([wording('Service/shop', 'Pod/other')]);
      expect(await seen({ ...cart, app: 'shop' }, {}, { tier: 'web' }, 'shop')).toEqual([]);
    });

    it('but not for pods that it does not select, that Slipway releases, that end, of a Job, or without the port', async () => {
      const cart = { app: 'cart' };
      expect(await seen({ ...cart, 'slipway.dev/track': 'stable' })).toEqual([]);
      expect(await seen(cart, {}, { tier: 'web', 'slipway.dev/track': 'stable' })).toEqual([]);
      expect(await seen({ ...cart, tier: 'data' })).toEqual([]);
      expect(await seen(cart, { deletionTimestamp: '2026-01-01T00:00:00Z' })).toEqual([]);
      expect(await seen(cart, { ownerReferences: [{ kind: 'Job', name: 'report' }] })).toEqual([]);
      ports = [];
      expect(await seen(cart)).toEqual([]);
    });
  });

  it('is refused when its route can have the weights of all steps, but not the 50 % of its promotion', async () => {
    const strategy = strategySchema.parse({
      canary: { steps: ['20%'], bake: { weight: '60%' }, watchdog: 'off' },
    });
    const beside = (weight: number) =>
      route([
        {
          backendRefs: [
            { name: 'shop', port: 80, weight: 1 },
            { name: 'other', port: 80, weight },
          ],
        },
      ]);
    const ask = (weight: number) => exposure({ routes: [beside(weight)] }, place({}, { strategy }));
    expect((await ask(100_000)).problems).toEqual([]);
    expect((await ask(199_999)).problems).toEqual([wording('HTTPRoute/shop', '199999')]);
  });

  it('gets a warning when the gateway does not report its features', async () => {
    const mirrored = route([
      { backendRefs: [{ name: 'shop', port: 80 }], filters: [{ type: 'RequestMirror' }] },
    ]);
    const { problems, warnings } = await exposure({
      routes: [mirrored],
      features: [],
    });
    expect(problems).toEqual([]);
    expect(warnings).toEqual([wording('GatewayClass/traefik', 'HTTPRouteRequestMirror')]);
  });

  it('takes into account what the release applies first: a Service that does not exist yet is no problem', async () => {
    const would = service();
    const targets = [
      {
        manifest: {
          object: { apiVersion: 'v1', kind: 'Service' },
          name: 'shop',
          source: 'deploy/service.yaml',
        },
        would,
      },
    ] as unknown as DryRunTarget[];
    const { problems } = await exposure({ services: [] }, place(), { targets });
    expect(problems).toEqual([]);
  });

  it('needs the ServiceAccount of its watchdog', async () => {
    const guarded = place({ watchdog: { image: 'tools/curl:8' } });
    expect((await exposure({}, guarded)).problems).toEqual([
      wording('ServiceAccount/slipway-watchdog', 'shop', 'docs/permissions.md'),
    ]);
    expect((await exposure({ account: true }, guarded)).problems).toEqual([]);
  });

  it.each([
    [{ 'on-inconclusive': 'pause' }, wording('on-inconclusive: pause')],
    [{ 'on-inconclusive': 'approve' }, wording('on-inconclusive: approve')],
    [{ bake: { for: '3h' }, deadline: '4h' }, wording('hand-over-after')],
  ])('is refused when it may wait with its traffic and has no watchdog: %j', async (waits, problem) => {
    const gate = gateSchema.parse({
      prometheus: { url: 'http://127.0.0.1:1' },
      metrics: [{ name: 'errors', total: 'a', bad: 'b' }],
    });
    const canary = { canary: { watchdog: 'off', ...waits } };
    const where = place({}, { strategy: strategySchema.parse(canary), gate });
    const { problems } = await exposure({}, where, {
      serving: deployment({ spec: { template: template() } }),
    });
    expect(problems).toEqual([problem]);
  });
});

describe('the steps of a canary', () => {
  const canary = strategySchema.parse({ canary: { watchdog: 'off' } });

  it('are exact behind a route', () => {
    expect(stepsSentence(place({}, { strategy: canary }), 3)).toEqual(
      wording('5 %', '25 %', '50 %', '80 %', '15', 'HTTPRoute/shop', '3', '10'),
    );
  });

  it('are what the pods can give without a route', () => {
    const { route: _, ...routeless } = place({}, { strategy: canary });
    expect(stepsSentence(routeless, 3)).toEqual(wording('5 %', '25.0 %', '1', '4'));
  });
});

describe('the peak of a candidate beside its baseline', () => {
  const next = deployment({ spec: { replicas: 4, strategy: { rollingUpdate: { maxSurge: 1 } } } });
  const large = template('acme/shop', {
    containers: [{ name: 'shop', resources: { requests: { cpu: '1' } } }],
  });

  it('is the growth and the surge, beside a full copy', () => {
    expect(extraPods(next, live)).toBe(4 + 1 - 3);
  });

  describe('in place', () => {
    const rolls = (rollingUpdate: object, replicas?: number, type?: string) =>
      deployment({
        spec: { ...(replicas === undefined ? {} : { replicas }), strategy: { type, rollingUpdate } },
      } as object);
    const canary = (weight: string, changes: Partial<Environment> = {}, promotion = 'in-place') =>
      place(
        {},
        {
          strategy: strategySchema.parse({
            canary: { steps: ['5%'], bake: { weight }, promotion, watchdog: 'off' },
          }),
          ...changes,
        },
      );
    const withoutRoute = (weight: string) => {
      const { route: _, ...routeless } = canary(weight);
      return routeless;
    };
    const problems = (environment: Environment, next: Deployment, hard: Record<string, string>, of = live) =>
      capacityProblems(environment, next, { liveWorkload: of }, [], [quota(hard, { pods: '3' })]).map(
        ({ sentence }) => sentence,
      );
    const noSurge = rolls({ maxSurge: 0, maxUnavailable: 1 });

    it.each([
      ['80%', { maxSurge: 1, maxUnavailable: 0 }, 3 + 1],
      ['50%', { maxSurge: 0, maxUnavailable: 1 }, 2],
      ['20%', { maxSurge: 1, maxUnavailable: 0 }, 1 + 1],
    ])('is the pods of the highest weight and the surge: %s, %j', (weight, update, extra) => {
      expect(extraPodsInPlace(canary(weight), rolls(update), live)).toBe(extra);
    });

    it('counts the pods of the highest weight, also when that is a step, and those that split the traffic', () => {
      const higher = strategySchema.parse({
        canary: { steps: ['60%'], bake: { weight: '20%' }, promotion: 'in-place', watchdog: 'off' },
      });
      expect(mostCanaryPods(canary('20%', { strategy: higher }), 10)).toBe(6);
      // Three of thirteen pods are 23 %, nearer than two of twelve with 17 %.
      expect(mostCanaryPods(withoutRoute('20%'), 10)).toBe(3);
      expect(mostCanaryPods(withoutRoute('80%'), 10)).toBe(10);
    });

    it('fits where a second copy does not, and is named as the remedy', () => {
      const room = { pods: '5' };
      expect(problems(canary('50%'), noSurge, room)).toEqual([]);
      expect(problems(canary('50%', {}, 'surge'), noSurge, room)).toEqual([
        wording('3', 'canary', 'promotion', 'in-place'),
      ]);
    });

    it('is no remedy where it does not fit either, or where its update leaves too few pods', () => {
      const named = (weight: string, next: Deployment, hard: Record<string, string>) =>
        problems(canary(weight, {}, 'surge'), next, hard)
          .join()
          .includes('in-place');
      expect(named('50%', noSurge, { pods: '4' })).toBe(false);
      expect(named('50%', rolls({ maxSurge: 0, maxUnavailable: 2 }), { pods: '5' })).toBe(false);
      expect(named('50%', noSurge, { pods: '5' })).toBe(true);
      expect(problems(place(), noSurge, { pods: '5' }).join()).not.toContain('in-place');
    });

    it('is refused with the weights as a remedy where even that does not fit', () => {
      expect(problems(canary('80%'), noSurge, { pods: '5' })).toEqual([wording('3')]);
    });

    it.each<[string, string, Deployment, string | undefined]>([
      ['half of three, one missing', '50%', noSurge, undefined],
      ['none missing', '20%', rolls({ maxSurge: 1, maxUnavailable: 0 }), undefined],
      ['one missing of three that are all needed', '20%', noSurge, wording('2 pods', 'Deployment/shop', '3')],
      [
        'two missing',
        '50%',
        rolls({ maxSurge: 0, maxUnavailable: '67%' }),
        wording('1 pod', 'Deployment/shop', '2'),
      ],
      ['a third in percent rounds down to none', '20%', rolls({ maxUnavailable: '33%' }), undefined],
      [
        'neither surge nor absence is an absence of one',
        '20%',
        rolls({ maxSurge: 0, maxUnavailable: 0 }),
        wording('2 pods', 'Deployment/shop'),
      ],
      [
        'fewer replicas',
        '50%',
        rolls({ maxSurge: 1, maxUnavailable: 0 }, 1),
        wording('1 pod', 'Deployment/shop'),
      ],
      ['all at once', '80%', rolls({}, undefined, 'Recreate'), wording('Deployment/shop', 'Recreate')],
    ])('leaves enough pods, or is refused: %s', (_, weight, next, sentence) => {
      expect(inPlaceProblem(canary(weight), next, live)?.sentence).toEqual(sentence);
      expect(inPlaceProblem(canary(weight, {}, 'surge'), next, live)).toBeUndefined();
    });

    it('counts all pods together where one Service selects them', () => {
      expect(inPlaceProblem(withoutRoute('20%'), noSurge, live)).toBeUndefined();
      expect(
        inPlaceProblem(withoutRoute('20%'), rolls({ maxSurge: 0, maxUnavailable: 2 }), live)?.sentence,
      ).toEqual(wording('1 pod', 'Deployment/shop'));
    });

    it('is described by plan, with the update of the workload', () => {
      expect(stepsSentence(canary('50%'), 3)).toEqual(
        wording('5 %', '50 %', '15', 'HTTPRoute/shop', '2 pods', 'Deployment/shop', '10'),
      );
      expect(stepsSentence(withoutRoute('20%'), 3)).toEqual(wording('1 pod', 'Deployment/shop'));
    });
  });

  it('is refused when a quota has room only for a rolling update', () => {
    const quotas = [quota({ pods: '6' }, { pods: '3' })];
    const rolling = environment();
    const sized = deployment({ spec: { strategy: { rollingUpdate: { maxSurge: 1 } } } });
    expect(capacityProblems(rolling, sized, { liveWorkload: live }, [], quotas)).toEqual([]);
    expect(
      capacityProblems(place(), sized, { liveWorkload: live }, [], quotas).map(({ sentence }) => sentence),
    ).toEqual([wording('4')]);
  });

  const nodes = (count: number, cpu?: string): Node[] =>
    Array.from({ length: count }, (_, n) => ({
      ...node(`n${n}`, 'linux/amd64', { labels: { 'kubernetes.io/hostname': `n${n}` } }),
      status: { allocatable: cpu === undefined ? {} : { cpu } },
    })) as Node[];

  it('is refused when pods must be on different nodes and there are too few', () => {
    const term = { labelSelector: { matchLabels: { app: 'shop' } }, topologyKey: 'kubernetes.io/hostname' };
    const apart = (terms: object) => ({
      affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [terms] } },
    });
    const of = (terms: object) => deployment({ spec: { template: template('acme/shop', apart(terms)) } });
    expect(nodeShortfalls(nodes(6), of(term), 7)).toEqual([wording('anti-affinity', '7', '6')]);
    expect(nodeShortfalls(nodes(7), of(term), 7)).toEqual([]);
    expect(nodeShortfalls(nodes(1), of({ ...term, matchLabelKeys: ['pod-template-hash'] }), 7)).toEqual([]);
    const others = { ...term, labelSelector: { matchLabels: { app: 'other' } } };
    expect(nodeShortfalls(nodes(1), of(others), 7)).toEqual([]);
  });

  it('is refused when it requests more than all nodes have, but not when they do not report it', () => {
    const greedy = deployment({ spec: { template: large } });
    expect(nodeShortfalls(nodes(3, '2'), greedy, 7)).toEqual([wording('7', '7000m', '6000m')]);
    expect(nodeShortfalls(nodes(3, '2'), greedy, 6)).toEqual([]);
    expect(nodeShortfalls(nodes(3), greedy, 7)).toEqual([]);
  });
});

describe('a rollout that is not over', () => {
  const journal = (changes: Partial<RolloutState>): RolloutState =>
    ({
      app: 'shop',
      candidate: 7,
      weight: 25,
      phase: 'stepping',
      run: { actor: 'ann', run: 'run 5' },
      ...changes,
    }) as RolloutState;

  it('is described with what a deploy would do about it', () => {
    expect(unfinishedSentence(journal({}))).toEqual(wording('7', 'stepping', '25 %', 'ann'));
    expect(unfinishedSentence(journal({ phase: 'watching' }))).toEqual(wording());
    expect(unfinishedSentence(journal({ phase: 'done' }))).toBeUndefined();
  });

  it('CH 1: blocks a deploy while it is paused, and not any longer', () => {
    const paused = journal({ phase: 'prepared', paused: { until: 60_000, for: 'gate' } });
    expect(pausedProblem(paused, 60_000)?.sentence).toEqual(
      wording('7', 'shop', 'gate', '1970-01-01 00:01 UTC', 'ann'),
    );
    expect(pausedProblem(paused, 60_001)).toBeUndefined();
    expect(pausedProblem(journal({}), 0)).toBeUndefined();
  });
});
