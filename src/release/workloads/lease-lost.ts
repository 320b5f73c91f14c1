import { UserError } from '../../toolkit/errors.ts';

/** Another run has taken over. */
export class LeaseLost extends UserError {}

export const leaseLost = (app: string) =>
  new LeaseLost(
    `another run has taken over the rollout of ${app}`,
    'see that run; this one writes nothing more',
  );
