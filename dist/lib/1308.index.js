export const id = 1308;
export const ids = [1308,4377];
export const modules = {

/***/ 71308:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   additions: () => (/* binding */ additions),
/* harmony export */   compareChain: () => (/* binding */ compareChain),
/* harmony export */   genesis: () => (/* binding */ genesis),
/* harmony export */   linesOf: () => (/* binding */ linesOf),
/* harmony export */   readChain: () => (/* binding */ readChain),
/* harmony export */   sha256: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88343);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64377);
/* harmony import */ var _release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29296);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60630);




const hash = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/);
const entrySchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .strictObject */ .rej({
    schema: zod__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .euz(1),
    seq: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().min(1),
    kind: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(['release', 'outcome', 'decision', 'backup', 'drill', 'step']),
    id: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().min(1).max(300),
    at: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().max(40),
    sha256: hash,
    facts: zod__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_2__/* .unknown */ .L5J()),
    added: zod__WEBPACK_IMPORTED_MODULE_3__/* .datetime */ .w$(),
    previous: hash,
    hash,
});
const genesis = '0'.repeat(64);
const sha256 = (content) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(content).digest('hex');
const hashOf = ({ hash: _, ...rest }) => sha256((0,_release_workloads_naming_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N)(rest));
const nameOf = ({ kind, id }) => `${kind} ${id}`;
function additions(chain, records, added) {
    const last = new Map(chain.map(each => [nameOf(each), each]));
    const news = records
        .filter(each => last.get(nameOf(each))?.sha256 !== each.sha256)
        .toSorted((a, b) => (`${a.at} ${nameOf(a)}` < `${b.at} ${nameOf(b)}` ? -1 : 1));
    const made = [];
    for (const { kind, id, at, sha256: content, facts } of news) {
        const before = made.at(-1) ?? chain.at(-1);
        const entry = {
            schema: 1,
            ...{ seq: (before?.seq ?? 0) + 1, kind, id, at, sha256: content },
            ...{ facts: JSON.parse(JSON.stringify(facts)), added, previous: before?.hash ?? genesis },
        };
        made.push({ ...entry, hash: hashOf(entry) });
    }
    return made;
}
const linesOf = (entries) => entries.map(each => `${JSON.stringify(each)}\n`).join('');
function readChain(text) {
    const entries = [];
    const faults = [];
    const lines = text.split('\n').filter(line => line.trim() !== '');
    for (const [index, line] of lines.entries()) {
        const read = entrySchema.safeParse((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_4__/* .jsonIn */ .Yf)(line));
        if (!read.success) {
            faults.push(`line ${index + 1} of the audit chain is no entry: it was changed or inserted`);
            continue;
        }
        const entry = read.data;
        const before = entries.at(-1);
        faults.push(...faultsOf(entry, before));
        entries.push(entry);
    }
    return { entries, faults };
}
function faultsOf(entry, before) {
    const { seq, previous } = entry;
    const name = `entry ${seq} (${nameOf(entry)})`;
    if (hashOf(entry) !== entry.hash)
        return [`${name} was changed`];
    const expected = (before?.seq ?? 0) + 1;
    if (seq > expected)
        return [
            seq === expected + 1 ? `entry ${expected} is missing` : `entries ${expected} to ${seq - 1} are missing`,
        ];
    if (seq < expected)
        return [`${name} was inserted after entry ${before?.seq}, or moved`];
    if (previous !== (before?.hash ?? genesis))
        return [`${name} does not follow entry ${seq - 1}: one of them was replaced or inserted`];
    return [];
}
function compareChain(entries, records, head) {
    const last = new Map(entries.map(each => [nameOf(each), each]));
    const exported = entries.at(-1)?.added ?? '';
    const faults = [];
    let pending = 0;
    for (const record of records) {
        const entry = last.get(nameOf(record));
        if (entry?.sha256 === record.sha256)
            continue;
        if (entry !== undefined && record.at <= entry.at)
            faults.push(`${nameOf(record)} differs from entry ${entry.seq}: the record was changed after its export`);
        else if (entry === undefined && Date.parse(record.at) < Date.parse(exported) - overlap)
            faults.push(`${nameOf(record)} of ${record.at} is missing in the chain, which was last exported at ${exported}`);
        else
            pending += 1;
    }
    if (head !== '' && !entries.some(each => each.hash === head))
        faults.push(`no entry has the noted head ${head}: the end of the chain was removed, or all of it was written anew`);
    return { faults, pending };
}
const overlap = 3_600_000;


/***/ }),

/***/ 64377:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w$: () => (/* binding */ datetime)
/* harmony export */ });
/* unused harmony exports date, time, duration */
/* harmony import */ var _core_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43759);
/* harmony import */ var _schemas_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);



function datetime(params) {
    return _core_index_js__WEBPACK_IMPORTED_MODULE_0__/* ._isoDateTime */ .G1(_schemas_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .You, params);
}
function date(params) {
    return core._isoDate(ZodISODate, params);
}
function time(params) {
    return core._isoTime(ZodISOTime, params);
}
function duration(params) {
    return core._isoDuration(ZodISODuration, params);
}


/***/ })

};
