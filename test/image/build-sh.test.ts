import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tagsSchema } from '../../src/config/tags.ts';
import { planBuildSh } from '../../src/image/build-sh.ts';
import { gitOfGitHub } from '../../src/image/git.ts';
import { planImages } from '../../src/image/plan.ts';
import { openWorkplace, type Workplace } from '../actions/workplace.ts';
import { putIndex } from '../registry/store.ts';
import { wording } from '../wording.ts';

/** The answers of the real script, in order (`--dry` each time). */
interface Vector {
  readonly number: number;
  readonly args: string;
  readonly env: Readonly<Record<string, string>>;
  readonly tags?: readonly string[];
  readonly version?: string;
  /** Only with `--push`. */
  readonly cache?: string;
  readonly repository?: string;
  /** One of the tags is refused by registries. */
  readonly invalid?: string;
  /** The output of the script when it ended with 1. */
  readonly exits?: string;
}

const vectors: Vector[] = JSON.parse(
  await readFile(new URL('build-sh-vectors.json', import.meta.url), 'utf8'),
);
const planned = vectors.flatMap(vector =>
  vector.tags === undefined ? [] : [{ ...vector, tags: vector.tags }],
);
const option = ({ args }: Vector, name: string) => new RegExp(`-${name} (\\S+)`).exec(args)?.[1];
const suffixOf = (vector: Vector) => (option(vector, 't') === undefined ? '' : `-${option(vector, 't')}`);

/** The environment of GitHub's runner for the RELEVANT_SHA and GITHUB_REF_NAME of the script. */
function environment({ env }: Vector): Record<string, string> {
  const { RELEVANT_SHA, GITHUB_REF_NAME: name, ...rest } = env;
  const kind = /^v?\d+\.\d+/.test(name ?? '') ? 'tags' : name?.endsWith('/merge') ? 'pull' : 'heads';
  const ref = name === undefined ? '' : `refs/${kind}/${name}`;
  return { ...rest, GITHUB_REF: ref, ...(RELEVANT_SHA === undefined ? {} : { GITHUB_SHA: RELEVANT_SHA }) };
}

describe('the plan of build.sh', () => {
  it('is compared with 18 answers of the real script, of which 15 are plans', () => {
    expect([vectors.length, planned.length]).toEqual([18, 15]);
  });

  it.each(planned)('is byte for byte that of the script: $number ($args)', vector => {
    const git = gitOfGitHub(environment(vector), {});
    const { env } = vector;
    const plan = planBuildSh({
      ref: git.ref,
      revision: git.revision,
      suffix: suffixOf(vector),
      sourceTag: env.DOCKER_IMAGE_SOURCE_TAG,
      imageTag: env.DOCKER_IMAGE_TAG,
    });
    // In the script's JSON, no tag at all is one empty text.
    expect(JSON.stringify(plan.tags.length === 0 ? [''] : plan.tags)).toBe(JSON.stringify(vector.tags));
    expect(plan.version).toBe(vector.version);
    if (vector.cache !== undefined) expect(plan.cache).toBe(vector.cache);
  });

  it('has a warning where push would refuse it', () => {
    const image = {
      repository: 'r/i',
      context: '.',
      dockerfile: 'Dockerfile',
      args: {},
      secrets: {},
      bases: [],
    };
    const tags = tagsSchema.parse({ rules: 'build.sh' });
    for (const vector of planned.filter(({ args }) => !args.includes('-t'))) {
      const git = gitOfGitHub(environment(vector), {});
      const { remarks } = planImages({ images: { image }, tags }, { git, now: 0 }).image!;
      expect(remarks, String(vector.number)).toEqual(
        vector.invalid === undefined ? [] : [wording(`${vector.invalid}`, 'build.sh')],
      );
    }
  });
});

describe('the actions with build.sh', () => {
  let at: Workplace;
  beforeEach(async () => {
    at = await openWorkplace();
    const { host } = at.store;
    await at.write('containers/app/Dockerfile', 'FROM scratch\n');
    await at.write('containers/runtime/Dockerfile', 'FROM scratch\n');
    await at.write('slipway.yml', slipwayOf(host, ''));
    const digest = putIndex(at.store, 'openhands-candidate').digest;
    putIndex(at.store, 'runtime-candidate');
    await at.program(
      'buildx',
      `[ "$1" = version ] && echo 'github.com/docker/buildx v0.30.1' && exit 0
[ "$1" = inspect ] && echo 'Driver: remote' && exit 0
echo "$*" >> "${at.folder}/asked"
while [ "$1" != --metadata-file ]; do shift; done
echo '{"containerimage.digest": "${digest}"}' > "$2"`,
    );
  });
  afterEach(() => at.close());

  /** The settings that the script reads from config.sh, as slipway.yml. */
  const slipwayOf = (host: string, suffix: string, images?: string) => `app: openhands
images: ${
    images ??
    `
  openhands: {repository: "${host}/openhands", dockerfile: containers/app/Dockerfile}
  runtime: {repository: "${host}/runtime", context: containers/runtime}
  enterprise: {repository: "${host}/enterprise", dockerfile: containers/enterprise/Dockerfile}`
  }
tags: {rules: build.sh${suffix === '' ? '' : `, suffix: ${suffix}`}}
environments:
  production: {namespace: openhands, manifests: [deploy/], workload: Deployment/openhands}
`;

  const build = async (vector: Vector) => {
    for (const [name, value] of Object.entries(environment(vector))) vi.stubEnv(name, value);
    const image = option(vector, 'i');
    await at.write(
      'slipway.yml',
      slipwayOf(at.store.host, suffixOf(vector), image === undefined ? '{}' : undefined),
    );
    return at.slipway(['build', '--images', image ?? '']);
  };

  it.each(planned)('build and push follow the plan: $number', async vector => {
    const image = option(vector, 'i')!;
    const built = await build(vector);
    const tags = vector.tags.filter(tag => tag !== '');
    expect(built).toMatchObject({
      code: 0,
      outputs: { tags: JSON.stringify(tags), version: vector.version },
    });
    const { images = '', tags: output = '' } = built.outputs;
    const pushed = await at.slipway(['push', '--images', images, '--tags', output]);
    if (tags.length > 0 && vector.invalid === undefined) {
      expect(pushed).toMatchObject({ code: 0, outputs: { tags: output, kept: `{"${image}":{}}` } });
      for (const tag of tags) expect(at.store.manifests.has(`${image}:${tag}`)).toBe(true);
      return;
    }
    expect(pushed).toMatchObject({ code: 1, outputs: { tags: '[]', references: '{}' } });
    expect(pushed.outputs.reason).toEqual(
      vector.invalid === undefined ? wording('["1.4.2"]') : wording(`${vector.invalid}`, '128'),
    );
    expect([...at.store.manifests.keys()].filter(key => key.startsWith(`${image}:`))).toEqual([]);
  });

  it.each<[number, RegExp]>([
    [16, wording('containers/enterprise/Dockerfile')],
    [17, wording('slipway.yml')],
    [18, wording('slipway.yml:2:9', 'images')],
  ])('refuse what the script refuses: %i', async (number, sentence) => {
    const vector = vectors.find(each => each.number === number)!;
    expect(vector.exits).toBeTypeOf('string');
    const built = await build(vector);
    expect(built).toMatchObject({ code: 1, outputs: { tags: '[]', images: '{}' } });
    expect(built.outputs.reason).toEqual(sentence);
  });

  it('keep the cache of a branch under the name of the script, and none of a pull request', async () => {
    await build(vectors[1]!);
    await build(vectors[5]!);
    const asked = (await readFile(`${at.folder}/asked`, 'utf8')).split('\n');
    const [branch, pull] = asked.filter(line => !line.includes('--call=check'));
    expect(branch).toContain(
      `--cache-to type=registry,ref=${at.store.host}/openhands-candidate:buildcache-main,`,
    );
    expect(pull).not.toContain('--cache-to');
  });
});
