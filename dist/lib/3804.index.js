export const id = 3804;
export const ids = [3804,1423];
export const modules = {

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


/***/ })

};
