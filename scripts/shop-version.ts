/** Checkouts of the shop's versions for a rehearsal, each with its own fault. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyShop, type Target } from './shop.ts';

/** The settings that all versions of a rehearsal share. */
export interface Source {
  target: Target;
  namespace: string;
  /** The Service of Prometheus as `namespace/name:port`. */
  prometheus: string;
  /** The source of the measured traffic share. */
  share: 'contour' | 'application';
  /** Seconds between two ticks of the gate: at least the scrape interval of Prometheus. */
  tick: number;
  /** Image of the watchdog Job, which restores traffic when the heartbeat of a run stops; no watchdog if undefined. */
  watchdog: string | undefined;
}

/**
 * Creates a checkout of one version of the shop.
 * @param errorRate share of requests, 0 to 1, that the version fails on purpose.
 * @returns the folder of the checkout; the caller removes it.
 */
export function checkout(source: Source, version: string, errorRate: string): string {
  const { target, namespace } = source;
  const args = `args: { VERSION: '${version}', BASE: '${target.base}' }`;
  const repository = `repository: ${target.registry}/shop`;
  const folder = copyShop(target, namespace, (file, text) => {
    if (file === 'deploy/config.yaml') return withErrors(text, errorRate);
    if (file !== 'slipway.yml') return text;
    return asCanary(text.replace(repository, `${repository}, ${args}`), source);
  });
  if (!readFileSync(join(folder, 'slipway.yml'), 'utf8').includes(version))
    throw new Error('the version cannot be inserted into the slipway.yml of the example');
  return folder;
}

/** Makes it a canary that takes a minute instead of an hour: few steps, short ticks, wide margins. */
function asCanary(text: string, { prometheus, share, tick, watchdog: image }: Source): string {
  const watchdog = image === undefined ? 'off' : `{ image: '${image}' }`;
  const strategy = `strategy:
      canary: { steps: [50%], bake: { weight: 80%, for: 10s }, deadline: 4m, watch: ${tick}s, watchdog: ${watchdog} }
    gate:
      prometheus: { service: ${prometheus} }
      tick: ${tick}s
      warm-up: ${2 * tick}s
      profile: gross
      share: ${share}
      metrics:
        - { name: errors, total: http_requests_total, bad: 'http_requests_total{code=~"5.."}' }`;
  const changed = text.replace('strategy: { rolling: { deadline: 2m } }', strategy);
  if (changed === text)
    throw new Error('the strategy cannot be inserted into the slipway.yml of the example');
  return changed;
}

function withErrors(text: string, share: string): string {
  return text.replace(
    'GREETING:',
    `FAULT_ERROR_RATE: "${share}"
  GREETING:`,
  );
}
