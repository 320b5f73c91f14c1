import { UserError } from '../errors.ts';

/**
 * Whether only pinned programs are run, and none that the PATH has: one there is believed by the version that it prints.
 * `SLIPWAY_TOOLS=pinned` says so.
 * @throws UserError for any other value.
 */
export function demandsPinned({ SLIPWAY_TOOLS: value }: NodeJS.ProcessEnv): boolean {
  if (value === undefined || value === '') return false;
  if (value === 'pinned') return true;
  throw new UserError(
    `SLIPWAY_TOOLS is ${JSON.stringify(value)}, which is not known`,
    'write `pinned`, or leave it out',
  );
}
