import { createServer, type Server } from 'node:http';
import { startInformer } from '../../src/cluster/informer.ts';
import type { KubeObject, Pod } from '../../src/cluster/objects.ts';
import type { Cluster } from '../../src/cluster/port.ts';
import type { Route } from './state.ts';

/** Default requests per second of an application. */
const usualRate = 400;
/** Milliseconds between two updates of their distribution. */
const beat = 100;

export type PlainService = KubeObject & { spec?: { selector?: Record<string, string> } };

/** Returns how an ideal gateway would distribute requests: shares by uid of the pod, and the lost share. Pure. */
export function shares(
  services: readonly PlainService[],
  route: Route | undefined,
  pods: readonly Pod[],
): { pods: Map<string, number>; lost: number } {
  const backends = route?.spec.rules.at(-1)?.backendRefs ?? [{ name: 'shop' }];
  const sum = backends.reduce((total, { weight = 1 }) => total + weight, 0);
  const given = new Map<string, number>();
  let lost = 0;
  for (const { name, weight = 1 } of backends) {
    if (weight === 0) continue;
    const share = weight / sum;
    const selector = services.find(({ metadata }) => metadata?.name === name)?.spec?.selector;
    const ready = selector === undefined ? [] : pods.filter(pod => isReady(pod) && matches(pod, selector));
    if (ready.length === 0) lost += share;
    for (const { metadata } of ready) {
      const uid = metadata?.uid ?? '';
      given.set(uid, (given.get(uid) ?? 0) + share / ready.length);
    }
  }
  return { pods: given, lost };
}

function isReady({ metadata, status }: Pod): boolean {
  const condition = status?.conditions?.find(({ type }) => type === 'Ready');
  return metadata?.deletionTimestamp === undefined && condition?.status === 'True';
}

function matches({ metadata }: Pod, selector: Record<string, string>): boolean {
  return Object.entries(selector).every(([key, value]) => metadata?.labels?.[key] === value);
}

/** The distribution of an application's requests: shares by uid of the pod, and the error rate of each pod. */
interface Distribution extends ReturnType<typeof shares> {
  errors: Map<string, number>;
}

interface Counters {
  total: number;
  bad: number;
}

/** Simulates the traffic of every application in the cluster with a Service `shop`, and the metrics of its pods and clients. */
export class Traffic {
  readonly #stop = new AbortController();
  readonly #counters = new Map<string, Counters>();
  readonly #lost = new Map<string, number>();
  readonly #rates = new Map<string, number>();
  /** The current distribution by namespace. */
  #shares = new Map<string, Distribution>();
  #pods: () => Pod[] = () => [];
  #services: () => PlainService[] = () => [];
  #routes: () => Route[] = () => [];
  #server: Server | undefined;
  #at = performance.now();

  /** Starts the traffic. @param address `host:port` that Prometheus scrapes. */
  static async start(cluster: Cluster, address: string): Promise<Traffic> {
    const traffic = new Traffic();
    const { signal } = traffic.#stop;
    const look = () => traffic.#flow();
    const follow = <T extends KubeObject>(path: string) =>
      startInformer<T>(cluster, path, { labelSelector: 'app=shop' }, signal, look);
    const [pods, services, routes] = await Promise.all([
      follow<Pod>('/api/v1/pods'),
      // Without a selector, because the Service of a canary has other labels.
      startInformer<PlainService>(cluster, '/api/v1/services', {}, signal, look),
      follow<Route>('/apis/gateway.networking.k8s.io/v1/httproutes'),
    ]);
    traffic.#pods = pods.items;
    traffic.#services = services.items;
    traffic.#routes = routes.items;
    const timer = setInterval(look, beat);
    signal.addEventListener('abort', () => clearInterval(timer));
    traffic.#server = createServer((_, answer) => {
      answer.writeHead(200, { 'content-type': 'text/plain; version=0.0.4' }).end(traffic.#exposition());
    });
    const [host, port] = address.split(':');
    await new Promise<void>(done => traffic.#server?.listen(Number(port), host, done));
    return traffic;
  }

  /** Sets the requests per second of the application in a namespace. */
  setRate(namespace: string, rate: number): void {
    this.#flow();
    this.#rates.set(namespace, rate);
  }

  /** Whether every request to the application of a namespace currently finds a ready pod. */
  answers(namespace: string): boolean {
    return this.#shares.get(namespace)?.lost === 0;
  }

  /** Returns the number of requests without a ready pod so far. */
  lost(namespace: string): number {
    return Math.round(this.#lost.get(namespace) ?? 0);
  }

  async close(): Promise<void> {
    this.#stop.abort();
    this.#server?.closeAllConnections();
    await new Promise(done => this.#server?.close(done));
  }

  /** Counts the requests since the last update, by the previous distribution. */
  #flow(): void {
    const now = performance.now();
    const seconds = (now - this.#at) / 1000;
    this.#at = now;
    for (const [namespace, { pods, lost, errors }] of this.#shares) {
      const requests = seconds * (this.#rates.get(namespace) ?? usualRate);
      this.#lost.set(namespace, (this.#lost.get(namespace) ?? 0) + requests * lost);
      for (const [uid, share] of pods) this.#count(uid, requests * share, errors.get(uid) ?? 0);
    }
    this.#shares = this.#distributions();
  }

  #distributions(): Map<string, Distribution> {
    const inNamespace = <T extends KubeObject>(items: readonly T[]) =>
      Map.groupBy(items, ({ metadata }) => metadata?.namespace ?? '');
    const pods = inNamespace(this.#pods());
    const routes = inNamespace(this.#routes());
    const distributions = new Map<string, Distribution>();
    for (const [namespace, services] of inNamespace(this.#services())) {
      if (!services.some(({ metadata }) => metadata?.name === 'shop')) continue;
      const own = pods.get(namespace) ?? [];
      const errors = own.map(
        ({ metadata }) => [metadata?.uid ?? '', Number(metadata?.annotations?.['lab/errors'] ?? 0)] as const,
      );
      distributions.set(namespace, {
        ...shares(services, routes.get(namespace)?.[0], own),
        errors: new Map(errors),
      });
    }
    return distributions;
  }

  #count(uid: string, requests: number, errors: number): void {
    const counters = this.#counters.get(uid) ?? { total: 0, bad: 0 };
    counters.total += requests;
    counters.bad += requests * errors;
    this.#counters.set(uid, counters);
  }

  /** Returns the metrics of all running pods, including those of the scrape. */
  #exposition(): string {
    this.#flow();
    const lines = this.#pods()
      .filter(({ status }) => status?.phase === 'Running')
      .flatMap(pod => {
        const { total, bad } = this.#counters.get(pod.metadata?.uid ?? '') ?? { total: 0, bad: 0 };
        const [all, wrong] = [Math.floor(total), Math.floor(bad)];
        const labels = labelsOf(pod);
        return [
          `up{${labels}} 1`,
          `scrape_duration_seconds{${labels}} 0.01`,
          `http_requests_total{${labels},code="200"} ${all - wrong}`,
          `http_requests_total{${labels},code="500"} ${wrong}`,
        ];
      });
    return `${lines.join('\n')}\n`;
  }
}

function labelsOf({ metadata, status }: Pod): string {
  const labels = {
    job: 'pods',
    instance: `${status?.podIP}:8080`,
    namespace: metadata?.namespace,
    pod: metadata?.name,
    pod_uid: metadata?.uid,
  };
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${value}"`)
    .join(',');
}
