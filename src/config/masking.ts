import { UserError } from '../toolkit/errors.ts';
import { isMap } from '../toolkit/map.ts';
import { readNamed } from '../toolkit/named-file.ts';

/**
 * Reads a masking map, a YAML file of `table.column: strategy`. Columns and strategies are not checked here but in the database.
 * @throws UserError when the file is not a masking map.
 */
export async function loadMasking(path: string): Promise<Record<string, string | null>> {
  const text = await readNamed(path, 'correct the input `masking`');
  const { parse } = await import('yaml');
  const remedy = 'write a line `table.column: strategy` for each column';
  let map: unknown;
  try {
    map = parse(text);
  } catch (cause) {
    throw new UserError(`${path} is not valid YAML`, remedy, { cause });
  }
  const isFlat = (value: unknown): value is string | null => value === null || typeof value === 'string';
  if (isMap(map) && Object.keys(map).length > 0 && Object.values(map).every(isFlat))
    return map as Record<string, string | null>;
  throw new UserError(`${path} is not a masking map`, remedy);
}
