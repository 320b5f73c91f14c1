import { z } from 'zod';
import {
  argumentNameSchema,
  bytesSchema,
  environmentVariableSchema,
  fileNameSchema,
  labelSchema,
  metadataNameSchema,
  percentSchema,
  platformSchema,
  relativePathSchema,
  repositorySchema,
  secretIdSchema,
  stageSchema,
} from './grammar.ts';
import { suggest } from './suggest.ts';
import { tagsSchema } from './tags.ts';
import { templateMistake } from './template.ts';

/** What stands in braces is put in when an image is built, and has to be known. */
const argumentSchema = z.string().check(({ value, issues }) => {
  const message = templateMistake(value, 'argument');
  if (message !== undefined) issues.push({ code: 'custom', message, input: value });
});

/** The part of slipway.yml that ends with an image in its repository: how it is built, tested and scanned. */

export const imageSchema = z.strictObject({
  repository: repositorySchema.meta({
    description:
      'The repository without tag or digest; containers of it get the digest of the release. What is built waits in `candidate` until `push` copies it here.',
    example: 'ghcr.io/acme/shop',
  }),
  candidate: repositorySchema.exactOptional().meta({
    description:
      'Where what is built waits, with its cache: another repository, in the same registry or another one. Default: `<repository>-candidate`.',
    example: 'harbor.example.com/build/shop',
  }),
  mirrors: z
    .array(repositorySchema)
    .exactOptional()
    .meta({
      description:
        'Further repositories, in the same registry or others, that get the same image, tags and signatures; nothing is released from them. Default: none.',
      example: ['docker.io/acme/shop'],
    }),
  context: relativePathSchema
    .prefault('.')
    .meta({ description: 'The folder that the build may read, relative to slipway.yml.', example: 'web' }),
  dockerfile: fileNameSchema
    .prefault('Dockerfile')
    .meta({ description: 'The Dockerfile, relative to `context`.', example: 'deploy/Dockerfile' }),
  target: stageSchema
    .exactOptional()
    .meta({ description: 'The stage to build. Default: the last one.', example: 'runtime' }),
  platforms: z
    .array(platformSchema)
    .min(1, { error: 'is empty; list at least one platform, such as `- linux/amd64`' })
    .exactOptional()
    .meta({
      description: "The platforms to build for. Default: the builder's own.",
      example: ['linux/amd64', 'linux/arm64'],
    }),
  args: z
    .record(argumentNameSchema, argumentSchema)
    .prefault({})
    .meta({
      description:
        "Build arguments. Never a secret: they stay in the image. `{{commit}}`, `{{sha}}`, `{{version}}`, `{{branch}}`, `{{tag}}` and `{{commit_date 'YYYY-MM-DD'}}` stand for those of the commit; what is not known is empty.",
      example: { NODE: '24', COMMIT: '{{commit}}' },
    }),
  secrets: z
    .record(secretIdSchema, environmentVariableSchema)
    .prefault({})
    .meta({
      description:
        'Secrets that steps may mount (`RUN --mount=type=secret,id=…`), each from an environment variable. They never get into the image.',
      example: { npm: 'NPM_TOKEN' },
    }),
  budget: z
    .strictObject({
      compressed: bytesSchema.exactOptional().meta({
        description: 'The most that each platform may have, as it is stored and pulled.',
        example: '150MB',
      }),
      growth: percentSchema.exactOptional().meta({
        description: 'How much larger each platform may be than in the image that is deployed.',
        example: '10%',
      }),
    })
    .exactOptional()
    .meta({
      description: 'How large the image may be, by its manifest and to the byte.',
      example: { compressed: '150MB', growth: '10%' },
    }),
  bases: z
    .array(labelSchema('the name of an image'))
    .prefault([])
    .meta({
      description:
        'Other images of this file that the Dockerfile names in FROM; each stands for the digest that the same run built.',
      example: ['base'],
    }),
  tags: tagsSchema.exactOptional().meta({
    description: 'Which tags this image gets, instead of those of the whole file.',
    example: { rules: [{ type: 'ref', event: 'branch' }], suffix: '-slim' },
  }),
  labels: z
    .record(metadataNameSchema, z.string())
    .exactOptional()
    .meta({
      description:
        'Labels, which are annotations of the image and its index, too. They win over those that are made from the commit; an empty one leaves that out.',
      example: { 'org.opencontainers.image.licenses': 'Apache-2.0' },
    }),
});

const candidateIn = (image: { readonly repository: string; readonly candidate?: string }) =>
  image.candidate ?? `${image.repository}-candidate`;

/** Candidate repositories that would hold what others pull, or another image's cache. Pure. */
export function candidateProblems(
  images: Readonly<Record<string, { readonly repository: string; readonly candidate?: string }>>,
): { path: [string, 'candidate']; message: string }[] {
  const released = new Set(Object.values(images).map(({ repository }) => repository));
  return Object.entries(images).flatMap(([name, image]) => {
    if (image.candidate === undefined) return [];
    const [twin] = Object.entries(images).flatMap(([other, each]) =>
      other !== name && candidateIn(each) === image.candidate ? [other] : [],
    );
    const message = released.has(image.candidate)
      ? 'is a repository that images are released from; name another, because what waits there is not scanned yet'
      : twin === undefined
        ? undefined
        : `is the candidate repository of ${twin}, too; name another, because each keeps its cache there`;
    return message === undefined ? [] : [{ path: [name, 'candidate'], message }];
  });
}

/** Mirrors that already are a repository of an image, or that two images would share. Pure. */
export function mirrorProblems(
  images: Readonly<
    Record<
      string,
      { readonly repository: string; readonly candidate?: string; readonly mirrors?: readonly string[] }
    >
  >,
): { path: [string, 'mirrors', number]; message: string }[] {
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
      if (use === undefined) return [];
      return [
        {
          path: [name, 'mirrors', index] as [string, 'mirrors', number],
          message: `is ${use}; name another repository`,
        },
      ];
    }),
  );
}

/** Repositories of environments for images that are not there, or that hold what is not scanned yet. Pure. */
export function placeProblems(
  environments: Readonly<Record<string, { readonly repositories?: Readonly<Record<string, string>> }>>,
  images: Readonly<Record<string, { readonly repository: string; readonly candidate?: string }>>,
): { path: [string, 'repositories', string]; message: string }[] {
  const waiting = new Set(Object.values(images).map(candidateIn));
  return Object.entries(environments).flatMap(([environment, { repositories = {} }]) =>
    Object.entries(repositories).flatMap(([name, repository]) => {
      const message = !Object.hasOwn(images, name)
        ? `is for no image of this file; ${suggest(name, Object.keys(images))}`
        : waiting.has(repository)
          ? 'is where images wait for their scan; name another repository'
          : undefined;
      return message === undefined ? [] : [{ path: [environment, 'repositories', name], message }];
    }),
  );
}

/** Bases that are not there, and images that would be their own base. Pure. */
export function baseProblems(
  images: Readonly<Record<string, { readonly bases: readonly string[] }>>,
): { path: [string, 'bases', number]; message: string }[] {
  const leadsTo = (from: string, to: string, seen: ReadonlySet<string> = new Set()): boolean =>
    from === to ||
    (!seen.has(from) &&
      (images[from]?.bases ?? []).some(base => leadsTo(base, to, new Set([...seen, from]))));
  return Object.entries(images).flatMap(([name, { bases }]) =>
    bases.flatMap((base, index) => {
      const path: [string, 'bases', number] = [name, 'bases', index];
      if (!Object.hasOwn(images, base)) {
        return [{ path, message: `names no image of this file; ${suggest(base, Object.keys(images))}` }];
      }
      return leadsTo(base, name)
        ? [{ path, message: 'is built from this image itself; take one of the two out' }]
        : [];
    }),
  );
}

export const testSchema = z.strictObject({
  run: z
    .string()
    .regex(/\S/, { error: 'is empty; write the command that runs the tests, such as npm test' })
    .exactOptional()
    .meta({
      description: 'The command, run by bash in the folder of slipway.yml. Default: reports are only read.',
      example: 'npm test',
    }),
  junit: z
    .array(relativePathSchema)
    .min(1, { error: 'is empty; list at least one file or pattern, such as `- reports/*.xml`' })
    .exactOptional()
    .meta({
      description: 'JUnit XML files that the command writes; `*` and `**` match.',
      example: ['reports/*.xml'],
    }),
  coverage: z
    .strictObject({
      file: relativePathSchema.meta({
        description: 'A Cobertura XML or LCOV file that the command writes.',
        example: 'reports/cobertura.xml',
      }),
      lines: percentSchema
        .exactOptional()
        .meta({ description: 'The share of lines that must be covered.', example: '70%' }),
      branches: percentSchema
        .exactOptional()
        .meta({ description: 'The share of branches that must be covered.', example: '60%' }),
    })
    .exactOptional()
    .meta({
      description: 'Test coverage and its thresholds.',
      example: { file: 'reports/cobertura.xml', lines: '70%' },
    }),
});
