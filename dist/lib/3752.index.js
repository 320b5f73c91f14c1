export const id = 3752;
export const ids = [3752,5650];
export const modules = {

/***/ 31471:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   monitorAction: () => (/* binding */ monitorAction)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99800);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41648);
/* harmony import */ var _rollback_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(60897);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26115);





const engine = async () => {
    const [{ monitor }, { rollback }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4576), __webpack_require__.e(3507), __webpack_require__.e(5186), __webpack_require__.e(8302), __webpack_require__.e(8267), __webpack_require__.e(2570)]).then(__webpack_require__.bind(__webpack_require__, 42570)),
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4576), __webpack_require__.e(3507), __webpack_require__.e(5186), __webpack_require__.e(8302), __webpack_require__.e(4991), __webpack_require__.e(2722), __webpack_require__.e(204), __webpack_require__.e(3533), __webpack_require__.e(3182), __webpack_require__.e(8672)]).then(__webpack_require__.bind(__webpack_require__, 723)),
    ]);
    return { monitor, rollback };
};
const monitorAction = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_1__/* .defineAction */ .QP)({
    name: 'monitor',
    description: 'Compare the time before and after a release, and check its objectives, alerts and scrape targets. Where slipway.yml allows it, a young release that is degraded is rolled back.',
    inputs: {
        environment: _inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .environment */ .cA,
        release: {
            description: 'Number of the release to watch; if another one is live, nothing is judged. Default: the live release.',
            default: '',
        },
        watch: {
            description: 'How long to watch the release, such as `10m`; a degraded one ends the watch. `0s` looks once, for a schedule.',
            default: '5m',
        },
        config: _inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .config */ .$W,
        context: _inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .context */ ._O,
        'deployments-token': _inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .deploymentsToken */ .ic,
        'tool-mirrors': _inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .toolMirrors */ .Rg,
    },
    outputs: {
        verdict: '`healthy`, `degraded`, `unknown` (something that must be known could not be read; never a pass), or `superseded` (another release than `release` is live, and nothing was judged).',
        release: 'Number of the release that was judged; empty if none is live.',
        budget: 'JSON map from objectives to the share of their error budget that is left: 1 is untouched, below 0 is overspent.',
        rollback: '`complete`, `failed`, `not-needed` (the release is not degraded, or another one came after it), or `refused` (see `reason`).',
        record: 'Folder with `monitor.json` and `report.html`.',
        proof: 'Change of the proofs at the images after a rollback, as of the action `rollback`; otherwise `none`.',
        reason: 'Why the release is not healthy, in one sentence; otherwise empty.',
    },
    refused: { verdict: 'unknown', budget: '{}', rollback: 'not-needed', proof: 'none' },
    run: async (inputs, host) => {
        const watch = inputs.watch === '0s' ? 0 : _inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .durationOf */ .cf('watch', inputs.watch);
        const { release: asked } = _inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .releaseOf */ .l7(inputs.release);
        const request = await (0,_session_js__WEBPACK_IMPORTED_MODULE_4__/* .requestOf */ .fo)(inputs, host);
        return (0,_session_js__WEBPACK_IMPORTED_MODULE_4__/* .withCluster */ .Bq)(inputs, request.environment, host, engine, async (cluster, { monitor, rollback }) => {
            const signal = host.cancellation();
            const report = await monitor(cluster, { ...request, watch, signal, release: asked });
            host.output('verdict', report.verdict);
            host.output('release', String(report.release ?? ''));
            host.output('budget', JSON.stringify(budgetsOf(report)));
            const cause = report.reasons.find(({ sinceRelease }) => sinceRelease)?.sentence;
            const wanted = report.verdict === 'degraded' && cause !== undefined && report.release !== undefined;
            const ended = wanted && report.refusal === undefined
                ? await rolledBack(() => (0,_rollback_js__WEBPACK_IMPORTED_MODULE_3__.rollBackAndPublish)(cluster, rollback, { ...request, inputs, host }, { from: report.release, to: undefined, because: `monitor found it degraded: ${cause}` }))
                : { state: wanted ? 'refused' : 'not-needed', reason: wanted ? report.refusal : undefined };
            const reasons = [
                ...report.reasons.map(({ sentence }) => sentence),
                ...(ended.reason === undefined ? [] : [`not rolled back: ${ended.reason}`]),
            ];
            host.output('rollback', ended.state);
            if (ended.state === 'refused' || ended.state === 'not-needed')
                host.output('proof', 'none');
            host.output('reason', reasons.join('; '));
            host.output('record', await publishReport({ ...report, refusal: ended.reason }, host));
            const level = report.verdict === 'degraded' ? 'error' : 'warning';
            for (const reason of reasons)
                host.annotate(level, { title: 'monitor', message: reason });
            return report.verdict === 'healthy' || report.verdict === 'superseded';
        });
    },
});
async function rolledBack(rollBack) {
    try {
        const { state, reason } = await rollBack();
        return { state, reason: state === 'complete' ? undefined : reason };
    }
    catch (error) {
        if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo) || (0,_toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .isMidway */ .g5)(error))
            throw error;
        return { state: 'refused', reason: error.sentence };
    }
}
function budgetsOf({ readings }) {
    const known = (readings?.objectives ?? []).flatMap(({ objective, budget }) => budget === undefined ? [] : [[objective, Number(budget.toFixed(4))]]);
    return Object.fromEntries(known);
}
async function publishReport(report, host) {
    const [{ monitorSummary }, { monitorPage }, { reportFolder }] = await Promise.all([
        __webpack_require__.e(/* import() */ 1382).then(__webpack_require__.bind(__webpack_require__, 11382)),
        __webpack_require__.e(/* import() */ 2648).then(__webpack_require__.bind(__webpack_require__, 82648)),
        Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 60827)),
    ]);
    await host.summary(monitorSummary(report));
    return reportFolder(host, `monitor-r${report.release ?? 0}`, {
        'monitor.json': `${JSON.stringify(report)}\n`,
        'report.html': monitorPage(report),
    });
}


/***/ }),

/***/ 45650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Sg: () => (/* binding */ proofOutput),
/* harmony export */   gs: () => (/* binding */ withdrawEarly),
/* harmony export */   vC: () => (/* binding */ publishProofs)
/* harmony export */ });
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(991);
/* harmony import */ var _registry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(566);
/* harmony import */ var _sealing_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12694);



const proofOutput = 'Change of the proofs at the images, for environments that require this one: `attached` (the release is verified), `withdrawn` (a verified release was rolled back), `refused` (by the registry, see the warnings), or `none`.';
async function withdrawEarly(cluster, request) {
    const { withdrawRollingBack } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4576), __webpack_require__.e(1070)]).then(__webpack_require__.bind(__webpack_require__, 72993));
    return withdrawRollingBack(cluster, { ...request, registry: await (0,_registry_js__WEBPACK_IMPORTED_MODULE_1__/* .registryClient */ .R)() });
}
async function publishProofs(host, cluster, request, verified, withdrawn = false) {
    const { settleProofs } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4576), __webpack_require__.e(1070)]).then(__webpack_require__.bind(__webpack_require__, 72993));
    const registry = await (0,_registry_js__WEBPACK_IMPORTED_MODULE_1__/* .registryClient */ .R)();
    const { config, environmentName, inputs } = request;
    const environments = (0,_sealing_js__WEBPACK_IMPORTED_MODULE_0__/* .requiring */ .tR)(config, environmentName);
    const sealing = verified && inputs && (await (0,_sealing_js__WEBPACK_IMPORTED_MODULE_0__/* .sealingOf */ .jJ)(inputs, { config, environments, registry, host }));
    const { state, warnings } = await settleProofs(cluster, { ...request, registry, sealing }, verified);
    host.output('proof', withdrawn && state !== 'refused' ? 'withdrawn' : state);
    for (const message of warnings) {
        host.annotate('warning', { title: 'Promotion', message });
        await host.summary(`⚠️ ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .cell */ .Hn)(message)}\n`);
    }
}


/***/ }),

/***/ 12694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R4: () => (/* binding */ signOutput),
/* harmony export */   Ye: () => (/* binding */ signsProofs),
/* harmony export */   jJ: () => (/* binding */ sealingOf),
/* harmony export */   tR: () => (/* binding */ requiring)
/* harmony export */ });
/* harmony import */ var _image_reference_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85898);
/* harmony import */ var _toolkit_tools_pin_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(44716);
/* harmony import */ var _trust_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55571);



async function sealingOf(inputs, { config, environments, registry, host }) {
    const { signing } = config;
    const trust = await demanded(config, environments);
    if (signing === undefined || trust === undefined)
        return undefined;
    const { env, report } = host;
    return async (use) => {
        const [{ withCosign }, { signingKey }, { attachStatement, signedPredicates }, { predicates }] = await Promise.all([
            Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(8506)]).then(__webpack_require__.bind(__webpack_require__, 18506)),
            Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(1955), __webpack_require__.e(6042), __webpack_require__.e(8404), __webpack_require__.e(8172)]).then(__webpack_require__.bind(__webpack_require__, 32694)),
            Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(1955), __webpack_require__.e(6042), __webpack_require__.e(8404), __webpack_require__.e(5574)]).then(__webpack_require__.bind(__webpack_require__, 9947)),
            Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 90927)),
        ]);
        const type = predicates.verification;
        const { signal } = new AbortController();
        const toolMirrors = (0,_toolkit_tools_pin_js__WEBPACK_IMPORTED_MODULE_1__.parseMirrors)(inputs['tool-mirrors']);
        return withCosign({ toolMirrors, env, signal, report }, cosign => {
            const asked = { ...(0,_trust_js__WEBPACK_IMPORTED_MODULE_2__/* .trustOptions */ .z5)(inputs.config, config, trust), registry, cosign, env };
            const { root } = asked;
            return use({
                read: reference => signedPredicates(placeOf(reference), type, { ...asked, now: Date.now() }),
                add: async (reference, proof) => {
                    const from = { signing, trustedRoot: trust.root, root, folder: cosign.folder, env };
                    const key = await signingKey(from);
                    await attachStatement(registry, placeOf(reference), type, proof, { cosign, key });
                },
            });
        });
    };
}
const signOutput = 'Whether `verify` signs its proof in this environment, because another one requires it: `true` or `false`.';
const signsProofs = async (config, environmentName) => (await demanded(config, requiring(config, environmentName))) !== undefined;
const requiring = ({ environments }, environmentName) => Object.values(environments).filter(({ requires }) => requires?.environment === environmentName);
async function demanded(config, environments) {
    if (config.signing === undefined)
        return undefined;
    const { trustOfProofs } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(5139)]).then(__webpack_require__.bind(__webpack_require__, 45139));
    return environments.map(each => trustOfProofs(config, each.trust)).find(each => each !== undefined);
}
function placeOf(reference) {
    const { repository, digest } = (0,_image_reference_js__WEBPACK_IMPORTED_MODULE_0__/* .parseReference */ .F2)(reference);
    if (digest === undefined)
        throw new Error(`${reference} has no digest`);
    return { repository, digest };
}


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
