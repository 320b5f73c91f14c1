import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { RegistryClient } from '../../src/registry/client.ts';
import { digestOf } from '../../src/registry/manifest.ts';
import { cases, play } from '../registry/forward-cases.ts';

/** Floating tags move only forward, against Docker's registry; needs only SLIPWAY_REGISTRY. */

const host = process.env.SLIPWAY_REGISTRY ?? '';
/** Only of this run: no image of an earlier one can make a test pass. */
const home = `e2e/forward-${randomBytes(4).toString('hex')}`;
const types = 'application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json';

/** Reads a digest as `curl` would, without Slipway's code. */
async function digestAt(name: string, tag: string): Promise<string> {
  const answer = await fetch(`http://${host}/v2/${name}/manifests/${tag}`, { headers: { accept: types } });
  expect(answer.status, tag).toBe(200);
  return digestOf(Buffer.from(await answer.arrayBuffer()));
}

describe('against a real registry', () => {
  it.each(cases.map((each, index) => ({ ...each, index })))('$name', async ({ index, ...each }) => {
    const name = `${home}/${index}`;
    const { pushed, digests } = await play(new RegistryClient(), `${host}/${name}`, each);
    const after: [string, string | undefined][] = [];
    for (const tag of Object.keys(each.after)) {
      const digest = await digestAt(name, tag);
      after.push([tag, [...digests].find(([known]) => known === digest)?.[1]]);
    }
    expect(Object.fromEntries(after)).toEqual(each.after);
    expect(Object.fromEntries(pushed.kept.map(({ tag, reason }) => [tag, reason]))).toEqual(each.kept ?? {});
    const { tags } = (await (await fetch(`http://${host}/v2/${name}/tags/list`)).json()) as {
      tags: string[];
    };
    expect(tags.sort()).toEqual(
      [...new Set([...each.before.flatMap(before => before.tags), ...pushed.tags])].sort(),
    );
  });
});
