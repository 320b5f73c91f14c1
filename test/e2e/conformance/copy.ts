import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The good application for one lab: the fixture, with the names that differ in each lab. Pure but for the copy. */

export interface LabNames {
  readonly namespace: string;
  /** Architecture of the nodes, as OCI calls it. */
  readonly architecture: string;
  readonly buckets: { readonly near: string; readonly far: string; readonly drill: string };
  /** Of the lab's cluster, and of the one that plays production. */
  readonly uids: { readonly lab: string; readonly production: string };
  /** An age public key. */
  readonly recipient: string;
  /** Commands of drills, by the name of the script in the fixture. */
  readonly scripts: Readonly<Record<string, string>>;
}

/** Replaces what the fixture says for no lab. @throws Error for a text that is not there: the fixture has changed. */
export function textFor(file: string, text: string, names: LabNames): string {
  const { namespace, architecture, buckets, uids, recipient, scripts } = names;
  const common: [string, string][] = [
    ['namespace: shop', `namespace: ${namespace}`],
    ['shop.example', `${namespace}.example`],
  ];
  const settings: [string, string][] = [
    ...common,
    ['linux/amd64', `linux/${architecture}`],
    ['db.shop.svc', `db.${namespace}.svc`],
    ['conformance-near', buckets.near],
    ['conformance-far', buckets.far],
    ['conformance-drill', buckets.drill],
    ['00000000-0000-0000-0000-000000000001', uids.lab],
    ['0f5e3c9e-7d0b-4d7e-9a57-1f6f6a1c2b22', uids.production],
    ['age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj', recipient],
    ...Object.entries(scripts).map(([name, path]): [string, string] => [`[node, ${name}`, `[node, ${path}`]),
  ];
  const all = file === 'slipway.yml' ? settings : common;
  return all.reduce((so, [from, to]) => {
    if (file === 'slipway.yml' && !so.includes(from)) throw new Error(`slipway.yml has no ${from}`);
    return so.replaceAll(from, () => to);
  }, text);
}

/** Copies the application and the sources of its database client into a folder. */
export async function copyGood(good: string, records: string, to: string, names: LabNames): Promise<void> {
  await cp(good, to, { recursive: true });
  for (const file of await readdir(records))
    if (/\.(go|mod|sum)$/.test(file)) await cp(join(records, file), join(to, 'records', file));
  const manifests = (await readdir(join(to, 'deploy'))).map(file => `deploy/${file}`);
  for (const file of ['slipway.yml', ...manifests]) {
    const path = join(to, file);
    await writeFile(path, textFor(file, await readFile(path, 'utf8'), names));
  }
}
