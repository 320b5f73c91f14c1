import { connect } from '../../src/cluster/port.ts';
import { type Drilling, drillOn } from './drilling.ts';

/** A drill in a process of its own, which can be killed: its only argument is the JSON of a `Drilling`. */

const report = await drillOn(await connect(), JSON.parse(process.argv[2] ?? '') as Drilling, console.log);
console.log(JSON.stringify(report));
