export const id = 9907;
export const ids = [9907,8961];
export const modules = {

/***/ 89907:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   drillId: () => (/* binding */ drillId),
/* harmony export */   entryOf: () => (/* binding */ entryOf),
/* harmony export */   readDrills: () => (/* binding */ readDrills),
/* harmony export */   writeDrill: () => (/* binding */ writeDrill)
/* harmony export */ });
/* harmony import */ var _toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(48961);
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44245);
/* harmony import */ var _loss_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93638);



const folderOf = ({ app, environment }) => `${app}/${environment}/drills`;
const drillId = ({ startedAt, run }) => `${new Date(startedAt).toISOString().replaceAll(/[-:]|\.\d+/g, '')}-${run.id}`;
function entryOf(report) {
    const { startedAt, app, environment, scenario, verdict, outage, loss, backup, run } = report;
    const lost = loss === undefined || loss.point.kind === 'unmeasured' ? undefined : (0,_loss_js__WEBPACK_IMPORTED_MODULE_1__/* .lostTime */ .o0)(loss);
    return {
        schema: 1,
        at: startedAt,
        app,
        environment,
        scenario,
        verdict,
        ...(outage?.kind === 'over' ? { rto: outage.rto } : {}),
        ...(lost === undefined || !Number.isFinite(lost) ? {} : { rpo: lost }),
        ...(backup === undefined ? {} : { bytes: backup.bytes }),
        ...(run.url === undefined ? {} : { run: run.url }),
    };
}
async function writeDrill(store, owner, report, lockedUntil) {
    const at = `${folderOf(owner)}/${drillId(report)}`;
    const encoded = (text) => new TextEncoder().encode(text);
    await store.put(`${at}.json`, encoded(`${JSON.stringify(report, null, 2)}\n`), lockedUntil);
    await store.put(`${at}.history.jsonl`, encoded((0,_history_js__WEBPACK_IMPORTED_MODULE_0__/* .historyLine */ .Jo)(entryOf(report))), lockedUntil);
}
const most = 500;
async function readDrills(store, owner, broken = (_, error) => {
    throw error;
}) {
    const lines = (await store.list(folderOf(owner))).filter(({ path }) => path.endsWith('.history.jsonl'));
    const newest = lines.slice(-most);
    const contents = await (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_2__.mapOf)(newest, 8, ({ path }) => store.get(path));
    return contents.flatMap((content, index) => {
        try {
            return content === undefined ? [] : (0,_history_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDrillHistory */ .Hc)(new TextDecoder().decode(content));
        }
        catch (error) {
            return broken(newest[index]?.path ?? '', error);
        }
    });
}


/***/ }),

/***/ 48961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bothOf: () => (/* binding */ bothOf),
/* harmony export */   eachOf: () => (/* binding */ eachOf),
/* harmony export */   mapOf: () => (/* binding */ mapOf),
/* harmony export */   serialQueue: () => (/* binding */ serialQueue)
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
function serialQueue() {
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


/***/ })

};
