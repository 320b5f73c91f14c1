import { z } from 'zod';
import { isMap } from '../toolkit/map.ts';
import { durationSchema, headerNameSchema, imageReferenceSchema, percentSchema } from './formats.ts';

/** The schema of `strategy`: how a release replaces the baseline. */

const deadline = (preset: string) =>
  durationSchema
    .prefault(preset)
    .meta({ description: 'How long the rollout may take before a rollback.', example: preset });

const watch = durationSchema.prefault('10m').meta({
  description: 'How long limits are still checked after promotion.',
  example: '10m',
});

const weightSchema = percentSchema.refine(weight => weight > 0 && weight < 100, {
  error: 'is not a canary weight; write a percentage above 0% and below 100%',
});

const watchdogSchema = z
  .union(
    [
      z.literal('off'),
      z.strictObject({
        image: imageReferenceSchema.meta({
          description: 'An image with a shell and kubectl or curl.',
          example: 'registry.example.com/tools/curl:8',
        }),
      }),
    ],
    {
      error:
        'is neither off nor an image; write `watchdog: {image: …}` for an image with a shell and kubectl or curl, or `watchdog: off`',
    },
  )
  .meta({
    description:
      'The Job that restores the traffic when the run is lost: its image, or `off`. Default: none; each release demands a choice.',
    example: { image: 'registry.example.com/tools/curl:8' },
  });

const previewSchema = z
  .strictObject({
    header: headerNameSchema.meta({
      description: 'The name of the header.',
      example: 'X-Preview',
    }),
    value: z.string().min(1, { error: 'is empty; write the value of the header' }).meta({
      description: 'The value.',
      example: 'candidate',
    }),
  })
  .meta({
    description: 'A header that sends requests to the candidate; it needs `route`.',
    example: { header: 'X-Preview', value: 'candidate' },
  });

/** Fields of every strategy that runs a candidate beside the baseline. */
const beside = {
  preview: previewSchema.exactOptional(),
  watchdog: watchdogSchema.exactOptional(),
};

const canarySchema = z.strictObject({
  steps: z
    .array(weightSchema)
    .min(1, { error: 'is empty; list at least one weight, such as `steps: [5%, 25%, 50%]`' })
    .refine(steps => steps.every((weight, index) => index === 0 || weight > (steps[index - 1] ?? 0)), {
      error: 'does not rise; make each weight larger than the one before, such as `steps: [5%, 25%, 50%]`',
    })
    .prefault(['5%', '25%', '50%'])
    .meta({
      description: 'The rising weights of the candidate, judged in turn.',
      example: ['5%', '25%', '50%'],
    }),
  bake: z
    .strictObject({
      weight: weightSchema
        .prefault('80%')
        .meta({ description: 'The weight of the candidate during the bake.', example: '80%' }),
      for: durationSchema.prefault('15m').meta({ description: 'How long the bake lasts.', example: '15m' }),
      attended: durationSchema.prefault('1h').meta({
        description:
          'How long a run waits for the bake. A longer bake is paused, and `sweep` judges it; that needs a watchdog.',
        example: '1h',
      }),
    })
    .prefault({})
    .meta({
      description: 'The last stage before promotion, which the gate still judges.',
      example: { weight: '80%', for: '15m' },
    }),
  promotion: z.enum(['surge', 'in-place']).prefault('surge').meta({
    description:
      'How the candidate becomes the workload: with the canary at full size (`surge`), or, without room for that, at the weight of the bake (`in-place`).',
    example: 'in-place',
  }),
  deadline: deadline('50m'),
  'on-inconclusive': z.enum(['rollback', 'hold', 'approve']).prefault('rollback').meta({
    description:
      'What follows an inconclusive end: `rollback`, `hold` the weight, or wait for a person to `approve`; the last two need a watchdog.',
    example: 'rollback',
  }),
  'hold-for': durationSchema.prefault('4h').meta({
    description:
      'How long a paused rollout waits for a person, or for a sweep after its bake; then it is rolled back.',
    example: '4h',
  }),
  watch,
  ...beside,
});

const blueGreenSchema = z.strictObject({
  deadline: deadline('10m'),
  watch: durationSchema.prefault('15m').meta({
    description: 'How long the old version is kept after the switch, for an immediate rollback.',
    example: '15m',
  }),
  ...beside,
});

const rollingSchema = z.strictObject({ deadline: deadline('5m') });

export type Strategy =
  | ({ kind: 'rolling' } & z.output<typeof rollingSchema>)
  | ({ kind: 'canary' } & z.output<typeof canarySchema>)
  | ({ kind: 'blue-green' } & z.output<typeof blueGreenSchema>);

const strategyFields = z.strictObject({
  rolling: rollingSchema.exactOptional().meta({
    description: "The workload's own rolling update.",
    example: { deadline: '5m' },
  }),
  canary: canarySchema.exactOptional().meta({
    description: 'A copy of the workload gets a rising share of the traffic, judged by `gate`.',
    example: { steps: ['5%', '25%', '50%'], bake: { weight: '80%', for: '15m' } },
  }),
  'blue-green': blueGreenSchema.exactOptional().meta({
    description: 'A full copy of the workload gets all traffic at once.',
    example: { watch: '15m' },
  }),
});

export const strategySchema = z.codec(strategyFields, z.custom<Strategy>(isMap), {
  decode: (written, { issues }): Strategy => {
    const kinds = Object.keys(written);
    if (kinds.length > 1) {
      const message = `has ${kinds.join(' and ')}; keep one of them`;
      issues.push({ code: 'custom', message, input: written });
      return z.NEVER;
    }
    if (written.canary !== undefined) return { kind: 'canary', ...written.canary };
    const blueGreen = written['blue-green'];
    if (blueGreen !== undefined) return { kind: 'blue-green', ...blueGreen };
    return { kind: 'rolling', ...(written.rolling ?? rollingSchema.parse({})) };
  },
  encode: ({ kind, ...rest }) => ({ [kind]: rest }),
});
