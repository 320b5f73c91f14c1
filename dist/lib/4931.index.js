export const id = 4931;
export const ids = [4931,7462,5081,573];
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

/***/ 92954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dd: () => (/* binding */ meanings),
/* harmony export */   G5: () => (/* binding */ checkFor),
/* harmony export */   MF: () => (/* binding */ olderFaults),
/* harmony export */   Uu: () => (/* binding */ levelCheckOf),
/* harmony export */   Yt: () => (/* binding */ missingLevels),
/* harmony export */   ae: () => (/* binding */ levelCheckText),
/* harmony export */   gv: () => (/* binding */ unproved),
/* harmony export */   levels: () => (/* binding */ levels),
/* harmony export */   notRestored: () => (/* binding */ notRestored),
/* harmony export */   reached: () => (/* binding */ reached),
/* harmony export */   z1: () => (/* binding */ partOrFailure)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);



const levels = ['L0', 'L1', 'L2', 'L3', 'L4', 'L5'];
const meanings = {
    L0: 'a fresh backup exists',
    L1: 'the repository is intact',
    L2: 'everything is restored and running',
    L3: 'the data matches the manifest',
    L4: 'the application works with the data',
    L5: 'the traffic was cut over, and back',
};
function levelCheckOf(level, what, problems, good) {
    const sentence = (0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_2__/* .firstOf */ .K)(problems);
    return sentence === undefined
        ? { level, what, state: 'passed', sentence: good }
        : { level, what, state: 'failed', sentence };
}
const checkFor = (level, what, fault, good) => ({ level, what, state: fault === undefined ? 'passed' : 'failed', sentence: fault ?? good });
async function partOrFailure(what, signal, restore) {
    try {
        return await restore();
    }
    catch (error) {
        if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo) || signal.aborted)
            throw error;
        return [{ level: 'L2', what, state: 'failed', sentence: error.sentence }];
    }
}
const counts = ({ state, demanded }) => demanded !== false || state !== 'skipped';
function reached(levelChecks) {
    let highest;
    for (const level of levels) {
        const own = levelChecks.filter(each => each.level === level && counts(each));
        if (own.length === 0 || own.some(({ state }) => state !== 'passed'))
            return highest;
        highest = level;
    }
    return highest;
}
function missingLevels(levelChecks, required) {
    return levels.slice(0, levels.indexOf(required) + 1).flatMap(level => {
        const own = levelChecks.filter(each => each.level === level && counts(each));
        if (own.length === 0)
            return [`${level} (${meanings[level]}) was not checked`];
        return own
            .filter(({ state }) => state !== 'passed')
            .map(({ what, state, sentence }) => `${level} ${what} ${state === 'failed' ? 'failed' : 'was not checked'}: ${sentence}`);
    });
}
const notRestored = (levelChecks) => levelChecks.filter(each => each.level === 'L2' && each.state === 'skipped' && counts(each));
const unproved = (levelChecks) => failures(levelChecks.filter(({ older }) => older !== true));
const olderFaults = (levelChecks) => failures(levelChecks.filter(({ older }) => older === true));
const failures = (levelChecks) => levelChecks.filter(({ state }) => state !== 'passed').map(({ what, sentence }) => `${what}: ${sentence}`);
function levelCheckText({ level, what, state, sentence, took }) {
    const mark = state === 'passed' ? '' : ` ${state}`;
    return `${level} ${what}${mark}: ${sentence}${took === undefined ? '' : ` (${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(took)})`}`;
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
/* harmony export */   restoreRedis: () => (/* binding */ restoreRedis)
/* harmony export */ });
/* unused harmony exports useOfRedis, redisPod, redisServer, compareRedis */
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
/* harmony import */ var _inventory_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(60425);
/* harmony import */ var _snapshot_file_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(45932);














async function restoreRedis(task) {
    const { cluster, into, name, signal, report } = task;
    const file = await (0,_sets_js__WEBPACK_IMPORTED_MODULE_9__.readFileOf)(task.at, _attachments_js__WEBPACK_IMPORTED_MODULE_3__.fileNames.redis(name));
    const { rdb, kept, unsettled } = (0,_snapshot_file_js__WEBPACK_IMPORTED_MODULE_11__/* .unpackedRedis */ .t)(await (0,_sealing_js__WEBPACK_IMPORTED_MODULE_8__/* .decryptAge */ .fN)(file, task.identities));
    const pod = redisPod(task);
    const path = (0,_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .pathOf */ .XM)(_cluster_resources_js__WEBPACK_IMPORTED_MODULE_0__/* .resources */ .ES.pod, into);
    const podName = pod.metadata?.name ?? '';
    const waiting = { ...task, patience: 300_000 };
    const there = await cluster.get(`${path}/${podName}`);
    const isCopy = there?.metadata?.labels?.[copyLabel] === podName;
    if (task.replace && isCopy)
        await (0,_pod_removal_js__WEBPACK_IMPORTED_MODULE_6__/* .removePod */ .g)(cluster, `${path}/${podName}`, there?.metadata?.uid, waiting);
    else if (there !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the pod ${podName} already exists in ${into}`, 'remove it to restore it again, or leave it out of `include`');
    await cluster.create(path, pod);
    await (0,_pod_start_js__WEBPACK_IMPORTED_MODULE_7__/* .waitUntilRunning */ .R)(cluster, `${path}/${podName}`, { ...waiting, name: podName });
    const access = { name: podName, exec: (0,_exec_js__WEBPACK_IMPORTED_MODULE_4__/* .podExec */ .r)({ namespace: into, pod: podName }, cluster.reach), signal };
    report(`redis ${name}: loading ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_12__/* .counted */ .h)(kept.size, 'key')} into ${podName}`);
    await loadRdb(access.exec, rdb, signal);
    const levelChecks = await compareRedis(access, name, { kept, unsettled }, task);
    if (!task.temporary && levelChecks.every(({ state }) => state !== 'failed'))
        report(useOfRedis(task));
    return levelChecks;
}
const folder = '/slipway-redis';
const useOfRedis = ({ name, into }) => `redis ${name}: to load the restored keys into your Redis, write their file with \`kubectl -n ${into} exec ${copyOf(name)} -- base64 ${folder}/dump.rdb | base64 -d > dump.rdb\`, and follow docs/recovery.md#use-a-restored-redis`;
const copyLabel = 'slipway.dev/copy';
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
            labels: { [copyLabel]: copyOf(name) },
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
            await (0,_inventory_js__WEBPACK_IMPORTED_MODULE_10__/* .askRedis */ .Dr)(access, ['PING']);
            break;
        }
        catch (error) {
            if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo) || performance.now() >= end)
                throw error;
            access.signal.throwIfAborted();
            await sleep(500);
        }
    const now = Date.now();
    const restored = await (0,_inventory_js__WEBPACK_IMPORTED_MODULE_10__/* .redisInventory */ .ot)(access);
    const compared = (0,_inventory_js__WEBPACK_IMPORTED_MODULE_10__/* .lastingKeys */ .dd)(kept, now).size;
    const over = kept.size - compared;
    const expired = over === 0 ? '' : `; ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_12__/* .counted */ .h)(over, 'key')} expired since then`;
    const same = `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_12__/* .counted */ .h)(compared, 'key')} of the backup compared, values by digest and expiry within 1s${expired}`;
    const judged = (0,_levels_js__WEBPACK_IMPORTED_MODULE_5__/* .levelCheckOf */ .Uu)('L3', `keys of redis ${name}`, (0,_inventory_js__WEBPACK_IMPORTED_MODULE_10__/* .redisDifferences */ .Yx)(kept, unsettled, restored, now), same);
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

/***/ 45932:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ packedRedis),
/* harmony export */   t: () => (/* binding */ unpackedRedis)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88343);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);



const packedRedis = ({ rdb, kept, unsettled }) => (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gzipSync)(JSON.stringify({
    rdb: Buffer.from(rdb).toString('base64'),
    kept: [...kept].map(([key, { digest, expires }]) => [key, digest, expires]),
    unsettled: [...unsettled],
}));
const snapshotSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    rdb: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    kept: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .tuple */ .PVZ([zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig()])),
    unsettled: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP()),
});
const largest = 2 ** 29;
function unpackedRedis(packed) {
    const { rdb, kept, unsettled } = contentOf(packed);
    const keys = kept.map(([key, digest, expires]) => [key, { digest, expires }]);
    return { rdb: Buffer.from(rdb, 'base64'), kept: new Map(keys), unsettled: new Set(unsettled) };
}
function contentOf(packed) {
    try {
        return snapshotSchema.parse(JSON.parse((0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.gunzipSync)(packed, { maxOutputLength: largest }).toString()));
    }
    catch (error) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo('the backup of Redis cannot be read', 'use another backup set', { cause: error });
    }
}


/***/ })

};
