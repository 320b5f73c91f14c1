export const id = 8109;
export const ids = [8109];
export const modules = {

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
    const { withdrawRollingBack } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4576), __webpack_require__.e(2993)]).then(__webpack_require__.bind(__webpack_require__, 72993));
    return withdrawRollingBack(cluster, { ...request, registry: await (0,_registry_js__WEBPACK_IMPORTED_MODULE_1__/* .registryClient */ .R)() });
}
async function publishProofs(host, cluster, request, verified, withdrawn = false) {
    const { settleProofs } = await Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(4576), __webpack_require__.e(2993)]).then(__webpack_require__.bind(__webpack_require__, 72993));
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

/***/ 18109:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sweepAction: () => (/* binding */ sweepAction)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _image_secrets_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(75578);
/* harmony import */ var _report_summary_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78412);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_host_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(99800);
/* harmony import */ var _toolkit_origin_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(93240);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(41648);
/* harmony import */ var _proofs_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(45650);
/* harmony import */ var _session_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(26115);










const engine = () => Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(1955), __webpack_require__.e(8815), __webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(4576), __webpack_require__.e(3507), __webpack_require__.e(4991), __webpack_require__.e(5186), __webpack_require__.e(8302), __webpack_require__.e(2722), __webpack_require__.e(3447), __webpack_require__.e(5277), __webpack_require__.e(3533), __webpack_require__.e(5995), __webpack_require__.e(230), __webpack_require__.e(1689)]).then(__webpack_require__.bind(__webpack_require__, 71689));
const sweepAction = (0,_toolkit_host_js__WEBPACK_IMPORTED_MODULE_5__/* .defineAction */ .QP)({
    name: 'sweep',
    description: 'Finish or roll back a rollout whose run has died, resume or end a paused one when its time has come, and repair what a killed drill left broken.',
    inputs: {
        environment: _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .environment */ .cA,
        config: _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .config */ .$W,
        context: _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .context */ ._O,
        logins: _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .logins */ .NB,
        'runs-token': _inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .runsToken */ .Sc,
    },
    outputs: {
        state: '`nothing` (no rollout to sweep), `busy` (a run works on the rollout, or it is paused), `finished`, `rolled-back`, `needs-action` (a person must act), or `refused`.',
        release: 'Number of the release that was being rolled out; empty if there was none.',
        proof: _proofs_js__WEBPACK_IMPORTED_MODULE_8__/* .proofOutput */ .Sg,
        drills: 'What was repaired or cleaned up after killed drills, as a JSON list of sentences; `[]` if there was nothing.',
        reason: 'Explanation of the state, in one sentence; may be empty.',
    },
    refused: { state: 'refused', proof: 'none', drills: '[]' },
    run: async (inputs, host) => {
        const request = await (0,_session_js__WEBPACK_IMPORTED_MODULE_9__/* .requestOf */ .fo)(inputs, host);
        return (0,_session_js__WEBPACK_IMPORTED_MODULE_9__/* .withCluster */ .Bq)(inputs, request.environment, host, engine, async (cluster, { sweep }) => {
            const drills = await afterDrills(cluster, request, inputs, host);
            host.output('drills', JSON.stringify(drills.done));
            const result = await sweep(cluster, { ...request, signal: host.cancellation() });
            const reason = result.reason ?? drills.failed;
            host.output('state', result.state);
            host.output('release', result.release === undefined ? '' : String(result.release));
            host.output('reason', reason ?? '');
            const place = { app: request.config.app, environment: inputs.environment };
            await host.summary((0,_report_summary_js__WEBPACK_IMPORTED_MODULE_3__/* .sweepSummary */ .RI)(place, { ...result, ...(reason && { reason }) }, drills.done));
            await (0,_proofs_js__WEBPACK_IMPORTED_MODULE_8__/* .publishProofs */ .vC)(host, cluster, request, undefined);
            host.report(`${result.state}${reason === undefined ? '' : `: ${reason}`}`);
            return result.state !== 'needs-action' && drills.failed === undefined;
        });
    },
});
async function afterDrills(cluster, { environment, origin }, { config, logins }, { env: own, report, annotate }) {
    const { drills } = environment.recovery ?? {};
    if (drills === undefined)
        return { done: [] };
    const [{ cleanUpDrills }, { hooksOf }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(8343), __webpack_require__.e(1955), __webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(4576), __webpack_require__.e(9478), __webpack_require__.e(637)]).then(__webpack_require__.bind(__webpack_require__, 10083)),
        Promise.all(/* import() */[__webpack_require__.e(1955), __webpack_require__.e(4119), __webpack_require__.e(6058), __webpack_require__.e(9919)]).then(__webpack_require__.bind(__webpack_require__, 99919)),
    ]);
    const env = { ...own, ...(0,_image_secrets_js__WEBPACK_IMPORTED_MODULE_2__/* .parseSecrets */ .dC)(logins) };
    const place = {
        namespace: environment.namespace,
        hooks: hooksOf(drills),
        scratch: drills.scratch?.namespace,
    };
    try {
        const done = await cleanUpDrills(cluster, place, {
            ...{ runId: `sweep-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)().slice(0, 8)}`, holder: (0,_toolkit_origin_js__WEBPACK_IMPORTED_MODULE_6__/* .originText */ .C)(origin) },
            ...{ folder: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(config)), env, report },
        });
        for (const each of done)
            report(each);
        return { done };
    }
    catch (error) {
        if (!(error instanceof _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .UserError */ .yo))
            throw error;
        annotate('error', { title: 'sweep', message: error.message });
        return { done: [], failed: error.sentence };
    }
}


/***/ }),

/***/ 75578:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fj: () => (/* binding */ secretsOf),
/* harmony export */   Q0: () => (/* binding */ hiding),
/* harmony export */   dC: () => (/* binding */ parseSecrets),
/* harmony export */   tX: () => (/* binding */ secretArguments)
/* harmony export */ });
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60512);



function secretsOf(names, images, env) {
    return names.flatMap(name => Object.entries(images[name]?.secrets ?? {}).map(([id, variable]) => {
        const value = env[variable];
        if (value && value.trim().length >= _toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_1__/* .shortest */ .pr)
            return value;
        if (value)
            throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the secret "${id}" of the image "${name}" comes from ${variable}, which has fewer than ${_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_1__/* .shortest */ .pr} characters: too few to mask it in the log`, 'use a longer one, or remove it from `secrets` if it is not a secret');
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(`the secret "${id}" of the image "${name}" comes from ${variable}, which is ${value === '' ? 'empty' : 'not set'}`, `set ${variable} in the \`env\` of this step or in its input \`secrets\`; runs for forks and Dependabot cannot build it, because they get no secrets`);
    }));
}
function parseSecrets(text) {
    const remedy = 'pass a JSON map from names of variables to their values, such as {"NPM_TOKEN": "…"}';
    if (text.trim() === '')
        return {};
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the `secrets` input is not JSON', remedy);
    }
    const entries = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_2__/* .isMap */ .jh)(value) ? Object.entries(value) : undefined;
    const fits = entries?.every((each) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(each[0]) && typeof each[1] === 'string');
    if (entries === undefined || fits !== true)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the `secrets` input is not a map of variables', remedy);
    return Object.fromEntries(entries);
}
function secretArguments(secrets) {
    return Object.entries(secrets).flatMap(([id, variable]) => ['--secret', `id=${id},env=${variable}`]);
}
function hiding(values) {
    return values.length === 0 ? line => line : line => (0,_toolkit_secrecy_js__WEBPACK_IMPORTED_MODULE_1__/* .withoutSecrets */ .cT)(line, values);
}


/***/ }),

/***/ 78412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Il: () => (/* binding */ verifySummary),
/* harmony export */   RI: () => (/* binding */ sweepSummary),
/* harmony export */   eN: () => (/* binding */ deploySummary),
/* harmony export */   j0: () => (/* binding */ rollbackSummary)
/* harmony export */ });
/* harmony import */ var _toolkit_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55914);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(991);
/* harmony import */ var _toolkit_operations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78968);



function deploySummary(app, environment, images, result, workers = [], signed = []) {
    const head = `### ${mark(result.state === 'complete' || result.state === 'prepared')} ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(app)} → ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(environment)}: release ${result.release}`;
    const what = {
        complete: `Release ${result.release} is rolled out: ${result.readyPods} pods ready after ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .time */ .kB)(result.rolloutMs)}.`,
        prepared: `Release ${result.release} runs beside the current release, **without traffic**: ${result.readyPods} pods ready after ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .time */ .kB)(result.rolloutMs)}. The gate comes next.`,
        'rolled-back': `Release ${result.release} did not become ready and was **rolled back**${result.rollbackMs === undefined ? '' : ` in ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .time */ .kB)(result.rollbackMs)}`}. ${result.baseline === undefined
            ? 'No release is live: it was the first.'
            : `Release ${result.baseline} is live.`}`,
        'needs-action': `Release ${result.release} did not become ready and is **not reversible, so it was not rolled back**. Look at the workload now.`,
        failed: `Release ${result.release} is **neither confirmed nor rolled back**. Look at the workload now.`,
        refused: `Release ${result.release} was **refused**: nothing was applied.`,
    }[result.state];
    const behind = workers.map(name => (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(name)).join(', ');
    const also = behind === '' || (result.state !== 'complete' && result.state !== 'prepared')
        ? ''
        : `\n\nWorkers ${result.state === 'complete' ? 'updated with it' : 'to update after the verdict'}: ${behind}.`;
    const why = result.reason === undefined ? '' : `\n\n**Why:** ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(result.reason)}`;
    const rests = result.promotion === undefined ? '' : `\n\n${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(result.promotion)}`;
    const whose = signed.map(sentence => `\n\n${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(sentence)}.`).join('');
    return `${head}\n\n${what}${also}${why}${rests}${whose}\n\n${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['image'], images.map(image => [(0,_toolkit_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .shortDigests */ .s)(image)]))}\n`;
}
function verifySummary(app, result) {
    const zones = result.served.zones.map(z => [z.zone, String(z.pods), String(z.ready), String(z.matching)]);
    const checks = result.checks.map(c => [
        `GET ${c.check.get}`,
        c.ok ? 'passed' : 'failed',
        String(c.attempts),
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .time */ .kB)(c.ms),
        c.reason ?? '',
    ]);
    return [
        `### ${mark(result.verdict === 'pass')} ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(app)}: release ${result.release} ${proofs[result.verdict]}`,
        result.reasons.map(reason => `- ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(reason)}`).join('\n'),
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['zone', 'pods', 'ready', 'verified digest'], zones),
        `Requests were sent to ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(result.address)}.`,
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['worker', 'pods', 'verified digest'], result.workers.map(({ name, pods, matching }) => name.startsWith('CronJob/') ? [name, 'at its next run', ''] : [name, String(pods), String(matching)])),
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['check', 'verdict', 'attempts', 'time', 'reason'], checks),
        (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(['container', 'image'], Object.entries(result.digests).map(each => each.map(_toolkit_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .shortDigests */ .s))),
    ]
        .filter(part => part !== '')
        .join('\n\n');
}
const proofs = {
    pass: 'verified',
    fail: 'failed its verification',
    unproved: 'is live, but not verified',
};
function rollbackSummary(app, result) {
    if (result.state === 'not-needed')
        return `### ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(app)}: nothing was rolled back\n\n${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(result.reason ?? '')}\n`;
    const good = result.state === 'complete';
    const head = `### ${mark(good)} ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(app)}: ${whereTo(result)}`;
    const what = good ? whatServes(result) : `**Why it failed:** ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(result.reason ?? '')}`;
    const proof = result.verification === undefined ? '' : `\n\n${verifySummary(app, result.verification)}`;
    return `${head}\n\n${what}${proof}\n`;
}
function whereTo({ release, changed }) {
    if (release === undefined)
        return 'rollback of the first release';
    return `${changed ? 'rolled back to' : 'already at'} release ${release}`;
}
function whatServes({ release, changed, seconds }) {
    if (release === undefined)
        return `Its objects were removed in ${seconds.toFixed(1)} s. No release is live.`;
    return `Release ${release} is live${changed ? `, restored in ${seconds.toFixed(1)} s` : ''}.`;
}
function sweepSummary({ app, environment }, { state, release, reason }, fixed = []) {
    const head = `### ${swept[state].mark} ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(app)} → ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(environment)}: ${swept[state].what(release ?? 0)}`;
    const why = reason === undefined ? [] : [(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(reason)];
    const next = state === 'needs-action' ? [`**Next:** deploy a version that works, or ${(0,_toolkit_operations_js__WEBPACK_IMPORTED_MODULE_0__/* .howToRun */ .R)('rollback')}.`] : [];
    const drills = fixed.map(each => `- ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .cell */ .Hn)(each)}`).join('\n');
    return `${[head, ...why, ...next, drills].filter(part => part !== '').join('\n\n')}\n`;
}
const swept = {
    nothing: { mark: '✅', what: () => 'no rollout to finish or roll back' },
    busy: { mark: '⏳', what: release => `the rollout of release ${release} is left alone` },
    finished: { mark: '✅', what: release => `release ${release} finished` },
    'rolled-back': { mark: '✅', what: release => `release ${release} rolled back` },
    'needs-action': { mark: '❌', what: release => `release ${release} needs action` },
};
const mark = (good) => (good ? '✅' : '❌');


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


/***/ }),

/***/ 78968:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ howToRun)
/* harmony export */ });
/* harmony import */ var _ci_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44998);

const commands = {
    sweep: 'slipway sweep',
    status: 'slipway status',
    resume: 'slipway gate',
    approve: 'slipway gate --approve true',
    rollback: 'slipway rollback',
};
function howToRun(operations, env = process.env) {
    const asked = [operations].flat();
    if ((0,_ci_js__WEBPACK_IMPORTED_MODULE_0__/* .ciOf */ .s)(env) !== 'github')
        return `run ${asked.map(each => `\`${commands[each]}\``).join(' or ')}`;
    return asked.includes('sweep')
        ? 'start the workflow sweep.yml'
        : `choose ${asked.join(' or ')} in the workflow rollback.yml`;
}


/***/ })

};
