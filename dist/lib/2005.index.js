export const id = 2005;
export const ids = [2005,3804,1423];
export const modules = {

/***/ 52005:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  backtestCommand: () => (/* binding */ backtestCommand)
});

// EXTERNAL MODULE: ./.build/js/src/decision/chunks.js + 4 modules
var chunks = __webpack_require__(43804);
// EXTERNAL MODULE: ./.build/js/src/decision/replay.js + 2 modules
var replay = __webpack_require__(60775);
// EXTERNAL MODULE: ./.build/js/src/report/figures.js
var figures = __webpack_require__(86749);
// EXTERNAL MODULE: ./.build/js/src/report/series.js
var series = __webpack_require__(16179);
;// CONCATENATED MODULE: ./.build/js/src/report/backtest.js


function backtestLines(record, result) {
    const { app, environment, release } = record;
    const lines = result.comparisons.flatMap(({ at, stage, recorded, computed, same }) => [
        `${(0,figures/* clock */.pm)(at)} stage ${stage + 1}: ${same ? 'same' : 'DIFFERENT'}`,
        `  recorded  ${sentence(recorded)}`,
        `  computed  ${sentence(computed)}`,
    ]);
    return [
        `release ${release} of ${app} in ${environment}`,
        ...lines,
        ...result.caveats.map(caveat => `the record was shortened: ${caveat}`),
        conclusion(record, result),
    ];
}
function conclusion(record, { agrees, judged, comparisons }) {
    if (!judged) {
        const why = (0,series/* isRolling */.m$)(record) ? 'it was a rolling release' : 'it had no gate';
        return `this release has no verdict to compute again: ${why}`;
    }
    return agrees
        ? `the computed verdict is the same: ${sentence(comparisons.at(-1)?.recorded)}`
        : 'the computed verdicts DIFFER';
}
function outlookLines(what, { end, passes }) {
    return [
        ...passes.map(({ stage, at }) => at === undefined
            ? `with ${what}: stage ${stage + 1} would not have passed in its time`
            : `with ${what}: stage ${stage + 1} would have passed at ${(0,figures/* clock */.pm)(at)}`),
        end === undefined
            ? `with ${what}: the release would not have failed`
            : `with ${what}: the release would have ended at ${(0,figures/* clock */.pm)(end.at)} in stage ${end.stage + 1}: ${sentence(end.verdict)}`,
    ];
}
const sentence = (verdict) => verdict === undefined ? 'none' : `${verdict.verdict}: ${verdict.reason}`;

// EXTERNAL MODULE: ./.build/js/src/toolkit/host.js + 1 modules
var host = __webpack_require__(80986);
// EXTERNAL MODULE: ./.build/js/src/toolkit/named-file.js
var named_file = __webpack_require__(85280);
;// CONCATENATED MODULE: ./.build/js/src/actions/backtest.js





const backtestCommand = (0,host/* defineAction */.QP)({
    name: 'backtest',
    description: 'Recompute the verdict of a release from its decision record, and report whether it is the same.',
    inputs: {
        file: (0,host/* required */.mw)('Path of the decision record: decision.json, or its ConfigMaps as printed by `kubectl -o json`.'),
        profile: (0,host/* optional */.lq)('Profile for a second computation: strict, standard, wide or gross. Default: the recorded one only.'),
        metric: (0,host/* optional */.lq)('Metric for a second computation from it alone. Default: all metrics.'),
    },
    positional: 'file',
    outputs: { agrees: '`true` when the verdict is the same, or the record has none.' },
    run: async ({ file, profile, metric }, host) => {
        const record = (0,chunks.readRecord)(await (0,named_file/* readNamed */.M)(file, 'set `file` to the path of decision.json'));
        const result = (0,replay/* backtest */.Gr)(record);
        const asked = { ...(profile === '' ? {} : { profile }), ...(metric === '' ? {} : { metric }) };
        const what = Object.entries(asked).map(([name, value]) => `${name} ${value}`);
        const alternative = what.length === 0 ? [] : outlookLines(what.join(' and '), (0,replay/* outlook */.En)(record, asked));
        for (const line of [...backtestLines(record, result), ...alternative])
            host.report(line);
        host.output('agrees', String(result.agrees));
        return result.agrees;
    },
});


/***/ }),

/***/ 43804:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  chunks: () => (/* binding */ chunks),
  join: () => (/* binding */ join),
  largestChunk: () => (/* binding */ largestChunk),
  readRecord: () => (/* binding */ readRecord)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
;// CONCATENATED MODULE: ./.build/js/src/analysis/verdict.js

const verdict_text = schemas/* string */.YjP();
const missingSchema = schemas/* enum */.k5n(['idle', 'absent', 'provider', 'wrong-labels', 'stale']);
const verdictSchema = schemas/* discriminatedUnion */.gMt('verdict', [
    schemas/* object */.Ikc({ verdict: schemas/* literal */.euz('continue'), reason: verdict_text }),
    schemas/* object */.Ikc({ verdict: schemas/* literal */.euz('pass'), reason: verdict_text }),
    schemas/* object */.Ikc({ verdict: schemas/* literal */.euz('fail'), reason: verdict_text, metrics: schemas/* array */.YOg(verdict_text) }),
    schemas/* object */.Ikc({ verdict: schemas/* literal */.euz('inconclusive'), reason: verdict_text }),
    schemas/* object */.Ikc({ verdict: schemas/* literal */.euz('no-data'), missing: missingSchema, reason: verdict_text }),
    schemas/* object */.Ikc({ verdict: schemas/* literal */.euz('pod-local'), pod: verdict_text, reason: verdict_text }),
]);
const factSchema = schemas/* object */.Ikc({
    kind: schemas/* enum */.k5n([
        'restart',
        'out-of-memory',
        'crash-loop',
        'endpoints-missing',
        'gateway-errors',
        'not-starting',
        'not-ready',
    ]),
    pod: verdict_text.exactOptional(),
    detail: verdict_text,
});

;// CONCATENATED MODULE: ./.build/js/src/analysis/tick.js

const trackSchema = schemas/* enum */.k5n(['canary', 'baseline']);
const count = schemas/* number */.aig().min(0);
const percent = schemas/* number */.aig().min(0).max(100);
const tick_text = schemas/* string */.YjP();
const podCountsSchema = schemas/* object */.Ikc({
    pod: tick_text,
    total: count,
    bad: schemas/* array */.YOg(count),
    age: schemas/* number */.aig().exactOptional(),
});
const readingSchema = schemas/* discriminatedUnion */.gMt('kind', [
    schemas/* object */.Ikc({
        kind: schemas/* literal */.euz('counts'),
        canary: schemas/* array */.YOg(podCountsSchema),
        baseline: schemas/* array */.YOg(podCountsSchema),
    }),
    schemas/* object */.Ikc({ kind: schemas/* literal */.euz('idle') }),
    schemas/* object */.Ikc({ kind: schemas/* literal */.euz('absent'), track: trackSchema }),
    schemas/* object */.Ikc({ kind: schemas/* literal */.euz('wrong-labels'), detail: tick_text }),
    schemas/* object */.Ikc({ kind: schemas/* literal */.euz('stale'), seconds: count, lines: schemas/* literal */.euz(true).exactOptional() }),
    schemas/* object */.Ikc({ kind: schemas/* literal */.euz('provider'), detail: tick_text }),
]);
const trafficSchema = schemas/* object */.Ikc({
    canary: count,
    total: count,
    errors: count.exactOptional(),
    unserved: count.exactOptional(),
    reached: count.exactOptional(),
});
const tickSchema = schemas/* object */.Ikc({
    at: count.int().meta({ description: "The end of the tick by Prometheus's clock, in ms since the epoch." }),
    stage: count.int(),
    weight: percent,
    share: percent
        .exactOptional()
        .meta({ description: 'The percentage of requests that really reached the candidate, if it is known.' }),
    traffic: trafficSchema
        .exactOptional()
        .meta({ description: 'The requests from which the share is computed.' }),
    readings: schemas/* record */.g1P(tick_text, readingSchema),
});

;// CONCATENATED MODULE: ./.build/js/src/decision/gate-schema.js


const whole = schemas/* number */.aig().int().min(0);
const instant = (what) => whole.meta({ description: `${what}, in ms since the epoch.` });
const gate_schema_percent = schemas/* number */.aig().min(0).max(100);
const gate_schema_count = schemas/* number */.aig().min(0);
const gate_schema_text = schemas/* string */.YjP();
const logarithm = schemas/* number */.aig().meta({ description: 'Natural logarithm of the evidence (an e-value).' });
const evidenceSchema = schemas/* object */.Ikc({
    harm: logarithm.meta({ description: 'Natural logarithm of the harm evidence of all metrics together.' }),
    metrics: schemas/* record */.g1P(gate_schema_text, schemas/* object */.Ikc({ harm: logarithm, pass: logarithm })),
});
const verdictNames = ['continue', 'pass', 'fail', 'inconclusive', 'no-data', 'pod-local'];
const rowSchema = tickSchema
    .extend({ evidence: evidenceSchema.exactOptional(), verdict: schemas/* enum */.k5n(verdictNames).exactOptional() })
    .meta({ description: 'One reading of all metrics, the evidence after it, and the verdict.' });
const unreadSchema = schemas/* object */.Ikc({ since: instant('Since when'), detail: gate_schema_text.meta({ description: 'Why it did not answer.' }) })
    .meta({
    description: 'Prometheus did not answer, and the verdict is about that and not about the ticks; absent otherwise, and in records of versions that did not note it.',
});
const after = whole.meta({ description: 'The number of ticks before it.' });
const turnSchema = schemas/* object */.Ikc({
    at: instant('When'),
    after,
    stage: whole.exactOptional(),
    replaced: gate_schema_text.exactOptional(),
    prolonged: instant('The deadline since the rollout was resumed').exactOptional(),
    skipped: instant('Until when nothing counts, because the canary had another weight').exactOptional(),
})
    .meta({
    description: 'What happened to the gate besides ticks: a stage began, a bad pod was replaced, the deadline was extended, or time was skipped.',
});
const trackCounts = schemas/* object */.Ikc({ bad: gate_schema_count, total: gate_schema_count });
const findingSchema = schemas/* object */.Ikc({
    name: gate_schema_text,
    boundary: schemas/* number */.aig()
        .exactOptional()
        .meta({ description: 'Of a histogram: seconds above which a request is slow.' }),
    canary: trackCounts,
    baseline: trackCounts,
    ratio: schemas/* object */.Ikc({
        estimate: gate_schema_count.nullable(),
        low: gate_schema_count,
        high: gate_schema_count.nullable(),
    })
        .exactOptional()
        .meta({
        description: 'Rate of the candidate divided by that of the baseline, with an interval that is valid at any time; null is unbounded or unknown.',
    }),
    status: schemas/* enum */.k5n(['passed', 'open', 'suspect', 'harmed', 'missing']),
    dryRun: schemas/* boolean */.zMY().exactOptional(),
})
    .meta({ description: 'The final finding for one metric.' });

;// CONCATENATED MODULE: ./.build/js/src/decision/schema.js



const originSchema = schemas/* object */.Ikc({
    run: gate_schema_text.meta({ description: 'The run of a workflow, or the process in a terminal.' }),
    actor: gate_schema_text,
    repository: gate_schema_text.exactOptional(),
    revision: gate_schema_text.exactOptional().meta({ description: 'The commit of the workflow.' }),
    url: gate_schema_text.exactOptional(),
});
const runSchema = schemas/* object */.Ikc({
    at: instant('When it acquired the Lease'),
    by: originSchema,
    token: whole.meta({ description: 'The fencing token that it held.' }),
    doing: gate_schema_text.meta({ description: 'deploy, gate, promote, rollback, sweep …' }),
})
    .meta({ description: 'A run that advanced the rollout; the first one started it.' });
const imagesSchema = schemas/* record */.g1P(gate_schema_text, gate_schema_text).meta({
    description: 'Name → reference with its digest.',
    examples: [{ shop: 'ghcr.io/acme/shop@sha256:…' }],
});
const promotionSchema = schemas/* object */.Ikc({
    environment: gate_schema_text.meta({ description: 'The environment in which the same digests must be verified.' }),
    release: gate_schema_count.exactOptional().meta({ description: 'The release there by which they were verified.' }),
    verifiedAt: gate_schema_text
        .exactOptional()
        .meta({ description: 'When they were verified, in ISO 8601, by the clock of that cluster.' }),
    soak: gate_schema_count.meta({ description: 'How long ago that must have been, in ms.' }),
    forced: schemas/* object */.Ikc({ reason: gate_schema_text, against: gate_schema_text })
        .exactOptional()
        .meta({ description: 'Why the release was forced, and which requirement it did not meet.' }),
})
    .meta({
    description: 'The verification in another environment that allowed the release; absent where none is required.',
});
const signaturesSchema = schemas/* record */.g1P(gate_schema_text, schemas/* object */.Ikc({ by: gate_schema_text, attested: schemas/* array */.YOg(gate_schema_text) })).meta({
    description: 'Name → who signed the image and which attestations it has, as verified before the first write; absent where none are required.',
    examples: [{ shop: { by: 'the key cosign.pub', attested: ['provenance', 'sbom', 'scan'] } }],
});
const strategySchema = schemas/* looseObject */._H3({
    kind: schemas/* enum */.k5n(['rolling', 'canary', 'blue-green']),
    steps: schemas/* array */.YOg(schemas/* looseObject */._H3({
        weight: gate_schema_percent,
        pause: gate_schema_count.exactOptional().meta({ description: 'The least time at this weight, in ms.' }),
        approve: schemas/* literal */.euz(true).exactOptional().meta({ description: 'A person must approve it.' }),
    }))
        .exactOptional(),
    bake: schemas/* looseObject */._H3({ weight: gate_schema_percent, for: gate_schema_count, approve: schemas/* boolean */.zMY().exactOptional() })
        .exactOptional(),
    deadline: gate_schema_count,
    watch: gate_schema_count.exactOptional(),
    'on-inconclusive': schemas/* enum */.k5n(['rollback', 'pause', 'approve']).exactOptional(),
})
    .meta({ description: 'The strategy, resolved from slipway.yml; durations in ms.' });
const policySchema = schemas/* looseObject */._H3({
    metrics: schemas/* array */.YOg(schemas/* looseObject */._H3({ name: gate_schema_text })),
    tick: gate_schema_count,
    'warm-up': gate_schema_count,
    profile: gate_schema_text,
})
    .meta({ description: 'The gate, resolved from slipway.yml, with its queries; durations in ms.' });
const judgingSchema = schemas/* object */.Ikc({
    startedAt: instant('When the gate began'),
    said: schemas/* array */.YOg(gate_schema_text).meta({
        description: 'What was reported before the start: the profile and why, how many requests and how much time it needs.',
    }),
    policy: schemas/* looseObject */._H3({
        profile: gate_schema_text,
        alpha: schemas/* object */.Ikc({ harm: schemas/* number */.aig().gt(0).lt(1), pass: schemas/* number */.aig().gt(0).lt(1) }).meta({
            description: 'A release fails at harm evidence 1/alpha.harm, a stage passes at 1/alpha.pass.',
        }),
        metrics: schemas/* array */.YOg(schemas/* looseObject */._H3({
            name: gate_schema_text,
            series: schemas/* array */.YOg(schemas/* looseObject */._H3({ boundary: schemas/* number */.aig().exactOptional() })),
        })),
    })
        .meta({
        description: 'The parameters of the gate: margins, boundaries, dispersion and spread of the hour before. The verdict can be computed again from them and the ticks.',
    }),
})
    .meta({ description: 'How the release was judged.' });
const momentSchema = schemas/* object */.Ikc({
    at: instant('When'),
    phase: gate_schema_text,
    step: whole.exactOptional().meta({ description: 'Index of the stage.' }),
    weight: gate_schema_percent
        .exactOptional()
        .meta({ description: 'The percentage of traffic that the candidate was to get from then on.' }),
    reason: gate_schema_text.exactOptional(),
});
const podSchema = schemas/* object */.Ikc({
    pod: gate_schema_text,
    track: schemas/* enum */.k5n(['canary', 'baseline']),
    node: gate_schema_text.exactOptional(),
    zone: gate_schema_text.exactOptional(),
    ready: schemas/* boolean */.zMY(),
    restarts: whole,
    note: gate_schema_text.exactOptional(),
    gone: schemas/* literal */.euz(true)
        .exactOptional()
        .meta({ description: 'The pod has ended since; the other fields are the last known ones.' }),
});
const endSchema = schemas/* object */.Ikc({
    at: instant('When it ended'),
    state: schemas/* enum */.k5n(['promoted', 'rolled-back', 'needs-action', 'unchanged']).meta({
        description: 'promoted: the candidate receives all traffic. rolled-back: the baseline does. needs-action: both may, and a person must decide. unchanged: no rollout began.',
    }),
    reason: gate_schema_text,
    serves: whole.exactOptional().meta({
        description: 'The live release (with needs-action the one with most traffic); absent when there is none.',
    }),
    weight: gate_schema_percent.meta({
        description: 'The percentage of traffic on the candidate; for a rolling update that is partly done, of the ready pods.',
    }),
});
const decisionSchema = schemas/* object */.Ikc({
    schema: schemas/* literal */.euz(1),
    app: gate_schema_text.min(1),
    environment: gate_schema_text.min(1),
    namespace: gate_schema_text,
    workload: gate_schema_text.meta({ description: 'Kind/name.', examples: ['Deployment/shop'] }),
    release: whole,
    baseline: whole
        .exactOptional()
        .meta({ description: 'The release that was live before; absent for a first one.' }),
    images: imagesSchema,
    promotion: promotionSchema.exactOptional(),
    signatures: signaturesSchema.exactOptional(),
    startedAt: instant('When the first run acquired the Lease'),
    runs: schemas/* array */.YOg(runSchema).min(1),
    strategy: strategySchema,
    rolled: schemas/* literal */.euz(true).exactOptional().meta({
        description: 'It was a rolling update although the strategy is another, because there was no baseline to compare with.',
    }),
    gate: policySchema.exactOptional(),
    checked: schemas/* literal */.euz(true).exactOptional().meta({
        description: 'The checks of `verify` judged it, because `gate` is `checks`.',
    }),
    judging: judgingSchema.exactOptional(),
    timeline: schemas/* array */.YOg(momentSchema),
    ticks: schemas/* array */.YOg(rowSchema),
    turns: schemas/* array */.YOg(turnSchema),
    verdicts: schemas/* array */.YOg(schemas/* object */.Ikc({
        at: instant('When the gate was asked'),
        after: after,
        stage: whole,
        facts: schemas/* array */.YOg(factSchema).meta({ description: 'The facts that were known.' }),
        unread: unreadSchema.exactOptional(),
        verdict: verdictSchema,
    }))
        .meta({ description: 'The verdicts of the gate: each one that differs from the one before.' }),
    facts: schemas/* array */.YOg(schemas/* object */.Ikc({ at: instant('When'), fact: factSchema })),
    findings: schemas/* array */.YOg(findingSchema),
    pods: schemas/* array */.YOg(podSchema),
    calls: whole.meta({ description: 'Calls to the API server.' }),
    durations: schemas/* record */.g1P(gate_schema_text, gate_schema_count).meta({
        description: 'Name → ms, such as from the verdict to the accepted write that restored the traffic.',
    }),
    watchdog: gate_schema_text.exactOptional().meta({
        description: 'The Job that restores traffic when the run is lost.',
        examples: ['Job/slipway-shop-watchdog-7'],
    }),
    reduced: schemas/* array */.YOg(gate_schema_text).meta({
        description: 'What was summed or left out to keep the record small; empty when nothing was.',
    }),
    waits: schemas/* object */.Ikc({
        for: schemas/* enum */.k5n(['bake', 'resume', 'approval']),
        until: instant('When it is rolled back if it still waits'),
        reason: gate_schema_text.exactOptional(),
    })
        .exactOptional()
        .meta({ description: 'What a paused rollout waits for; absent while a run advances it.' }),
    end: endSchema.exactOptional().meta({ description: 'Absent until the rollout has ended.' }),
})
    .meta({ title: 'Slipway decision record' });
function decisionJsonSchema() {
    return z.toJSONSchema(decisionSchema, { io: 'input', target: 'draft-7' });
}

;// CONCATENATED MODULE: ./.build/js/src/decision/chunks.js




const largestChunk = 256 * 1024;
function chunks(record, largest = largestChunk) {
    const { ticks, ...rest } = record;
    const head = slices(JSON.stringify({ ...rest, ticks: ticks.length }), largest);
    return Object.fromEntries([
        ...head.map((text, index) => [numbered('head', index), text]),
        ...filled(ticks, largest).map((text, index) => [numbered('ticks', index), text]),
    ]);
}
function join(parts) {
    const head = parsed(series(parts, 'head').join(''));
    const rows = series(parts, 'ticks').flatMap(text => schemas/* array */.YOg(schemas/* unknown */.L5J()).parse(parsed(text)));
    const { ticks } = schemas/* object */.Ikc({ ticks: schemas/* number */.aig() }).catch({ ticks: 0 }).parse(head);
    if (rows.length < ticks) {
        throw new errors/* UserError */.yo(`the decision record lacks ${ticks - rows.length} of its ${ticks} ticks`, 'pass all ConfigMaps of the record');
    }
    return validated({ ...head, ticks: rows });
}
function readRecord(text) {
    const value = parsed(text);
    const list = schemas/* object */.Ikc({ kind: schemas/* literal */.euz(['List', 'ConfigMapList']), items: schemas/* array */.YOg(objectSchema) })
        .safeParse(value);
    const items = list.success ? list.data.items : [];
    return items.length > 0 ? join(Object.assign({}, ...items.map(({ data }) => data))) : validated(value);
}
const objectSchema = schemas/* object */.Ikc({ data: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).default({}) });
const numbered = (kind, index) => `${kind}-${String(index).padStart(3, '0')}`;
function series(parts, kind) {
    const found = [];
    const next = () => numbered(kind, found.length);
    while (Object.hasOwn(parts, next()))
        found.push(parts[next()] ?? '');
    return found;
}
function slices(text, largest) {
    const pieces = [];
    let piece = '';
    let bytes = 0;
    for (const character of text) {
        const size = Buffer.byteLength(character);
        if (bytes + size > largest) {
            pieces.push(piece);
            piece = '';
            bytes = 0;
        }
        piece += character;
        bytes += size;
    }
    return [...pieces, piece];
}
function filled(rows, largest) {
    const arrays = [];
    let bytes = Number.POSITIVE_INFINITY;
    for (const row of rows) {
        const text = JSON.stringify(row);
        const size = Buffer.byteLength(text) + 1;
        if (bytes + size > largest) {
            arrays.push([]);
            bytes = 1;
        }
        arrays.at(-1)?.push(text);
        bytes += size;
    }
    return arrays.map(texts => `[${texts.join(',')}]`);
}
const parsed = (text) => (0,map/* jsonIn */.Yf)(text, cause => new errors/* UserError */.yo('this is not a decision record: it is not JSON', 'give the decision.json of a release', {
    cause,
}));
function validated(value) {
    const { schema } = schemas/* object */.Ikc({ schema: schemas/* unknown */.L5J() }).catch({ schema: undefined }).parse(value);
    if (typeof schema === 'number' && schema !== 1) {
        throw new errors/* UserError */.yo(`the decision record has schema ${schema}, and this version of Slipway reads schema 1`, 'use the version that wrote it');
    }
    const result = decisionSchema.safeParse(value);
    if (result.success)
        return result.data;
    const [{ path, message }] = result.error.issues;
    const where = path.map(String).join('.') || 'the top level';
    throw new errors/* UserError */.yo(`this is not a decision record: at ${where}: ${message.toLowerCase()}`, 'give the unchanged decision.json of a release');
}


/***/ }),

/***/ 87303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $q: () => (/* binding */ noteFindings),
/* harmony export */   JA: () => (/* binding */ noteDuration),
/* harmony export */   Jp: () => (/* binding */ noteJudging),
/* harmony export */   Me: () => (/* binding */ noteWatchdog),
/* harmony export */   RU: () => (/* binding */ notePods),
/* harmony export */   W5: () => (/* binding */ noteRun),
/* harmony export */   Y2: () => (/* binding */ noteTurn),
/* harmony export */   Yw: () => (/* binding */ lastVerdict),
/* harmony export */   c0: () => (/* binding */ noteVerdict),
/* harmony export */   hk: () => (/* binding */ noteWaits),
/* harmony export */   jH: () => (/* binding */ noteMoment),
/* harmony export */   lx: () => (/* binding */ noteFact),
/* harmony export */   qt: () => (/* binding */ startRecord),
/* harmony export */   rs: () => (/* binding */ endRecord),
/* harmony export */   uy: () => (/* binding */ noteTick),
/* harmony export */   wk: () => (/* binding */ noteCalls)
/* harmony export */ });
/* harmony import */ var _reduction_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4825);

function startRecord(start) {
    const { at, by, token, doing, promotion, signatures, ...what } = start;
    return {
        schema: 1,
        ...what,
        ...(promotion === undefined ? {} : { promotion: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(promotion) }),
        ...(signatures === undefined ? {} : { signatures: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(signatures) }),
        startedAt: at,
        runs: [{ at, by, token, doing }],
        timeline: [],
        ticks: [],
        turns: [],
        verdicts: [],
        facts: [],
        findings: [],
        pods: [],
        calls: 0,
        durations: {},
        reduced: [],
    };
}
function noteRun({ end: _, ...record }, run) {
    return { ...record, runs: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)([...record.runs, run], most.runs) };
}
function noteJudging(record, startedAt, policy, said) {
    const open = policy;
    return { ...record, judging: { startedAt, said: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(said), policy: open } };
}
function noteMoment(record, moment) {
    const last = record.timeline.at(-1);
    const isSame = last?.phase === moment.phase && last.step === moment.step;
    const before = isSame ? record.timeline.slice(0, -1) : record.timeline;
    return { ...record, timeline: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)([...before, (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(moment)], most.moments) };
}
function noteTick(record, tick, evidence, verdict, asked = { at: tick.at, facts: [] }) {
    const { row, folded } = (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .bounded */ .Mm)(tick);
    const judged = {
        ...row,
        ...(evidence === undefined ? {} : { evidence: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .finite */ .E2)(evidence) }),
        verdict: verdict.verdict,
    };
    const known = asked.facts.reduce((each, fact) => noteFact(each, asked.at, fact), record);
    const next = { ...known, ticks: [...record.ticks, judged] };
    const noted = folded ? (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .withReduction */ .Kj)(next, _reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .addedUp */ .C_) : next;
    return noteVerdict(noted, { ...asked, stage: tick.stage }, verdict);
}
function noteVerdict(record, { at, stage, facts = [], unread }, verdict) {
    const last = record.verdicts.at(-1);
    if (last?.verdict.verdict === verdict.verdict && last.stage === stage)
        return record;
    const why = unread === undefined ? {} : { unread };
    const said = (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)({ at, after: record.ticks.length, stage, facts, ...why, verdict });
    return { ...record, verdicts: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)([...record.verdicts, said], most.verdicts) };
}
function noteTurn(record, what) {
    const turn = { ...what, after: record.ticks.length };
    return { ...record, turns: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)([...record.turns, turn], most.turns) };
}
function noteWaits({ waits: _, ...record }, waits) {
    return waits === undefined ? record : { ...record, waits: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(waits) };
}
function noteFact(record, at, fact) {
    const seen = (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(fact);
    const isSame = (each) => each.kind === seen.kind && each.pod === seen.pod && each.detail === seen.detail;
    if (record.facts.some(each => isSame(each.fact)))
        return record;
    return { ...record, facts: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)([...record.facts, { at, fact: seen }], most.facts) };
}
function noteFindings(record, findings) {
    return { ...record, findings: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)((0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(findings), most.findings) };
}
function notePods(record, pods) {
    const before = record.pods.map((each) => ({ ...each, gone: true }));
    const known = new Map([...before, ...(0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(pods)].map(each => [each.pod, each]));
    return { ...record, pods: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .kept */ .LP)([...known.values()], most.pods) };
}
function noteCalls(record, calls) {
    return { ...record, calls };
}
function noteDuration(record, name, ms) {
    return { ...record, durations: { ...record.durations, [name]: ms } };
}
function noteWatchdog(record, job) {
    return { ...record, watchdog: job };
}
function endRecord(record, end) {
    return { ...record, end: (0,_reduction_js__WEBPACK_IMPORTED_MODULE_0__/* .clipped */ .cz)(end) };
}
function lastVerdict(record) {
    return record.verdicts.at(-1)?.verdict;
}
const most = {
    runs: 50,
    moments: 200,
    verdicts: 100,
    turns: 100,
    facts: 50,
    findings: 100,
    pods: 200,
};


/***/ }),

/***/ 4825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C_: () => (/* binding */ addedUp),
/* harmony export */   E2: () => (/* binding */ finite),
/* harmony export */   Kj: () => (/* binding */ withReduction),
/* harmony export */   LP: () => (/* binding */ kept),
/* harmony export */   Mm: () => (/* binding */ bounded),
/* harmony export */   TS: () => (/* binding */ reduce),
/* harmony export */   cz: () => (/* binding */ clipped)
/* harmony export */ });
/* unused harmony exports mergedTicks, sumOf */
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(60630);

const largestRecord = 16 * 256 * 1024;
const mergedTicks = 'neighboring ticks are summed';
function reduce(record, bytes = largestRecord) {
    const fits = (each) => Buffer.byteLength(JSON.stringify(each)) <= bytes;
    if (fits(record))
        return record;
    let next = record;
    for (const track of ['baseline', 'canary']) {
        const ticks = next.ticks.map(row => withoutPods(row, track));
        next = withReduction({ ...next, ticks }, `pods of the ${track} are summed`);
        if (fits(next))
            return next;
    }
    for (;;) {
        const { rows, counts } = halved(next.ticks);
        if (rows.length === next.ticks.length)
            return next;
        const moved = (each) => ({
            ...each,
            after: counts[each.after] ?? 0,
        });
        const [turns, verdicts] = [next.turns.map(moved), next.verdicts.map(moved)];
        next = withReduction({ ...next, ticks: rows, turns, verdicts }, mergedTicks);
        if (fits(next))
            return next;
    }
}
const withReduction = (record, what) => ({
    ...record,
    reduced: [...new Set([...record.reduced, what])],
});
function halved(rows) {
    const joined = [];
    const counts = [0];
    for (let index = 0; index < rows.length; index += 1) {
        const row = rows[index];
        const next = rows[index + 1];
        const both = next === undefined ? undefined : together(row, next);
        joined.push(both ?? row);
        counts.push(joined.length);
        if (both === undefined)
            continue;
        index += 1;
        counts.push(joined.length);
    }
    return { rows: joined, counts };
}
function together(a, b) {
    const names = Object.keys(a.readings);
    const alike = a.stage === b.stage &&
        a.weight === b.weight &&
        names.length === Object.keys(b.readings).length &&
        names.every(name => a.readings[name]?.kind === b.readings[name]?.kind);
    if (!alike)
        return undefined;
    const sum = (reading, name) => sumOfReadings(reading, b.readings[name]);
    return { ...b, readings: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .mapValues */ .LG)(a.readings, sum) };
}
function sumOfReadings(a, b) {
    if (a.kind !== 'counts' || b.kind !== 'counts')
        return b;
    return { kind: 'counts', canary: byPod(a.canary, b.canary), baseline: byPod(a.baseline, b.baseline) };
}
function byPod(a, b) {
    const pods = new Map();
    for (const each of [...a, ...b]) {
        const known = pods.get(each.pod);
        pods.set(each.pod, known === undefined ? each : { ...sumOf([known, each]), pod: each.pod });
    }
    return [...pods.values()];
}
function kept(list, length) {
    if (list.length <= length)
        return list;
    const head = Math.floor(length / 2);
    return [...list.slice(0, head), ...list.slice(list.length - (length - head))];
}
const longestText = 600;
function clipped(value) {
    if (typeof value === 'string') {
        return (value.length > longestText ? `${value.slice(0, longestText - 1).toWellFormed()}…` : value);
    }
    if (Array.isArray(value))
        return value.map(clipped);
    if (value === null || typeof value !== 'object')
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clipped(inner)]));
}
const far = 700;
function finite({ harm, metrics }) {
    const clamp = (value) => Math.max(-far, Math.min(far, Number.isNaN(value) ? -far : value));
    return {
        harm: clamp(harm),
        metrics: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .mapValues */ .LG)(metrics, ({ harm, pass }) => ({ harm: clamp(harm), pass: clamp(pass) })),
    };
}
const largestTick = 64 * 1024;
const addedUp = `pods are summed in ticks of more than ${largestTick / 1024} KiB`;
function bounded(tick) {
    const fits = (row) => JSON.stringify(row).length <= largestTick;
    const short = (reading) => (reading.kind === 'counts' ? reading : clipped(reading));
    const plain = { ...tick, readings: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .mapValues */ .LG)(tick.readings, short) };
    if (fits(plain))
        return { row: plain, folded: false };
    const half = withoutPods(plain, 'baseline');
    return { row: fits(half) ? half : withoutPods(half, 'canary'), folded: true };
}
function withoutPods(tick, track) {
    const summed = (reading) => reading.kind === 'counts' && reading[track].length > 1
        ? { ...reading, [track]: [sumOf(reading[track])] }
        : reading;
    return { ...tick, readings: (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_0__/* .mapValues */ .LG)(tick.readings, summed) };
}
function sumOf(pods) {
    const width = Math.max(0, ...pods.map(each => each.bad.length));
    const ages = pods.flatMap(({ age }) => (age === undefined ? [] : [age]));
    return {
        pod: `${pods.length} pods`,
        ...(ages.length === 0 ? {} : { age: Math.min(...ages) }),
        total: pods.reduce((sum, each) => sum + each.total, 0),
        bad: Array.from({ length: width }, (_, index) => pods.reduce((sum, each) => sum + (each.bad[index] ?? 0), 0)),
    };
}


/***/ }),

/***/ 60775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Gr: () => (/* binding */ backtest),
  X1: () => (/* binding */ replay_evidenceOf),
  En: () => (/* binding */ outlook),
  $c: () => (/* binding */ withFindings)
});

// UNUSED EXPORTS: eventsOf, startOf

// EXTERNAL MODULE: ./.build/js/src/analysis/gate.js + 5 modules
var gate = __webpack_require__(74991);
;// CONCATENATED MODULE: ./.build/js/src/analysis/backtest.js

function replay(policy, startedAt, events, seen = () => { }) {
    const verdicts = [];
    let state = (0,gate/* beginGate */.Ns)(policy, startedAt);
    for (const each of events) {
        const before = state;
        if (each.event === 'stage')
            state = (0,gate/* enterStage */.dI)(policy, state, each.stage, each.at);
        else if (each.event === 'tick')
            state = (0,gate/* advance */.np)(policy, state, each.tick);
        else if (each.event === 'replaced')
            state = (0,gate/* replacePod */.uZ)(state, each.pod);
        else if (each.event === 'prolonged')
            state = (0,gate/* extendDeadline */.ly)(state, each.until);
        else if (each.event === 'skipped')
            state = (0,gate/* skipTo */.Lq)(state, each.until);
        else if (each.event === 'unread') {
            const open = { verdict: 'continue', reason: 'waiting for the metrics' };
            verdicts.push({ at: each.at, stage: each.stage, verdict: (0,gate/* judgeUnread */.H4)(policy, each, each.at) ?? open });
        }
        else
            verdicts.push({ at: each.at, stage: state.stage, verdict: (0,gate/* judge */.S4)(policy, state, each.facts, each.at) });
        seen(before, state);
    }
    return { state, verdicts };
}

// EXTERNAL MODULE: ./.build/js/src/analysis/eprocess.js
var eprocess = __webpack_require__(83770);
// EXTERNAL MODULE: ./.build/js/src/analysis/findings.js
var analysis_findings = __webpack_require__(8424);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
// EXTERNAL MODULE: ./.build/js/src/analysis/margins.js
var margins = __webpack_require__(88323);
// EXTERNAL MODULE: ./.build/js/src/analysis/warm-up.js
var warm_up = __webpack_require__(52633);
;// CONCATENATED MODULE: ./.build/js/src/analysis/interval.js




const smallest = 1e-3;
const largest = 1e3;
function rateRatio(ticks, { alpha = 0.05, phi = 1 } = {}) {
    const spread = { phi, tau: 0, pods: 1, baselinePods: 1 };
    const harm = { ...(0,margins/* harmOptions */.He)('ratio', spread, Math.max(2, ticks.length)), points: 0 };
    const pass = { ...(0,margins/* passOptions */.cG)({ ratio: 1, points: 0 }, spread), points: 0 };
    const needed = -Math.log(alpha / 2);
    const rejectedBy = (options) => (ratio) => evidenceOf({ ...options, ratio }, ticks) >= needed;
    const low = edge(rejectedBy(harm), smallest, largest);
    const high = edge(rejectedBy(pass), largest, smallest);
    return { low: low ?? 0, ...(0,map/* defined */.sw)({ estimate: pooledRatio(ticks), high }) };
}
function edge(isRejected, from, to) {
    if (!isRejected(from))
        return undefined;
    let [rejected, kept] = [Math.log(from), Math.log(to)];
    while (Math.abs(rejected - kept) > 1e-3) {
        const middle = (rejected + kept) / 2;
        if (isRejected(Math.exp(middle)))
            rejected = middle;
        else
            kept = middle;
    }
    return Math.exp(kept);
}
function evidenceOf(options, ticks) {
    let state = (0,eprocess/* emptyEProcess */.QW)();
    for (const tick of ticks)
        state = (0,eprocess/* update */.yo)(options, state, tick);
    return (0,eprocess/* logEvidence */.y8)(options, state);
}
function pooledRatio(ticks) {
    const { canaryBad, canary, baselineBad, baseline } = ticks.reduce(warm_up/* sumOf */.XN, eprocess/* noCounts */.Yi);
    return canary > 0 && baselineBad > 0 ? canaryBad / canary / (baselineBad / baseline) : undefined;
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(92317);
// EXTERNAL MODULE: ./.build/js/src/decision/record.js
var decision_record = __webpack_require__(87303);
;// CONCATENATED MODULE: ./.build/js/src/decision/replay.js








function backtest(record) {
    if (record.judging === undefined && record.verdicts.length === 0 && record.ticks.length === 0)
        return { agrees: true, judged: false, comparisons: [], caveats: record.reduced };
    const { verdicts } = replayed(record, policyOf(record), eventsOf(record));
    const comparisons = record.verdicts.map(({ at, stage, verdict: recorded }, index) => {
        const computed = verdicts[index]?.verdict ?? { verdict: 'continue', reason: 'the gate gave no verdict' };
        return { at, stage, recorded, computed, same: isSame(recorded, computed) };
    });
    const agrees = comparisons.every(({ same }) => same);
    return { agrees, judged: true, comparisons, caveats: record.reduced };
}
function outlook(record, alternative) {
    const policy = changed(policyOf(record), alternative);
    const events = eventsOf(record).flatMap((each) => each.event === 'tick' ? [each, { event: 'judged', at: each.tick.at, facts: [] }] : [each]);
    const { verdicts } = replayed(record, policy, events);
    const stages = [...new Set(verdicts.map(({ stage }) => stage))];
    return {
        end: verdicts.find(({ verdict }) => !/^(continue|pass|pod-local)$/.test(verdict.verdict)),
        passes: stages.map(stage => ({
            stage,
            at: verdicts.find(each => each.stage === stage && each.verdict.verdict === 'pass')?.at,
        })),
    };
}
function eventsOf({ ticks, turns, verdicts }) {
    return [
        ...verdicts.map(({ after, at, stage, facts, unread }) => ({
            after,
            at,
            event: unread === undefined
                ? { event: 'judged', at, facts }
                : { event: 'unread', at, stage, ...unread },
        })),
        ...turns.flatMap(({ after, at, stage, replaced, prolonged, skipped }) => {
            const events = [
                prolonged === undefined ? undefined : { event: 'prolonged', until: prolonged, at },
                stage === undefined ? undefined : { event: 'stage', stage, at },
                replaced === undefined ? undefined : { event: 'replaced', pod: replaced, at },
                skipped === undefined ? undefined : { event: 'skipped', until: skipped, at },
            ];
            return events.flatMap(event => (event === undefined ? [] : [{ after, at, event }]));
        }),
        ...ticks.map((tick, after) => ({
            after,
            at: Number.POSITIVE_INFINITY,
            event: { event: 'tick', tick },
        })),
    ]
        .filter(({ after }) => after <= ticks.length)
        .sort((a, b) => a.after - b.after || a.at - b.at)
        .map(({ event }) => event);
}
function isSame(a, b) {
    if (a.verdict === 'fail' && b.verdict === 'fail')
        return `${[...a.metrics].sort()}` === `${[...b.metrics].sort()}`;
    if (a.verdict === 'no-data' && b.verdict === 'no-data')
        return a.missing === b.missing;
    if (a.verdict === 'pod-local' && b.verdict === 'pod-local')
        return a.pod === b.pod;
    return a.verdict === b.verdict;
}
function policyOf({ judging }) {
    if (judging === undefined) {
        throw new errors/* UserError */.yo('this release was not judged by a gate, so there is no verdict to compute again', 'choose the record of a canary with a gate');
    }
    return judging.policy;
}
function startOf({ judging, turns, startedAt }) {
    return (turns.find(({ after, stage }) => after === 0 && stage !== undefined)?.at ??
        judging?.startedAt ??
        startedAt);
}
function replayed(record, policy, events) {
    try {
        return replay(policy, startOf(record), events);
    }
    catch (error) {
        throw new errors/* UserError */.yo('this version of Slipway cannot replay the gate of this record', 'use the version of Slipway that wrote it', { cause: error });
    }
}
function changed(policy, { profile, metric }) {
    const names = policy.metrics.map(({ name }) => name);
    if (profile !== undefined && !isProfile(profile)) {
        throw new errors/* UserError */.yo(`there is no profile "${profile}"`, `choose one of ${Object.keys(margins/* profiles */.xD).join(', ')}`);
    }
    if (metric !== undefined && !names.includes(metric)) {
        throw new errors/* UserError */.yo(`the record has no metric "${metric}"`, `choose one of ${names.join(', ')}`);
    }
    const metrics = metric === undefined
        ? policy.metrics
        : policy.metrics.flatMap(each => (each.name === metric ? [{ ...each, dryRun: false, weight: 1 }] : []));
    return { ...policy, metrics, ...(profile === undefined ? {} : { profile, margin: margins/* profiles */.xD[profile] }) };
}
const isProfile = (name) => Object.hasOwn(margins/* profiles */.xD, name);
function withFindings(record) {
    const { judging } = record;
    if (judging === undefined || record.ticks.length === 0)
        return record;
    const policy = judging.policy;
    let judged;
    try {
        judged = judgedTicks(record, policy);
    }
    catch {
        return record;
    }
    const { state, ticks } = judged;
    const findings = (0,analysis_findings/* findingsOf */.W)(policy, state).flatMap(found => {
        const { series = [] } = policy.metrics.find(({ name }) => name === found.metric) ?? {};
        return series.map(({ boundary, phi }, index) => {
            const counts = ticks.get(`${found.metric} ${index}`) ?? [];
            const total = counts.reduce(warm_up/* sumOf */.XN, eprocess/* noCounts */.Yi);
            return {
                name: found.metric,
                ...(boundary === undefined ? {} : { boundary }),
                canary: { bad: total.canaryBad, total: total.canary },
                baseline: { bad: total.baselineBad, total: total.baseline },
                ...(total.canary === 0 ? {} : { ratio: ratioOf(rateRatio(counts, { phi })) }),
                status: statusOf(found, boundary),
                ...(found.dryRun ? { dryRun: true } : {}),
            };
        });
    });
    return (0,decision_record/* noteFindings */.$q)(record, findings);
}
function replay_evidenceOf(policy, state) {
    const metrics = (0,analysis_findings/* findingsOf */.W)(policy, state).map(({ metric, logHarm, logPass }) => [
        metric,
        { harm: logHarm, pass: logPass },
    ]);
    return { harm: (0,analysis_findings/* logHarmOf */.E)(policy, state), metrics: Object.fromEntries(metrics) };
}
function statusOf({ status, boundary: worst }, boundary) {
    const accused = status === 'harmed' || status === 'suspect';
    return accused && boundary !== worst ? 'open' : status;
}
const ratioOf = ({ estimate, low, high }) => ({
    estimate: estimate ?? null,
    low,
    high: high ?? null,
});
function judgedTicks(record, policy) {
    const ticks = new Map();
    const events = eventsOf(record).filter(({ event }) => event !== 'judged' && event !== 'unread');
    const { state } = replay(policy, startOf(record), events, (before, after) => {
        for (const [name, { series }] of Object.entries(after.metrics))
            series.forEach(({ total }, index) => {
                const growth = differenceOf(total, before.metrics[name]?.series[index]?.total);
                if (growth.canary + growth.baseline === 0)
                    return;
                const key = `${name} ${index}`;
                ticks.set(key, [...(ticks.get(key) ?? []), growth]);
            });
    });
    return { state, ticks };
}
const differenceOf = (after, before = eprocess/* noCounts */.Yi) => ({
    canaryBad: after.canaryBad - before.canaryBad,
    canary: after.canary - before.canary,
    baselineBad: after.baselineBad - before.baselineBad,
    baseline: after.baseline - before.baseline,
});


/***/ }),

/***/ 86749:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   WQ: () => (/* binding */ whole),
/* harmony export */   X1: () => (/* binding */ percentage),
/* harmony export */   YP: () => (/* binding */ interval),
/* harmony export */   pm: () => (/* binding */ clock),
/* harmony export */   tI: () => (/* binding */ tablesOf),
/* harmony export */   wy: () => (/* binding */ aboutTable)
/* harmony export */ });
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(991);
/* harmony import */ var _series_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16179);



const tablesOf = (record) => [metricTable(record), stepTable(record), podTable(record), verdictTable(record)].map(withoutEmptyColumns);
function stepTable(record) {
    const [metric] = (0,_series_js__WEBPACK_IMPORTED_MODULE_1__/* .metricsOf */ .Ps)(record);
    const rows = (0,_series_js__WEBPACK_IMPORTED_MODULE_1__/* .bandsOf */ .yL)(record).map(({ label, from, to }) => {
        const within = record.ticks.filter(({ at }) => {
            const minute = (at - record.startedAt) / 60_000;
            return minute > from && minute <= to;
        });
        return [
            label,
            clock(record.startedAt + from * 60_000),
            (0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .timeSpan */ .wL)((to - from) * 60_000),
            within.length === 0 ? '' : whole((0,_series_js__WEBPACK_IMPORTED_MODULE_1__/* .countsOf */ .mQ)(within, metric, 'canary').total),
            shareOf(within),
            endOf(record, record.startedAt + to * 60_000),
        ];
    });
    return {
        title: 'Steps',
        head: ['step', 'start (UTC)', 'duration', 'requests of the candidate', 'measured share', 'outcome'],
        rows,
    };
}
function endOf(record, at) {
    const next = record.timeline.find(moment => Math.abs(moment.at - at) < 1);
    return (next?.reason ??
        (record.end !== undefined && record.end.at <= at + 1 ? record.end.state.replace('-', ' ') : ''));
}
function shareOf(rows) {
    const shares = rows.flatMap(({ share }) => (share === undefined ? [] : [share]));
    if (shares.length === 0)
        return '';
    return `${(shares.reduce((sum, each) => sum + each, 0) / shares.length).toFixed(1)} %`;
}
function metricTable({ findings }) {
    return {
        title: 'Metrics',
        head: ['metric', 'candidate', 'baseline', 'ratio (confidence interval)', 'status'],
        rows: findings.map(finding => [
            finding.boundary === undefined ? finding.name : `${finding.name}: slower than ${finding.boundary} s`,
            badRate(finding.canary),
            badRate(finding.baseline),
            interval(finding),
            `${statusNames[finding.status] ?? finding.status}${finding.dryRun === true ? ' (dry run)' : ''}`,
        ]),
    };
}
const statusNames = {
    harmed: 'worse',
    open: 'undecided',
};
function badRate({ bad, total }) {
    if (total === 0)
        return 'no requests';
    return `${percentage((100 * bad) / total)} (${whole(bad)} of ${whole(total)})`;
}
function interval({ ratio }) {
    if (ratio === undefined)
        return '';
    const high = ratio.high === null ? 'above' : ratio.high.toFixed(2);
    return `${ratio.estimate === null ? 'unknown' : ratio.estimate.toFixed(2)} (${ratio.low.toFixed(2)} ${ratio.high === null ? 'and' : 'to'} ${high})`;
}
function podTable(record) {
    const metrics = (0,_series_js__WEBPACK_IMPORTED_MODULE_1__/* .metricsOf */ .Ps)(record);
    const counted = new Map();
    for (const { readings } of record.ticks) {
        metrics.forEach(({ name, index }, column) => {
            for (const track of _series_js__WEBPACK_IMPORTED_MODULE_1__/* .tracks */ .Pv) {
                for (const pod of (0,_series_js__WEBPACK_IMPORTED_MODULE_1__/* .countedPods */ .T3)(readings[name], track)) {
                    const known = counted.get(pod.pod) ?? { track, total: 0, bad: [] };
                    if (column === 0)
                        known.total += pod.total;
                    known.bad[column] = (known.bad[column] ?? 0) + (pod.bad[index] ?? 0);
                    counted.set(pod.pod, known);
                }
            }
        });
    }
    const facts = new Map(record.pods.map(each => [each.pod, each]));
    const number = (value) => (record.ticks.length === 0 ? '' : whole(value ?? 0));
    const names = [...new Set([...facts.keys(), ...counted.keys()])];
    const rows = names.map(name => {
        const fact = facts.get(name);
        const counts = counted.get(name);
        return [
            name,
            { canary: 'candidate', baseline: 'baseline' }[fact?.track ?? counts?.track ?? ''] ?? '',
            fact?.node ?? '',
            fact?.zone ?? '',
            fact === undefined || fact.gone === true ? 'gone' : fact.ready ? 'yes' : 'no',
            fact === undefined ? '' : String(fact.restarts),
            number(counts?.total),
            ...metrics.map((_, column) => number(counts?.bad[column])),
            fact?.note ?? '',
        ];
    });
    return {
        title: 'Pods',
        head: [
            'pod',
            'version',
            'node',
            'zone',
            'ready',
            'restarts',
            'requests',
            ...metrics.map(({ title }) => title),
            'note',
        ],
        rows: rows.sort(([a = '', trackA = ''], [b = '', trackB = '']) => trackA === trackB ? (a < b ? -1 : 1) : trackA > trackB ? -1 : 1),
    };
}
function verdictTable({ verdicts, facts }) {
    const said = [
        ...verdicts
            .filter(({ verdict }) => verdict.verdict !== 'continue')
            .map(({ at, stage, verdict }) => ({
            at,
            row: [`stage ${stage + 1}: ${verdict.verdict}`, verdict.reason],
        })),
        ...facts.map(({ at, fact }) => ({
            at,
            row: [`fact: ${fact.kind}`, factText(fact)],
        })),
    ];
    return {
        title: 'Verdicts and facts',
        head: ['time (UTC)', 'what', 'reason'],
        rows: said.sort((a, b) => a.at - b.at).map(({ at, row }) => [clock(at), ...row]),
    };
}
const factText = ({ pod, detail }) => pod === undefined || detail.includes(pod) ? detail : `${pod}: ${detail}`;
function aboutTable(record) {
    const { judging, watchdog, calls, durations, reduced } = record;
    const rows = [
        [
            'release',
            `${record.release} of ${record.app} in ${record.environment} (${record.workload}, namespace ${record.namespace})`,
        ],
        [
            'baseline',
            record.baseline === undefined ? 'none: it is the first release' : `release ${record.baseline}`,
        ],
        ...Object.entries(record.images).map(([name, image]) => [`image ${name}`, image]),
        ...promotionRows(record),
        ...Object.entries(record.signatures ?? {}).map(([name, { by, attested }]) => [
            `signature of ${name}`,
            [by, ...attested].join(', '),
        ]),
        ...record.runs.map(({ at, by, doing, token }) => [
            doing,
            `${by.actor}, ${by.run}${by.revision === undefined ? '' : `, commit ${by.revision.slice(0, 12)}`}, ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(at)}, fencing token ${token}`,
        ]),
        ['strategy', strategyText(record)],
        ...(judging === undefined
            ? []
            : [
                ['profile', judging.policy.profile],
                ['estimate before the start', judging.said.join(' ')],
            ]),
        ...(record.checked === true ? [['gate', 'checks']] : []),
        ...(record.gate?.metrics ?? []).map(metric => [`metric ${metric.name}`, queries(metric)]),
        ...(watchdog === undefined ? [] : [['watchdog', watchdog]]),
        ...(calls === 0 ? [] : [['calls to the API server', whole(calls)]]),
        ...Object.entries(durations).map(([name, ms]) => [name, (0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .time */ .kB)(ms)]),
        ...reduced.map(what => ['record shortened', what]),
    ];
    return { title: 'About this rollout', head: ['', ''], rows };
}
function promotionRows({ promotion }) {
    if (promotion === undefined)
        return [];
    const { environment, release, verifiedAt, soak, forced } = promotion;
    return forced === undefined
        ? [
            [
                'proof for promotion',
                `release ${release} of ${environment}, verified ${verifiedAt}, soak ${(0,_toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .time */ .kB)(soak)}`,
            ],
        ]
        : [['forced', `${forced.reason}; requirement not met: ${forced.against}`]];
}
function strategyText({ strategy, rolled }) {
    if (rolled === true)
        return `rolling instead of ${strategy.kind}, deadline ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .timeSpan */ .wL)(strategy.deadline)}`;
    const steps = strategy.steps
        ?.flatMap(({ weight, pause, approve }) => [
        `${weight} %`,
        ...(pause === undefined ? [] : [`pause ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .timeSpan */ .wL)(pause)}`]),
        ...(approve === true ? ['approve'] : []),
    ])
        .join(', ');
    return [
        strategy.kind,
        ...(steps === undefined ? [] : [steps]),
        ...(strategy.bake === undefined
            ? []
            : [
                `bake at ${strategy.bake.weight} % for ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .timeSpan */ .wL)(strategy.bake.for)}${strategy.bake.approve === true ? ', approve' : ''}`,
            ]),
        `deadline ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .timeSpan */ .wL)(strategy.deadline)}`,
    ].join(', ');
}
function queries(metric) {
    const parts = ['bad', 'total', 'histogram'].flatMap(key => typeof metric[key] === 'string' ? [`${key} ${metric[key]}`] : []);
    if (Array.isArray(metric.logs))
        parts.unshift(`log lines at level ${metric.logs.join(' or ')}`);
    return parts.join(' of ');
}
function withoutEmptyColumns({ title, head, rows }) {
    const used = head.map((_, column) => rows.some(row => (row[column] ?? '') !== ''));
    const kept = (row) => row.filter((_, column) => used[column] === true);
    return { title, head: kept(head), rows: rows.map(kept) };
}
const clock = (at) => new Date(at).toISOString().slice(11, 19);
const whole = (value) => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
function percentage(value) {
    if (value === 0)
        return '0 %';
    return `${value >= 0.1 ? value.toFixed(2) : Number(value.toPrecision(2))} %`;
}


/***/ }),

/***/ 16179:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MK: () => (/* binding */ rateOf),
/* harmony export */   Nu: () => (/* binding */ lastMinute),
/* harmony export */   Ps: () => (/* binding */ metricsOf),
/* harmony export */   Pv: () => (/* binding */ tracks),
/* harmony export */   Q3: () => (/* binding */ metricSeries),
/* harmony export */   T3: () => (/* binding */ countedPods),
/* harmony export */   UT: () => (/* binding */ weightAt),
/* harmony export */   fk: () => (/* binding */ evidencePoints),
/* harmony export */   hL: () => (/* binding */ sharePoints),
/* harmony export */   iA: () => (/* binding */ minuteOf),
/* harmony export */   m$: () => (/* binding */ isRolling),
/* harmony export */   mQ: () => (/* binding */ countsOf),
/* harmony export */   pw: () => (/* binding */ thresholds),
/* harmony export */   wF: () => (/* binding */ weightSteps),
/* harmony export */   yL: () => (/* binding */ bandsOf)
/* harmony export */ });
const tracks = ['canary', 'baseline'];
const log10 = (natural) => natural / Math.LN10;
const isRolling = ({ strategy, rolled }) => rolled === true || strategy.kind === 'rolling';
const minuteOf = ({ startedAt }, at) => Math.max(0, (at - startedAt) / 60_000);
function lastMinute(record) {
    const times = [
        record.startedAt,
        ...record.timeline.map(({ at }) => at),
        ...record.ticks.map(({ at }) => at),
        ...(record.end === undefined ? [] : [record.end.at]),
    ];
    const last = times.reduce((latest, at) => Math.max(latest, at), 0);
    return minuteOf(record, last);
}
function bandsOf(record) {
    const end = lastMinute(record);
    const bands = [];
    for (const { at, phase, weight } of record.timeline) {
        const label = labelOf(phase, weight ?? 0, isRolling(record));
        const before = bands.at(-1);
        const from = minuteOf(record, at);
        if (before?.label === label)
            continue;
        if (before !== undefined)
            before.to = from;
        bands.push({ from, to: end, phase, label });
    }
    return bands.filter(({ from, to }) => to > from);
}
function labelOf(phase, weight, rolls) {
    switch (phase) {
        case 'prepared':
            return 'start';
        case 'stepping':
            return `${weight} %`;
        case 'baking':
            return `bake ${weight} %`;
        case 'promoting':
            return rolls ? 'update' : 'promote';
        case 'watching':
            return 'watch';
        case 'rolling-back':
            return 'rollback';
        default:
            return phase;
    }
}
function weightSteps(record) {
    const asked = record.timeline.flatMap(({ at, weight }) => weight === undefined ? [] : [{ minute: minuteOf(record, at), value: weight }]);
    const last = asked.at(-1);
    return last === undefined
        ? []
        : [{ minute: 0, value: 0 }, ...asked, { ...last, minute: lastMinute(record) }];
}
function sharePoints(record) {
    return byStage(record, ({ share }) => share);
}
function byStage(record, value) {
    return record.ticks.flatMap((row, index) => {
        const minute = minuteOf(record, row.at);
        const before = record.ticks[index - 1];
        const gap = before === undefined || before.stage === row.stage ? [] : [{ minute, value: undefined }];
        return [...gap, { minute, value: value(row) }];
    });
}
function weightAt(steps, minute) {
    return steps.findLast(step => step.minute <= minute)?.value ?? 0;
}
function metricSeries(record) {
    const windows = windowsOf(record);
    return metricsOf(record).map(metric => {
        const points = (track) => windows.map(({ minute, rows }) => ({ minute, value: rateOf(rows, metric, track) }));
        return { ...metric, canary: points('canary'), baseline: points('baseline') };
    });
}
function rateOf(rows, metric, track) {
    const { bad, total } = countsOf(rows, metric, track);
    return total === 0 ? undefined : (100 * bad) / total;
}
function countsOf(rows, metric, track) {
    const pods = rows.flatMap(({ readings }) => countedPods(metric && readings[metric.name], track));
    return {
        bad: pods.reduce((sum, { bad }) => sum + (bad[metric?.index ?? 0] ?? 0), 0),
        total: pods.reduce((sum, { total }) => sum + total, 0),
    };
}
function countedPods(reading, track) {
    return reading?.kind === 'counts' ? reading[track] : [];
}
function metricsOf(record) {
    const names = [
        ...new Set([
            ...(record.gate?.metrics ?? []).map(({ name }) => name),
            ...record.ticks.flatMap(({ readings }) => Object.keys(readings)),
        ]),
    ];
    return names.flatMap(name => {
        const boundaries = boundariesOf(record, name);
        const width = Math.max(1, boundaries.length, record.ticks.reduce((most, row) => Math.max(most, widthOf(row.readings[name])), 0));
        return Array.from({ length: width }, (_, index) => ({
            name,
            index,
            title: titleOf(name, boundaries[index], index, width),
        }));
    });
}
function titleOf(name, boundary, index, width) {
    if (boundary !== undefined)
        return `${name}: slower than ${boundary} s`;
    return width === 1 ? name : `${name}: boundary ${index + 1}`;
}
function boundariesOf({ judging, gate }, name) {
    const series = judging?.policy.metrics.find(each => each.name === name)?.series ?? [];
    const chosen = series.flatMap(({ boundary }) => (boundary === undefined ? [] : [boundary]));
    if (chosen.length > 0)
        return chosen;
    const slow = gate?.metrics.find(each => each.name === name)?.slow;
    return Array.isArray(slow) ? slow.filter(each => typeof each === 'number') : [];
}
function widthOf(reading) {
    const pods = [...countedPods(reading, 'canary'), ...countedPods(reading, 'baseline')];
    return pods.reduce((most, { bad }) => Math.max(most, bad.length), 0);
}
function evidencePoints(record) {
    const dry = dryRuns(record);
    return {
        harm: record.ticks.map(({ at, evidence }) => ({
            minute: minuteOf(record, at),
            value: evidence === undefined ? undefined : log10(evidence.harm),
        })),
        pass: byStage(record, ({ evidence }) => {
            const judged = Object.entries(evidence?.metrics ?? {}).filter(([name]) => !dry.has(name));
            return judged.length === 0 ? undefined : log10(Math.min(...judged.map(([, { pass }]) => pass)));
        }),
    };
}
function dryRuns({ gate }) {
    return new Set((gate?.metrics ?? []).filter(each => each['dry-run'] === true).map(({ name }) => name));
}
function thresholds({ judging }) {
    const { harm, pass } = judging?.policy.alpha ?? { harm: 0.01, pass: 0.05 };
    return { harm: -Math.log10(harm), pass: -Math.log10(pass) };
}
const enough = 100;
const fewest = 16;
function windowsOf(record) {
    const tick = Math.max(1, record.gate?.tick ?? 15_000);
    const [metric] = metricsOf(record);
    for (let size = Math.max(1, Math.round(60_000 / tick));; size *= 2) {
        const windows = joined(record, size);
        const totals = windows.map(({ rows }) => countsOf(rows, metric, 'canary').total);
        const median = totals.sort((a, b) => a - b)[Math.floor(totals.length / 2)] ?? 0;
        if (median >= enough || windows.length <= 2 * fewest)
            return windows;
    }
}
function joined(record, size) {
    const windows = [];
    for (const row of record.ticks) {
        const window = windows.at(-1);
        const first = window?.[0];
        const same = first?.stage === row.stage && first.weight === row.weight && isCounted(first) === isCounted(row);
        if (window !== undefined && window.length < size && same)
            window.push(row);
        else
            windows.push([row]);
    }
    const middle = (rows) => ((rows[0]?.at ?? 0) + (rows.at(-1)?.at ?? 0)) / 2;
    return windows.map(rows => ({ minute: minuteOf(record, middle(rows)), rows }));
}
const isCounted = ({ readings }) => Object.values(readings).some(({ kind }) => kind === 'counts');


/***/ }),

/***/ 38650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MD: () => (/* binding */ units),
/* harmony export */   P: () => (/* binding */ roughTimeSpan),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   b4: () => (/* binding */ maxClockSkew),
/* harmony export */   fU: () => (/* binding */ formatTime),
/* harmony export */   tD: () => (/* binding */ secondsOutput),
/* harmony export */   wL: () => (/* binding */ timeSpan)
/* harmony export */ });
const units = [
    { name: 'h', milliseconds: 3_600_000 },
    { name: 'm', milliseconds: 60_000 },
    { name: 's', milliseconds: 1_000 },
    { name: 'ms', milliseconds: 1 },
];
const maxClockSkew = 300_000;
function formatDuration(milliseconds) {
    let rest = Math.round(milliseconds);
    if (rest === 0)
        return '0s';
    let text = '';
    for (const unit of units) {
        const count = Math.floor(rest / unit.milliseconds);
        rest -= count * unit.milliseconds;
        if (count > 0)
            text += `${count}${unit.name}`;
    }
    return text;
}
const secondsOutput = (milliseconds) => milliseconds === undefined ? '' : (milliseconds / 1000).toFixed(2);
const formatTime = (at) => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
function timeSpan(ms) {
    const seconds = Math.round(ms / 1000);
    if (seconds < 1 && ms >= 1)
        return `${Math.round(ms)} ms`;
    const inUnits = (value, per, unit, smaller) => value % per === 0
        ? `${value / per} ${unit}`
        : `${Math.floor(value / per)} ${unit} ${value % per} ${smaller}`;
    if (seconds < 120)
        return `${seconds} s`;
    if (seconds < 7200)
        return inUnits(seconds, 60, 'min', 's');
    if (seconds < 172_800)
        return inUnits(Math.round(seconds / 60), 60, 'h', 'min');
    return `${Math.round(seconds / 86_400)} days`;
}
function roughTimeSpan(ms) {
    if (ms < 120_000)
        return `${Math.round(ms / 1000)} s`;
    return ms < 7_200_000 ? `${Math.round(ms / 60_000)} min` : `${Number((ms / 3_600_000).toPrecision(2))} h`;
}


/***/ }),

/***/ 85280:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ readNamed),
/* harmony export */   O: () => (/* binding */ unreadable)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);


const reasons = {
    ENOENT: 'it does not exist',
    ENOTDIR: 'it does not exist',
    EISDIR: 'it is a folder',
    EACCES: 'permission denied',
};
const readNamed = (path, remedy) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8').catch(unreadable(path, remedy));
const unreadable = (what, remedy) => (cause) => {
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo(`${what} cannot be read: ${reasons[cause.code ?? ''] ?? cause.message}`, remedy, {
        cause,
    });
};


/***/ })

};
