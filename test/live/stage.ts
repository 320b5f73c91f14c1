import { setTimeout as sleep } from 'node:timers/promises';
import { type Load, startLoad } from '../../scripts/load.ts';
import type { LoadReport } from '../../scripts/load-report.ts';
import type { ConfigMap } from '../../src/cluster/objects.ts';
import { pathOf, resources } from '../../src/cluster/resources.ts';
import type { RolloutState } from '../../src/release/store/schema.ts';
import type { GatewayKind } from '../e2e/gateways.ts';
import {
  createShop,
  eventually,
  image,
  type Manifest,
  type Run,
  type RunningSlipway,
  type Shop,
} from '../e2e/harness.ts';
import { rolloutOf, routeSpec, temporary } from '../e2e/progressive.ts';
import type { ScenarioReport } from './scenario.ts';

/** The strategy of the shop; by default as short as possible. */
export interface CanaryOptions {
  steps?: string;
  bake?: string;
  watch?: string;
  deadline?: string;
  watchdog?: string;
  /** Lines of YAML under `metrics:`, without their indentation. */
  metrics?: readonly string[];
  profile?: string;
  share?: GatewayKind;
}

const errors = `- { name: errors, total: http_requests_total, bad: 'http_requests_total{code=~"5.."}' }`;

/** Returns the strategy as text for slipway.yml. Pure. */
export function canaryText(spec: CanaryOptions): string {
  const {
    steps = '50%',
    bake = '15s',
    watch = '5s',
    deadline = '6m',
    watchdog = 'off',
    // Good versions pass early, because the precision of the gate is not tested here.
    profile = 'gross',
    share = 'contour',
  } = spec;
  const metrics = (spec.metrics ?? [errors]).map(line => `        ${line}`).join('\n');
  return `strategy:
      canary: { steps: [${steps}], bake: { weight: 80%, for: ${bake} }, deadline: ${deadline}, watch: ${watch}, watchdog: ${watchdog} }
    gate:
      prometheus: { service: monitoring/prometheus:9090 }
      # The gate waits three ticks for Prometheus, and in one scenario it is down for 10 s.
      tick: 5s
      warm-up: 10s
      profile: ${profile}
      share: ${share}
      metrics:
${metrics}`;
}

export const rollingText = 'strategy: { rolling: { deadline: 2m } }';
/** Like rollingText, with a longer deadline. */
export const slowRollingText = 'strategy: { rolling: { deadline: 5m } }';

/** Gives pods more CPU and time for probes, because on a busy machine they would start slowly or miss probes, which is not tested here. */
export function addResources({ spec }: Manifest): void {
  spec.progressDeadlineSeconds = 240;
  const [container] = spec.template.spec.containers;
  container.resources.requests.cpu = '120m';
  container.startupProbe.failureThreshold = 240;
  Object.assign(container.readinessProbe, { timeoutSeconds: 5, failureThreshold: 6 });
  Object.assign(container.livenessProbe, { timeoutSeconds: 10, failureThreshold: 6 });
}

/** A shop under a constant load, for several releases. */
export class Stage {
  readonly shop: Shop;
  readonly #rate: number;
  #text: string;
  #route: unknown;
  #load: Load | undefined;
  /** The last known live version. */
  liveVersion = 'v1';

  private constructor(shop: Shop, text: string, rate: number) {
    this.shop = shop;
    this.#text = text;
    this.#rate = rate;
  }

  /**
   * Creates a shop with release 1, and waits until it has had enough traffic for the gate.
   * @param text the strategy for slipway.yml
   */
  static async open(
    name: string,
    text: string,
    { rate = 60, history = 25_000, change = async (_: Shop) => {}, kind = 'contour' as GatewayKind } = {},
  ): Promise<Stage> {
    const shop = await createShop(
      name,
      async shop => {
        await shop.configure(yaml => yaml.replace(rollingText, text));
        await shop.edit('Deployment', addResources);
        await change(shop);
      },
      kind,
    );
    const stage = new Stage(shop, text, rate);
    try {
      requireSuccess(await shop.deploy('v1'));
      requireSuccess(await shop.slipway(['verify', '--environment', 'production']));
      stage.#route = await routeSpec(shop);
      stage.load();
      await sleep(history);
    } catch (error) {
      await stage.close();
      throw error;
    }
    return stage;
  }

  async close(): Promise<void> {
    await this.#load?.stop();
    await this.shop.remove();
  }

  async configure(text: string): Promise<void> {
    await this.shop.configure(yaml => yaml.replace(this.#text, text));
    this.#text = text;
  }

  /** Starts a new load, because a single one may take at most 15 minutes. */
  load(): Load {
    void this.#load?.stop();
    const rate = this.#rate;
    this.#load = startLoad({
      url: this.shop.url,
      host: this.shop.host,
      path: '/version',
      rate,
      maxRequests: rate * 890,
    });
    return this.#load;
  }

  async stopLoad(): Promise<void> {
    await this.#load?.stop();
  }

  loadReport(): LoadReport {
    return (this.#load as Load).snapshot();
  }

  /** The version that is not live. */
  get other(): string {
    return this.liveVersion === 'v1' ? 'v2' : 'v1';
  }

  async #whole(): Promise<void> {
    await eventually(async () => {
      const { spec, status } = await this.shop.deployment();
      return status?.readyReplicas === spec?.replicas && status?.updatedReplicas === spec?.replicas;
    }, 90_000);
  }

  /** Deploys the other version. Waits for the baseline first, because without a ready one the release would be a rolling update. */
  async deployed(env?: Record<string, string>): Promise<Run> {
    await this.#whole();
    const args = ['deploy', '--environment', 'production', '--images', image(this.other)];
    return requireSuccess(await this.shop.slipway(args, env));
  }

  rollout(): Promise<RolloutState> {
    return rolloutOf(this.shop);
  }

  start(action: string, env?: Record<string, string>): RunningSlipway {
    return this.shop.start([action, '--environment', 'production'], env);
  }

  /** Starts the gate, and waits until the candidate has received requests. */
  async exposed(env?: Record<string, string>): Promise<RunningSlipway> {
    const before = this.loadReport().versions[this.other]?.requests ?? 0;
    const gate = this.start('gate', env);
    await gate.said(/^\d+ % to the canary/);
    const reached = async () => (this.loadReport().versions[this.other]?.requests ?? 0) > before + 10;
    await eventually(reached, 60_000);
    return gate;
  }

  async inPhase(phase: RolloutState['phase'], ms = 240_000): Promise<void> {
    const end = Date.now() + ms;
    while ((await rolloutOf(this.shop)).phase !== phase) {
      if (Date.now() > end) throw new Error(`the rollout did not reach ${phase}`);
      await sleep(15);
    }
  }

  /**
   * Checks the end of a rollout: exactly one release is live and complete, its record and the state match, no temporary objects are left
   * over, and the route is restored.
   * @returns the end.
   */
  async checkEnd(
    report: ScenarioReport,
    allowed: readonly ('done' | 'rolled-back')[],
  ): Promise<'done' | 'rolled-back' | 'open'> {
    const { shop } = this;
    const { phase, candidate, reason } = await rolloutOf(shop);
    const ended = phase === 'done' || phase === 'rolled-back' ? phase : 'open';
    report.expect(
      allowed.some(each => each === ended),
      `it ended in ${phase} (${reason ?? 'no reason'}) instead of ${allowed.join(' or ')}`,
    );
    if (ended === 'done') this.liveVersion = this.other;
    const alone = await shop.serves(this.liveVersion, 20_000).then(
      () => true,
      () => false,
    );
    report.expect(alone, `${this.liveVersion} is not the only live version`);
    const left = await eventually(async () => (await temporary(shop)).length === 0, 20_000).then(
      () => [],
      () => temporary(shop),
    );
    report.expect(left.length === 0, `left over: ${left.join(', ')}`);
    const route = JSON.stringify(await routeSpec(shop));
    report.expect(route === JSON.stringify(this.#route), `the route is not restored: ${route}`);
    const isWhole = await this.#whole().then(
      () => true,
      () => false,
    );
    report.expect(isWhole, 'the workload is not complete');
    const outcome = await this.outcome(candidate);
    const state = ended === 'done' ? 'complete' : 'rolled-back';
    report.expect(outcome?.state === state, `the record of release ${candidate} says ${outcome?.state}`);
    return ended;
  }

  async outcome(release: number): Promise<{ state: string; reason?: string } | null> {
    const path = pathOf(resources.configMap, this.shop.namespace, `slipway-shop-r${release}-outcome`);
    const object = await this.shop.cluster.get<ConfigMap>(path);
    return JSON.parse(object?.data?.outcome ?? 'null');
  }

  /** Rolls back a rollout that an earlier scenario has left. */
  async reset(): Promise<void> {
    const phase = (await rolloutOf(this.shop))?.phase;
    if (phase !== undefined && !['done', 'rolled-back'].includes(phase)) {
      await this.shop.slipway(['rollback', '--environment', 'production']);
    }
    const { version } = await this.shop.get('/version');
    if (version !== '') this.liveVersion = version;
  }
}

/** Reuses stages between scenarios. */
export class Pool {
  readonly #open: (index: number) => Promise<Stage>;
  readonly #stages: Stage[] = [];
  readonly #idle: Stage[] = [];
  #count = 0;

  constructor(open: (index: number) => Promise<Stage>) {
    this.#open = open;
  }

  /** Runs `work` with this number of unused stages. Opens new ones if there are too few. */
  async with(count: number, work: (stages: Stage[]) => Promise<void>): Promise<void> {
    const idle = this.#idle.splice(0, count);
    const opened = await Promise.allSettled(
      Array.from({ length: count - idle.length }, async (_, index) => {
        // Their pods would slow each other down if all started at once.
        await sleep(8000 * index);
        return this.#open(this.#count++);
      }),
    );
    const fresh = opened.flatMap(each => (each.status === 'fulfilled' ? [each.value] : []));
    this.#stages.push(...fresh);
    const stages = [...idle, ...fresh];
    try {
      for (const each of opened) if (each.status === 'rejected') throw each.reason;
      await work(stages);
    } finally {
      this.#idle.push(...stages);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#stages.map(stage => stage.close()));
  }
}

export function requireSuccess(run: Run): Run {
  if (run.code !== 0) throw new Error(`ended with ${run.code}: ${run.stderr}`);
  return run;
}

/** Returns the reason or the last log line of a run. */
export const reasonOf = ({ outputs, lines }: Run): string => outputs.reason || lines.at(-1)?.text || '';

/** Returns the requests that have failed between two reports, by reason. Pure. */
export function failedSince(before: LoadReport, now: LoadReport): { failed: number; errors: string } {
  const more = Object.entries(now.errors)
    .map(([error, count]) => [error, count - (before.errors[error] ?? 0)] as const)
    .filter(([, count]) => count > 0);
  return {
    failed: now.failed - before.failed,
    errors: more.map(([error, count]) => `${count} × ${error}`).join(', '),
  };
}
