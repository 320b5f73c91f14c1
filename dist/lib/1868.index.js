export const id = 1868;
export const ids = [1868];
export const modules = {

/***/ 11868:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   bounded: () => (/* binding */ bounded),
/* harmony export */   formatMemory: () => (/* binding */ formatMemory),
/* harmony export */   parseMemory: () => (/* binding */ parseMemory),
/* harmony export */   remembering: () => (/* binding */ remembering),
/* harmony export */   withStateEnded: () => (/* binding */ withStateEnded)
/* harmony export */ });
/* unused harmony export mostInADay */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _event_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29499);



const sentSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .object */ .Ikc({
    outcome: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(_event_js__WEBPACK_IMPORTED_MODULE_0__/* .outcomes */ .KI),
    release: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(),
    urgent: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY(),
    at: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig(),
    ended: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY().optional(),
});
const memorySchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(sentSchema));
const hour = 3_600_000;
const day = 24 * hour;
const reminder = 20 * hour;
const mostInADay = 6;
const kept = 30 * day;
const mostKept = 4 * mostInADay;
const mostSubjects = 500;
const lastWord = 'Further messages about this are held back until tomorrow, except for rollbacks and critical messages.';
function bounded(memory, notice, now) {
    const { kind, outcome } = notice.event;
    const next = sentOf(notice, now);
    const before = (memory[notice.key] ?? []).filter(({ at }) => at <= now);
    const last = before.at(-1);
    if ((0,_event_js__WEBPACK_IMPORTED_MODULE_0__/* .isLasting */ .dJ)(kind) && outcome === 'success' && (last?.outcome ?? 'success') === 'success')
        return 'nothing has changed: a success is sent only after a failure';
    const mayRepeat = outcome === 'rolled-back' || (next.urgent && !(0,_event_js__WEBPACK_IMPORTED_MODULE_0__/* .isLasting */ .dJ)(kind) && outcome !== 'needs-action');
    const isSame = last?.outcome === outcome &&
        last.release === next.release &&
        last.at > now - reminder &&
        last.ended !== true;
    if (isSame && !mayRepeat)
        return 'the same message was sent less than 20 hours ago';
    if (next.urgent)
        return notice;
    const counted = before.filter(each => !each.urgent && each.release === next.release && each.at > now - day).length;
    if (counted >= mostInADay)
        return `${mostInADay} messages about this were sent within a day`;
    return counted < mostInADay - 1 ? notice : { ...notice, next: `${notice.next} ${lastWord}`.trim() };
}
const sentOf = ({ event: { kind, outcome, release }, severity }, at) => ({
    outcome,
    release: (0,_event_js__WEBPACK_IMPORTED_MODULE_0__/* .isLasting */ .dJ)(kind) ? release : '',
    at,
    urgent: outcome === 'rolled-back' || severity === 'critical',
});
function remembering(memory, notice, now) {
    const { key } = notice;
    const counted = (memory[key] ?? []).filter(each => !each.urgent);
    const newest = (list) => list.at(-1)?.at ?? 0;
    const all = Object.entries({ ...memory, [key]: [...counted, sentOf(notice, now)].slice(-mostKept) })
        .filter(([, list]) => newest(list) > now - kept)
        .sort(([, a], [, b]) => newest(a) - newest(b));
    return Object.fromEntries(all.slice(-mostSubjects));
}
function withStateEnded(memory, { key }) {
    const list = memory[key] ?? [];
    const last = list.at(-1);
    if (last === undefined || last.ended === true)
        return memory;
    return { ...memory, [key]: list.with(-1, { ...last, ended: true }) };
}
const parseMemory = (text) => memorySchema.safeParse((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonMap */ .vM)(text)?.sent).data ?? {};
const formatMemory = (memory) => `${JSON.stringify({ sent: memory })}\n`;


/***/ })

};
