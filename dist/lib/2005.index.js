export const id = 2005;
export const ids = [2005,9536,7155];
export const modules = {

/***/ 52005:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  backtestCommand: () => (/* binding */ backtestCommand)
});

// EXTERNAL MODULE: ./.build/js/src/decision/chunks.js + 2 modules
var chunks = __webpack_require__(69536);
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
        file: {
            description: 'Path of the decision record: decision.json, or its ConfigMaps as printed by `kubectl -o json`.',
            required: true,
        },
        profile: {
            description: 'Profile for a second computation: strict, standard, wide or gross. Default: the recorded one only.',
            default: '',
        },
        metric: {
            description: 'Metric for a second computation from it alone. Default: all metrics.',
            default: '',
        },
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

/***/ 69536:
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
;// CONCATENATED MODULE: ./.build/js/src/decision/gate-schema.js

const instant = (what) => schemas/* number */.aig()
    .int()
    .min(0)
    .meta({ description: `${what}, in ms since the epoch.` });
const percent = schemas/* number */.aig().min(0).max(100);
const count = schemas/* number */.aig().min(0);
const gate_schema_text = schemas/* string */.YjP();
const podCountsSchema = schemas/* object */.Ikc({
    pod: gate_schema_text,
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
    schemas/* object */.Ikc({ kind: schemas/* literal */.euz('absent'), track: schemas/* enum */.k5n(['canary', 'baseline']) }),
    schemas/* object */.Ikc({ kind: schemas/* literal */.euz('wrong-labels'), detail: gate_schema_text }),
    schemas/* object */.Ikc({ kind: schemas/* literal */.euz('stale'), seconds: count, lines: schemas/* literal */.euz(true).exactOptional() }),
    schemas/* object */.Ikc({ kind: schemas/* literal */.euz('provider'), detail: gate_schema_text }),
]);
const logarithm = schemas/* number */.aig().meta({ description: 'Natural logarithm of the evidence (an e-value).' });
const evidenceSchema = schemas/* object */.Ikc({
    harm: logarithm.meta({ description: 'Natural logarithm of the harm evidence of all metrics together.' }),
    metrics: schemas/* record */.g1P(gate_schema_text, schemas/* object */.Ikc({ harm: logarithm, pass: logarithm })),
});
const verdictNames = ['continue', 'pass', 'fail', 'inconclusive', 'no-data', 'pod-local'];
const rowSchema = schemas/* object */.Ikc({
    at: instant("The end of the tick by Prometheus's clock"),
    stage: schemas/* number */.aig().int().min(0),
    weight: percent,
    share: percent
        .exactOptional()
        .meta({ description: 'The percentage of requests that really reached the candidate, if it is known.' }),
    traffic: schemas/* object */.Ikc({
        canary: count,
        total: count,
        errors: count.exactOptional(),
        unserved: count.exactOptional(),
        reached: count.exactOptional(),
    })
        .exactOptional()
        .meta({ description: 'The requests from which the share is computed.' }),
    readings: schemas/* record */.g1P(gate_schema_text, readingSchema),
    evidence: evidenceSchema.exactOptional(),
    verdict: schemas/* enum */.k5n(verdictNames).exactOptional(),
})
    .meta({ description: 'One reading of all metrics, the evidence after it, and the verdict.' });
const missing = schemas/* enum */.k5n(['idle', 'absent', 'provider', 'wrong-labels', 'stale']);
const verdictSchema = schemas/* discriminatedUnion */.gMt('verdict', [
    schemas/* object */.Ikc({ verdict: schemas/* literal */.euz('continue'), reason: gate_schema_text }),
    schemas/* object */.Ikc({ verdict: schemas/* literal */.euz('pass'), reason: gate_schema_text }),
    schemas/* object */.Ikc({ verdict: schemas/* literal */.euz('fail'), reason: gate_schema_text, metrics: schemas/* array */.YOg(gate_schema_text) }),
    schemas/* object */.Ikc({ verdict: schemas/* literal */.euz('inconclusive'), reason: gate_schema_text }),
    schemas/* object */.Ikc({ verdict: schemas/* literal */.euz('no-data'), missing, reason: gate_schema_text }),
    schemas/* object */.Ikc({ verdict: schemas/* literal */.euz('pod-local'), pod: gate_schema_text, reason: gate_schema_text }),
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
    pod: gate_schema_text.exactOptional(),
    detail: gate_schema_text,
});
const unreadSchema = schemas/* object */.Ikc({ since: instant('Since when'), detail: gate_schema_text.meta({ description: 'Why it did not answer.' }) })
    .meta({
    description: 'Prometheus did not answer, and the verdict is about that and not about the ticks; absent otherwise, and in records of versions that did not note it.',
});
const after = schemas/* number */.aig().int().min(0).meta({ description: 'The number of ticks before it.' });
const turnSchema = schemas/* object */.Ikc({
    at: instant('When'),
    after,
    stage: schemas/* number */.aig().int().min(0).exactOptional(),
    replaced: gate_schema_text.exactOptional(),
    prolonged: instant('The deadline since the rollout was resumed').exactOptional(),
})
    .meta({
    description: 'What happened to the gate besides ticks: a stage began, a bad pod was replaced, or the deadline was extended.',
});
const trackCounts = schemas/* object */.Ikc({ bad: count, total: count });
const findingSchema = schemas/* object */.Ikc({
    name: gate_schema_text,
    boundary: schemas/* number */.aig()
        .exactOptional()
        .meta({ description: 'Of a histogram: seconds above which a request is slow.' }),
    canary: trackCounts,
    baseline: trackCounts,
    ratio: schemas/* object */.Ikc({
        estimate: schemas/* number */.aig().min(0).nullable(),
        low: schemas/* number */.aig().min(0),
        high: schemas/* number */.aig().min(0).nullable(),
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
    token: schemas/* number */.aig().int().min(0).meta({ description: 'The fencing token that it held.' }),
    doing: gate_schema_text.meta({ description: 'deploy, gate, promote, rollback, sweep …' }),
})
    .meta({ description: 'A run that advanced the rollout; the first one started it.' });
const imagesSchema = schemas/* record */.g1P(gate_schema_text, gate_schema_text).meta({
    description: 'Name → reference with its digest.',
    examples: [{ shop: 'ghcr.io/acme/shop@sha256:…' }],
});
const promotionSchema = schemas/* object */.Ikc({
    environment: gate_schema_text.meta({ description: 'The environment in which the same digests must be verified.' }),
    release: count.exactOptional().meta({ description: 'The release there by which they were verified.' }),
    verifiedAt: gate_schema_text
        .exactOptional()
        .meta({ description: 'When they were verified, in ISO 8601, by the clock of that cluster.' }),
    soak: count.meta({ description: 'How long ago that must have been, in ms.' }),
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
        weight: percent,
        pause: count.exactOptional().meta({ description: 'The least time at this weight, in ms.' }),
        approve: schemas/* literal */.euz(true).exactOptional().meta({ description: 'A person must approve it.' }),
    }))
        .exactOptional(),
    bake: schemas/* looseObject */._H3({ weight: percent, for: count, approve: schemas/* boolean */.zMY().exactOptional() })
        .exactOptional(),
    deadline: count,
    watch: count.exactOptional(),
    'on-inconclusive': schemas/* enum */.k5n(['rollback', 'pause', 'approve']).exactOptional(),
})
    .meta({ description: 'The strategy, resolved from slipway.yml; durations in ms.' });
const policySchema = schemas/* looseObject */._H3({
    metrics: schemas/* array */.YOg(schemas/* looseObject */._H3({ name: gate_schema_text })),
    tick: count,
    'warm-up': count,
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
    step: schemas/* number */.aig().int().min(0).exactOptional().meta({ description: 'Index of the stage.' }),
    weight: percent
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
    restarts: schemas/* number */.aig().int().min(0),
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
    serves: schemas/* number */.aig().int().min(0).exactOptional().meta({
        description: 'The live release (with needs-action the one with most traffic); absent when there is none.',
    }),
    weight: percent.meta({
        description: 'The percentage of traffic on the candidate; for a rolling update that is partly done, of the ready pods.',
    }),
});
const decisionSchema = schemas/* object */.Ikc({
    schema: schemas/* literal */.euz(1),
    app: gate_schema_text.min(1),
    environment: gate_schema_text.min(1),
    namespace: gate_schema_text,
    workload: gate_schema_text.meta({ description: 'Kind/name.', examples: ['Deployment/shop'] }),
    release: schemas/* number */.aig().int().min(0),
    baseline: schemas/* number */.aig()
        .int()
        .min(0)
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
        stage: schemas/* number */.aig().int().min(0),
        facts: schemas/* array */.YOg(factSchema).meta({ description: 'The facts that were known.' }),
        unread: unreadSchema.exactOptional(),
        verdict: verdictSchema,
    }))
        .meta({ description: 'The verdicts of the gate: each one that differs from the one before.' }),
    facts: schemas/* array */.YOg(schemas/* object */.Ikc({ at: instant('When'), fact: factSchema })),
    findings: schemas/* array */.YOg(findingSchema),
    pods: schemas/* array */.YOg(podSchema),
    calls: schemas/* number */.aig().int().min(0).meta({ description: 'Calls to the API server.' }),
    durations: schemas/* record */.g1P(gate_schema_text, count).meta({
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
    for (;;) {
        const text = Object.hasOwn(parts, numbered(kind, found.length))
            ? parts[numbered(kind, found.length)]
            : undefined;
        if (text === undefined)
            return found;
        found.push(text);
    }
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
    const [first] = result.error.issues;
    const where = first === undefined || first.path.length === 0 ? 'the top level' : first.path.map(String).join('.');
    throw new errors/* UserError */.yo(`this is not a decision record: at ${where}: ${(first?.message ?? 'wrong').toLowerCase()}`, 'give the unchanged decision.json of a release');
}


/***/ }),

/***/ 86749:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bw: () => (/* binding */ length),
/* harmony export */   KV: () => (/* binding */ verdictTable),
/* harmony export */   LQ: () => (/* binding */ withoutEmptyColumns),
/* harmony export */   Lc: () => (/* binding */ metricTable),
/* harmony export */   Ph: () => (/* binding */ stepTable),
/* harmony export */   WQ: () => (/* binding */ whole),
/* harmony export */   X1: () => (/* binding */ percentage),
/* harmony export */   YP: () => (/* binding */ interval),
/* harmony export */   cv: () => (/* binding */ podTable),
/* harmony export */   pm: () => (/* binding */ clock),
/* harmony export */   wy: () => (/* binding */ aboutTable)
/* harmony export */ });
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(991);
/* harmony import */ var _series_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(16179);



function stepTable(record) {
    const [metric] = (0,_series_js__WEBPACK_IMPORTED_MODULE_1__/* .metricsOf */ .Ps)(record);
    const rows = (0,_series_js__WEBPACK_IMPORTED_MODULE_1__/* .bandsOf */ .yL)(record).map(({ label, from, to }) => {
        const within = record.ticks.filter(({ at }) => {
            const minute = (at - record.startedAt) / 60_000;
            return minute > from && minute <= to;
        });
        const judged = metric === undefined ? 0 : (0,_series_js__WEBPACK_IMPORTED_MODULE_1__/* .countsOf */ .mQ)(within, metric.name, metric.index, 'canary').total;
        return [
            label,
            clock(record.startedAt + from * 60_000),
            length((to - from) * 60_000),
            within.length === 0 ? '' : whole(judged),
            shareOf(within),
            endOf(record, record.startedAt + to * 60_000),
        ];
    });
    return {
        title: 'Steps',
        head: ['step', 'start (UTC)', 'duration', 'requests judged', 'measured share', 'outcome'],
        rows,
    };
}
function endOf(record, at) {
    const next = record.timeline.find(moment => Math.abs(moment.at - at) < 1);
    return next?.reason ?? (record.end !== undefined && record.end.at <= at + 1 ? record.end.state : '');
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
        head: ['metric', 'candidate', 'baseline', 'ratio (interval)', 'status'],
        rows: findings.map(finding => [
            finding.boundary === undefined ? finding.name : `${finding.name}: slower than ${finding.boundary} s`,
            badRate(finding.canary),
            badRate(finding.baseline),
            interval(finding),
            finding.dryRun === true ? `${finding.status} (dry run)` : finding.status,
        ]),
    };
}
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
            for (const track of ['canary', 'baseline']) {
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
            row: [`fact: ${fact.kind}`, [fact.pod, fact.detail].filter(each => each !== undefined).join(': ')],
        })),
    ];
    return {
        title: 'Verdicts and facts',
        head: ['time (UTC)', 'what', 'reason'],
        rows: said.sort((a, b) => a.at - b.at).map(({ at, row }) => [clock(at), ...row]),
    };
}
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
            `${by.actor}, ${by.run}${by.revision === undefined ? '' : `, commit ${by.revision.slice(0, 12)}`}, ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(at)}, token ${token}`,
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
        return `rolling instead of ${strategy.kind}, deadline ${length(strategy.deadline)}`;
    const steps = strategy.steps
        ?.flatMap(({ weight, pause, approve }) => [
        `${weight} %`,
        ...(pause === undefined ? [] : [`pause ${length(pause)}`]),
        ...(approve === true ? ['approve'] : []),
    ])
        .join(', ');
    return [
        strategy.kind,
        ...(steps === undefined ? [] : [steps]),
        ...(strategy.bake === undefined
            ? []
            : [
                `bake at ${strategy.bake.weight} % for ${length(strategy.bake.for)}${strategy.bake.approve === true ? ', approve' : ''}`,
            ]),
        `deadline ${length(strategy.deadline)}`,
    ].join(', ');
}
function queries(metric) {
    const parts = ['bad', 'total', 'histogram'].flatMap(key => typeof metric[key] === 'string' ? [`${key} ${metric[key]}`] : []);
    if (Array.isArray(metric.logs))
        parts.unshift(`log lines of the level ${metric.logs.join(' or ')}`);
    return parts.join(' of ');
}
function withoutEmptyColumns({ title, head, rows }) {
    const used = head.map((_, column) => rows.some(row => (row[column] ?? '') !== ''));
    const kept = (row) => row.filter((_, column) => used[column] === true);
    return { title, head: kept(head), rows: rows.map(kept) };
}
const clock = (at) => new Date(at).toISOString().slice(11, 19);
function length(ms) {
    const seconds = Math.round(ms / 1000);
    if (seconds < 1)
        return `${Math.round(ms)} ms`;
    if (seconds < 90)
        return `${seconds} s`;
    const minutes = Math.round(seconds / 60);
    const hours = Math.floor(minutes / 60);
    if (hours === 0)
        return `${minutes} min`;
    return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
}
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
/* harmony export */   Nu: () => (/* binding */ lastMinute),
/* harmony export */   Ps: () => (/* binding */ metricsOf),
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
    return minuteOf(record, times.reduce((latest, at) => Math.max(latest, at), 0));
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
        case 'following':
            return 'workers';
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
    return metricsOf(record).map(({ name, index, title }) => {
        const points = (track) => windows.map(({ minute, rows }) => {
            const { bad, total } = countsOf(rows, name, index, track);
            return { minute, value: total === 0 ? undefined : (100 * bad) / total };
        });
        return { name, index, title, canary: points('canary'), baseline: points('baseline') };
    });
}
function countsOf(rows, name, index, track) {
    let bad = 0;
    let total = 0;
    for (const row of rows) {
        for (const pod of countedPods(row.readings[name], track)) {
            bad += pod.bad[index] ?? 0;
            total += pod.total;
        }
    }
    return { bad, total };
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
        const totals = windows.map(({ rows }) => metric === undefined ? 0 : countsOf(rows, metric.name, metric.index, 'canary').total);
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
/* harmony export */   a3: () => (/* binding */ formatDuration),
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


/***/ }),

/***/ 60630:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ej: () => (/* binding */ textsIn),
/* harmony export */   Yf: () => (/* binding */ jsonIn),
/* harmony export */   jh: () => (/* binding */ isMap),
/* harmony export */   nf: () => (/* binding */ mapsIn),
/* harmony export */   sP: () => (/* binding */ textMap),
/* harmony export */   sw: () => (/* binding */ defined),
/* harmony export */   vM: () => (/* binding */ jsonMap)
/* harmony export */ });
function isMap(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function jsonIn(body, fault) {
    try {
        return JSON.parse(typeof body === 'string' ? body : Buffer.from(body).toString('utf8'));
    }
    catch (cause) {
        if (fault !== undefined)
            throw fault(cause);
        return undefined;
    }
}
function jsonMap(body) {
    const value = jsonIn(body);
    return isMap(value) ? value : undefined;
}
const defined = (values) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
const mapsIn = (value) => Array.isArray(value) ? value.filter(isMap) : [];
const textMap = (value) => Object.fromEntries(Object.entries(isMap(value) ? value : {}).filter((pair) => typeof pair[1] === 'string'));
const textsIn = (value) => Array.isArray(value) ? value.filter(each => typeof each === 'string' && each !== '') : [];


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
