import { text } from './grammar.ts';
import { suggest } from './suggest.ts';

/** What every exception in slipway.yml says: who answers for it, why, and until when. */

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
  owner: said('who answers for it', 'platform-team').meta({
    description: 'Who answers for it.',
    example: 'platform-team',
  }),
  reason: said('why', 'the registry has no digests yet').meta({
    description: 'Why it is needed.',
    example: 'the registry has no digests yet',
  }),
  expires: dateSchema.meta({
    description: 'The day, in UTC, from which it holds no longer.',
    example: '2027-01-31',
  }),
};

/** Exceptions for images that are not there. Pure. */
export function exceptionProblems(
  exceptions: readonly { readonly image?: string }[],
  images: Readonly<Record<string, unknown>>,
): { path: [string, number, string]; message: string }[] {
  return exceptions.flatMap(({ image }, index) =>
    image === undefined || Object.hasOwn(images, image)
      ? []
      : [
          {
            path: ['exceptions', index, 'image'] as [string, number, string],
            message: `names no image of this file; ${suggest(image, Object.keys(images))}`,
          },
        ],
  );
}
