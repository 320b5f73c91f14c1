import { readDocument } from './document.ts';
import { explain } from './problems.ts';
import { slipwaySchema } from './schema.ts';
import type { Config } from './types.ts';

/**
 * Reads the text of a slipway.yml; `file` is only named in errors.
 * @throws UserError with one sentence: file, line, column, key, what is wrong, and the remedy.
 */
export function parseConfig(text: string, file: string): Config {
  const document = readDocument(text, file);
  const result = slipwaySchema.safeParse(document.value);
  if (!result.success) throw explain(result.error.issues, document);
  return result.data;
}
