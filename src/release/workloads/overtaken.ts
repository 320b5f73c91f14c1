import { UserError } from '../../toolkit/errors.ts';

/** Another run decides from here on. */
export class LeaseLost extends UserError {}

export const overtaken = (app: string) =>
  new LeaseLost(
    `another run has taken over the rollout of ${app}`,
    'nothing more is written; see that run for what happened',
  );
