export const id = 55;
export const ids = [55];
export const modules = {

/***/ 80055:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   statusAction: () => (/* binding */ statusAction)
/* harmony export */ });
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(99800);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(991);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41648);
/* harmony import */ var _sealing_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(12694);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26115);





const engine = () => Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(1955), __webpack_require__.e(8815), __webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(4576), __webpack_require__.e(4991), __webpack_require__.e(5186), __webpack_require__.e(8302), __webpack_require__.e(2722), __webpack_require__.e(5277), __webpack_require__.e(88)]).then(__webpack_require__.bind(__webpack_require__, 23869));
const statusAction = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_0__/* .defineAction */ .QP)({
    name: 'status',
    description: 'Report the live release and the state of the rollout. Changes nothing.',
    inputs: {
        environment: _inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .environment */ .cA,
        config: _inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .config */ .$W,
        context: _inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .context */ ._O,
    },
    outputs: {
        state: '`idle` (no rollout), `running` (a run works on it), `paused` (waits for a time or a person: see `waits` in `status`), `needs-action` (a person must act) or `interrupted` (its run has ended: `sweep` finishes it or rolls it back).',
        phase: 'Phase of the last rollout; `none` if there was none.',
        candidate: 'Number of the release that is being rolled out; empty if there is none.',
        weight: 'Percentage of traffic to the candidate; empty if there is none.',
        release: 'Number of the live release; empty before the first release.',
        status: 'The whole status as JSON. Also contains `by` (the run that works on the rollout), `workers` (the release of each), `waits` (`for` and `until`), `postHook` (a problem of the `post` hook), and `images` and `verified` of the live release.',
        sign: _sealing_js__WEBPACK_IMPORTED_MODULE_2__/* .signOutput */ .R4,
        reason: 'Why the status is unknown, in one sentence; otherwise empty.',
    },
    refused: { status: '{}', sign: 'false' },
    run: async (inputs, host) => {
        const request = await (0,_session_js__WEBPACK_IMPORTED_MODULE_3__/* .requestOf */ .fo)(inputs, host);
        return (0,_session_js__WEBPACK_IMPORTED_MODULE_3__/* .withCluster */ .Bq)({ ...inputs, patient: false }, request.environment, host, engine, async (cluster, { sentenceOf, status }) => {
            const found = await status(cluster, request);
            const { state, phase, candidate, weight, release } = found;
            host.output('state', state);
            host.output('phase', phase);
            host.output('candidate', String(candidate ?? ''));
            host.output('weight', String(weight ?? ''));
            host.output('release', String(release ?? ''));
            host.output('status', JSON.stringify(found));
            host.output('sign', String(await (0,_sealing_js__WEBPACK_IMPORTED_MODULE_2__/* .signsProofs */ .Ye)(request.config, inputs.environment)));
            host.output('reason', '');
            const sentence = sentenceOf(request.config.app, found);
            await host.summary(`### ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_4__/* .cell */ .Hn)(sentence)}\n`);
            host.report(sentence);
            return true;
        });
    },
});


/***/ }),

/***/ 991:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Hn: () => (/* binding */ cell),
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   kB: () => (/* binding */ time),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
function cell(text) {
    return text
        .replace(/\s+/g, ' ')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('://', '&#58;//')
        .replace(/\bwww\./gi, each => each.replace('.', '&#46;'))
        .replace(/[\\|[\]*_`~]/g, '\\$&');
}
function table(head, rows) {
    if (rows.length === 0)
        return '';
    const line = (cells) => `| ${cells.map(cell).join(' | ')} |`;
    return [line(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(line)].join('\n');
}
function fenced(language, lines) {
    const longest = Math.max(2, ...lines.flatMap(line => (line.match(/`+/g) ?? []).map(run => run.length)));
    const fence = '`'.repeat(longest + 1);
    return `${fence}${language}\n${lines.join('\n')}\n${fence}`;
}
function time(ms) {
    return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
}


/***/ })

};
