export const id = 5535;
export const ids = [5535,1865,7849,8961,7462,6401,2430,4765,1342];
export const modules = {

/***/ 90555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MC: () => (/* binding */ ExecLost),
/* harmony export */   Xm: () => (/* binding */ execIn),
/* harmony export */   bE: () => (/* binding */ converseIn)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80481);
/* harmony import */ var _toolkit_child_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83402);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_program_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(16428);
/* harmony import */ var _environment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(90677);
/* harmony import */ var _reach_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(65679);







async function execIn(place, command, { reach, input, signal, env, heard }) {
    const { namespace, pod, container } = place;
    const args = argumentsFor(place, command, reach, input !== undefined);
    const answer = await (0,_toolkit_program_js__WEBPACK_IMPORTED_MODULE_4__/* .ask */ .k)(['kubectl', ...args], {
        env: (0,_environment_js__WEBPACK_IMPORTED_MODULE_5__/* .kubectlEnvironment */ .y)(env),
        ...(input === undefined ? {} : { input }),
        ...(signal === undefined ? {} : { signal }),
        ...(heard === undefined ? {} : { heard }),
    });
    const { said, fault } = faultIn(answer);
    if (fault === undefined)
        return { ...answer, stderr: said };
    const where = `${pod}${container === undefined ? '' : `, container ${container},`} in ${namespace}`;
    if (/\(NotFound\)|container not found|not valid for pod|does not have a host assigned|executable file not found/.test(fault))
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`nothing can be run in ${where}: ${fault}`, 'see whether the pod is up, how its container is called, and what it holds');
    if (/\((Forbidden|Unauthorized)\)/.test(fault))
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the credential may run nothing in ${where}: ${fault}`, 'grant it `create` on `pods/exec` there');
    throw new ExecLost(`the connection to ${where} was lost: ${fault}`, 'see whether the pod and its node are up, then run the step again');
}
class ExecLost extends _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo {
}
function faultIn({ code, stderr }) {
    if (code === 0)
        return { said: stderr };
    const lines = stderr.split('\n');
    const ended = lines.findIndex(line => /^command terminated with exit code \d+$/.test(line));
    if (ended >= 0)
        return { said: lines.toSpliced(ended, 1).join('\n') };
    const own = lines.findLast(line => /^(error|Error from server)\b/i.test(line));
    return {
        said: stderr,
        fault: (own ?? lines.findLast(line => line.trim() !== '') ?? 'kubectl said nothing').slice(0, 300),
    };
}
function argumentsFor({ namespace, pod, container }, command, reach, stdin) {
    return [
        ...['exec', pod, `--namespace=${namespace}`, '--quiet', ...(0,_reach_js__WEBPACK_IMPORTED_MODULE_6__/* .reachFlags */ .x)(reach)],
        ...(container === undefined ? [] : [`--container=${container}`]),
        ...(stdin ? ['--stdin'] : []),
        '--',
        ...command,
    ];
}
function converseIn(place, command, { reach, env }) {
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(...(0,_toolkit_child_js__WEBPACK_IMPORTED_MODULE_2__/* .boundToUs */ ._)('kubectl', argumentsFor(place, command, reach, true)), {
        env: (0,_environment_js__WEBPACK_IMPORTED_MODULE_5__/* .kubectlEnvironment */ .y)(env),
        stdio: ['pipe', 'pipe', 'pipe'],
    });
    const heard = [];
    const waiting = [];
    let ended;
    let last = '';
    const end = (error) => {
        ended ??= error;
        for (const { reject } of waiting.splice(0))
            reject(ended);
    };
    (0,node_readline__WEBPACK_IMPORTED_MODULE_1__.createInterface)({ input: child.stdout }).on('line', line => {
        const next = waiting.shift();
        if (next === undefined)
            heard.push(line);
        else
            next.resolve(line);
    });
    (0,node_readline__WEBPACK_IMPORTED_MODULE_1__.createInterface)({ input: child.stderr }).on('line', line => {
        if (line.trim() !== '')
            last = line;
    });
    child.stdin.on('error', () => undefined);
    child.once('error', end);
    child.once('close', code => end(new Error(last.slice(0, 300) || `it ended with ${code ?? 'a signal'}`)));
    return {
        say: line => void child.stdin.write(`${line}\n`),
        hear: () => new Promise((resolve, reject) => {
            const line = heard.shift();
            if (line !== undefined)
                resolve(line);
            else if (ended !== undefined)
                reject(ended);
            else
                waiting.push({ resolve, reject });
        }),
        leave: () => {
            end(new Error('it was left'));
            child.kill('SIGKILL');
        },
    };
}


/***/ }),

/***/ 77462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ sha256Of),
/* harmony export */   LT: () => (/* binding */ orderFreeHash),
/* harmony export */   QY: () => (/* binding */ hashOfFile),
/* harmony export */   _h: () => (/* binding */ isSha256),
/* harmony export */   tz: () => (/* binding */ parseSha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);


function parseSha256(text) {
    return isSha256(text) ? text : undefined;
}
const isSha256 = (text) => /^[0-9a-f]{64}$/.test(text);
function sha256Of(content) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex');
}
async function hashOfFile(file) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    try {
        for await (const chunk of (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(file))
            hash.update(chunk);
    }
    catch {
        return undefined;
    }
    return hash.digest('hex');
}
function orderFreeHash(objects) {
    let sum = 0n;
    for (const { path, sha256 } of objects)
        sum += BigInt(`0x${sha256Of(JSON.stringify([path, sha256]))}`);
    return (sum % (1n << 256n)).toString(16).padStart(64, '0');
}


/***/ }),

/***/ 10083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sweepDrills: () => (/* binding */ sweepDrills)
/* harmony export */ });
/* harmony import */ var _scratch_clearing_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16953);
/* harmony import */ var _drill_lease_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8065);
/* harmony import */ var _placement_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69448);
/* harmony import */ var _standing_system_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(31575);




async function sweepDrills(cluster, { namespace, hooks, scratch }, options) {
    const done = [];
    const state = await (0,_drill_lease_js__WEBPACK_IMPORTED_MODULE_1__.drillLeaseState)(cluster, namespace);
    if (state === 'left') {
        const broken = await (0,_standing_system_js__WEBPACK_IMPORTED_MODULE_3__/* .mendLeft */ .K)(cluster, { namespace, hooks, scratch }, options);
        done.push(broken === undefined
            ? `cleaned up what a drill had left in ${namespace}`
            : `fixed ${(0,_placement_js__WEBPACK_IMPORTED_MODULE_2__/* .placementText */ .pr)(broken.victim)}, which the drill ${broken.run} had broken`);
    }
    if (scratch !== undefined && state !== 'held' && (await (0,_scratch_clearing_js__WEBPACK_IMPORTED_MODULE_0__/* .clearExpired */ .X0)(cluster, scratch)))
        done.push(`cleaned up the namespace ${scratch} of an expired drill`);
    return done;
}


/***/ }),

/***/ 46284:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ localExec),
/* harmony export */   r: () => (/* binding */ podExec)
/* harmony export */ });
/* harmony import */ var _cluster_exec_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(90555);
/* harmony import */ var _toolkit_program_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16428);


const localExec = (env) => async ([program = '', ...args], options = {}) => (0,_toolkit_program_js__WEBPACK_IMPORTED_MODULE_1__/* .ask */ .k)([program, ...args], { env, ...options });
const podExec = (container, reach, env = process.env) => (command, options = {}) => (0,_cluster_exec_js__WEBPACK_IMPORTED_MODULE_0__/* .execIn */ .Xm)(container, command, { reach, env, ...options });


/***/ }),

/***/ 21014:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bs: () => (/* binding */ markersOf),
/* harmony export */   Km: () => (/* binding */ createMarkers),
/* harmony export */   QY: () => (/* binding */ insertMarker),
/* harmony export */   V: () => (/* binding */ isAcknowledged),
/* harmony export */   Vy: () => (/* binding */ cleanMarkers),
/* harmony export */   Yw: () => (/* binding */ deletionOf),
/* harmony export */   jl: () => (/* binding */ deleteMarkers),
/* harmony export */   mC: () => (/* binding */ readMarkers),
/* harmony export */   o_: () => (/* binding */ newestMarkerScript)
/* harmony export */ });
/* unused harmony export dropMarkers */
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60630);
/* harmony import */ var _checksum_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77462);
/* harmony import */ var _sql_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(16677);
/* harmony import */ var _wal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26401);





const createMarkers = `
begin;
set local lock_timeout = '10s';
set local client_min_messages = warning;
select from pg_advisory_xact_lock(hashtextextended('slipway_dr', 0));
create schema if not exists slipway_dr;
create table if not exists slipway_dr.marker (
  id bigint generated always as identity unique,
  run_id text not null,
  seq bigint not null check (seq > 0),
  sent_at bigint not null check (sent_at >= 0),
  payload text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  stored_at timestamptz not null default clock_timestamp(),
  primary key (run_id, seq)
);
comment on schema slipway_dr is 'Slipway: markers that recovery drills count; may be dropped when no drill runs';
commit;
`;
function insertMarker({ seq, runId, sentAt, payload, sha256 }) {
    const values = [(0,_sql_js__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(runId), seq, sentAt, (0,_sql_js__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(payload), (0,_sql_js__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(sha256)];
    return `insert into slipway_dr.marker (run_id, seq, sent_at, payload, sha256) values (${values.join(', ')}) returning seq;`;
}
function isAcknowledged(seq, stdout, stderr) {
    return stdout.trim() === String(seq) && stderr.trim() === '';
}
function deleteMarkers(runId) {
    return `begin;
with gone as (delete from slipway_dr.marker where run_id = ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(runId)} returning seq)
select json_build_object('deleted', count(*)::int) from gone;
select json_build_object('before', pg_current_wal_insert_lsn()::text, 'xid', pg_current_xact_id()::text,
  'at', clock_timestamp()::text);
commit;
select json_build_object('after', pg_current_wal_lsn()::text);`;
}
function deletionOf(rows) {
    const { before, after, xid, at, deleted } = Object.assign({}, ...rows);
    const [begin, end] = [before, after].map(each => (0,_wal_js__WEBPACK_IMPORTED_MODULE_3__.parseLsn)(String(each)));
    if (begin === undefined || end === undefined || typeof deleted !== 'number')
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the LSN at which the markers were deleted is unknown: the database did not print it', 'run the drill again');
    return { before: begin, after: end, xid: String(xid), at: String(at), deleted };
}
function readMarkers(runId, since) {
    if (!Number.isSafeInteger(since) || since < 0)
        throw new RangeError(`not the number of a marker: ${since}`);
    return `select json_build_object('seq', seq, 'runId', run_id, 'sentAt', sent_at, 'payload', payload, 'sha256', sha256)
from slipway_dr.marker where run_id = ${(0,_sql_js__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(runId)} and seq > ${since} order by seq;`;
}
function markersOf(rows) {
    return rows.flatMap(row => {
        if (!(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .isMap */ .jh)(row))
            return [];
        const { seq, runId, sentAt, payload, sha256 } = row;
        if (typeof seq !== 'number' || typeof runId !== 'string' || typeof sentAt !== 'number')
            return [];
        if (typeof payload !== 'string' || typeof sha256 !== 'string' || !(0,_checksum_js__WEBPACK_IMPORTED_MODULE_1__/* .isSha256 */ ._h)(sha256))
            return [];
        return [{ seq, runId, sentAt, payload, sha256 }];
    });
}
const newestMarkerScript = `
select 'select json_build_object(''kind'', ''marker'', ''runId'', run_id, ''seq'', seq)
  from slipway_dr.marker order by id desc limit 1'
where to_regclass('slipway_dr.marker') is not null \\gexec
`;
function cleanMarkers(before) {
    if (!Number.isSafeInteger(before))
        throw new RangeError(`not a time: ${before}`);
    return `delete from slipway_dr.marker where run_id in (
  select run_id from slipway_dr.marker group by run_id having max(sent_at) < ${before});`;
}
const dropMarkers = 'drop schema if exists slipway_dr cascade;';


/***/ }),

/***/ 16677:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RO: () => (/* binding */ rowsOf),
/* harmony export */   bs: () => (/* binding */ together),
/* harmony export */   eu: () => (/* binding */ literal),
/* harmony export */   tm: () => (/* binding */ psql)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);


function psql({ database, user, host, port }) {
    const parameters = Object.entries({ dbname: database, user, host, port })
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => `${key}='${String(value).replaceAll(/['\\]/g, '\\$&')}'`);
    return [
        'psql',
        '--no-psqlrc',
        '--no-password',
        '--quiet',
        '--no-align',
        '--tuples-only',
        '--set=ON_ERROR_STOP=1',
        `--dbname=${parameters.join(' ')}`,
    ];
}
const together = ['sh', '-c', 'exec "$@" 3>&2 2>&1', 'sh'];
function literal(text) {
    if (text.includes('\0'))
        throw new RangeError('the text contains a zero byte');
    const escaped = text.replaceAll('\\', '\\\\').replaceAll("'", "''");
    return `E'${escaped.replaceAll('\n', '\\n').replaceAll('\r', '\\r')}'`;
}
async function rowsOf(exec, connection, script, signal) {
    const { code, stdout, stderr } = await exec(psql(connection), {
        input: script,
        ...(signal && { signal }),
    });
    if (code !== 0)
        throw failed(connection, stderr.trim().split('\n')[0] || `psql ended with ${code ?? 'a signal'}`);
    return stdout
        .split('\n')
        .filter(line => line.trim() !== '')
        .map(line => rowOf(line) ?? raise(failed(connection, `unexpected output ${line.slice(0, 80)}`)));
}
function rowOf(line) {
    try {
        const value = JSON.parse(line);
        return (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .isMap */ .jh)(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
const failed = ({ database }, problem) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the query of the database ${database} failed: ${problem.slice(0, 300)}`, 'fix this error, then run the step again');
function raise(error) {
    throw error;
}


/***/ }),

/***/ 26401:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   beginOf: () => (/* binding */ beginOf),
/* harmony export */   compareSegments: () => (/* binding */ compareSegments),
/* harmony export */   formatLsn: () => (/* binding */ formatLsn),
/* harmony export */   next: () => (/* binding */ next),
/* harmony export */   parseLsn: () => (/* binding */ parseLsn),
/* harmony export */   parseSegment: () => (/* binding */ parseSegment),
/* harmony export */   parseSegmentSize: () => (/* binding */ parseSegmentSize),
/* harmony export */   parseWalFile: () => (/* binding */ parseWalFile),
/* harmony export */   segmentAt: () => (/* binding */ segmentAt),
/* harmony export */   segmentBefore: () => (/* binding */ segmentBefore),
/* harmony export */   segmentName: () => (/* binding */ segmentName),
/* harmony export */   usualSize: () => (/* binding */ usualSize)
/* harmony export */ });
const mebibyte = 1024 * 1024;
const usualSize = (16 * mebibyte);
function parseSegmentSize(bytes) {
    const possible = Number.isInteger(Math.log2(bytes)) && bytes >= mebibyte && bytes <= 1024 * mebibyte;
    return possible ? bytes : undefined;
}
function parseLsn(text) {
    const [, high, low] = /^([0-9A-F]{1,8})\/([0-9A-F]{1,8})$/i.exec(text) ?? [];
    if (high === undefined || low === undefined)
        return undefined;
    return ((BigInt(`0x${high}`) << 32n) | BigInt(`0x${low}`));
}
function formatLsn(lsn) {
    return `${hex(lsn >> 32n)}/${hex(lsn & 0xffffffffn)}`;
}
function segmentAt(timeline, lsn, size) {
    return { timeline, number: Number(lsn / BigInt(size)) };
}
function segmentBefore(timeline, lsn, size) {
    return segmentAt(timeline, (lsn === 0n ? lsn : lsn - 1n), size);
}
function beginOf({ number }, size) {
    return (BigInt(number) * BigInt(size));
}
const next = ({ timeline, number }) => ({ timeline, number: number + 1 });
function compareSegments(a, b) {
    return a.timeline - b.timeline || a.number - b.number;
}
function segmentName({ timeline, number }, size) {
    const each = perLog(size);
    return [timeline, Math.floor(number / each), number % each]
        .map(part => hex(part).padStart(8, '0'))
        .join('');
}
function parseSegment(name, size) {
    if (!/^[0-9A-F]{24}$/.test(name))
        return undefined;
    const part = (from) => Number.parseInt(name.slice(from, from + 8), 16);
    const [timeline, log, rest] = [part(0), part(8), part(16)];
    if (timeline === 0 || rest >= perLog(size))
        return undefined;
    return { timeline, number: log * perLog(size) + rest };
}
function parseWalFile(name, size) {
    const history = /^([0-9A-F]{8})\.history$/.exec(name)?.[1];
    if (history !== undefined)
        return { kind: 'history', timeline: Number.parseInt(history, 16) };
    const [, stem = '', ending = ''] = /^([0-9A-F]{24})(\.partial|\.[0-9A-F]{8}\.backup)?$/.exec(name) ?? [];
    const segment = parseSegment(stem, size);
    if (segment === undefined)
        return undefined;
    return { kind: ending === '' ? 'segment' : ending === '.partial' ? 'partial' : 'backup', segment };
}
const perLog = (size) => 2 ** 32 / size;
const hex = (value) => value.toString(16).toUpperCase();


/***/ }),

/***/ 17849:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $V: () => (/* binding */ manifestOf),
/* harmony export */   Cv: () => (/* binding */ about),
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   H8: () => (/* binding */ refOf),
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   JC: () => (/* binding */ traitsOf),
/* harmony export */   N4: () => (/* binding */ replicasOf),
/* harmony export */   OZ: () => (/* binding */ isReleased),
/* harmony export */   QP: () => (/* binding */ typeOf),
/* harmony export */   TN: () => (/* binding */ keyOf),
/* harmony export */   iw: () => (/* binding */ collectionOf),
/* harmony export */   kW: () => (/* binding */ templateOf),
/* harmony export */   q4: () => (/* binding */ templatePointer),
/* harmony export */   u$: () => (/* binding */ refOfKey),
/* harmony export */   vs: () => (/* binding */ pathTo),
/* harmony export */   yW: () => (/* binding */ isOf)
/* harmony export */ });
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);

const ofPods = ['spec', 'template'];
const traits = {
    Deployment: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.deployment,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.replicaSet,
        template: ofPods,
        scales: true,
        refusedInEvents: false,
    },
    StatefulSet: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.statefulSet,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.controllerRevision,
        template: ofPods,
        scales: true,
        refusedInEvents: true,
    },
    DaemonSet: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.daemonSet,
        revisions: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.controllerRevision,
        template: ofPods,
        scales: false,
        refusedInEvents: true,
    },
    CronJob: {
        resource: _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.cronJob,
        revisions: undefined,
        template: ['spec', 'jobTemplate', 'spec', 'template'],
        scales: false,
        refusedInEvents: false,
    },
};
const traitsOf = (kind) => traits[kind];
const isReleased = (kind) => kind !== undefined && Object.hasOwn(traits, kind);
const kindOf = ({ kind }) => isReleased(kind) ? kind : 'Deployment';
const refOf = (workload) => ({
    kind: kindOf(workload),
    name: workload.metadata?.name ?? '',
});
const titleOf = ({ kind, name }) => `${kind}/${name}`;
const isOf = ({ kind, name }, object) => object.kind === kind && object.metadata?.name === name;
const manifestOf = ({ manifests }, ref) => manifests.find(each => isOf(ref, each));
const collectionOf = (namespace, kind) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(traits[kind].resource, namespace);
const pathTo = (namespace, { kind, name }) => (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(traits[kind].resource, namespace, name);
const about = ({ kind, name }) => ({
    fieldSelector: `involvedObject.kind=${kind},involvedObject.name=${name}`,
});
const typeOf = (kind) => ({ apiVersion: (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .apiVersionOf */ .uO)(traits[kind].resource), kind });
function templateOf(workload) {
    return workload?.kind === 'CronJob' ? workload.spec?.jobTemplate?.spec?.template : workload?.spec?.template;
}
const templatePointer = (kind) => `/${traits[kind].template.join('/')}`;
function replicasOf(workload) {
    switch (kindOf(workload)) {
        case 'DaemonSet':
            return workload.status?.desiredNumberScheduled ?? 0;
        case 'CronJob':
            return 0;
        default:
            return workload.spec?.replicas ?? 1;
    }
}
const keyOf = ({ kind, name }) => (kind === 'Deployment' ? name : `${kind}/${name}`);
function refOfKey(key) {
    const slash = key.indexOf('/');
    const kind = key.slice(0, Math.max(0, slash));
    return slash >= 0 && isReleased(kind)
        ? { kind, name: key.slice(slash + 1) }
        : { kind: 'Deployment', name: key };
}


/***/ }),

/***/ 48961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bothOf: () => (/* binding */ bothOf),
/* harmony export */   eachOf: () => (/* binding */ eachOf),
/* harmony export */   mapOf: () => (/* binding */ mapOf),
/* harmony export */   singleFile: () => (/* binding */ singleFile)
/* harmony export */ });
async function eachOf(items, limit, work) {
    const waiting = [...items];
    let failed = false;
    const worker = async () => {
        for (let item = waiting.shift(); item !== undefined && !failed; item = waiting.shift()) {
            try {
                await work(item);
            }
            catch (error) {
                failed = true;
                throw error;
            }
        }
    };
    const results = await Promise.allSettled(Array.from({ length: limit }, worker));
    for (const result of results)
        if (result.status === 'rejected')
            throw result.reason;
}
async function mapOf(items, limit, work) {
    const results = new Map();
    await eachOf([...items.entries()], limit, async ([at, item]) => {
        results.set(at, await work(item));
    });
    return items.map((_, at) => results.get(at));
}
function singleFile() {
    let last = Promise.resolve();
    return work => {
        const turn = last.then(work);
        last = turn.catch(() => undefined);
        return turn;
    };
}
async function bothOf(signal, one, other) {
    const failure = new AbortController();
    let first;
    const run = async (work) => {
        try {
            return await work(AbortSignal.any([signal, failure.signal]));
        }
        catch (error) {
            if (!failure.signal.aborted)
                first = error;
            failure.abort();
            throw error;
        }
    };
    const works = [run(one), run(other)];
    await Promise.allSettled(works);
    if (failure.signal.aborted)
        throw first;
    return Promise.all(works);
}


/***/ }),

/***/ 16428:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ ask),
/* harmony export */   m: () => (/* binding */ runProgram)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80481);
/* harmony import */ var _child_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83402);



const grace = 5_000;
function runProgram([program, ...args], { env, cwd, input, signal, print }) {
    return new Promise((resolve, reject) => {
        if (signal?.aborted)
            return resolve(undefined);
        const [command, all] = (0,_child_js__WEBPACK_IMPORTED_MODULE_2__/* .boundToUs */ ._)(program, args);
        const stdin = input === undefined ? 'ignore' : 'pipe';
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(command, all, { env, cwd, stdio: [stdin, 'pipe', 'pipe'] });
        child.stdin?.on('error', () => undefined);
        child.stdin?.end(input);
        for (const stream of ['stdout', 'stderr']) {
            const lines = (0,node_readline__WEBPACK_IMPORTED_MODULE_1__.createInterface)({
                input: child[stream],
                crlfDelay: Number.POSITIVE_INFINITY,
            });
            lines.on('line', line => print(line, stream));
        }
        let last;
        const stop = () => {
            child.kill('SIGINT');
            last = setTimeout(() => child.kill('SIGKILL'), grace);
        };
        signal?.addEventListener('abort', stop, { once: true });
        const ended = () => {
            clearTimeout(last);
            signal?.removeEventListener('abort', stop);
        };
        child.once('error', error => {
            ended();
            reject(error);
        });
        child.once('close', code => {
            ended();
            resolve(code ?? undefined);
        });
    });
}
async function ask(program, { heard, ...options }) {
    const said = { stdout: [], stderr: [] };
    const code = await runProgram(program, {
        ...options,
        print: (line, stream) => {
            said[stream].push(line);
            if (stream === 'stdout')
                heard?.(line);
        },
    });
    return { code, stdout: said.stdout.join('\n'), stderr: said.stderr.join('\n') };
}


/***/ })

};
