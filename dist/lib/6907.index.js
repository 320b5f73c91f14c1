export const id = 6907;
export const ids = [6907];
export const modules = {

/***/ 29288:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   checkArrival: () => (/* binding */ checkArrival)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _check_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14417);
/* harmony import */ var _fields_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62936);



const pace = 2_000;
async function checkArrival(sources, absent, parts) {
    const { store, maxDelay, now, sleep } = parts;
    if (sources.length === 0)
        return (0,_check_js__WEBPACK_IMPORTED_MODULE_1__/* .unanswered */ .bj)('arrival', 'no workload that is checked has a ready pod');
    const expected = await Promise.all(sources.map(source => expectedOf(source, parts)));
    const silent = expected.flatMap(({ source, line }) => (line.ok ? [] : [{ source, why: line.detail }]));
    let missing = expected.filter(({ line }) => line.ok);
    const end = now() + maxDelay;
    for (;;) {
        const still = [];
        for (const each of missing) {
            const found = await hasArrived(each, parts);
            if (!found.ok)
                return (0,_check_js__WEBPACK_IMPORTED_MODULE_1__/* .unanswered */ .bj)('arrival', found.detail);
            if (!found.value)
                still.push(each);
        }
        missing = still;
        if (missing.length === 0 || now() >= end)
            break;
        await sleep(Math.min(pace, Math.max(1, end - now())));
    }
    const findings = [
        ...missing.map(({ source: { workload, pod, node } }) => ({
            subject: workload,
            problem: `no line of its pod ${pod} on node ${node} reached the store in time`,
        })),
        ...silent.map(({ source: { workload, pod }, why }) => ({
            subject: workload,
            problem: `there is no line to look for from its pod ${pod}: ${why}`,
        })),
        ...absent.map(workload => ({
            subject: workload,
            problem: workload.startsWith('CronJob/')
                ? 'is a CronJob, so it was not checked'
                : 'has no ready pod, so it was not checked',
        })),
    ];
    const judged = (verdict, reason) => ({
        check: 'arrival',
        verdict,
        reason,
        findings,
    });
    if (missing.length > 0)
        return judged('fail', `${store.name} got no line from ${placesOf(missing)} within ${Math.round(maxDelay / 1000)} s`);
    if (silent[0] !== undefined)
        return judged('unknown', `there is no line to look for from ${placesOf(silent)}: ${silent[0].why}`);
    const unchecked = absent.filter(workload => !workload.startsWith('CronJob/'));
    if (unchecked.length > 0)
        return judged('unknown', `no pod of ${unchecked.join(' or ')} is ready, so its lines were not checked`);
    const checked = sources.length === 1 ? 'the pod' : `each of the ${sources.length} pods`;
    const containers = [...new Set(sources.map(({ container }) => container))];
    return judged('pass', `the log store has lines from ${checked} checked (${containers.length === 1 ? 'container' : 'containers'} ${containers.join(', ')})`);
}
const placesOf = (list) => list.map(({ source: { workload, pod, node } }) => `${workload} (pod ${pod} on node ${node})`).join(', ');
const longestWhole = 8_000;
async function expectedOf(source, { write, tail, now }) {
    const at = now();
    const message = `a line of Slipway, to be found in the log store: slipway${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(12).toString('hex')}`;
    const text = JSON.stringify({ time: new Date(at).toISOString(), level: 'info', message });
    const failure = write === undefined ? undefined : await write(source, text);
    if (write !== undefined && failure === undefined)
        return { source, line: { ok: true, value: { at, text } } };
    const written = await tail(source);
    if (!written.ok)
        return { source, line: written };
    const last = written.value.findLast(each => each.text.trim() !== '' && each.text.length <= longestWhole);
    const detail = failure ?? 'it has written nothing in the last ten minutes';
    return { source, line: last === undefined ? { ok: false, detail } : { ok: true, value: last } };
}
const mostOfPod = 5_000;
async function hasArrived({ source, line }, { store, namespace, now }) {
    if (!line.ok)
        return line;
    const { at, text } = line.value;
    const query = { namespace, pods: [source.pod], from: at - 2_000, to: now() + 60_000 };
    const answer = await store.search(query, mostOfPod);
    if (!answer.ok)
        return answer;
    const { lines, partial, truncated } = answer.value;
    if (lines.some(each => isStored(text, each)))
        return { ok: true, value: true };
    const why = partial ?? (truncated ? `pod ${source.pod} has more than ${mostOfPod} lines` : undefined);
    if (why === undefined)
        return { ok: true, value: false };
    return { ok: false, detail: `${store.name} returned only some of the lines: ${why}` };
}
function isStored(written, { text, fields }) {
    const [nonce] = /slipway[0-9a-f]{24}/.exec(written) ?? [];
    if (nonce !== undefined)
        return `${text} ${JSON.stringify(fields)}`.includes(nonce);
    const [own, stored] = [(0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .objectIn */ .D)(written), (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .objectIn */ .D)(text)];
    const message = (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldOf */ ._)(own, 'message') ?? (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldOf */ ._)(own, 'msg');
    return [text, (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldOf */ ._)(stored, 'log'), (0,_fields_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldOf */ ._)(stored, 'message')].some(each => typeof each === 'string' && (each.trim() === written.trim() || each === message));
}


/***/ }),

/***/ 62936:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ objectIn),
/* harmony export */   _: () => (/* binding */ fieldOf)
/* harmony export */ });
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60630);

function fieldOf(source, field) {
    if (typeof source !== 'object' || source === null)
        return undefined;
    if (Object.hasOwn(source, field))
        return Reflect.get(source, field);
    for (let dot = field.indexOf('.'); dot !== -1; dot = field.indexOf('.', dot + 1)) {
        const head = field.slice(0, dot);
        if (!Object.hasOwn(source, head))
            continue;
        const found = fieldOf(Reflect.get(source, head), field.slice(dot + 1));
        if (found !== undefined)
            return found;
    }
    return undefined;
}
function objectIn(text) {
    if (typeof text !== 'string' || !text.trimStart().startsWith('{'))
        return undefined;
    const value = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonIn */ .Yf)(text);
    return typeof value === 'object' && value !== null ? value : undefined;
}


/***/ })

};
