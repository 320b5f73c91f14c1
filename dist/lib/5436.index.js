export const id = 5436;
export const ids = [5436,7462,5081,5274];
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

/***/ 7840:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CE: () => (/* binding */ serializeLedger),
/* harmony export */   Hn: () => (/* binding */ acknowledged),
/* harmony export */   N: () => (/* binding */ makeMarker),
/* harmony export */   h8: () => (/* binding */ parseLedger),
/* harmony export */   nm: () => (/* binding */ markerHash),
/* harmony export */   oc: () => (/* binding */ ledgerLine)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _checksum_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77462);



function makeMarker(seq, runId, sentAt, payload) {
    return { seq, runId, sentAt, payload, sha256: markerHash({ seq, runId, sentAt, payload }) };
}
function markerHash({ seq, runId, sentAt, payload }) {
    return (0,_checksum_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256Of */ .Bj)(JSON.stringify([seq, runId, sentAt, payload]));
}
function ledgerLine({ seq, sentAt, ackedAt, error, sha256 }) {
    return `${JSON.stringify({ seq, sentAt, ackedAt, error, sha256 })}\n`;
}
function serializeLedger(entries) {
    return entries.map(ledgerLine).join('');
}
function parseLedger(text) {
    const lines = text.split('\n');
    const last = lines.pop() ?? '';
    const whole = last === '' ? undefined : entryOf(last);
    const entries = new Map();
    for (const [index, line] of lines.entries()) {
        const entry = entryOf(line);
        if (entry === undefined)
            throw malformed(index + 1, 'is not an entry');
        add(entries, entry, index + 1);
    }
    if (whole !== undefined)
        add(entries, whole, lines.length + 1);
    return {
        entries: [...entries.values()].sort((a, b) => a.seq - b.seq),
        cut: last !== '' && whole === undefined,
    };
}
function acknowledged(entries) {
    return entries.filter((entry) => entry.ackedAt !== undefined);
}
function add(entries, entry, line) {
    const before = entries.get(entry.seq);
    if (before !== undefined && (before.sentAt !== entry.sentAt || before.sha256 !== entry.sha256))
        throw malformed(line, `describes another marker ${entry.seq} than an earlier line`);
    if (before?.ackedAt !== undefined && before.ackedAt !== entry.ackedAt)
        throw malformed(line, `contradicts the acknowledgement of marker ${entry.seq}`);
    entries.set(entry.seq, entry);
}
function entryOf(line) {
    const value = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(line);
    if (value === undefined)
        return undefined;
    const { seq, sentAt, ackedAt, error, sha256 } = value;
    const hash = typeof sha256 === 'string' ? (0,_checksum_js__WEBPACK_IMPORTED_MODULE_1__/* .parseSha256 */ .tz)(sha256) : undefined;
    if (!isMoment(seq) || seq < 1 || !isMoment(sentAt) || hash === undefined)
        return undefined;
    if (ackedAt !== undefined && (!isMoment(ackedAt) || ackedAt < sentAt))
        return undefined;
    if (error !== undefined && typeof error !== 'string')
        return undefined;
    return {
        seq,
        sentAt,
        ...(ackedAt === undefined ? {} : { ackedAt }),
        ...(error === undefined ? {} : { error }),
        sha256: hash,
    };
}
const isMoment = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const malformed = (line, problem) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`line ${line} of the marker ledger ${problem}`, 'use the unmodified ledger of the writer: nothing can be measured with this one');


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
