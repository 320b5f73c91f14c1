import { execFileSync } from 'node:child_process';
import type { Digest } from '../../../src/image/reference.ts';
import { RegistryClient } from '../../../src/registry/client.ts';
import { applied, type Cause, configured, deleted, together } from './causes.ts';
import type { Place } from './place.ts';
import { buildVersion, job, production, release } from './releases.ts';
import type { releaseSeeds } from './running-seeds.ts';

/** Shortfalls of releases. Those that make one come last: what follows has another live version. */

const registry = process.env.SLIPWAY_REGISTRY ?? '127.0.0.1:5000';

const liveRelease = async ({ slipway }: Place): Promise<string> =>
  (await slipway(['status', ...production])).outputs.release ?? '';

/** A pod that the Deployment's selector counts, and that runs another image. */
const stranger = applied({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'stranger', labels: { app: 'shop' } },
  spec: {
    automountServiceAccountToken: false,
    containers: [
      {
        name: 'shop',
        image: `${registry}/base/node:24`,
        command: ['node', '-e', 'setInterval(() => {}, 1000)'],
      },
    ],
  },
});

/** The registry loses an image of the live release. */
async function lostImage(place: Place) {
  const { outputs } = await place.slipway(['status', ...production]);
  const images = JSON.parse(outputs.images ?? '{}') as Record<string, string>;
  const [repository = '', digest = ''] = (images.shop ?? '').split('@');
  const client = new RegistryClient();
  const kept = await client.manifest(repository, digest as Digest);
  await client.remove(repository, digest as Digest);
  return async () => {
    if (kept !== undefined) await client.putManifest(repository, kept);
  };
}

/** The tag of the base image leads to another one, with a further layer: `stale` compares layers. */
async function movedBase() {
  const tag = `${registry}/base/node:24`;
  const found = await new RegistryClient().manifest(`${registry}/base/node`, '24');
  const build = ['build', '--quiet', '--push', '--provenance=false', '--tag', tag, '-'];
  execFileSync('buildx', build, { input: `FROM ${tag}\nWORKDIR /moved\n` });
  return async () => {
    const original = `${registry}/base/node@${found?.digest}`;
    execFileSync('buildx', ['imagetools', 'create', '--tag', tag, original]);
  };
}

export const releaseCauses: Readonly<Record<keyof typeof releaseSeeds, Cause>> = {
  'a base image that has moved': movedBase,
  'a pod that runs another image': stranger,
  'an image that the registry lost': lostImage,
  'a record that was deleted': async place =>
    deleted('configmap', `slipway-shop-r${await liveRelease(place)}`)(place),
  'a release that is not signed': async place => {
    const undo = await configured(/^signing:.*\ntrust:.*\n/m, '')(place);
    await buildVersion(place, 'unsigned', false);
    await release(place, 'rolling');
    return undo;
  },
  'a canary that gets all requests at once': async place => {
    const undo = await together(
      configured('steps: [25%, 50%]', 'steps: [98%]'),
      configured('bake: { weight: 80%', 'bake: { weight: 99%'),
    )(place);
    await buildVersion(place, 'at-once');
    await release(place, 'canary');
    return undo;
  },
  'a release by hand': async place => {
    await buildVersion(place, 'by-hand');
    await release(place, 'rolling', {});
    return async () => void (await release(place, 'rolling', job));
  },
};
