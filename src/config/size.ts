import { UserError } from '../toolkit/errors.ts';

/** The maximum size of slipway.yml, in bytes. */
export const largestDocument = 1024 * 1024;

export function tooLarge(file: string, remedy = 'name a slipway.yml with the input `config`'): UserError {
  return new UserError(`${file}: the file is larger than 1 MiB`, remedy);
}
