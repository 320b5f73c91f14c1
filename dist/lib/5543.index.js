export const id = 5543;
export const ids = [5543];
export const modules = {

/***/ 95543:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ judgeReplication),
/* harmony export */   replicationFacts: () => (/* binding */ replicationFacts)
/* harmony export */ });
/* harmony import */ var _toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8999);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);


function judgeReplication(answer, declared, { zones = new Map(), bound = 'most' } = {}) {
    if ('unknown' in answer)
        return { verdict: 'unknown', problems: [answer.unknown], standbys: [] };
    if ('split' in answer)
        return { verdict: 'missing', problems: [answer.split], standbys: [] };
    const placed = answer.standbys.map(each => ({ ...each, zone: zones.get(each.address ?? '') }));
    const streaming = placed.filter(isStreaming).sort((a, b) => a.lag[bound] - b.lag[bound]);
    const missing = [
        ...lacking(declared, streaming, answer.unreachable),
        ...tooNear(declared, streaming, zones.get(answer.primary)),
    ];
    const behind = [...tooLate(declared, streaming, bound), ...notArchived(answer.archiving, declared)];
    return {
        verdict: missing.length > 0 ? 'missing' : behind.length > 0 ? 'behind' : 'ok',
        problems: [...missing, ...behind],
        standbys: placed.map(each => standbyText(each, bound)),
    };
}
const isStreaming = ({ state, bytes }) => state === 'streaming' && bytes !== undefined;
function replicationFacts(answer, zones) {
    if (!('primary' in answer))
        return { streaming: 0, apart: 0, archiving: false };
    const streaming = answer.standbys.filter(isStreaming);
    const own = zones.get(answer.primary);
    const isApart = ({ address = '' }) => {
        const zone = zones.get(address);
        return own !== undefined && zone !== undefined && zone !== own;
    };
    return {
        streaming: streaming.length,
        apart: streaming.filter(isApart).length,
        synchronous: streaming.filter(({ synchronous }) => synchronous).length,
        allWait: answer.allWait,
        archiving: answer.archiving.on,
    };
}
function lacking({ replicas }, streaming, unreachable) {
    const wanted = replicas.filter(({ mode }) => mode === 'synchronous').length;
    const synchronous = streaming.filter(each => each.synchronous);
    const names = streaming.map(({ name }) => name).join(' and ');
    const some = streaming.length === 1 ? `only ${names} streams` : `only ${names} stream`;
    if (streaming.length < replicas.length)
        return [
            `slipway.yml promises ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(replicas.length, 'standby')}, but ${streaming.length === 0 ? 'none streams' : some} WAL${[...unreachable].map(([pod, why]) => `; no answer from ${pod}: ${why}`).join('')}`,
        ];
    if (synchronous.length >= wanted)
        return [];
    return [
        `slipway.yml promises that commits wait for ${(0,_toolkit_count_js__WEBPACK_IMPORTED_MODULE_1__/* .counted */ .h)(wanted, 'standby')}, but they wait for ${synchronous.length === 0 ? 'none' : synchronous.length}`,
    ];
}
function tooNear({ replicas }, streaming, zone) {
    const near = streaming.filter(each => zone !== undefined && each.zone === zone);
    const promised = replicas.filter(({ survives }) => survives !== 'node').length;
    if (near.length === 0 || streaming.length - near.length >= promised)
        return [];
    return [
        `${near.map(({ name }) => name).join(' and ')} in zone ${zone} would be lost with the primary; slipway.yml promises ${promised} in another zone`,
    ];
}
function tooLate({ replicas }, streaming, bound) {
    const unlimited = replicas.filter(({ mode }) => mode === 'synchronous').length;
    const waitedFor = new Set(streaming
        .filter(({ synchronous }) => synchronous)
        .toReversed()
        .slice(0, unlimited));
    const others = streaming.filter(each => !waitedFor.has(each));
    return replicas
        .flatMap(({ mode, 'max-lag': limit = Number.POSITIVE_INFINITY }) => mode === 'asynchronous' ? limit : [])
        .sort((a, b) => a - b)
        .flatMap((limit, at) => {
        const standby = others[at];
        return standby === undefined || standby.lag[bound] <= limit
            ? []
            : [`the standby ${standbyText(standby, bound)}; slipway.yml allows ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(limit)}`];
    });
}
function notArchived({ on, failed, archived, waited }, { 'archive-timeout': timeout, 'archive-lag': lag }) {
    if (!on)
        return timeout === undefined ? [] : ['WAL is not archived: archive_mode is off'];
    const last = archived === undefined
        ? 'no WAL was ever archived'
        : `the last WAL was archived ${rounded(archived)} ago`;
    if (failed !== undefined)
        return [`WAL archiving fails: archive_command failed ${rounded(failed)} ago, and ${last}`];
    if (waited <= lag)
        return [];
    return [
        `WAL has waited ${rounded(waited)} to be archived, and archive-lag is ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(lag)}: ${last}`,
    ];
}
function standbyText({ name, state, synchronous, bytes, lag, zone }, bound) {
    const kind = `${synchronous ? 'synchronous' : 'asynchronous'}${zone === undefined ? '' : `, zone ${zone}`}`;
    if (state !== 'streaming')
        return `${name} (${kind}) does not stream WAL: its state is ${state}`;
    if (bytes === undefined)
        return `${name} (${kind}) has not reported yet`;
    if (bytes === 0)
        return `${name} (${kind}) has replayed everything`;
    return `${name} (${kind}) is ${rounded(lag[bound])} and ${(bytes / 1e6).toFixed(1)} MB behind`;
}
const rounded = (ms) => (0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(ms < 1000 ? Math.round(ms) : Math.round(ms / 1000) * 1000);


/***/ }),

/***/ 8999:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ firstOf),
/* harmony export */   h: () => (/* binding */ counted)
/* harmony export */ });
const counted = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;
const firstOf = ([first, ...others]) => first === undefined || others.length === 0 ? first : `${first} (and ${others.length} more)`;


/***/ })

};
