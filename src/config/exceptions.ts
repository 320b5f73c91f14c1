import { text } from './formats.ts';
import { type PlacedProblem, placed } from './placed-problem.ts';
import { suggest } from './suggest.ts';

/** The fields of every exception in slipway.yml: its owner, its reason and its expiry date. */

const dateSchema = text(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/, {
  problem: 'is not a date',
  remedy: 'write year, month and day, such as 2027-01-31',
}).refine(
  written => {
    const date = new Date(`${written}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written);
  },
  { error: 'is a day that does not exist; write another one, such as 2027-01-31', abort: true },
);

const said = (what: string, example: string) =>
  text(/\S/, { problem: 'is empty', remedy: `say ${what}, such as ${example}` });

export const answeredFor = {
  owner: said('who is responsible for it', 'platform-team').meta({
    description: 'Who is responsible for it.',
    example: 'platform-team',
  }),
  reason: said('why it is needed', 'the registry has no digests yet').meta({
    description: 'Why it is needed.',
    example: 'the registry has no digests yet',
  }),
  expires: dateSchema.meta({
    description: 'The day, in UTC, from which it no longer applies.',
    example: '2027-01-31',
  }),
};

/** Returns problems with exceptions for unknown images. Pure. */
export function exceptionProblems(
  exceptions: readonly { readonly image?: string }[],
  images: Readonly<Record<string, unknown>>,
): PlacedProblem[] {
  return exceptions.flatMap(({ image }, index) =>
    image === undefined || Object.hasOwn(images, image)
      ? []
      : placed(
          ['exceptions', index, 'image'],
          `is not an image of this file; ${suggest(image, Object.keys(images))}`,
        ),
  );
}
