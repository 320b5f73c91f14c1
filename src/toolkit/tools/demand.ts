import { UserError } from '../errors.ts';

/**
 * Whether only pinned programs may run (`SLIPWAY_TOOLS=pinned`). Programs on the PATH are checked only by the version that they print.
 * @throws UserError for any other value.
 */
export function demandsPinned({ SLIPWAY_TOOLS: value }: NodeJS.ProcessEnv): boolean {
  if (value === undefined || value === '') return false;
  if (value === 'pinned') return true;
  throw new UserError(
    `SLIPWAY_TOOLS has an unknown value: ${JSON.stringify(value)}`,
    'set it to `pinned`, or remove it',
  );
}
