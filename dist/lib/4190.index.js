export const id = 4190;
export const ids = [4190];
export const modules = {

/***/ 75181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LK: () => (/* binding */ zoneLabel),
/* harmony export */   de: () => (/* binding */ selectorMatches),
/* harmony export */   hasLabels: () => (/* binding */ hasLabels),
/* harmony export */   kE: () => (/* binding */ zoneOf),
/* harmony export */   ko: () => (/* binding */ selects)
/* harmony export */ });
const zoneLabel = 'topology.kubernetes.io/zone';
const zoneOf = ({ metadata }) => metadata?.labels?.[zoneLabel];
const hasLabels = (wanted = {}, labels = {}) => Object.entries(wanted).every(([key, value]) => labels[key] === value);
const selects = (selector = {}, labels = {}) => Object.keys(selector).length > 0 && hasLabels(selector, labels);
function selectorMatches(selector, labels) {
    if (selector === undefined || selector === null)
        return false;
    const { matchLabels, matchExpressions = [] } = selector;
    return (hasLabels(matchLabels, labels) &&
        matchExpressions.every(({ key, operator, values = [] }) => {
            const value = labels[key];
            if (operator === 'Exists')
                return value !== undefined;
            if (operator === 'DoesNotExist')
                return value === undefined;
            if (operator === 'Gt')
                return Number(value) > Number(values[0]);
            if (operator === 'Lt')
                return Number(value) < Number(values[0]);
            const among = value !== undefined && values.includes(value);
            return operator === 'In' ? among : !among;
        }));
}


/***/ }),

/***/ 35114:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ poolsOf),
/* harmony export */   S: () => (/* binding */ arithmeticOf)
/* harmony export */ });
/* harmony import */ var _release_preflight_capacity_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88795);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30422);



function poolsOf({ pools }, demands, manifests, environment) {
    return Object.entries(pools).map(([title, settings]) => {
        const demand = demands.find(each => each.title === title);
        if (demand === undefined)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the manifests do not contain ${title}, which \`cost.connections.pools\` lists`, 'correct the name in slipway.yml, or add its manifest');
        const read = (key, least) => numberOf(settings[key], least, demand, manifests);
        const parts = { size: read('size', 1), overflow: read('overflow', 0), processes: read('processes', 1) };
        const [size, overflow, processes] = [parts.size, parts.overflow, parts.processes].map(each => typeof each === 'number' ? each : undefined);
        const { pods, surge } = mostPods(demand, environment);
        const whole = size === undefined || overflow === undefined ? undefined : size + overflow;
        const known = pods !== undefined && processes !== undefined && whole !== undefined;
        return {
            ...{ workload: title, pods, surge, processes, size: whole },
            connections: known ? (pods + surge) * processes * whole : undefined,
            unknown: Object.values(parts).find(each => typeof each === 'string') ??
                (pods !== undefined
                    ? undefined
                    : demand.object.kind === 'CronJob'
                        ? 'it may run several times at once; set its `concurrencyPolicy: Forbid`'
                        : 'the number of its pods is not in its manifest'),
        };
    });
}
function numberOf(setting, least, demand, manifests) {
    if (typeof setting === 'number')
        return setting;
    const found = (0,_settings_js__WEBPACK_IMPORTED_MODULE_2__/* .variablesIn */ .D)(demand, setting, manifests);
    if (found.length === 0)
        return `no container has the variable ${setting}`;
    const numbers = found.map(each => {
        if ('hidden' in each)
            return each.hidden;
        const isNumber = /^\d{1,6}$/.test(each.value.trim()) && Number(each.value) >= least;
        return isNumber ? Number(each.value) : `the variable ${setting} is not a whole number from ${least}`;
    });
    const wrong = numbers.find(each => typeof each === 'string');
    return wrong ?? Math.max(...numbers.map(Number));
}
function mostPods({ object, manifest, autoscaler, fixed }, environment) {
    const { maxReplicas } = (autoscaler?.object.spec ?? {});
    const isSingle = /^(Forbid|Replace)$/.test(String(object.spec?.concurrencyPolicy));
    if (object.kind === 'CronJob')
        return { pods: isSingle ? 1 : undefined, surge: 0 };
    const pods = maxReplicas ?? fixed;
    if (pods === undefined)
        return { pods, surge: 0 };
    const { workload, strategy } = environment;
    const isMain = workload.kind === object.kind && workload.name === manifest.name;
    const beside = !isMain || strategy.kind === 'rolling'
        ? 0
        : strategy.kind === 'canary'
            ? (0,_release_preflight_capacity_js__WEBPACK_IMPORTED_MODULE_0__/* .mostCanaryPods */ .e5)(environment, pods)
            : pods;
    return { pods, surge: beside + (0,_release_preflight_capacity_js__WEBPACK_IMPORTED_MODULE_0__/* .limitsOf */ .Af)(object, pods).peak - pods };
}
const arithmeticOf = (pools) => pools
    .map(({ workload, pods, surge, processes, size, connections }) => {
    const most = surge > 0 ? `(${pods} + ${surge})` : pods;
    return `${workload} ${most} × ${processes} × ${size} = ${connections}`;
})
    .join('; ');


/***/ }),

/***/ 47624:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gp: () => (/* binding */ judgeCosts),
/* harmony export */   RJ: () => (/* binding */ bands),
/* harmony export */   TG: () => (/* binding */ money)
/* harmony export */ });
/* harmony import */ var _monitoring_health_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(32588);
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8999);
/* harmony import */ var _connections_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(35114);
/* harmony import */ var _pricing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(86758);




const check = (id, rule) => (found) => ({ id, rule, level: 'warning', evidence: [], ...found });
const unknown = (what, more = {}) => ({ status: 'unknown', what, ...more });
const missed = (what, remedy, more = {}) => ({
    ...{ status: 'not-met', what, remedy },
    ...more,
});
const failed = (what, remedy, more = {}) => missed(what, remedy, { level: 'error', ...more });
const met = (what, more = {}) => ({ status: 'met', what, ...more });
const notApplicable = (what) => ({ status: 'not-applicable', what });
const bands = { autoscaling: '20 to 30 %', backups: '15 to 25 %' };
const pooled = check('P11', 'cost-connections');
const scaled = check('P8', 'cost-autoscaling');
const undeclared = unknown('the pools of database connections are not declared', {
    remedy: 'add `cost.connections` to slipway.yml',
});
const money = (amount, currency) => `${amount.toFixed(2)} ${currency}`;
const isAbove = (amount, cap) => amount > cap * (1 + 1e-9);
function judgeCosts(facts) {
    const { costs, whatIfs, storage, settings } = facts;
    const caps = [
        check('Z7', 'cost-monthly-cap')(monthlyCap(facts, (0,_pricing_js__WEBPACK_IMPORTED_MODULE_2__/* .totalOf */ .e6)(costs))),
        check('P4', 'cost-run-cap')(runCap(facts)),
        ...taskCap(facts).map(check('P4', 'cost-task-cap')),
        ...(settings.connections === undefined ? [] : [pooled(connections(facts))]),
    ];
    const figures = [
        ...costs.map(each => check('P7', 'cost-workload')(workload(each, facts))),
        ...(settings.connections === undefined ? [pooled(undeclared)] : []),
        ...(whatIfs.length === 0 ? [scaled(notApplicable('no workload can have an autoscaler'))] : []),
        ...whatIfs.map(each => scaled(autoscaling(each, facts))),
        ...('status' in storage
            ? [check('P9', 'cost-backups')(storage)]
            : storage.map(each => check('P9', 'cost-backups')(backups(each, facts)))),
    ];
    const isFailed = caps.some(({ status, level }) => status === 'not-met' && level === 'error');
    const isUnknown = caps.some(({ status }) => status === 'unknown');
    return {
        outcome: isFailed ? 'fail' : isUnknown ? 'unknown' : 'pass',
        assessments: [...caps, ...figures],
    };
}
function workload({ workload: object, monthly, compute, idle, unknown: why }, facts) {
    const { currency } = facts.settings;
    const evidence = facts.evidenceOf(object);
    if (monthly === undefined || compute === undefined || idle === undefined)
        return unknown(`the cost of ${object} is not fully known: ${why.join(', ')}`, { object, evidence });
    const share = compute === 0 ? '' : `, of which ${(0,_monitoring_health_js__WEBPACK_IMPORTED_MODULE_0__/* .percent */ .KN)(idle / compute)} is idle`;
    return met(`${object} costs ${money(monthly, currency)} a month${share}`, { object, evidence });
}
function monthlyCap({ settings, costs, evidenceOf }, { monthly, known }) {
    const { 'monthly-cap': cap, currency } = settings;
    if (cap === undefined)
        return missed('no cap of the monthly cost is declared', 'add `cost.monthly-cap` to slipway.yml');
    const limit = money(cap, currency);
    if (isAbove(known, cap))
        return failed(`the workloads cost ${monthly === undefined ? 'at least ' : ''}${money(known, currency)} a month, more than the cap of ${limit}`, 'request less where much is idle, or raise `cost.monthly-cap`', { evidence: evidenceOf('costs') });
    if (monthly !== undefined)
        return met(`the workloads cost ${money(monthly, currency)} a month, within the cap of ${limit}`, {
            evidence: evidenceOf('costs'),
        });
    const open = costs.filter(each => each.monthly === undefined).map(each => each.workload);
    return unknown(`the cap of ${limit} cannot be judged: the cost of ${open.join(', ') || 'any workload'} is unknown`);
}
function runCap({ settings, runs, evidenceOf }) {
    const { 'run-cap': cap, prices, currency } = settings;
    if (cap === undefined)
        return missed('no cap of the cost of a run is declared', 'add `cost.run-cap` to slipway.yml');
    if ('status' in runs)
        return runs;
    const price = prices['runner-minute'];
    if (price === undefined)
        return unknown('the cost of a run is unknown: slipway.yml has no `cost.prices.runner-minute`');
    const exact = (amount) => `${amount.toFixed(3)} ${currency}`;
    const most = runs.reduce((top, each) => (each.billed > top.billed ? each : top));
    const said = `run ${most.run} took ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .h)(most.billed, 'billed minute')}, ${exact(most.billed * price)}`;
    const limit = `the cap of ${exact(cap)}`;
    const more = { evidence: evidenceOf('runs') };
    return isAbove(most.billed * price, cap)
        ? failed(`${said}, more than ${limit}`, 'see docs/cost.md for fewer minutes, or raise `cost.run-cap`', more)
        : met(`${said}, within ${limit}`, more);
}
function taskCap({ settings, tasks, evidenceOf }) {
    const name = settings['task-cap'];
    if (name === undefined)
        return [notApplicable('slipway.yml names no setting that limits the cost of a task')];
    const remedy = `set ${name} to an amount above 0`;
    if (tasks.length === 0)
        return [failed(`nothing in the manifests sets ${name}, so a task may cost any amount`, remedy)];
    return tasks.map((each) => {
        const more = { object: each.of, evidence: evidenceOf('manifests') };
        if ('hidden' in each)
            return unknown(each.hidden, more);
        const amount = /^\s*\d+(\.\d+)?\s*$/.test(each.value) ? Number(each.value) : Number.NaN;
        if (amount > 0)
            return met(`${each.of} limits the cost of a task by ${name}`, more);
        const why = amount === 0 ? 'sets it to 0, which is no limit' : 'sets it to what is no amount';
        return failed(`a task may cost any amount: ${each.of} ${why} (${name})`, remedy, more);
    });
}
function connections({ settings, pools, limit, evidenceOf }) {
    const { reserved = 0 } = settings.connections ?? {};
    const open = pools.find(each => each.unknown !== undefined);
    if (open !== undefined)
        return unknown(`the connections of ${open.workload} are unknown: ${open.unknown}`, {
            object: open.workload,
        });
    if (typeof limit !== 'number')
        return unknown(`max_connections of the database is unknown: ${limit}`);
    const sum = pools.reduce((total, each) => total + (each.connections ?? 0), 0);
    const said = `${(0,_connections_js__WEBPACK_IMPORTED_MODULE_1__/* .arithmeticOf */ .S)(pools)}; together ${sum}`;
    const room = `${limit} − ${reserved} = ${limit - reserved}`;
    const more = { evidence: evidenceOf('connections') };
    return sum > limit - reserved
        ? failed(`the pools may open more connections than the database accepts (pods × processes × pool): ${said}, above ${room}`, 'lower the pools, the pods or the processes, raise max_connections, or use a pooler such as PgBouncer', more)
        : met(`the pools fit the database (pods × processes × pool): ${said}, within ${room}`, more);
}
function autoscaling(each, { evidenceOf }) {
    const more = { object: each.workload, evidence: evidenceOf(each.workload) };
    if ('why' in each)
        return unknown(`what an autoscaler saves for ${each.workload} is unknown: ${each.why}`, more);
    const { workload: name, saving, fixed, podHours, hours, declared, scaling, by } = each;
    const hpa = `${declared ? 'its autoscaler' : 'an autoscaler'} (${scaling.min} to ${scaling.max} pods, ${by})`;
    const said = `${name}: ${hpa} would have run ${podHours.toFixed(1)} pod-hours in the ${hours.toFixed(1)} recorded hours, ${fixed} fixed pods ${(fixed * hours).toFixed(1)}: ${(0,_monitoring_health_js__WEBPACK_IMPORTED_MODULE_0__/* .percent */ .KN)(Math.abs(saving))} ${saving < 0 ? 'more' : 'less'} (the guide expects ${bands.autoscaling} less)`;
    if (declared)
        return saving > 0 ? met(said, more) : missed(said, 'lower its minReplicas, or its requests', more);
    return saving > 0
        ? missed(said, 'add a HorizontalPodAutoscaler', { ...more, level: 'info' })
        : notApplicable(said);
}
function backups({ repository, backups: count, original, stored }, facts) {
    const evidence = facts.evidenceOf('backups');
    const less = 1 - stored / original;
    const said = `${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_3__/* .counted */ .h)(count, 'backup')} in ${repository} read ${size(original)} and stored ${size(stored)}: ${(0,_monitoring_health_js__WEBPACK_IMPORTED_MODULE_0__/* .percent */ .KN)(Math.abs(less))} ${less < 0 ? 'more' : 'less'} (the guide expects ${bands.backups} less)`;
    if (!(original > 0))
        return unknown(`the backups in ${repository} read no data`, { object: repository });
    return less > 0
        ? met(said, { object: repository, evidence })
        : missed(said, 'turn compression on, and check whether the data can be compressed', {
            object: repository,
            evidence,
        });
}
const size = (bytes) => `${(bytes / 2 ** 20).toFixed(1)} MiB`;


/***/ }),

/***/ 86758:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X9: () => (/* binding */ hoursOfMonth),
/* harmony export */   e6: () => (/* binding */ totalOf),
/* harmony export */   ho: () => (/* binding */ costOf)
/* harmony export */ });
/* harmony import */ var _usage_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26724);

const hoursOfMonth = 730;
function costOf(demand, usage, rates, period) {
    const pods = podsOf(demand, usage, period);
    const times = (each) => each === undefined || pods === undefined ? undefined : each * pods;
    const requested = { cores: times(demand.cores), gib: times(demand.gib) };
    const used = { cores: (0,_usage_js__WEBPACK_IMPORTED_MODULE_0__/* .p95 */ .f3)(usage.cores), gib: (0,_usage_js__WEBPACK_IMPORTED_MODULE_0__/* .p95 */ .f3)(usage.gib) };
    const volumes = demand.storage;
    const storage = pods === undefined || volumes === undefined ? undefined : volumes.each * pods + volumes.shared;
    const priced = (cores, gib) => cores === undefined || gib === undefined || rates.core === undefined || rates.gib === undefined
        ? undefined
        : (cores * rates.core + gib * rates.gib) * hoursOfMonth;
    const compute = priced(requested.cores, requested.gib);
    const volume = rates.storage === undefined ? 0 : storage === undefined ? undefined : storage * rates.storage;
    return {
        ...{ workload: demand.title, pods, requested, used, storage, compute },
        monthly: compute === undefined || volume === undefined ? undefined : compute + volume,
        idle: priced(beyond(requested.cores, used.cores), beyond(requested.gib, used.gib)),
        unknown: [
            ...(pods === undefined ? ['Prometheus has not counted its pods'] : []),
            ...(demand.cores === undefined ? ['a container requests no CPU'] : []),
            ...(demand.gib === undefined ? ['a container requests no memory'] : []),
            ...(rates.core === undefined ? ['the price of a core-hour is not known'] : []),
            ...(rates.gib === undefined ? ['the price of a GiB-hour is not known'] : []),
            ...(volume === undefined && pods !== undefined ? ['the size of a volume is not in the manifests'] : []),
            ...Object.entries({ CPU: usage.cores, memory: usage.gib }).flatMap(([of, { length }]) => length < _usage_js__WEBPACK_IMPORTED_MODULE_0__/* .fewest */ .xB ? [`Prometheus has ${length} values of its ${of}, and ${_usage_js__WEBPACK_IMPORTED_MODULE_0__/* .fewest */ .xB} are needed`] : []),
        ],
    };
}
const beyond = (requested, used) => requested === undefined || used === undefined ? undefined : Math.max(0, requested - used);
function podsOf({ fixed, object }, { pods }, { from, to, step }) {
    if (fixed !== undefined)
        return fixed;
    const mean = (0,_usage_js__WEBPACK_IMPORTED_MODULE_0__/* .meanOf */ .hm)(pods);
    return object.kind === 'CronJob' && mean !== undefined
        ? (mean * pods.length) / Math.floor((to - from) / step)
        : mean;
}
function totalOf(costs) {
    const known = costs.reduce((sum, { monthly = 0 }) => sum + monthly, 0);
    const measured = costs.filter(({ idle }) => idle !== undefined);
    const compute = measured.reduce((sum, each) => sum + (each.compute ?? 0), 0);
    const idle = measured.reduce((sum, each) => sum + (each.idle ?? 0), 0);
    return {
        monthly: costs.length === 0 || costs.some(({ monthly }) => monthly === undefined) ? undefined : known,
        known,
        idleShare: compute > 0 ? idle / compute : undefined,
    };
}


/***/ }),

/***/ 30422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ variablesIn),
/* harmony export */   R: () => (/* binding */ settingsIn)
/* harmony export */ });
/* harmony import */ var _assess_subject_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(66724);
/* harmony import */ var _assess_templates_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11111);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);



function variablesIn({ spec, title: of }, name, manifests) {
    const inMap = (map, key) => {
        const found = (0,_assess_subject_js__WEBPACK_IMPORTED_MODULE_0__/* .ofKind */ .CZ)(manifests, 'ConfigMap').find(each => each.name === map);
        const value = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .textMap */ .sP)(found?.object.data)[key];
        return value === undefined ? [] : [{ value, of }];
    };
    return (0,_assess_templates_js__WEBPACK_IMPORTED_MODULE_2__/* .allContainers */ .Yr)(spec).flatMap(({ container: { env = [], envFrom = [] } }) => {
        const own = env.findLast(each => each.name === name);
        if (own?.value !== undefined)
            return [{ value: String(own.value), of }];
        const key = own?.valueFrom?.configMapKeyRef;
        if (own !== undefined) {
            const found = key === undefined ? [] : inMap(key.name, key.key);
            return found.length > 0 ? found : [{ hidden: `the value of ${name} is not in the manifests`, of }];
        }
        return envFrom.flatMap(({ configMapRef, prefix = '' }) => name.startsWith(prefix) ? inMap(configMapRef?.name, name.slice(prefix.length)) : []);
    });
}
function settingsIn(workloads, name, manifests) {
    const escaped = name.replaceAll('.', '\\.');
    const line = new RegExp(`^[ \\t]*"?${escaped}"?[ \\t]*[:=][ \\t]*["']?([^"'#,\\s]*)`, 'gm');
    const inMaps = (0,_assess_subject_js__WEBPACK_IMPORTED_MODULE_0__/* .ofKind */ .CZ)(manifests, 'ConfigMap').flatMap(({ object, name: map }) => {
        const of = `ConfigMap/${map}`;
        return Object.entries((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .textMap */ .sP)(object.data)).flatMap(([key, text]) => key === name
            ? [{ value: text, of }]
            : [...text.matchAll(line)].map(([, value = '']) => ({ value, of: `${of} (${key})` })));
    });
    return [...workloads.flatMap(each => variablesIn(each, name, manifests)), ...inMaps];
}


/***/ }),

/***/ 26724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f3: () => (/* binding */ p95),
/* harmony export */   gB: () => (/* binding */ usageQueries),
/* harmony export */   hm: () => (/* binding */ meanOf),
/* harmony export */   iW: () => (/* binding */ during),
/* harmony export */   jH: () => (/* binding */ periodOf),
/* harmony export */   k9: () => (/* binding */ readUsage),
/* harmony export */   tk: () => (/* binding */ noUsage),
/* harmony export */   xB: () => (/* binding */ fewest)
/* harmony export */ });
/* harmony import */ var _analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11775);
/* harmony import */ var _monitoring_owned_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97457);
/* harmony import */ var _monitoring_readings_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(63231);
/* harmony import */ var _toolkit_quantile_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35831);




const noUsage = { cores: [], gib: [], pods: [], requests: [] };
const fewest = 20;
const periodOf = (to, window) => ({
    ...{ from: to - window, to },
    step: Math.max(300_000, Math.ceil(window / 2000 / 60_000) * 60_000),
});
function usageQueries({ object, manifest }, namespace, { from, to, step }) {
    const pod = _monitoring_owned_js__WEBPACK_IMPORTED_MODULE_1__/* .podNames */ .Y[object.kind]((0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .literal */ .eu)(manifest.name));
    const matchers = [
        { label: 'namespace', operator: '=', value: object.metadata?.namespace ?? namespace },
        { label: 'pod', operator: '=~', value: pod },
        { label: 'container', operator: '!~', value: '|POD' },
    ];
    const over = (expression) => `(${expression})[${to - from}ms:${step}ms]`;
    const memory = (0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .narrowed */ .fQ)('container_memory_working_set_bytes', matchers);
    return {
        cores: over(`sum(rate(${(0,_analysis_selector_js__WEBPACK_IMPORTED_MODULE_0__/* .narrowed */ .fQ)('container_cpu_usage_seconds_total', matchers)}[${step}ms]))`),
        gib: over(`sum(${memory}) / 2^30`),
        pods: over(`count(count by (pod) (${memory}))`),
    };
}
async function readUsage(source, demands, { namespace, workload, requests }, period) {
    const { query, failures } = (0,_monitoring_readings_js__WEBPACK_IMPORTED_MODULE_2__/* .asking */ .os)(source);
    const samples = async (promql) => (await query(promql, period.to))[0]?.samples ?? [];
    const usage = new Map();
    for (const each of demands) {
        const { cores, gib, pods } = usageQueries(each, namespace, period);
        const rate = each.title === workload ? requests : undefined;
        const found = await Promise.all([samples(cores), samples(gib), samples(pods)]);
        usage.set(each.title, {
            ...{ cores: found[0], gib: found[1], pods: found[2] },
            requests: rate === undefined ? [] : await samples(`(${rate})[${period.to - period.from}ms:${period.step}ms]`),
        });
    }
    return { usage, failures: [...failures] };
}
function during({ cores, gib, pods }, from, to) {
    const part = (samples) => samples.filter(([at]) => at > from && at <= to);
    return { cores: part(cores), gib: part(gib), pods: part(pods), requests: [] };
}
function p95(samples) {
    const values = samples.map(([, value]) => value);
    return values.length < fewest ? undefined : (0,_toolkit_quantile_js__WEBPACK_IMPORTED_MODULE_3__/* .quantile */ .Y)(values, 0.95);
}
const meanOf = (samples) => samples.length === 0 ? undefined : samples.reduce((sum, [, value]) => sum + value, 0) / samples.length;


/***/ }),

/***/ 75507:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Is: () => (/* binding */ requireReleasable),
/* harmony export */   Vu: () => (/* binding */ injectDigests),
/* harmony export */   _5: () => (/* binding */ prepareManifests),
/* harmony export */   bD: () => (/* binding */ clusterScoped),
/* harmony export */   h7: () => (/* binding */ workloadIn),
/* harmony export */   ik: () => (/* binding */ place)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17849);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29296);
/* harmony import */ var _workers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17121);





function prepareManifests(manifests, environment, images) {
    for (const manifest of manifests)
        requireReleasable(manifest, images);
    const placed = structuredClone(manifests).map(manifest => place(manifest, environment.namespace));
    injectDigests(placed, images);
    const workload = workloadIn(placed, environment);
    (0,_workers_js__WEBPACK_IMPORTED_MODULE_4__.requireWorkers)(placed, environment, images, workload);
    const template = workload.spec?.template;
    if (template === undefined) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.titleOf)(environment.workload)} has no spec.template`, 'complete the manifest');
    }
    template.metadata = {
        ...template.metadata,
        labels: { ...template.metadata?.labels, [_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.track]: 'stable' },
    };
    return placed;
}
const clusterWide = new Set([
    'APIService',
    'CSIDriver',
    'CertificateSigningRequest',
    'ClusterIssuer',
    'ClusterRole',
    'ClusterRoleBinding',
    'CustomResourceDefinition',
    'GatewayClass',
    'IngressClass',
    'MutatingWebhookConfiguration',
    'Namespace',
    'Node',
    'PersistentVolume',
    'PriorityClass',
    'RuntimeClass',
    'StorageClass',
    'ValidatingAdmissionPolicy',
    'ValidatingAdmissionPolicyBinding',
    'ValidatingWebhookConfiguration',
    'VolumeSnapshotClass',
]);
function requireReleasable({ object, name, source }, images) {
    const { kind = '' } = object;
    const title = `${source}: ${kind}/${name}`;
    if (clusterWide.has(kind))
        throw clusterScoped(title);
    const hook = object.metadata?.annotations?.['argocd.argoproj.io/hook'];
    if (hook !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} is a ${hook} hook of Argo CD, and a release would apply it like any other object`, 'move it out of `manifests`; if its Job is needed, make it a hook in slipway.yml, such as `hooks: {pre: {job: hooks/migrate.yaml}}`');
    if (kind === 'Job')
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} cannot be released: a Job runs once, and its pod template is immutable`, 'make it a hook, such as `hooks: {pre: {job: hooks/migrate.yaml}}`, and move its file out of `manifests`');
    if ((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.isReleased)(kind))
        return;
    const ours = new Set(Object.values(images).map(({ repository }) => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__.parseRepository)(repository)));
    const own = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.podTemplatesOf)(object)
        .flatMap(({ spec }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.containersOf)(spec))
        .find(({ image = '' }) => image !== '' && ours.has((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__.parseRepository)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.repositoryOf)(image))));
    if (own !== undefined)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} runs ${own.image}, and a release can neither watch nor roll back a ${kind}`, 'run it in a Deployment, StatefulSet, DaemonSet or CronJob');
}
const clusterScoped = (title) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${title} is cluster-scoped, but a release belongs to a namespace`, 'move it out of `manifests`, and apply it once with `kubectl apply`');
function place(manifest, namespace) {
    const declared = manifest.object.metadata?.namespace;
    if (declared !== undefined && declared !== namespace) {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${manifest.source}: ${manifest.object.kind}/${manifest.name} is for namespace ${declared}, but the environment is for ${namespace}`, 'remove metadata.namespace from the manifest, or correct `namespace` in slipway.yml');
    }
    manifest.object.metadata = { ...manifest.object.metadata, namespace };
    return manifest;
}
function workloadIn(manifests, environment) {
    const { kind, name } = environment.workload;
    const found = manifests.find(manifest => manifest.object.kind === kind && manifest.name === name);
    if (found === undefined) {
        const others = manifests.filter(m => m.object.kind === kind).map(m => m.name);
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the manifests do not contain ${kind}/${name}${others.length === 0 ? '' : ` (only ${others.join(', ')})`}`, 'correct `workload` in slipway.yml or add its manifest');
    }
    return found.object;
}
function injectDigests(manifests, images, use = 'every') {
    const containers = manifests.flatMap(m => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.podTemplatesOf)(m.object).flatMap(t => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.containersOf)(t.spec)));
    for (const [name, { repository, digest }] of Object.entries(images)) {
        const wanted = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__.parseRepository)(repository);
        const users = containers.filter(({ image }) => image && (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__.parseRepository)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.repositoryOf)(image)) === wanted);
        if (users.length === 0 && use === 'every') {
            const used = [...new Set(containers.map(container => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.repositoryOf)(container.image ?? '')))];
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`no container uses images.${name} (${repository}); the manifests use ${used.join(', ') || 'no image at all'}`, 'use the same repository for `repository` in slipway.yml and `image` in the manifest');
        }
        for (const container of users)
            container.image = `${repository}@${digest}`;
    }
}


/***/ }),

/***/ 17121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   isWorker: () => (/* binding */ isWorker),
/* harmony export */   readWorkers: () => (/* binding */ readWorkers),
/* harmony export */   releaseOf: () => (/* binding */ releaseOf),
/* harmony export */   requireWorkers: () => (/* binding */ requireWorkers),
/* harmony export */   templatesOf: () => (/* binding */ templatesOf),
/* harmony export */   withUnlistedWorkers: () => (/* binding */ withUnlistedWorkers),
/* harmony export */   workersIn: () => (/* binding */ workersIn),
/* harmony export */   workersOf: () => (/* binding */ workersOf)
/* harmony export */ });
/* harmony import */ var _cluster_labels_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75181);
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _kinds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(17849);
/* harmony import */ var _naming_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29296);





const workersOf = ({ workers }) => workers ?? [];
const isWorker = ({ object, name }, environment) => workersOf(environment).some(ref => ref.kind === object.kind && ref.name === name);
function withUnlistedWorkers(environment, manifests, repositories) {
    if (!manifests.some(({ object }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.isOf)(environment.workload, object)))
        return { environment, unlisted: [] };
    const ours = new Set(repositories.map(each => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__.parseRepository)(each)));
    const known = new Set([environment.workload, ...workersOf(environment)].map(_kinds_js__WEBPACK_IMPORTED_MODULE_2__.keyOf));
    const unlisted = manifests.flatMap(({ object }) => {
        const runsOurs = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.podTemplatesOf)(object)
            .flatMap(({ spec }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.containersOf)(spec))
            .some(({ image = '' }) => image !== '' && ours.has((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__.parseRepository)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.repositoryOf)(image))));
        if (!runsOurs || !(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.isReleased)(object.kind))
            return [];
        const ref = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.refOf)(object);
        return known.has((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.keyOf)(ref)) ? [] : [ref];
    });
    return { environment: { ...environment, workers: [...workersOf(environment), ...unlisted] }, unlisted };
}
function workersIn(manifests, environment) {
    return workersOf(environment).map(ref => {
        const found = manifests.find(({ object }) => (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.isOf)(ref, object));
        if (found !== undefined)
            return found.object;
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the manifests do not contain ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.titleOf)(ref)}, which \`workers\` lists`, 'correct `workers` in slipway.yml or add its manifest');
    });
}
function requireWorkers(manifests, environment, images, workload) {
    const ours = new Set(Object.values(images).map(({ repository }) => (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__.parseRepository)(repository)));
    const services = manifests.filter(({ object }) => object.kind === 'Service');
    for (const worker of workersIn(manifests, environment)) {
        const name = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.titleOf)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.refOf)(worker));
        const used = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.containersOf)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.templateOf)(worker)?.spec).map(({ image = '' }) => image);
        if (ours.size > 0 &&
            !used.some(image => image !== '' && ours.has((0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__.parseRepository)((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.repositoryOf)(image))))) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${name} is listed in \`workers\`, but runs none of the images of this release`, 'remove it from `workers`: it is applied like any other manifest');
        }
        if (takes(workload.spec?.selector?.matchLabels, worker) ||
            takes(worker.spec?.selector?.matchLabels, workload)) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`the labels do not distinguish the pods of ${name} from those of ${(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.titleOf)(environment.workload)}`, 'give each of them a distinct label, in its selector and in its template');
        }
        const service = services.find(each => takes(each.object.spec?.selector, worker));
        if (service !== undefined && takes(service.object.spec?.selector, workload)) {
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`Service/${service.name} would send requests to ${name} as well, but a worker must get none`, 'add a label to its selector that only the pods of the workload have');
        }
    }
}
const takes = (selector, workload) => (0,_cluster_labels_js__WEBPACK_IMPORTED_MODULE_4__/* .selects */ .ko)(selector, (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.templateOf)(workload)?.metadata?.labels);
async function readWorkers(cluster, namespace, refs) {
    const entries = refs.map(async (ref) => [(0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.keyOf)(ref), await cluster.get((0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.pathTo)(namespace, ref))]);
    return Object.fromEntries(await Promise.all(entries));
}
function templatesOf(lives) {
    return Object.fromEntries(Object.entries(lives).flatMap(([name, live]) => {
        const template = (0,_kinds_js__WEBPACK_IMPORTED_MODULE_2__.templateOf)(live);
        return template === undefined ? [] : [[name, template]];
    }));
}
function releaseOf(worker) {
    const marked = worker?.metadata?.annotations?.[_naming_js__WEBPACK_IMPORTED_MODULE_3__/* .labels */ .WD.release];
    return marked === undefined ? undefined : Number(marked);
}


/***/ }),

/***/ 35831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ quantile)
/* harmony export */ });
function quantile(values, share) {
    const sorted = [...values].sort((a, b) => a - b);
    return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
}


/***/ }),

/***/ 59993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bz: () => (/* binding */ tokenOn),
/* harmony export */   G$: () => (/* binding */ fencingTests),
/* harmony export */   Hn: () => (/* binding */ isRestoredByWatchdog),
/* harmony export */   Wn: () => (/* binding */ pointer),
/* harmony export */   ZC: () => (/* binding */ annotationPointer),
/* harmony export */   fz: () => (/* binding */ annotate),
/* harmony export */   lW: () => (/* binding */ annotationOf),
/* harmony export */   oV: () => (/* binding */ tokenPatch),
/* harmony export */   u4: () => (/* binding */ track),
/* harmony export */   w7: () => (/* binding */ annotation)
/* harmony export */ });
const track = 'slipway.dev/track';
const annotationOf = {
    token: (app) => `slipway.dev/token.${app}`,
    weights: (app) => `slipway.dev/weights.${app}`,
    pinned: (app) => `slipway.dev/pinned.${app}`,
    minReplicas: (app) => `slipway.dev/min-replicas.${app}`,
    watchdog: (app) => `slipway.dev/watchdog.${app}`,
};
function pointer(...parts) {
    return parts.map(part => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
function annotationPointer(name) {
    return pointer('metadata', 'annotations', name);
}
function fencingTests(object, { app, token }) {
    return [
        { op: 'test', path: annotationPointer(annotationOf.token(app)), value: String(token) },
        { op: 'test', path: pointer('metadata', 'uid'), value: object.metadata?.uid },
    ];
}
function tokenOn(object, app) {
    return Number(annotation(object, annotationOf.token(app)) ?? 0);
}
function tokenPatch(object, { app, token }) {
    const name = annotationOf.token(app);
    const present = tokenOn(object, app);
    if (present > token)
        throw new Error(`fencing token ${present} is above token ${token} of ${app}`);
    if (present === token)
        return [];
    const { annotations, uid, resourceVersion } = object.metadata ?? {};
    const unchanged = annotations?.[name] === undefined
        ? { op: 'test', path: pointer('metadata', 'resourceVersion'), value: resourceVersion }
        : { op: 'test', path: annotationPointer(name), value: annotations[name] };
    return [
        { op: 'test', path: pointer('metadata', 'uid'), value: uid },
        unchanged,
        ...(annotations === undefined
            ? [{ op: 'add', path: pointer('metadata', 'annotations'), value: {} }]
            : []),
        { op: 'add', path: annotationPointer(name), value: String(token) },
    ];
}
function annotation(object, name) {
    return object.metadata?.annotations?.[name];
}
function annotate(object, name, value) {
    const path = annotationPointer(name);
    const present = annotation(object, name);
    if (present === value)
        return [];
    return value === undefined ? [{ op: 'remove', path }] : [{ op: 'add', path, value }];
}
function isRestoredByWatchdog(object, { app, token }, since) {
    const by = Number(annotation(object, annotationOf.watchdog(app)) ?? Number.NaN);
    return by >= since && by <= token;
}


/***/ })

};
