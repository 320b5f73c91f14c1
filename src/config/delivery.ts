import { z } from 'zod';
import {
  argumentNameSchema,
  bytesSchema,
  environmentVariableSchema,
  fileNameSchema,
  labelSchema,
  listSchema,
  metadataNameSchema,
  percentSchema,
  platformSchema,
  relativePathSchema,
  repositorySchema,
  secretIdSchema,
  stageSchema,
} from './formats.ts';
import { leadsTo } from './leads-to.ts';
import { type PlacedProblem, placed } from './placed-problem.ts';
import { suggest } from './suggest.ts';
import { tagsSchema } from './tags.ts';
import { templateMistake } from './template.ts';

/** The build replaces each `{{expression}}`, so all of them must be known. */
const argumentSchema = z.string().check(({ value, issues }) => {
  const message = templateMistake(value, 'argument');
  if (message !== undefined) issues.push({ code: 'custom', message, input: value });
});

/** The schemas of `images` and `test`: how an image is built, tagged and tested. */

export const imageSchema = z.strictObject({
  repository: repositorySchema.meta({
    description:
      'The repository, without tag or digest. `push` copies builds here from `candidate`, and the release sets their digest in containers that use it.',
    example: 'ghcr.io/acme/shop',
  }),
  candidate: repositorySchema.exactOptional().meta({
    description:
      'The repository, in any registry, for unscanned builds and the build cache. Default: `<repository>-candidate`.',
    example: 'harbor.example.com/build/shop',
  }),
  mirrors: z
    .array(repositorySchema)
    .exactOptional()
    .meta({
      description: 'Repositories, in any registry, that also get the image, its tags and signatures.',
      example: ['docker.io/acme/shop'],
    }),
  context: relativePathSchema
    .prefault('.')
    .meta({ description: 'The build context, relative to slipway.yml.', example: 'web' }),
  dockerfile: fileNameSchema
    .prefault('Dockerfile')
    .meta({ description: 'The Dockerfile, relative to `context`.', example: 'deploy/Dockerfile' }),
  target: stageSchema
    .exactOptional()
    .meta({ description: 'The stage to build. Default: the last one.', example: 'runtime' }),
  platforms: listSchema(platformSchema, 'is empty; list at least one platform, such as `- linux/amd64`')
    .exactOptional()
    .meta({
      description: "The platforms to build for, such as `linux/amd64`. Default: the builder's own.",
      example: ['linux/amd64', 'linux/arm64'],
    }),
  args: z
    .record(argumentNameSchema, argumentSchema)
    .prefault({})
    .meta({
      description:
        "Build arguments, never secret. `{{commit}}`, `{{sha}}`, `{{version}}`, `{{branch}}`, `{{tag}}`, `{{file 'VERSION'}}` and `{{commit_date 'YYYY-MM-DD'}}` are filled in; an unknown value is empty.",
      example: { NODE: '24', COMMIT: '{{commit}}' },
    }),
  secrets: z
    .record(secretIdSchema, environmentVariableSchema)
    .prefault({})
    .meta({
      description:
        'Secrets that steps mount by `RUN --mount=type=secret,id=…`, by variable. They never get into the image.',
      example: { npm: 'NPM_TOKEN' },
    }),
  budget: z
    .strictObject({
      compressed: bytesSchema.exactOptional().meta({
        description: 'The maximum compressed size of each platform.',
        example: '150MB',
      }),
      growth: percentSchema.exactOptional().meta({
        description: 'How much larger each platform may be than in the deployed image.',
        example: '10%',
      }),
    })
    .exactOptional()
    .meta({
      description: 'How large the image may be.',
      example: { compressed: '150MB', growth: '10%' },
    }),
  bases: z
    .array(labelSchema('the name of an image'))
    .prefault([])
    .meta({
      description: 'Other images of this file in FROM. Each becomes the digest from the same run.',
      example: ['base'],
    }),
  tags: tagsSchema.exactOptional().meta({
    description: 'Its own tags, instead of the top-level `tags`.',
    example: { rules: [{ type: 'ref', event: 'branch' }], suffix: '-slim' },
  }),
  labels: z
    .record(metadataNameSchema, z.string())
    .exactOptional()
    .meta({
      description:
        'Labels and annotations of the image and its index, over those from the commit; an empty value removes one.',
      example: { 'org.opencontainers.image.licenses': 'Apache-2.0' },
    }),
});

type Images = Readonly<Record<string, z.output<typeof imageSchema>>>;

const candidateIn = ({ repository, candidate }: Images[string]) => candidate ?? `${repository}-candidate`;

/** Returns problems with candidate repositories: one that releases use, or that holds another image's cache. Pure. */
export function candidateProblems(images: Images): PlacedProblem[] {
  const all = Object.entries(images);
  const released = new Set(all.map(([, { repository }]) => repository));
  return all.flatMap(([name, { candidate }]) => {
    if (candidate === undefined) return [];
    const [twin] = all.find(([other, each]) => other !== name && candidateIn(each) === candidate) ?? [];
    const message = released.has(candidate)
      ? 'is a repository that images are released from, and a candidate is not scanned yet; name another repository'
      : twin &&
        `is also the candidate repository of ${twin}, and each image keeps its cache there; name another repository`;
    return placed([name, 'candidate'], message);
  });
}

/** Returns problems with mirrors: a repository that an image already uses, or a mirror that two images share. Pure. */
export function mirrorProblems(images: Images): PlacedProblem[] {
  const taken = new Map(
    Object.entries(images).flatMap(([name, image]): [string, string][] => [
      [image.repository, `the repository of ${name}`],
      [candidateIn(image), `the candidate repository of ${name}`],
    ]),
  );
  return Object.entries(images).flatMap(([name, { mirrors = [] }]) =>
    mirrors.flatMap((mirror, index) => {
      const use = taken.get(mirror);
      taken.set(mirror, `a mirror of ${name}`);
      return placed([name, 'mirrors', index], use && `is already ${use}; name another repository`);
    }),
  );
}

/** Returns problems with `repositories` of environments: one for an unknown image, or one with unscanned candidates. Pure. */
export function placeProblems(
  environments: Readonly<Record<string, { readonly repositories?: Readonly<Record<string, string>> }>>,
  images: Images,
): PlacedProblem[] {
  const waiting = new Set(Object.values(images).map(candidateIn));
  return Object.entries(environments).flatMap(([environment, { repositories = {} }]) =>
    Object.entries(repositories).flatMap(([name, repository]) => {
      const message = !Object.hasOwn(images, name)
        ? `is for an image that is not in this file; ${suggest(name, Object.keys(images))}`
        : waiting.has(repository)
          ? 'is a candidate repository, whose images are not scanned yet; name another repository'
          : undefined;
      return placed([environment, 'repositories', name], message);
    }),
  );
}

/** Returns problems with `bases`: an unknown image, or an image that would be its own base. Pure. */
export function baseProblems(images: Images): PlacedProblem[] {
  const basesOf = (name: string) => images[name]?.bases ?? [];
  return Object.entries(images).flatMap(([name, { bases }]) =>
    bases.flatMap((base, index) => {
      const message = !Object.hasOwn(images, base)
        ? `is not an image of this file; ${suggest(base, Object.keys(images))}`
        : leadsTo(base, name, basesOf)
          ? 'is itself built from this image; remove one of the two'
          : undefined;
      return placed([name, 'bases', index], message);
    }),
  );
}

export const testSchema = z.strictObject({
  run: z
    .string()
    .regex(/\S/, { error: 'is empty; write the command that runs the tests, such as npm test' })
    .exactOptional()
    .meta({
      description:
        'The command, run by bash in the folder of slipway.yml. Default: none; existing reports are read.',
      example: 'npm test',
    }),
  services: relativePathSchema.exactOptional().meta({
    description:
      'A compose file, whose services docker starts before the command and removes after it. Default: none.',
    example: 'compose.test.yml',
  }),
  junit: listSchema(
    relativePathSchema,
    'is empty; list at least one file or pattern, such as `- reports/*.xml`',
  )
    .exactOptional()
    .meta({
      description: 'JUnit XML files that the command writes, with `*` and `**`.',
      example: ['reports/*.xml'],
    }),
  coverage: z
    .strictObject({
      file: relativePathSchema.meta({
        description: 'An LCOV, Cobertura or JaCoCo file that the command writes.',
        example: 'reports/cobertura.xml',
      }),
      lines: percentSchema
        .exactOptional()
        .meta({ description: 'The least share of covered lines.', example: '70%' }),
      branches: percentSchema
        .exactOptional()
        .meta({ description: 'The least share of covered branches.', example: '60%' }),
    })
    .exactOptional()
    .meta({
      description: 'Test coverage and its thresholds.',
      example: { file: 'reports/cobertura.xml', lines: '70%' },
    }),
});
