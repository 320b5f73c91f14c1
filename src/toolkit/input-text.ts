import { UserError } from './errors.ts';
import { isMap, jsonIn } from './map.ts';

/** Parses the texts of inputs. Pure. */

/** Returns the entries of a list, which commas or lines separate. */
export const listed = (text: string): string[] =>
  text
    .split(/[,\n]/)
    .map(each => each.trim())
    .filter(each => each !== '');

/** Returns the value that an input names. @throws UserError for any other, with all values. */
export function oneOf<Value extends string>(name: string, values: readonly Value[], text: string): Value {
  const found = values.find(each => each === text);
  if (found !== undefined) return found;
  throw new UserError(
    `the input \`${name}\` is invalid: "${text}"`,
    `write ${values.slice(0, -1).join(', ')} or ${values.at(-1)}`,
  );
}

/** Parses an input that is JSON. @throws UserError with the remedy for any other text. */
export const jsonInput = (name: string, text: string, remedy: string): unknown =>
  jsonIn(text, cause => new UserError(`the input \`${name}\` is not JSON`, remedy, { cause }));

/** Parses an input that is a JSON object. @throws UserError with the remedy for any other text. */
export function mapInput(name: string, text: string, remedy: string): Readonly<Record<string, unknown>> {
  const value = jsonInput(name, text, remedy);
  if (isMap(value)) return value;
  throw new UserError(`the input \`${name}\` is not a JSON object`, remedy);
}
