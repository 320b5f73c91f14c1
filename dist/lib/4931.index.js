export const id = 4931;
export const ids = [4931,7462,5081];
export const modules = {

/***/ 77462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ sha256Of),
/* harmony export */   LT: () => (/* binding */ orderFreeHash),
/* harmony export */   Mk: () => (/* binding */ digestOfFile),
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
    return parseSha256((await digestOfFile(file, 'sha256')) ?? '');
}
async function digestOfFile(file, algorithm) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm);
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

/***/ 67759:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ removePod)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _polling_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39598);


async function removePod(cluster, path, uid, waiting) {
    await cluster.remove(path, uid);
    const look = async () => {
        const there = await cluster.get(path);
        const isGone = there === undefined || (uid !== undefined && there.metadata?.uid !== uid);
        return isGone ? true : undefined;
    };
    const late = () => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the pod ${path.slice(path.lastIndexOf('/') + 1)} does not terminate`, 'check whether its node is running; remove the pod with kubectl delete');
    await (0,_polling_js__WEBPACK_IMPORTED_MODULE_1__/* .poll */ .w)(waiting, look, late);
}


/***/ }),

/***/ 7091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ waitUntilRunning),
/* harmony export */   Y: () => (/* binding */ reasonIn)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _polling_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39598);


function waitUntilRunning(cluster, path, waiting) {
    const { name, signal } = waiting;
    let pod;
    const fault = () => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the pod ${name} does not start: ${reasonIn(pod)}`, `check its events with \`kubectl describe pod ${name}\`: an image, a volume or capacity may be missing`);
    const look = async () => {
        if (signal.aborted)
            throw (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelled */ .KW)();
        pod = await cluster.get(path);
        const { running, terminated } = pod?.status?.containerStatuses?.[0]?.state ?? {};
        if (running !== undefined)
            return pod?.metadata?.uid ?? '';
        if (pod === undefined || terminated !== undefined)
            throw fault();
        return undefined;
    };
    return (0,_polling_js__WEBPACK_IMPORTED_MODULE_1__/* .poll */ .w)(waiting, look, fault);
}
function reasonIn(pod) {
    const { terminated, waiting } = pod?.status?.containerStatuses?.[0]?.state ?? {};
    const why = terminated?.message ?? terminated?.reason ?? waiting?.message ?? waiting?.reason;
    const unmet = pod?.status?.conditions?.find(({ status }) => status === 'False');
    return why ?? unmet?.message ?? 'no reason given';
}


/***/ }),

/***/ 39598:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ poll)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);

async function poll({ patience, signal, sleep }, look, late) {
    const end = performance.now() + patience;
    for (;;) {
        const answer = await look();
        if (answer !== undefined)
            return answer;
        if (signal.aborted)
            throw (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .cancelled */ .KW)();
        if (performance.now() >= end)
            throw late();
        await sleep(500);
    }
}


/***/ }),

/***/ 40864:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gh: () => (/* binding */ redisAccess),
/* harmony export */   cA: () => (/* binding */ backUpRedis),
/* harmony export */   tG: () => (/* binding */ unpackedRedis)
/* harmony export */ });
/* unused harmony exports currentOf, redisSnapshot, wholeRdb, packedRedis */
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(60630);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17103);
/* harmony import */ var _workloads_pods_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(12502);
/* harmony import */ var _attachments_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92787);
/* harmony import */ var _exec_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(46284);
/* harmony import */ var _files_backing_up_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7988);
/* harmony import */ var _sealing_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7322);
/* harmony import */ var _volumes_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(89150);
/* harmony import */ var _workload_pods_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(11345);
/* harmony import */ var _inventory_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(60425);













async function backUpRedis(run, { redis, recipients }, accessTo) {
    const made = [];
    const files = {};
    const problems = [];
    for (const [name, declared] of Object.entries(redis)) {
        const problem = await (0,_volumes_js__WEBPACK_IMPORTED_MODULE_8__/* .problemOf */ .Zw)(run, async () => {
            const { rdb, ...keys } = await redisSnapshot(await accessTo(name, declared));
            files[_attachments_js__WEBPACK_IMPORTED_MODULE_4__.fileNames.redis(name)] = await (0,_sealing_js__WEBPACK_IMPORTED_MODULE_7__/* .encryptAge */ .bP)(packedRedis({ rdb, ...keys }), recipients);
            made.push({ name, keys: keys.kept.size, unsettled: keys.unsettled.size, bytes: rdb.length });
            run.report(`redis ${name}: ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_11__/* .counted */ .h)(keys.kept.size, 'key')} in ${(0,_files_backing_up_js__WEBPACK_IMPORTED_MODULE_6__/* .megabytes */ .ix)(rdb.length)}`);
        });
        if (problem !== undefined)
            problems.push(`redis ${name}: ${problem}`);
    }
    return { made, files, problems };
}
async function redisAccess(cluster, namespace, name, { workload: ref, container, password }, signal) {
    const workload = await cluster.get((0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .pathTo */ .vs)(namespace, ref));
    const pods = await (0,_workload_pods_js__WEBPACK_IMPORTED_MODULE_9__/* .listPods */ .B)(cluster, namespace, workload);
    const ready = pods
        .filter(each => (0,_workloads_pods_js__WEBPACK_IMPORTED_MODULE_3__/* .isLiving */ .O)(each) && (0,_workloads_pods_js__WEBPACK_IMPORTED_MODULE_3__/* .isReady */ .i_)(each))
        .flatMap(({ metadata }) => metadata?.name ?? []);
    if (ready.length === 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${(0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(ref)} has no ready pod in ${namespace}`, `correct \`redis.${name}.workload\`, or wait until it is ready`);
    return currentOf(ready.map(pod => ({
        name: pod,
        exec: (0,_exec_js__WEBPACK_IMPORTED_MODULE_5__/* .podExec */ .r)({ namespace, pod, container }, cluster.reach),
        password,
        signal,
    })));
}
async function currentOf(servers) {
    let replica;
    let failure;
    for (const each of servers)
        try {
            const said = await (0,_inventory_js__WEBPACK_IMPORTED_MODULE_10__/* .askRedis */ .Dr)(each, ['INFO', 'replication']);
            if (/^role:master\b/m.test(said))
                return each;
            if (/^master_link_status:up\b/m.test(said))
                replica ??= each;
        }
        catch (error) {
            if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo))
                throw error;
            failure = error;
        }
    if (replica !== undefined)
        return replica;
    throw (failure ??
        new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${servers.map(each => each.name).join(' and ')} may hold old data: a replica without a connection to its master gets no new writes`, 'check why replication has stopped, or back up the workload of the master'));
}
const most = 128 * 2 ** 20;
async function redisSnapshot(access) {
    const used = Number(/^used_memory_dataset:(\d+)/m.exec(await (0,_inventory_js__WEBPACK_IMPORTED_MODULE_10__/* .askRedis */ .Dr)(access, ['INFO', 'memory']))?.[1]);
    if (!(used <= most))
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${access.name} uses ${(0,_files_backing_up_js__WEBPACK_IMPORTED_MODULE_6__/* .megabytes */ .ix)(used)} for data, and at most ${(0,_files_backing_up_js__WEBPACK_IMPORTED_MODULE_6__/* .megabytes */ .ix)(most)} fits into a set`, 'keep it on a volume, and back that up instead');
    const before = await (0,_inventory_js__WEBPACK_IMPORTED_MODULE_10__/* .redisInventory */ .ot)(access);
    const command = (0,_inventory_js__WEBPACK_IMPORTED_MODULE_10__/* .redisCommand */ .L7)(access, ['--rdb', '-']);
    const { stdout, stderr } = await access.exec(['sh', '-c', '"$@" | base64', 'sh', ...command], {
        signal: access.signal,
    });
    const rdb = wholeRdb(Buffer.from(stdout, 'base64'));
    if (rdb === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${access.name} sent no complete RDB file: ${stderr.trim().split('\n').at(-1)?.slice(0, 200)}`, 'check that its image has sh and base64, and that its user may run SYNC');
    const after = await (0,_inventory_js__WEBPACK_IMPORTED_MODULE_10__/* .redisInventory */ .ot)(access);
    const kept = (0,_inventory_js__WEBPACK_IMPORTED_MODULE_10__/* .stableKeys */ .QU)(before, after);
    const unsettled = new Set([...before.keys(), ...after.keys()].filter(key => !kept.has(key)));
    return { rdb, kept, unsettled };
}
const markLength = 40;
function wholeRdb(content) {
    if (Buffer.from(content.subarray(0, 5)).toString('latin1') !== 'REDIS')
        return undefined;
    const isEnd = (length) => length > 17 && content[length - 9] === 255;
    const unmarked = content.length - markLength;
    const tail = Buffer.from(content.subarray(Math.max(0, unmarked))).toString('latin1');
    if (/^[0-9a-f]{40}$/.test(tail) && isEnd(unmarked))
        return content.subarray(0, unmarked);
    return isEnd(content.length) ? content : undefined;
}
const packedRedis = ({ rdb, kept, unsettled }) => (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gzipSync)(JSON.stringify({
    rdb: Buffer.from(rdb).toString('base64'),
    kept: [...kept].map(([key, { digest, expires }]) => [key, digest, expires]),
    unsettled: [...unsettled],
}));
function unpackedRedis(packed) {
    const { rdb, kept, unsettled } = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_12__/* .jsonMap */ .vM)((0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gunzipSync)(packed, { maxOutputLength: 2 ** 29 }).toString()) ?? {};
    if (typeof rdb !== 'string' || !Array.isArray(kept) || !Array.isArray(unsettled))
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('the backup of Redis cannot be read', 'use another backup set');
    const keys = kept.map(([key, digest, expires]) => [
        key,
        { digest, expires },
    ]);
    return { rdb: Buffer.from(rdb, 'base64'), kept: new Map(keys), unsettled: new Set(unsettled) };
}


/***/ }),

/***/ 60425:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dr: () => (/* binding */ askRedis),
/* harmony export */   L7: () => (/* binding */ redisCommand),
/* harmony export */   QU: () => (/* binding */ stableKeys),
/* harmony export */   Yx: () => (/* binding */ redisDifferences),
/* harmony export */   dd: () => (/* binding */ lastingKeys),
/* harmony export */   ot: () => (/* binding */ redisInventory)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);


const mostKeys = 1_000_000;
const page = `
local function flat(value)
  if type(value) ~= 'table' then value = tostring(value) return #value .. ':' .. value end
  local all = {}
  for i, each in ipairs(value) do all[i] = flat(each) end
  return '[' .. table.concat(all) .. ']'
end
local function content(key, kind)
  if kind == 'string' then return flat(redis.call('GET', key)) end
  if kind == 'list' then return flat(redis.call('LRANGE', key, 0, -1)) end
  if kind == 'zset' then return flat(redis.call('ZRANGE', key, 0, -1, 'WITHSCORES')) end
  if kind == 'stream' then return flat(redis.call('XRANGE', key, '-', '+')) end
  if kind ~= 'set' and kind ~= 'hash' then return flat(redis.call('DUMP', key)) end
  local all, step = redis.call(kind == 'set' and 'SMEMBERS' or 'HGETALL', key), kind == 'set' and 1 or 2
  local parts = {}
  for i = 1, #all, step do parts[#parts + 1] = flat(all[i]) .. (step == 2 and flat(all[i + 1]) or '') end
  table.sort(parts)
  return table.concat(parts)
end
local time, found = redis.call('TIME'), redis.call('SCAN', ARGV[1], 'COUNT', 500)
local now, out = time[1] * 1000 + math.floor(time[2] / 1000), { found[1] }
for _, key in ipairs(found[2]) do
  local kind, left = redis.call('TYPE', key).ok, redis.call('PTTL', key)
  if kind ~= 'none' then
    local at = redis.pcall('PEXPIRETIME', key)
    if type(at) == 'table' then at = left < 0 and -1 or now + left end
    local expires = string.format('%.0f', at)
    out[#out + 1] = redis.sha1hex(key) .. ' ' .. redis.sha1hex(kind .. content(key, kind)) .. ' ' .. expires
  end
end
return out`;
const redisCommand = ({ password }, args) => password === undefined
    ? ['redis-cli', ...args]
    : ['sh', '-c', `REDISCLI_AUTH="$${password}" exec redis-cli "$@"`, 'sh', ...args];
async function askRedis(access, args) {
    const { code, stdout, stderr } = await access.exec(redisCommand(access, args), { signal: access.signal });
    const said = stdout.trim();
    const wrong = /^(\(error\) |[A-Z]+ )/.test(said);
    if (code === 0 && !wrong)
        return said;
    throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${access.name} does not answer ${args[0] === '-n' ? args[2] : args[0]}: ${(said || stderr.trim()).slice(0, 200).replace(/\.$/, '')}`, 'check that it runs, and `password` in `recovery.redis`');
}
async function redisInventory(access) {
    const spaces = await askRedis(access, ['INFO', 'keyspace']);
    const all = new Map();
    for (const [, number = ''] of spaces.matchAll(/^db(\d{1,5}):/gm)) {
        let cursor = '0';
        do {
            const lines = (await askRedis(access, ['-n', number, 'EVAL', page, '0', cursor])).split('\n');
            cursor = lines[0]?.trim() ?? '';
            for (const line of lines.slice(1)) {
                const [, key, digest, expires] = /^([0-9a-f]{40}) ([0-9a-f]{40}) (-1|\d{1,19})$/.exec(line.trim()) ?? [];
                if (key !== undefined && digest !== undefined)
                    all.set(`${number}/${key}`, { digest, expires: Number(expires) });
                else if (line.trim() !== '')
                    throw unlisted(access, line);
            }
            if (!/^\d{1,20}$/.test(cursor))
                throw unlisted(access, cursor);
            if (all.size > mostKeys)
                throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${access.name} has more than ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(mostKeys, 'key')}`, elsewhere);
        } while (cursor !== '0');
    }
    return all;
}
const elsewhere = 'keep it on a volume, and back that up instead';
const unlisted = ({ name }, line) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`${name} does not list its keys: ${line.slice(0, 200)}`, elsewhere);
const isNear = (one, other) => Math.abs(one - other) <= 1000;
const stableKeys = (before, after) => new Map([...before].filter(([key, { digest, expires }]) => {
    const then = after.get(key);
    return then?.digest === digest && isNear(then.expires, expires);
}));
const lastingKeys = (kept, now) => new Map([...kept].filter(([, { expires }]) => expires === -1 || expires > now + 60_000));
function redisDifferences(kept, unsettled, restored, now) {
    const lasting = [...lastingKeys(kept, now)];
    const having = (wrong) => lasting.filter(([key, each]) => wrong(each, restored.get(key))).length;
    const count = (keys, what) => (keys === 0 ? [] : [`${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(keys, 'key')} ${what}`]);
    return [
        ...count(having((_, is) => is === undefined), 'missing'),
        ...count(having(({ digest }, is) => is !== undefined && is.digest !== digest), 'with another value'),
        ...count(having(({ expires }, is) => is !== undefined && !isNear(is.expires, expires)), 'with another expiry'),
        ...count([...restored.keys()].filter(key => !kept.has(key) && !unsettled.has(key)).length, 'that the backup does not list'),
    ];
}


/***/ }),

/***/ 18648:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   restoreRedis: () => (/* binding */ restoreRedis),
/* harmony export */   useOfRedis: () => (/* binding */ useOfRedis)
/* harmony export */ });
/* unused harmony exports redisPod, redisServer, compareRedis */
/* harmony import */ var _cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14485);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(60630);
/* harmony import */ var _workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17103);
/* harmony import */ var _attachments_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92787);
/* harmony import */ var _exec_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(46284);
/* harmony import */ var _levels_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92954);
/* harmony import */ var _pod_removal_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(67759);
/* harmony import */ var _pod_start_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7091);
/* harmony import */ var _sealing_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7322);
/* harmony import */ var _sets_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(58888);
/* harmony import */ var _backing_up_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(40864);
/* harmony import */ var _inventory_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(60425);














async function restoreRedis(task) {
    const { cluster, into, name, signal, report } = task;
    const file = await (0,_sets_js__WEBPACK_IMPORTED_MODULE_9__.readFileOf)(task.at, _attachments_js__WEBPACK_IMPORTED_MODULE_3__.fileNames.redis(name));
    const { rdb, kept, unsettled } = (0,_backing_up_js__WEBPACK_IMPORTED_MODULE_10__/* .unpackedRedis */ .tG)(await (0,_sealing_js__WEBPACK_IMPORTED_MODULE_8__/* .decryptAge */ .fN)(file, task.identities));
    const pod = redisPod(task);
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.pod, into);
    const podName = pod.metadata?.name ?? '';
    const waiting = { ...task, patience: 300_000 };
    if (task.replace)
        await (0,_pod_removal_js__WEBPACK_IMPORTED_MODULE_6__/* .removePod */ .g)(cluster, `${path}/${podName}`, undefined, waiting);
    else if ((await cluster.get(`${path}/${podName}`)) !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the pod ${podName} already exists in ${into}`, 'remove it to restore it again, or leave it out of `include`');
    await cluster.create(path, pod);
    await (0,_pod_start_js__WEBPACK_IMPORTED_MODULE_7__/* .waitUntilRunning */ .R)(cluster, `${path}/${podName}`, { ...waiting, name: podName });
    const access = { name: podName, exec: (0,_exec_js__WEBPACK_IMPORTED_MODULE_4__/* .podExec */ .r)({ namespace: into, pod: podName }, cluster.reach), signal };
    report(`redis ${name}: loading ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_12__/* .counted */ .h)(kept.size, 'key')} into ${podName}`);
    await loadRdb(access.exec, rdb, signal);
    return compareRedis(access, name, { kept, unsettled }, task);
}
const folder = '/slipway-redis';
const useOfRedis = ({ name, into }) => `redis ${name}: to load the restored keys into your Redis, write their file with \`kubectl -n ${into} exec ${copyOf(name)} -- base64 ${folder}/dump.rdb | base64 -d > dump.rdb\`, and follow docs/recovery.md#use-a-restored-redis`;
const copyOf = (name) => `${name}-redis-copy`;
function redisPod({ name, into, workload, container, }) {
    const template = (0,_workloads_kinds_js__WEBPACK_IMPORTED_MODULE_2__/* .templateOf */ .kW)(workload)?.spec;
    const containers = template?.containers ?? [];
    const source = container === undefined ? containers[0] : containers.find(each => each.name === container);
    if (source?.image === undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the workload of the Redis ${name} has no such container`, `correct \`redis.${name}.container\``);
    const { securityContext, imagePullSecrets, tolerations } = template ?? {};
    return {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: {
            name: copyOf(name),
            namespace: into,
            labels: { 'slipway.dev/copy': copyOf(name) },
        },
        spec: {
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_13__/* .defined */ .sw)({ securityContext, imagePullSecrets, tolerations }),
            containers: [
                {
                    name: 'redis',
                    image: source.image,
                    command: [
                        'sh',
                        '-c',
                        `until [ -e ${folder}/ready ]; do sleep 0.2; done; exec ${redisServer(folder).join(' ')}`,
                    ],
                    volumeMounts: [{ name: 'data', mountPath: folder }],
                    resources: { requests: { cpu: '10m', memory: '64Mi' } },
                    securityContext: {
                        ...source.securityContext,
                        allowPrivilegeEscalation: false,
                        capabilities: { drop: ['ALL'] },
                    },
                },
            ],
            volumes: [{ name: 'data', emptyDir: {} }],
        },
    };
}
const redisServer = (dir) => [
    ...['redis-server', '--dir', dir, '--dbfilename', 'dump.rdb', '--appendonly', 'no'],
    ...['--bind', '127.0.0.1', '--protected-mode', 'yes', '--daemonize', 'no'],
];
async function loadRdb(exec, rdb, signal) {
    const command = `base64 -d > ${folder}/dump.rdb && touch ${folder}/ready`;
    const input = Buffer.from(rdb).toString('base64').replace(/.{76}/g, '$&\n');
    const { code, stderr } = await exec(['sh', '-c', command], { input: `${input}\n`, signal });
    if (code !== 0)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the RDB file cannot be written: ${stderr.trim().slice(0, 200)}`, 'check that the Redis image has sh and base64, and that its user may write to its data folder');
}
const patience = 120_000;
async function compareRedis(access, name, { kept, unsettled }, { sleep }) {
    const end = performance.now() + patience;
    for (;;)
        try {
            await (0,_inventory_js__WEBPACK_IMPORTED_MODULE_11__/* .askRedis */ .Dr)(access, ['PING']);
            break;
        }
        catch (error) {
            if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo) || performance.now() >= end)
                throw error;
            access.signal.throwIfAborted();
            await sleep(500);
        }
    const now = Date.now();
    const restored = await (0,_inventory_js__WEBPACK_IMPORTED_MODULE_11__/* .redisInventory */ .ot)(access);
    const compared = (0,_inventory_js__WEBPACK_IMPORTED_MODULE_11__/* .lastingKeys */ .dd)(kept, now).size;
    const over = kept.size - compared;
    const expired = over === 0 ? '' : `; ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_12__/* .counted */ .h)(over, 'key')} expired since then`;
    const same = `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_12__/* .counted */ .h)(compared, 'key')} of the backup compared, values by digest and expiry within 1s${expired}`;
    const judged = (0,_levels_js__WEBPACK_IMPORTED_MODULE_5__/* .levelCheckOf */ .Uu)('L3', `keys of redis ${name}`, (0,_inventory_js__WEBPACK_IMPORTED_MODULE_11__/* .redisDifferences */ .Yx)(kept, unsettled, restored, now), same);
    return [
        {
            level: 'L2',
            what: `redis ${name}`,
            state: 'passed',
            sentence: `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_12__/* .counted */ .h)(restored.size, 'key')} restored`,
        },
        compared > 0 || judged.state === 'failed' ? judged : uncompared(judged, over, unsettled.size),
    ];
}
function uncompared(judged, expired, unsettled) {
    const skipped = { ...judged, state: 'skipped' };
    if (unsettled > 0)
        return {
            ...skipped,
            sentence: `nothing was compared: every key that has not expired changed during the backup (${unsettled}); back up while less is written`,
        };
    return expired === 0
        ? judged
        : {
            ...skipped,
            sentence: `nothing was compared: all keys of the backup have expired since then (${expired})`,
            demanded: false,
        };
}


/***/ }),

/***/ 89150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zw: () => (/* binding */ problemOf),
/* harmony export */   gM: () => (/* binding */ backUpVolumes),
/* harmony export */   oT: () => (/* binding */ withFiles),
/* harmony export */   pR: () => (/* binding */ withBackupPods)
/* harmony export */ });
/* unused harmony export repositoriesOf */
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _files_backup_pod_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39793);
/* harmony import */ var _files_backup_sources_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80048);
/* harmony import */ var _files_listing_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(27833);




async function withBackupPods(backupPodFor, use, stays) {
    const pods = [];
    try {
        return await use(async (what) => {
            const backupPod = await backupPodFor(what);
            pods.push(backupPod);
            return backupPod;
        });
    }
    finally {
        for (const backupPod of pods)
            await backupPod.remove().catch((error) => {
                const why = error instanceof Error ? error.message : String(error);
                stays(`a backup pod was not removed and holds its volume: ${why}; the next backup removes it`);
            });
    }
}
async function backUpVolumes(run, { recovery, repositories, volumes }, raise) {
    const made = new Map();
    const problems = [];
    for (const { namespace, pvc } of volumes.filter(({ covered }) => covered === 'files')) {
        const [first, ...more] = repositoriesOf(pvc, recovery).flatMap(name => repositories.get(name) ?? []);
        if (first === undefined)
            throw new Error(`the PVC ${pvc} has no repository`);
        const name = `${namespace}/${pvc}`;
        const problem = await problemOf(run, async () => {
            const { exec } = await raise(pvc);
            const kept = { name, folder: _files_backup_pod_js__WEBPACK_IMPORTED_MODULE_1__/* .mounts */ .Lk.pvc, exec, repositories: [first, ...more] };
            made.set(pvc, await (0,_files_backup_sources_js__WEBPACK_IMPORTED_MODULE_2__/* .backUpSource */ .yP)(run, kept));
        });
        if (problem !== undefined)
            problems.push(`volume ${name}: ${problem}`);
    }
    return { made, problems };
}
async function problemOf({ signal }, work) {
    try {
        await work();
        return undefined;
    }
    catch (error) {
        if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo) || signal.aborted)
            throw error;
        return error.message;
    }
}
function repositoriesOf(pvc, { volumes }) {
    const declared = volumes[pvc] ?? volumes[pvc.replace(/-\d+$/, '')];
    return declared?.to ?? [];
}
function withFiles(volume, kept) {
    if (kept === undefined)
        return volume;
    const { listing, backups } = kept;
    return {
        ...volume,
        files: { ...(0,_files_listing_js__WEBPACK_IMPORTED_MODULE_3__/* .totalsOf */ .vA)(listing), unsettled: listing.unsettled.length, backups: [...backups] },
    };
}


/***/ })

};
