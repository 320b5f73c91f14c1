import { z } from 'zod';
import { isMap } from '../toolkit/map.ts';
import type { Duration } from './duration.ts';
import {
  durationSchema,
  headerNameSchema,
  imageReferenceSchema,
  listSchema,
  percentOr,
  percentSchema,
} from './formats.ts';

/** The schema of `strategy`: how a release replaces the baseline. */

const deadline = (preset: string) =>
  durationSchema.prefault(preset).describe('How long the rollout may take before a rollback.');

const watch = durationSchema.prefault('10m').describe('How long limits are still checked after promotion.');

const asWeight = (percent: typeof percentSchema) =>
  percent.refine(weight => weight > 0 && weight < 100, {
    error: 'is not a canary weight; write a percentage above 0% and below 100%',
  });
const weightSchema = asWeight(percentSchema);

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
      'The Job that restores the traffic when the run is lost: its image, or `off`. Default: none; each release requires a choice.',
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

const stepSchema = z.object({
  weight: z.number(),
  /** The least time at this weight, in ms; by default as long as the gate needs. */
  pause: z.custom<Duration>(value => typeof value === 'number').exactOptional(),
  /** Whether a person must approve the candidate at this weight, once it has passed. */
  approve: z.literal(true).exactOptional(),
});
/** A weight of a canary, judged before the next one. */
export type CanaryStep = z.output<typeof stepSchema>;

const notAStep = {
  problem: 'is not a step',
  remedy: 'write a weight such as 25%, `approve`, or `pause: 30m`',
};
const writtenStep = z.union(
  [
    z.literal('approve'),
    asWeight(percentOr(notAStep)),
    z.strictObject({
      pause: durationSchema.meta({
        description: 'The least time at the weight before it. The deadline includes it.',
        example: '30m',
      }),
    }),
  ],
  { error: `${notAStep.problem}; ${notAStep.remedy}` },
);
type WrittenStep = z.output<typeof writtenStep>;

const stepsSchema = z.codec(
  listSchema(writtenStep, 'is empty; list at least one weight, such as `steps: [5%, 25%, 50%]`'),
  z.array(stepSchema),
  {
    decode: (written, { issues }) => {
      const refuse = (message: string) => {
        issues.push({ code: 'custom', message, input: written });
        return z.NEVER;
      };
      const steps: CanaryStep[] = [];
      for (const each of written) {
        const last = steps.at(-1);
        if (typeof each === 'number') {
          if (last !== undefined && each <= last.weight)
            return refuse(
              'does not rise; make each weight larger than the one before, such as `steps: [5%, 25%, 50%]`',
            );
          steps.push({ weight: each });
        } else if (last === undefined) {
          return refuse('does not begin with a weight; write one first, such as `steps: [5%, approve, 50%]`');
        } else if (last.approve === true || (last.pause !== undefined && each !== 'approve')) {
          return refuse(
            'has too much after one weight; write at most one `pause`, then at most one `approve`',
          );
        } else if (each === 'approve') {
          last.approve = true;
        } else {
          last.pause = each.pause;
        }
      }
      return steps;
    },
    encode: steps =>
      steps.flatMap(({ weight, pause, approve }): WrittenStep[] => [
        weight,
        ...(pause === undefined ? [] : [{ pause }]),
        ...(approve === true ? (['approve'] as const) : []),
      ]),
  },
);

const canaryFields = z.strictObject({
  steps: stepsSchema
    .prefault(['5%', '25%', '50%'])
    .describe(
      'The rising weights of the candidate, judged in turn. After a weight, `pause: 30m` keeps it for at least that time, and `approve` waits for a person; a `pause` longer than `hand-over-after`, and `approve`, need a watchdog.',
    ),
  bake: z
    .strictObject({
      weight: weightSchema.prefault('80%').describe('The weight of the candidate during the bake.'),
      for: durationSchema.prefault('15m').describe('How long the bake lasts.'),
      'hand-over-after': durationSchema
        .prefault('1h')
        .describe(
          'How long a run waits for the bake, or for a `pause`. A longer one continues without a run, and `sweep` judges it; that needs a watchdog.',
        ),
      approve: z
        .boolean()
        .prefault(false)
        .describe('Whether a person must approve the promotion after the bake; that needs a watchdog.'),
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
  'on-inconclusive': z
    .enum(['rollback', 'pause', 'approve'])
    .prefault('rollback')
    .describe(
      'What follows an inconclusive end: `rollback`, `pause` at the weight, or wait for a person to `approve`; the last two need a watchdog.',
    ),
  'pause-timeout': durationSchema
    .prefault('4h')
    .describe(
      'How long a paused rollout waits for a person, or for a sweep after its bake; then it is rolled back.',
    ),
  watch,
  ...beside,
});

const canarySchema = canaryFields.refine(({ steps, bake, deadline }) => leastTime(steps, bake) < deadline, {
  error:
    'leaves no time to judge the candidate: its pauses and the bake take the whole `deadline`; set a longer `deadline`',
});

/** Returns the time that the pauses and the bake of a canary take together, in ms. */
const leastTime = (steps: CanaryStep[], bake: { for: number }) =>
  steps.reduce((sum, { pause = 0 }) => sum + pause, bake.for);

/** Whether a canary stays at a weight for longer than its runs stay with it. */
export const outlastsHandOver = ({ steps, bake }: Extract<Strategy, { kind: 'canary' }>): boolean =>
  bake.for > bake['hand-over-after'] || steps.some(({ pause = 0 }) => pause > bake['hand-over-after']);

const blueGreenSchema = z.strictObject({
  deadline: deadline('10m'),
  watch: durationSchema
    .prefault('15m')
    .describe('How long the old version is kept after the switch, for an immediate rollback.'),
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
