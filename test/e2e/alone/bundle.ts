import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lab } from '../../../lab/lab.ts';
import { prometheusFolder } from '../../../lab/prometheus.ts';
import type { Run } from '../harness.ts';

/** Where commands of Slipway run, and for which namespace. */
interface Watched {
  readonly namespace: string;
  readonly dir: string;
  slipway(args: string[]): Promise<Run>;
}

/** Writes what `slipway monitoring` says about a shop; promtool and amtool must accept it. @returns the texts of its files. */
export async function bundleOf(shop: Omit<Watched, 'namespace'>): Promise<(file: string) => string> {
  const { code, outputs, stderr } = await shop.slipway([
    ...['monitoring', 'bundle', '--environment', 'production'],
  ]);
  assert.deepEqual({ code, checked: outputs.checked }, { code: 0, checked: 'true' }, stderr);
  return file => readFileSync(join(shop.dir, 'bundle', file), 'utf8');
}

/** Returns what a sink of the lab got at a path, with the time in milliseconds since 1970. */
export const received = async (path: string): Promise<{ body: string; at: number }[]> =>
  (await (await fetch(`${process.env.SLIPWAY_SINKS ?? ''}/received/${path}`)).json()) as {
    body: string;
    at: number;
  }[];

/** Gives the lab's Prometheus a file about a shop, which it reads at the next reload. @returns its path, to remove it. */
export function placeFor(
  shop: Pick<Watched, 'namespace'>,
  lab: Lab,
  content: 'rules' | 'scrape',
  text: string,
): string {
  const file = join(prometheusFolder(lab, content), `${shop.namespace}.yaml`);
  writeFileSync(file, text, { mode: 0o600 });
  return file;
}
