import type { AssessRule } from '../rule.ts';
import { accessRules } from './access.ts';
import { autoscalerRules } from './autoscaler.ts';
import { connectionRules } from './connections.ts';
import { disruptionRules } from './disruption.ts';
import { terminationRules } from './graceful-shutdown.ts';
import { floatingRules } from './images.ts';
import { networkRules } from './network.ts';
import { probeRules } from './probes.ts';
import { quotaRules } from './quotas.ts';
import { resourceRules } from './resources.ts';
import { secretRules } from './secrets.ts';
import { validityRules } from './validity.ts';
import { versionRules } from './versions.ts';
import { zoneRules } from './zones.ts';

/** All rules for manifests. */
export const manifestRules: readonly AssessRule[] = [
  ...validityRules,
  ...versionRules,
  ...zoneRules,
  ...probeRules,
  ...disruptionRules,
  ...terminationRules,
  ...resourceRules,
  ...floatingRules,
  ...autoscalerRules,
  ...quotaRules,
  ...accessRules,
  ...networkRules,
  ...connectionRules,
  ...secretRules,
];
