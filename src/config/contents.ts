import { readDocument } from './document.ts';
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
  if (!result.success) throw explain(result.error.issues, document);
  return result.data;
}
