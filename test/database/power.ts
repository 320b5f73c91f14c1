import { setTimeout as sleep } from 'node:timers/promises';
import { zoneOff, zoneOn } from '../../lab/faults.ts';
import { kubectl } from '../e2e/harness.ts';

/**
 * The command with which drills cut the power of a zone of the lab, and switch it on again: `node power.ts off`. With `off-behind` the
 * primary sends nothing to its standbys for two seconds before, as one does whose network is slow: what it acknowledges meanwhile to
 * writers whom that does not hold up, it alone has.
 */

/** Not its receivers: what is in the buffers of their sockets would still come. */
const holdSenders = `for pid in $(psql -XAtc 'select pid from pg_stat_replication'); do kill -STOP $pid; done`;

const {
  SLIPWAY_LAB: name = '',
  SLIPWAY_DRILL_ZONE: zone = '',
  SLIPWAY_DRILL_NAMESPACE: namespace = '',
  SLIPWAY_DRILL_POD: pod = '',
} = process.env;

switch (process.argv[2]) {
  case 'off-behind':
    await kubectl(['-n', namespace, 'exec', '-i', pod, '-c', 'postgres', '--', 'sh', '-es'], holdSenders);
    await sleep(2000);
    await zoneOff({ name, zone });
    break;
  case 'off':
    await zoneOff({ name, zone });
    break;
  default:
    await zoneOn({ name, zone });
}
console.log(`the power of zone ${zone}: ${process.argv[2]}`);
