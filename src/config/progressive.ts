import { z } from 'zod';
import { isMap } from '../toolkit/map.ts';
import { durationSchema, headerNameSchema, imageReferenceSchema, percentSchema } from './grammar.ts';

/** The part of slipway.yml that says how a release replaces the one before. */

const deadline = (preset: string) =>
  durationSchema
    .prefault(preset)
    .meta({ description: 'How long the rollout may take before it is rolled back.', example: preset });

const watch = durationSchema.prefault('10m').meta({
  description: 'How long everything is watched after it has moved, before the release counts as good.',
  example: '10m',
});

const weightSchema = percentSchema.refine(weight => weight > 0 && weight < 100, {
  error: 'is no weight of a canary; write a percentage above 0% and below 100%',
});

const watchdogSchema = z
  .union([z.literal('off'), z.strictObject({ image: imageReferenceSchema })], {
    error:
      'is neither off nor an image; write `watchdog: {image: …}`, an image with a shell and kubectl or curl, or `watchdog: off`',
  })
  .meta({
    description:
      'A Job in the cluster that takes the traffic from the candidate when the run that moves it is lost: its image, which has a shell, and kubectl or curl; or `off`.',
    example: { image: 'registry.example.com/tools/curl:8' },
  });

const previewSchema = z
  .strictObject({
    header: headerNameSchema.meta({
      description: 'The name of the header; it needs a route.',
      example: 'X-Preview',
    }),
    value: z.string().min(1, { error: 'is empty; write the value of the header' }).meta({
      description: 'The value that leads to the candidate, whatever the weight.',
      example: 'candidate',
    }),
  })
  .meta({
    description: 'A header that leads to the candidate.',
    example: { header: 'X-Preview', value: 'candidate' },
  });

/** What every strategy has that runs a candidate beside the baseline. */
const beside = {
  preview: previewSchema.exactOptional(),
  watchdog: watchdogSchema.exactOptional(),
};

const canarySchema = z.strictObject({
  steps: z
    .array(weightSchema)
    .min(1, { error: 'is empty; list at least one weight, such as `steps: [5%, 25%, 50%]`' })
    .refine(steps => steps.every((weight, index) => index === 0 || weight > (steps[index - 1] ?? 0)), {
      error: 'does not rise; write each weight larger than the one before, such as `steps: [5%, 25%, 50%]`',
    })
    .prefault(['5%', '25%', '50%'])
    .meta({
      description: 'The weights of the candidate, judged one after the other.',
      example: ['5%', '25%', '50%'],
    }),
  bake: z
    .strictObject({
      weight: weightSchema
        .prefault('80%')
        .meta({ description: 'The weight of the candidate meanwhile.', example: '80%' }),
      for: durationSchema.prefault('15m').meta({ description: 'How long.', example: '15m' }),
      attended: durationSchema.prefault('1h').meta({
        description:
          "How long a run stays with it. What is longer is paused, and `sweep` judges it from Prometheus's history.",
        example: '1h',
      }),
    })
    .prefault({})
    .meta({
      description: 'Judging on with a rest of the traffic still on the baseline, after the steps.',
      example: { weight: '80%', for: '15m' },
    }),
  promotion: z.enum(['surge', 'in-place']).prefault('surge').meta({
    description:
      'How the candidate becomes the workload: `surge` brings the canary to full size, so that the workload rolls out of traffic; `in-place` keeps the pods and the weight of the bake, and the workload rolls with the rest of the traffic, where there is no room for a second copy.',
    example: 'in-place',
  }),
  deadline: deadline('50m'),
  'on-inconclusive': z.enum(['rollback', 'hold', 'approve']).prefault('rollback').meta({
    description:
      'What follows when the time is over and neither good nor bad is shown: `rollback`, `hold` the weight for a person, or wait for one to `approve`.',
    example: 'rollback',
  }),
  'hold-for': durationSchema.prefault('4h').meta({
    description:
      'How long a rollout waits for a person, or for whoever looks at its bake when that is over; then it is rolled back.',
    example: '4h',
  }),
  watch,
  ...beside,
});

const blueGreenSchema = z.strictObject({
  deadline: deadline('10m'),
  watch: durationSchema.prefault('15m').meta({
    description: 'How long the old side is kept after the switch, to switch back to at once.',
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
    description: 'A copy of the workload gets a rising share of the traffic while `gate` judges it.',
    example: { steps: ['5%', '25%', '50%'], bake: { weight: '80%', for: '15m' } },
  }),
  'blue-green': blueGreenSchema.exactOptional().meta({
    description:
      'A whole copy of the workload comes up beside the old one and gets all of the traffic at once.',
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
