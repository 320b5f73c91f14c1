import { readDocument } from './document.ts';
import { deliveryConflicts } from './gitops.ts';
import { explain } from './problems.ts';
import { slipwaySchema } from './schema.ts';
import type { Config } from './types.ts';

/**
 * Parses the text of a slipway.yml; errors name `file`.
 * @throws UserError with file, line, column, key, problem and remedy.
 */
export function parseConfig(text: string, file: string): Config {
  const document = readDocument(text, file);
  const result = slipwaySchema.safeParse(document.value);
  // Only the text shows a key that has a default.
  const conflicts = deliveryConflicts(document.value).map(each => ({
    code: 'custom' as const,
    input: undefined,
    ...each,
  }));
  if (!result.success || conflicts.length > 0)
    throw explain([...conflicts, ...(result.error?.issues ?? [])], document);
  return result.data;
}
