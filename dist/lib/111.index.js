export const id = 111;
export const ids = [111];
export const modules = {

/***/ 7111:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseConfig: () => (/* binding */ parseConfig)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./.build/js/src/toolkit/errors.js
var errors = __webpack_require__(2317);
// EXTERNAL MODULE: ./.build/js/src/config/size.js
var size = __webpack_require__(2331);
;// CONCATENATED MODULE: ./.build/js/src/config/document.js



const mostAliases = 100;
function readDocument(text, file) {
    if (Buffer.byteLength(text) > size/* largestDocument */.W)
        throw (0,size/* tooLarge */.g)(file);
    const lines = new dist/* LineCounter */.HN();
    const document = (0,dist/* parseDocument */.Tp)(text, {
        lineCounter: lines,
        prettyErrors: false,
        merge: true,
        uniqueKeys: false,
    });
    const placeOf = (offset) => {
        const { line, col } = lines.linePos(offset);
        return `${file}:${Math.max(line, 1)}:${Math.max(col, 1)}`;
    };
    const mistake = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0])[0];
    if (mistake !== undefined)
        throw syntaxError(mistake, placeOf(mistake.pos[0]));
    if (document.contents === null || ((0,dist/* isScalar */.jn)(document.contents) && document.contents.value === null)) {
        throw new errors/* UserError */.yo(`${file}:1:1: the file is empty`, 'describe the application, starting with `app: name`');
    }
    const contents = document.contents;
    if (!(0,dist/* isMap */.jh)(contents)) {
        throw new errors/* UserError */.yo(`${placeOf(contents.range?.[0] ?? 0)}: expected a map, got ${(0,dist/* isSeq */.oP)(contents) ? 'a list' : 'text'}`, 'start the file with `app: name`');
    }
    return {
        value: toValue(document, placeOf),
        locate(path, part) {
            const offset = find(contents, path, part, document);
            return { offset, place: placeOf(offset) };
        },
    };
}
function toValue(document, placeOf) {
    let firstUse = 0;
    (0,dist/* visit */.YR)(document, {
        Map(_, map) {
            const seen = new Set();
            for (const pair of map.items) {
                const name = keyName(pair);
                if (seen.has(name)) {
                    const offset = nodeOffset(pair.key);
                    const problem = `${placeOf(offset)}: ${keyAt(document, offset)}: the key is given twice`;
                    throw new errors/* UserError */.yo(problem, 'keep one of the two');
                }
                seen.add(name);
            }
        },
        Pair(_, pair) {
            if (keyName(pair) === '<<')
                firstUse ||= nodeOffset(pair.key);
            if ((0,dist/* isScalar */.jn)(pair.key) || (0,dist/* isAlias */.Vj)(pair.key))
                return;
            throw new errors/* UserError */.yo(`${placeOf(nodeOffset(pair.key))}: a list or map stands where a key belongs`, 'write a name');
        },
        Alias(_, alias) {
            const offset = nodeOffset(alias);
            if (alias.resolve(document) === undefined) {
                throw new errors/* UserError */.yo(`${placeOf(offset)}: the alias \`*${alias.source}\` has no anchor before it`, `write \`&${alias.source}\` in front of the value that is meant, or write the value out`);
            }
            firstUse ||= offset;
        },
    });
    try {
        return document.toJS({ maxAliasCount: mostAliases });
    }
    catch (error) {
        const reason = error instanceof ReferenceError && /excessive/i.test(error.message)
            ? `aliases are used more than ${mostAliases} times`
            : 'an alias or a merge (`<<`) cannot be resolved';
        throw new errors/* UserError */.yo(`${placeOf(firstUse)}: ${reason}`, 'write the values out', { cause: error });
    }
}
function syntaxError(error, place) {
    switch (error.code) {
        case 'TAB_AS_INDENT':
            return new errors/* UserError */.yo(`${place}: a tab is used for indentation`, 'indent with spaces');
        case 'MULTIPLE_DOCS':
            return new errors/* UserError */.yo(`${place}: a second document starts here`, 'keep one document and remove its `---`');
        case 'TAG_RESOLVE_FAILED':
            return new errors/* UserError */.yo(`${place}: the tag is unknown here`, 'remove the word that starts with "!"');
        case 'BAD_ALIAS':
            return new errors/* UserError */.yo(`${place}: the alias is wrong`, 'write the values out instead of `*alias`');
        default: {
            const reason = (error.message.split('\n')[0] ?? '').replace(/[.:]$/, '');
            return new errors/* UserError */.yo(`${place}: this is not valid YAML (${reason})`, 'correct the line or the one before it');
        }
    }
}
function keyAt(document, offset) {
    let found = '';
    (0,dist/* visit */.YR)(document, {
        Pair(_, pair, ancestors) {
            if (!(0,dist/* isNode */.Ll)(pair.key) || pair.key.range?.[0] !== offset)
                return undefined;
            const steps = [];
            [...ancestors, pair].forEach((node, index, all) => {
                const child = all[index + 1];
                if ((0,dist/* isPair */.tO)(node))
                    steps.push(keyName(node));
                else if ((0,dist/* isSeq */.oP)(node))
                    steps.push(node.items.indexOf(child));
            });
            found = formatPath(steps);
            return dist/* visit */.YR.BREAK;
        },
    });
    return found;
}
function find(root, path, part, document) {
    let node = root;
    let offset = startOf(root) ?? 0;
    for (const [depth, step] of path.entries()) {
        const last = depth === path.length - 1;
        if ((0,dist/* isSeq */.oP)(node) && typeof step === 'number') {
            const item = node.items[step];
            if (!(0,dist/* isNode */.Ll)(item))
                return offset;
            offset = startOf(item) ?? offset;
            node = resolved(item, document);
            continue;
        }
        const pair = (0,dist/* isMap */.jh)(node) ? pairOf(node.items, String(step), document) : undefined;
        if (pair === undefined)
            return offset;
        const keyOffset = (0,dist/* isNode */.Ll)(pair.key) ? (startOf(pair.key) ?? offset) : offset;
        const pointsAtValue = part === 'value' && (0,dist/* isNode */.Ll)(pair.value) && !isEmpty(pair.value) && !isBlock(pair.value);
        offset =
            last && !pointsAtValue
                ? keyOffset
                : (0,dist/* isNode */.Ll)(pair.value)
                    ? (startOf(pair.value) ?? keyOffset)
                    : keyOffset;
        if (!(0,dist/* isNode */.Ll)(pair.value))
            return offset;
        node = resolved(pair.value, document);
    }
    return offset;
}
function pairOf(pairs, key, document) {
    const own = pairs.find(pair => keyName(pair) === key);
    if (own !== undefined)
        return own;
    for (const merge of pairs.filter(pair => keyName(pair) === '<<')) {
        const sources = (0,dist/* isSeq */.oP)(merge.value) ? merge.value.items : [merge.value];
        for (const source of sources) {
            const map = (0,dist/* isNode */.Ll)(source) ? resolved(source, document) : undefined;
            const found = (0,dist/* isMap */.jh)(map) ? pairOf(map.items, key, document) : undefined;
            if (found !== undefined)
                return found;
        }
    }
    return undefined;
}
function resolved(node, document) {
    return (0,dist/* isAlias */.Vj)(node) ? (node.resolve(document) ?? node) : node;
}
function keyName(pair) {
    if (!(0,dist/* isScalar */.jn)(pair.key))
        return String(pair.key);
    return typeof pair.key.value === 'symbol' ? '<<' : String(pair.key.value ?? '');
}
function startOf(node) {
    return node.range?.[0];
}
function nodeOffset(node) {
    return (0,dist/* isNode */.Ll)(node) ? (startOf(node) ?? 0) : 0;
}
function isBlock(node) {
    return (0,dist/* isCollection */.P3)(node) && node.flow !== true;
}
function isEmpty(node) {
    return (0,dist/* isScalar */.jn)(node) && node.value === null && (node.source ?? '') === '';
}
function formatPath(path) {
    return path
        .map((step, index) => {
        if (typeof step === 'number')
            return `[${step}]`;
        const name = String(step);
        const written = /^[\w$<-]+$/.test(name) ? name : JSON.stringify(name);
        return index === 0 ? written : `.${written}`;
    })
        .join('');
}

// EXTERNAL MODULE: ./.build/js/src/toolkit/secrecy.js
var secrecy = __webpack_require__(512);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(8439);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 7 modules
var schemas = __webpack_require__(2311);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core = __webpack_require__(8532);
// EXTERNAL MODULE: ./.build/js/src/config/duration.js
var config_duration = __webpack_require__(5126);
;// CONCATENATED MODULE: ./.build/js/src/config/grammar.js


const label = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const labelSchema = (noun, longest = 63) => grammar_text(new RegExp(`^${label}$`), {
    problem: `is not ${noun}`,
    remedy: `use lower-case letters, digits and "-", at most ${longest} characters`,
    longest,
});
const objectSchema = (kinds, example) => {
    const [first, ...others] = kinds;
    const last = others.pop();
    const listed = last === undefined ? first : `${[first, ...others].join(', ')} or ${last}`;
    const name = `${label}(\\.${label})*`;
    return grammar_text(new RegExp(last === undefined ? `^${first}/${name}$` : `^(${kinds.join('|')})/${name}$`), {
        problem: `is not a ${listed}`,
        remedy: `write ${last === undefined ? first : 'Kind'}/name, such as ${first}/${example}`,
        longest: Math.max(...kinds.map(({ length }) => length)) + 1 + 253,
    }).transform(written => {
        const slash = written.indexOf('/');
        return { kind: written.slice(0, slash), name: written.slice(slash + 1) };
    });
};
const durationSchema = grammar_text(config_duration/* durationPattern */.Zq, {
    problem: 'is not a duration',
    remedy: 'write numbers with units, such as 250ms, 30s, 5m or 1h30m',
}).transform((written, context) => {
    const duration = (0,config_duration/* parseDuration */.E9)(written);
    if (duration !== undefined)
        return duration;
    context.addIssue({
        code: 'custom',
        message: 'is out of range; choose a duration above 0 and at most 24h',
    });
    return core/* NEVER */.tm;
});
const host = '[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?)*';
const part = '[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*';
const repositorySchema = grammar_text(new RegExp(`^(${host}(:[0-9]{1,5})?/)?${part}(/${part})*$`), {
    problem: 'is not a repository',
    remedy: 'write registry/path in lower case without tag or digest, such as ghcr.io/acme/shop',
    longest: 255,
});
const manifestPathSchema = grammar_text(/^(?!\/)(?!.*:\/\/)[^\\\p{Cc}]+$/u, {
    problem: 'is not a relative path',
    remedy: 'write a path relative to slipway.yml with "/", such as deploy/',
});
const relativePathSchema = grammar_text(/^(?!\/)(?!.*:\/\/)(?!(.*\/)?\.\.(\/|$))[^\\\p{Cc}]+$/u, {
    problem: 'is not a path below slipway.yml',
    remedy: 'write a relative path with "/" and without "..", such as web',
});
const fileNameSchema = grammar_text(/^(?!\/)(?!(.*\/)?\.\.(\/|$))[^\\\p{Cc}]*[^\\/\p{Cc}]$/u, {
    problem: 'is not the name of a file',
    remedy: 'write a relative path with "/" and without "..", such as Dockerfile',
});
const stageSchema = grammar_text(/^[A-Za-z][A-Za-z0-9_.-]*$/, {
    problem: 'is not the name of a stage',
    remedy: 'write the name after AS in the Dockerfile, such as runtime',
});
const platformSchema = grammar_text(/^[a-z0-9]+\/[a-z0-9]+(\/v[0-9]+)?$/, {
    problem: 'is not a platform',
    remedy: 'write os/architecture, such as linux/amd64 or linux/arm64',
});
const argumentNameSchema = grammar_text(/^[A-Za-z_][A-Za-z0-9_]*$/, {
    problem: 'is not the name of a build argument',
    remedy: 'use letters, digits and "_", such as NODE_VERSION',
});
const percentSchema = grammar_text(/^(100|[0-9]{1,2}(\.[0-9]+)?)%$/, {
    problem: 'is not a percentage',
    remedy: 'write a number from 0 to 100 with "%", such as 70%',
}).transform(written => Number(written.slice(0, -1)));
const liveSchema = grammar_text(new RegExp(`^(ConfigMap|Secret)/${label}(\\.${label})*$`), {
    problem: 'is neither a ConfigMap nor a Secret',
    remedy: 'write ConfigMap/name or Secret/name',
});
const requestPathSchema = grammar_text(/^\/[\x21\x22\x24-\x7e]*$/, {
    problem: 'is not a request path',
    remedy: 'start it with "/" and percent-encode spaces and "#", such as /ready',
});
const addressSchema = grammar_text(/^https?:\/\/[^\s/@?#]+(\/[^\s?#]*)?$/, {
    problem: 'is not an address',
    remedy: 'write http:// or https:// and a host, without user, query or fragment, such as https://shop.example.com',
}).refine(written => !/^https?:/.test(written) || URL.canParse(written), {
    error: 'is not an address; correct its host or port, as in https://shop.example.com:8443',
    abort: true,
});
const serverSchema = grammar_text(/^https:\/\/[^\s/@?#]+(\/[^\s?#]*)?$/, {
    problem: 'is not the address of an API server',
    remedy: 'write https:// and a host, such as https://api.cluster.example.com:6443',
});
const token = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";
const mediaTypeSchema = grammar_text(new RegExp(`^${token}/${token}$`), {
    problem: 'is not a media type',
    remedy: 'write type/subtype without parameters, such as application/json',
});
const headerNameSchema = grammar_text(new RegExp(`^${token}$`), {
    problem: 'is not a header name',
    remedy: 'use letters, digits and "-", such as Cache-Control',
});
const jsonPathSchema = grammar_text(/^([A-Za-z_$][A-Za-z0-9_$-]*|\[(0|[1-9][0-9]{0,8})\])(\.[A-Za-z_$][A-Za-z0-9_$-]*|\[(0|[1-9][0-9]{0,8})\])*$/, { problem: 'is not a JSON path', remedy: 'write names and indexes, such as version or items[0].name' });
const imageReferenceSchema = grammar_text(new RegExp(`^(${host}(:[0-9]{1,5})?/)?${part}(/${part})*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$`), { problem: 'is not an image', remedy: 'write repository:tag or repository@sha256:…', longest: 511 });
const proxiedServiceSchema = grammar_text(new RegExp(`^${label}/${label}:([0-9]{1,5}|${label})$`), {
    problem: 'is not a Service with its port',
    remedy: 'write namespace/name:port, such as monitoring/prometheus:9090',
}).transform(written => {
    const [, namespace = '', name = '', port = ''] = /^(.*)\/(.*):(.*)$/.exec(written) ?? [];
    return { namespace, name, port };
});
const environmentVariableSchema = grammar_text(/^[A-Za-z_][A-Za-z0-9_]*$/, {
    problem: 'is not the name of an environment variable',
    remedy: 'use letters, digits and "_", such as PROMETHEUS_TOKEN',
});
const querySchema = grammar_text(/^[a-zA-Z_:][a-zA-Z0-9_:]*(\{[^{}]*\})?$/, {
    problem: 'is not a series selector',
    remedy: 'write the name of a counter with its labels, such as http_requests_total{code=~"5.."}',
});
function grammar_text(pattern, wrong) {
    const error = `${wrong.problem}; ${wrong.remedy}`;
    const schema = schemas/* string */.YjP().regex(pattern, { error, abort: true });
    return wrong.longest === undefined ? schema : schema.max(wrong.longest, { error, abort: true });
}
function atLeastOne(schema, error) {
    return schema
        .refine(entries => Object.keys(entries).length > 0, { error })
        .meta({ minProperties: 1 });
}

// EXTERNAL MODULE: ./.build/js/src/config/suggest.js
var suggest = __webpack_require__(4182);
;// CONCATENATED MODULE: ./.build/js/src/config/delivery.js



const imageSchema = schemas/* strictObject */.rej({
    repository: repositorySchema.meta({
        description: 'The repository without tag or digest; containers of it get the digest of the release. What is built waits in `<repository>-candidate` until `push` copies it here.',
        example: 'ghcr.io/acme/shop',
    }),
    context: relativePathSchema
        .prefault('.')
        .meta({ description: 'The folder that the build may read, relative to slipway.yml.', example: 'web' }),
    dockerfile: fileNameSchema
        .prefault('Dockerfile')
        .meta({ description: 'The Dockerfile, relative to `context`.', example: 'deploy/Dockerfile' }),
    target: stageSchema
        .exactOptional()
        .meta({ description: 'The stage to build. Default: the last one.', example: 'runtime' }),
    platforms: schemas/* array */.YOg(platformSchema)
        .min(1, { error: 'is empty; list at least one platform, such as `- linux/amd64`' })
        .exactOptional()
        .meta({
        description: "The platforms to build for. Default: the builder's own.",
        example: ['linux/amd64', 'linux/arm64'],
    }),
    args: schemas/* record */.g1P(argumentNameSchema, schemas/* string */.YjP())
        .prefault({})
        .meta({
        description: 'Build arguments. Never a secret: they stay in the image.',
        example: { NODE: '24' },
    }),
    bases: schemas/* array */.YOg(labelSchema('the name of an image'))
        .prefault([])
        .meta({
        description: 'Other images of this file that the Dockerfile names in FROM; each stands for the digest that the same run built.',
        example: ['base'],
    }),
});
function baseProblems(images) {
    const leadsTo = (from, to, seen = new Set()) => from === to ||
        (!seen.has(from) &&
            (images[from]?.bases ?? []).some(base => leadsTo(base, to, new Set([...seen, from]))));
    return Object.entries(images).flatMap(([name, { bases }]) => bases.flatMap((base, index) => {
        const path = [name, 'bases', index];
        if (!Object.hasOwn(images, base)) {
            return [{ path, message: `names no image of this file; ${(0,suggest/* suggest */.ZA)(base, Object.keys(images))}` }];
        }
        return leadsTo(base, name)
            ? [{ path, message: 'is built from this image itself; take one of the two out' }]
            : [];
    }));
}
const testSchema = schemas/* strictObject */.rej({
    run: schemas/* string */.YjP()
        .regex(/\S/, { error: 'is empty; write the command that runs the tests, such as npm test' })
        .exactOptional()
        .meta({
        description: 'The command, run by bash in the folder of slipway.yml. Default: reports are only read.',
        example: 'npm test',
    }),
    junit: schemas/* array */.YOg(relativePathSchema)
        .min(1, { error: 'is empty; list at least one file or pattern, such as `- reports/*.xml`' })
        .exactOptional()
        .meta({
        description: 'JUnit XML files that the command writes; `*` and `**` match.',
        example: ['reports/*.xml'],
    }),
    coverage: schemas/* strictObject */.rej({
        file: relativePathSchema.meta({
            description: 'A Cobertura XML or LCOV file that the command writes.',
            example: 'reports/cobertura.xml',
        }),
        lines: percentSchema
            .exactOptional()
            .meta({ description: 'The share of lines that must be covered.', example: '70%' }),
        branches: percentSchema
            .exactOptional()
            .meta({ description: 'The share of branches that must be covered.', example: '60%' }),
    })
        .exactOptional()
        .meta({
        description: 'Test coverage and its thresholds.',
        example: { file: 'reports/cobertura.xml', lines: '70%' },
    }),
});
const severities = ['critical', 'high', 'medium', 'low', 'unknown'];
const scanSchema = schemas/* strictObject */.rej({
    'fail-on': schemas/* array */.YOg(schemas/* enum */.k5n(severities, { error: 'is not a severity; write critical, high, medium, low or unknown' }))
        .prefault(['critical'])
        .meta({
        description: 'Severities of which a single finding fails the scan; an empty list only reports.',
        example: ['critical', 'high'],
    }),
    'only-fixable': schemas/* boolean */.zMY({ error: 'is neither true nor false' })
        .prefault(false)
        .meta({ description: 'Count only findings that a newer version of the package mends.', example: true }),
});

;// CONCATENATED MODULE: ./.build/js/src/config/guards.js


const hookSchema = schemas/* strictObject */.rej({
    job: fileNameSchema.exactOptional().meta({
        description: 'The manifest of a Job, relative to slipway.yml and outside of `manifests`. It gets the digests and the configuration of the release.',
        example: 'hooks/migrate.yaml',
    }),
    run: schemas/* string */.YjP()
        .regex(/\S/, { error: 'is empty; write a command, such as ./scripts/announce' })
        .exactOptional()
        .meta({
        description: 'Instead of it: a command, run by bash on the runner, in the folder of slipway.yml.',
        example: './scripts/announce',
    }),
    within: durationSchema
        .prefault('10m')
        .meta({ description: 'How long it may take before it counts as failed and is ended.', example: '10m' }),
})
    .transform((written, context) => {
    if (context.issues.length > 0)
        return core/* NEVER */.tm;
    const { job, run, within } = written;
    if (job !== undefined && run === undefined)
        return { job, within };
    if (run !== undefined && job === undefined)
        return { run, within };
    context.addIssue({
        code: 'custom',
        message: job === undefined
            ? 'does nothing; give it `job: hooks/migrate.yaml`, or `run:` with a command'
            : 'has `job` and `run`; keep one of them',
    });
    return core/* NEVER */.tm;
});
const hooksSchema = schemas/* strictObject */.rej({
    pre: hookSchema.exactOptional().meta({
        description: 'Before anything of the release is applied, such as a migration of its database. When it fails, the release is refused.',
        example: { job: 'hooks/migrate.yaml' },
    }),
    post: hookSchema.exactOptional().meta({
        description: 'After the release serves everything. When it fails, the step fails.',
        example: { run: './scripts/announce' },
    }),
});
const reversibleSchema = schemas/* boolean */.zMY({ error: 'is neither true nor false' }).meta({
    description: 'Whether the version before may serve again after this one did. `false` blocks going back past it. Default: `true`.',
    example: false,
});

;// CONCATENATED MODULE: ./.build/js/src/config/progressive.js


const deadline = (preset) => durationSchema
    .prefault(preset)
    .meta({ description: 'How long the rollout may take before it is undone.', example: preset });
const watch = durationSchema.prefault('10m').meta({
    description: 'How long everything is watched after it has moved, before the release counts as good.',
    example: '10m',
});
const weightSchema = percentSchema.refine(weight => weight > 0 && weight < 100, {
    error: 'is no weight of a canary; write a percentage above 0% and below 100%',
});
const deadManSchema = schemas/* union */.KCZ([schemas/* literal */.euz('off'), schemas/* strictObject */.rej({ image: imageReferenceSchema })], {
    error: 'is neither off nor an image; write `dead-man: {image: …}`, an image with a shell and kubectl or curl, or `dead-man: off`',
})
    .meta({
    description: 'A Job in the cluster that takes the traffic from the candidate when the run that moves it is lost: its image, which has a shell, and kubectl or curl; or `off`.',
    example: { image: 'registry.example.com/tools/curl:8' },
});
const previewSchema = schemas/* strictObject */.rej({
    header: headerNameSchema.meta({
        description: 'The name of the header; it needs a route.',
        example: 'X-Preview',
    }),
    value: schemas/* string */.YjP().min(1, { error: 'is empty; write the value of the header' }).meta({
        description: 'The value that leads to the candidate, whatever the weight.',
        example: 'candidate',
    }),
})
    .meta({
    description: 'A header that leads to the candidate.',
    example: { header: 'X-Preview', value: 'candidate' },
});
const beside = {
    preview: previewSchema.exactOptional(),
    'dead-man': deadManSchema.exactOptional(),
};
const canarySchema = schemas/* strictObject */.rej({
    steps: schemas/* array */.YOg(weightSchema)
        .min(1, { error: 'is empty; list at least one weight, such as `steps: [5%, 25%, 50%]`' })
        .refine(steps => steps.every((weight, index) => index === 0 || weight > (steps[index - 1] ?? 0)), {
        error: 'does not rise; write each weight larger than the one before, such as `steps: [5%, 25%, 50%]`',
    })
        .prefault(['5%', '25%', '50%'])
        .meta({
        description: 'The weights of the candidate, judged one after the other.',
        example: ['5%', '25%', '50%'],
    }),
    bake: schemas/* strictObject */.rej({
        weight: weightSchema
            .prefault('80%')
            .meta({ description: 'The weight of the candidate meanwhile.', example: '80%' }),
        for: durationSchema.prefault('15m').meta({ description: 'How long.', example: '15m' }),
        attended: durationSchema.prefault('1h').meta({
            description: "How long a run stays with it. What is longer is parked, and `sweep` judges it from Prometheus's history.",
            example: '1h',
        }),
    })
        .prefault({})
        .meta({
        description: 'Judging on with a rest of the traffic still on the baseline, after the steps.',
        example: { weight: '80%', for: '15m' },
    }),
    promotion: schemas/* enum */.k5n(['surge', 'in-place']).prefault('surge').meta({
        description: 'How the candidate becomes the workload: `surge` brings the canary to full size, so that the workload rolls out of traffic; `in-place` keeps the pods and the weight of the bake, and the workload rolls with the rest of the traffic, where there is no room for a second copy.',
        example: 'in-place',
    }),
    deadline: deadline('50m'),
    'on-inconclusive': schemas/* enum */.k5n(['undo', 'hold', 'approve']).prefault('undo').meta({
        description: 'What follows when the time is over and neither good nor bad is shown: `undo`, `hold` the weight for a person, or wait for one to `approve`.',
        example: 'undo',
    }),
    'hold-for': durationSchema.prefault('4h').meta({
        description: 'How long a rollout waits for a person, or for whoever looks at its bake when that is over; then it is undone.',
        example: '4h',
    }),
    watch,
    ...beside,
});
const blueGreenSchema = schemas/* strictObject */.rej({
    deadline: deadline('10m'),
    watch: durationSchema.prefault('15m').meta({
        description: 'How long the old side is kept after the switch, to switch back to at once.',
        example: '15m',
    }),
    ...beside,
});
const rollingSchema = schemas/* strictObject */.rej({ deadline: deadline('5m') });
const strategySchema = schemas/* strictObject */.rej({
    rolling: rollingSchema.exactOptional().meta({
        description: "The workload's own rolling update.",
        example: { deadline: '5m' },
    }),
    canary: canarySchema.exactOptional().meta({
        description: 'A copy of the workload gets a rising share of the traffic while `gate` judges it.',
        example: { steps: ['5%', '25%', '50%'], bake: { weight: '80%', for: '15m' } },
    }),
    'blue-green': blueGreenSchema.exactOptional().meta({
        description: 'A whole copy of the workload comes up beside the old one and gets all of the traffic at once.',
        example: { watch: '15m' },
    }),
})
    .transform((written, context) => {
    const kinds = Object.keys(written);
    if (kinds.length > 1) {
        context.addIssue({ code: 'custom', message: `has ${kinds.join(' and ')}; keep one of them` });
        return core/* NEVER */.tm;
    }
    if (written.canary !== undefined)
        return { kind: 'canary', ...written.canary };
    const blueGreen = written['blue-green'];
    if (blueGreen !== undefined)
        return { kind: 'blue-green', ...blueGreen };
    return { kind: 'rolling', ...(written.rolling ?? rollingSchema.parse({})) };
});
const prometheusSchema = schemas/* strictObject */.rej({
    service: proxiedServiceSchema.exactOptional().meta({
        description: "A Service with its namespace and port, reached through the API server's proxy.",
        example: 'monitoring/prometheus:9090',
    }),
    url: addressSchema.exactOptional().meta({
        description: 'An address that the runner reaches.',
        example: 'https://prometheus.example.com',
    }),
    token: environmentVariableSchema.exactOptional().meta({
        description: 'The environment variable that holds a bearer token for `url`. The reusable workflows hand none over: use `service` there, or actions in a job of your own.',
        example: 'PROMETHEUS_TOKEN',
    }),
})
    .refine(({ service, url }) => (service === undefined) !== (url === undefined), {
    error: 'needs either `service` or `url`; write `prometheus: {service: monitoring/prometheus:9090}`',
})
    .refine(({ url, token }) => token === undefined || url === undefined || url.startsWith('https:'), {
    error: 'would send the token to a `url` without TLS; write an https one, or leave out `token`',
});
const metricFields = {
    name: labelSchema('the name of a metric', 40).meta({
        description: 'What it is called in reports.',
        example: 'errors',
    }),
    max: percentSchema.exactOptional().meta({
        description: 'A limit beside the comparison: the share of bad requests that fails the release whatever the baseline does.',
        example: '2%',
    }),
    'dry-run': schemas/* boolean */.zMY({ error: 'is neither true nor false' })
        .prefault(false)
        .meta({ description: 'Judge and report it, without any consequence.', example: true }),
};
const metricSchema = schemas/* strictObject */.rej({
    ...metricFields,
    total: querySchema.exactOptional().meta({
        description: 'A counter of requests, with its labels, without functions; it goes with `bad`.',
        example: 'http_requests_total',
    }),
    bad: querySchema.exactOptional().meta({
        description: 'The bad ones among them.',
        example: 'http_requests_total{code=~"5.."}',
    }),
    histogram: querySchema.exactOptional().meta({
        description: 'Instead of both: a classic histogram of durations in seconds, without `_bucket`.',
        example: 'http_request_duration_seconds',
    }),
    slow: schemas/* array */.YOg(schemas/* number */.aig({ error: 'is no number of seconds' }).positive({ error: 'is no number of seconds above 0' }))
        .min(1, { error: 'is empty; list at least one boundary in seconds, or leave `slow` out' })
        .exactOptional()
        .meta({
        description: 'Boundaries in seconds above which a request is slow; they must be buckets. Default: chosen from the hour before.',
        example: [0.3, 1],
    }),
})
    .transform((written, context) => {
    if (context.issues.length > 0)
        return core/* NEVER */.tm;
    const { total, bad, histogram, slow, ...rest } = written;
    const refuse = (message) => {
        context.addIssue({ code: 'custom', message });
        return core/* NEVER */.tm;
    };
    if (histogram !== undefined) {
        if (total === undefined && bad === undefined)
            return { ...rest, histogram, ...(slow === undefined ? {} : { slow }) };
        return refuse('has `histogram` beside `total` or `bad`; make two metrics of them');
    }
    if (slow !== undefined)
        return refuse('has `slow` without `histogram`; add `histogram:`');
    if (total !== undefined && bad !== undefined)
        return { ...rest, total, bad };
    if (total !== undefined)
        return refuse('has `total` without `bad`; add the bad ones among them, such as `bad: http_requests_total{code=~"5.."}`');
    if (bad !== undefined)
        return refuse('has `bad` without `total`; add `total:`, the counter of all requests');
    return refuse('measures nothing; give it `total` and `bad`, or `histogram`');
});
const gateSchema = schemas/* strictObject */.rej({
    prometheus: prometheusSchema.meta({
        description: 'Where the metrics are.',
        example: { service: 'monitoring/prometheus:9090' },
    }),
    metrics: schemas/* array */.YOg(metricSchema)
        .min(1, { error: 'is empty; list at least one metric' })
        .meta({
        description: 'What is compared between the candidate and the baseline.',
        example: [{ name: 'errors', total: 'http_requests_total', bad: 'http_requests_total{code=~"5.."}' }],
    }),
    tick: durationSchema.prefault('15s').meta({
        description: 'How often is looked; not shorter than the scrape interval.',
        example: '15s',
    }),
    'warm-up': durationSchema.prefault('2m').meta({
        description: 'The age from which on what a pod counts is compared.',
        example: '2m',
    }),
    profile: schemas/* enum */.k5n(['auto', 'strict', 'standard', 'wide', 'gross']).prefault('auto').meta({
        description: 'How much worse a candidate may be and pass. Default: the strictest that the traffic can show in time.',
        example: 'standard',
    }),
    share: schemas/* union */.KCZ([schemas/* enum */.k5n(['traefik', 'application']), schemas/* strictObject */.rej({ total: querySchema, candidate: querySchema })], {
        error: 'is neither traefik, application nor two queries; write `share: traefik`, `share: application` or `share: {total: …, candidate: …}`',
    })
        .prefault('application')
        .meta({
        description: "How the share of the traffic that really arrived is measured: at a Traefik gateway, from the application's own counters, or by two queries of counters.",
        example: 'traefik',
    }),
});

;// CONCATENATED MODULE: ./.build/js/src/config/promotion.js




const longestSoak = 30 * 24 * 60 * 60 * 1000;
const soakSchema = grammar_text(config_duration/* durationPattern */.Zq, {
    problem: 'is not a duration',
    remedy: 'write numbers with units, such as 30m, 1h or 48h',
}).transform((written, context) => {
    const soak = (0,config_duration/* parseMilliseconds */.kU)(written);
    if (soak !== undefined && soak <= longestSoak)
        return soak;
    context.addIssue({ code: 'custom', message: 'is out of range; choose at most 720h' });
    return core/* NEVER */.tm;
});
const requiresSchema = schemas/* strictObject */.rej({
    environment: labelSchema('the name of an environment').meta({
        description: 'The environment of this file that releases come from.',
        example: 'staging',
    }),
    soak: soakSchema.prefault('0s').meta({
        description: 'How long ago they must have been verified there, at most `720h`. Default: not at all.',
        example: '1h',
    }),
});
function requiresProblems(environments) {
    const names = Object.keys(environments);
    const told = new Set();
    return names.flatMap((name) => {
        const required = environments[name]?.requires?.environment;
        if (required === undefined)
            return [];
        const path = [name, 'requires', 'environment'];
        if (required === name)
            return [{ path, message: 'is this environment itself; name another one, or remove `requires`' }];
        if (!names.includes(required)) {
            const others = names.filter(each => each !== name);
            return [{ path, message: `is no environment of this file; ${remedy(required, others)}` }];
        }
        const circle = circleFrom(name, environments);
        if (circle === undefined || told.has(name))
            return [];
        for (const each of circle)
            told.add(each);
        const way = [...circle, name].join(' → ');
        return [
            { path, message: `leads back here (${way}), so none of them could begin; remove one \`requires\`` },
        ];
    });
}
const remedy = (required, others) => others.length === 0 ? 'add it, or remove `requires`' : (0,suggest/* suggest */.ZA)(required, others);
function circleFrom(name, environments) {
    const way = [];
    for (let at = name; at !== undefined; at = environments[at]?.requires?.environment) {
        if (way.includes(at))
            return at === name ? way : undefined;
        way.push(at);
    }
    return undefined;
}

;// CONCATENATED MODULE: ./.build/js/src/config/verification.js


const checkSchema = schemas/* strictObject */.rej({
    get: requestPathSchema.meta({
        description: 'The path to request, with its query if any.',
        example: '/ready',
    }),
    status: schemas/* int */.Whr({ error: 'is not an HTTP status; write a number from 200 to 599' })
        .min(200, { error: 'is not an HTTP status; write a number from 200 to 599' })
        .max(599, { error: 'is not an HTTP status; write a number from 200 to 599' })
        .default(200)
        .meta({
        description: 'The status that the answer must have. Redirects are not followed.',
        example: 200,
    }),
    type: mediaTypeSchema.exactOptional().meta({
        description: 'The media type of the answer; its parameters are not compared.',
        example: 'application/json',
    }),
    body: schemas/* string */.YjP()
        .exactOptional()
        .meta({ description: 'The whole body, exactly; one trailing newline is not compared.' }),
    json: atLeastOne(schemas/* record */.g1P(jsonPathSchema, schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY(), schemas/* null */.chJ()], {
        error: 'is not a single value; compare with text, a number, true, false or null',
    })), 'has no entry; name at least one JSON path, such as `version: 1.4.2`')
        .exactOptional()
        .meta({
        description: 'Values that the JSON body must have, by path.',
        example: { 'items[0].name': 'tea' },
    }),
    headers: atLeastOne(schemas/* record */.g1P(headerNameSchema, schemas/* string */.YjP()), 'has no entry; name at least one header, such as `Cache-Control: no-store`')
        .exactOptional()
        .meta({
        description: 'Headers that the answer must have, exactly.',
        example: { 'Cache-Control': 'no-store' },
    }),
    within: durationSchema
        .prefault('30s')
        .meta({ description: 'How long the check may be repeated until it passes.', example: '30s' }),
})
    .meta({ description: 'One request and what its answer must be.', example: { get: '/ready' } });
const verifySchema = schemas/* strictObject */.rej({
    from: schemas/* enum */.k5n(['gateway', 'service']).exactOptional().meta({
        description: 'Where the requests enter: the gateway of `route`, or `service`. Default: gateway if there is a route.',
        example: 'gateway',
    }),
    url: addressSchema.exactOptional().meta({
        description: 'The address to send requests to, instead of the one found in the cluster.',
        example: 'https://shop.example.com',
    }),
    checks: schemas/* array */.YOg(checkSchema)
        .min(1, { error: 'is empty; list at least one check, such as `- {get: /ready}`' })
        .meta({
        description: 'Requests that must succeed after a deploy and after a rollback.',
        example: [{ get: '/ready' }],
    }),
});

;// CONCATENATED MODULE: ./.build/js/src/config/schema.js







const clusterSchema = schemas/* strictObject */.rej({
    server: serverSchema.meta({
        description: 'The address of the API server.',
        example: 'https://api.cluster.example.com:6443',
    }),
    ca: fileNameSchema.exactOptional().meta({
        description: 'The PEM file with the certificate of its authority, relative to slipway.yml. Default: those of the system.',
        example: 'deploy/cluster-ca.pem',
    }),
    audience: schemas/* string */.YjP()
        .regex(/^[\x21-\x7e]+$/, {
        error: 'is not an audience; write the one that the API server was configured with',
    })
        .meta({
        description: 'The audience of the GitHub OIDC token that the API server accepts.',
        example: 'shop-production',
    }),
});
const environmentFields = schemas/* strictObject */.rej({
    requires: requiresSchema.exactOptional().meta({
        description: 'The environment in which the same digests have to be verified before they may come here.',
        example: { environment: 'staging', soak: '1h' },
    }),
    cluster: clusterSchema.exactOptional().meta({
        description: 'A cluster that trusts the OIDC tokens of GitHub Actions. Default: the kubeconfig at hand.',
        example: { server: 'https://api.cluster.example.com:6443', audience: 'shop-production' },
    }),
    namespace: labelSchema('a namespace').meta({
        description: 'The namespace of the workload.',
        example: 'shop',
    }),
    manifests: schemas/* array */.YOg(manifestPathSchema)
        .min(1, { error: 'is empty; list at least one file or folder, such as `- deploy/`' })
        .meta({
        description: 'Files, folders of YAML, or kustomize folders, relative to slipway.yml.',
        example: ['deploy/'],
    }),
    workload: objectSchema(['Deployment', 'StatefulSet', 'DaemonSet'], 'shop').meta({
        description: 'The workload that carries the images.',
        example: 'Deployment/shop',
    }),
    workers: schemas/* array */.YOg(objectSchema(['Deployment', 'StatefulSet', 'DaemonSet', 'CronJob'], 'shop-worker'))
        .default([])
        .meta({
        description: 'Further workloads and CronJobs of the same images, which get no traffic: they follow when the workload serves the new version.',
        example: ['Deployment/shop-worker'],
    }),
    service: labelSchema('the name of a Service')
        .exactOptional()
        .meta({ description: 'The Service in front of the workload.', example: 'shop' }),
    route: objectSchema(['HTTPRoute'], 'shop')
        .exactOptional()
        .meta({ description: 'The HTTPRoute in front of the Service.', example: 'HTTPRoute/shop' }),
    strategy: strategySchema.prefault({ rolling: {} }).meta({
        description: 'How a release replaces the one before: rolling, canary or blue-green.',
        example: { rolling: { deadline: '5m' } },
    }),
    gate: gateSchema.exactOptional().meta({
        description: 'What judges the candidate of a canary against the baseline.',
        example: {
            prometheus: { service: 'monitoring/prometheus:9090' },
            metrics: [{ name: 'errors', total: 'http_requests_total', bad: 'http_requests_total{code=~"5.."}' }],
        },
    }),
    hooks: hooksSchema.exactOptional().meta({
        description: 'What runs before and after a release.',
        example: { pre: { job: 'hooks/migrate.yaml' } },
    }),
    reversible: reversibleSchema.exactOptional(),
    live: schemas/* array */.YOg(liveSchema)
        .default([])
        .meta({
        description: 'ConfigMaps and Secrets that keep their names and stay live, instead of being shipped with the release.',
        example: ['ConfigMap/feature-flags'],
    }),
    verify: verifySchema
        .exactOptional()
        .meta({ description: 'How to prove that the release works.', example: { checks: [{ get: '/ready' }] } }),
});
const environmentSchema = environmentFields.transform((environment, context) => {
    if (context.issues.length > 0)
        return core/* NEVER */.tm;
    const { verify, ...rest } = environment;
    const [wrong] = workerProblems(environment);
    if (wrong !== undefined) {
        context.addIssue({ code: 'custom', message: wrong.message, path: ['workers', wrong.index] });
        return core/* NEVER */.tm;
    }
    const lacking = strategyProblem(environment);
    if (lacking !== undefined) {
        context.addIssue({ code: 'custom', message: lacking, path: ['strategy'] });
        return core/* NEVER */.tm;
    }
    if (verify === undefined)
        return rest;
    const from = verify.from ?? entrance(environment);
    const missing = missingAddress(from, environment);
    if (missing === undefined)
        return { ...rest, verify: { ...verify, from } };
    context.addIssue({
        code: 'custom',
        message: missing,
        path: verify.from === undefined ? ['verify'] : ['verify', 'from'],
    });
    return core/* NEVER */.tm;
});
const slipwayFields = schemas/* strictObject */.rej({
    app: labelSchema('the name of an application', 40).meta({
        description: 'The name of the application; objects in the cluster are named after it.',
        example: 'shop',
    }),
    images: atLeastOne(schemas/* record */.g1P(labelSchema('the name of an image'), imageSchema), 'is empty; name at least one image, such as `shop: {repository: ghcr.io/acme/shop}`').meta({
        description: 'The images that a release ships, by name.',
        example: { shop: { repository: 'ghcr.io/acme/shop' } },
    }),
    test: testSchema
        .exactOptional()
        .meta({ description: 'How the application is tested.', example: { run: 'npm test' } }),
    scan: scanSchema.prefault({}).meta({
        description: 'Which findings in an image stop it.',
        example: { 'fail-on': ['critical', 'high'], 'only-fixable': true },
    }),
    environments: atLeastOne(schemas/* record */.g1P(labelSchema('the name of an environment'), environmentSchema), 'is empty; name at least one environment, such as `production: {namespace: shop, …}`').meta({
        description: 'The places that a release can go to, by name.',
        example: { production: { namespace: 'shop', manifests: ['deploy/'], workload: 'Deployment/shop' } },
    }),
});
const slipwaySchema = slipwayFields.check(({ value, issues }) => {
    for (const { path, message } of baseProblems(value.images)) {
        issues.push({ code: 'custom', message, path: ['images', ...path], input: value });
    }
    for (const { path, message } of requiresProblems(value.environments)) {
        issues.push({ code: 'custom', message, path: ['environments', ...path], input: value });
    }
});
function workerProblems({ workers, workload }) {
    const titles = workers.map(({ kind, name }) => `${kind}/${name}`);
    return titles.flatMap((title, index) => {
        if (title === `${workload.kind}/${workload.name}`)
            return [{ index, message: 'is the workload itself; list only what stands beside it' }];
        if (title === `Deployment/${workload.name}-canary`)
            return [{ index, message: 'has the name of the candidate beside the workload; rename it' }];
        return titles.indexOf(title) === index
            ? []
            : [{ index, message: 'is listed twice; keep one of the two' }];
    });
}
function strategyProblem({ strategy, gate, service, route, workload }) {
    if (strategy.kind === 'rolling')
        return undefined;
    if (workload.kind !== 'Deployment')
        return `is ${strategy.kind}, which takes a Deployment, for ${workload.kind}/${workload.name} cannot stand beside a copy of itself; write \`strategy: {rolling: {}}\``;
    if (service === undefined)
        return `is ${strategy.kind}, which needs a Service; add \`service: name\` to the environment`;
    if (strategy.kind === 'canary' && gate === undefined) {
        return 'is canary, which needs something that judges; add `gate:` to the environment';
    }
    if (strategy.preview !== undefined && route === undefined) {
        return 'has a preview by header, which needs a route; add `route: HTTPRoute/name` to the environment';
    }
    return undefined;
}
function entrance(environment) {
    if (environment.route !== undefined)
        return 'gateway';
    return environment.service === undefined && environment.verify?.url !== undefined ? 'gateway' : 'service';
}
function missingAddress(from, environment) {
    const { verify, route, service } = environment;
    if (from === 'gateway' && route === undefined && verify?.url === undefined) {
        return 'needs a route or an address; add `route: HTTPRoute/name` to the environment, or `url:` to verify';
    }
    if (from === 'service' && service === undefined) {
        return verify?.from === undefined
            ? 'has nothing to send requests to; add `route:` or `service:` to the environment, or `url:` to verify'
            : 'needs a Service; add `service: name` to the environment';
    }
    return undefined;
}

;// CONCATENATED MODULE: ./.build/js/src/config/json-schema.js


function jsonSchema() {
    const schema = json_schema_processors/* toJSONSchema */.bl(slipwaySchema, {
        io: 'input',
        target: 'draft-7',
        override: ({ jsonSchema: node }) => {
            if (!('example' in node))
                return;
            node.examples = [node.example];
            delete node.example;
        },
    });
    return { ...schema, title: 'slipway.yml' };
}
function schemaAt(schema, path) {
    let node = schema;
    for (const step of path) {
        if (node === undefined)
            return undefined;
        const open = node.additionalProperties || undefined;
        node = typeof step === 'number' ? node.items : (node.properties?.[String(step)] ?? open);
    }
    return node;
}

;// CONCATENATED MODULE: ./.build/js/src/config/problems.js






function explain(issues, document) {
    const schema = jsonSchema();
    const located = withoutEchoes(issues.flatMap(issue => problemsOf(issue, document.value, schema)))
        .map(problem => ({ ...problem, ...document.locate(problem.path, problem.part) }))
        .sort((a, b) => a.offset - b.offset);
    const [first] = located;
    if (first === undefined)
        throw new Error('a failed validation without an issue');
    const others = new Set(located.map(problem => formatPath(problem.path))).size - 1;
    const more = others > 0 ? ` (and ${others} more)` : '';
    return new errors/* UserError */.yo(`${first.place}: ${first.problem}${more}`, first.remedy);
}
function withoutEchoes(problems) {
    const meant = new Set(problems.map(problem => problem.meant));
    return problems.filter(problem => problem.missing === undefined || !meant.has(problem.missing));
}
function problemsOf(issue, root, schema) {
    const { path } = issue;
    const value = valueAt(root, path);
    switch (issue.code) {
        case 'unrecognized_keys': {
            const known = Object.keys(schemaAt(schema, path)?.properties ?? {});
            return issue.keys.slice(0, 100).map(key => ({
                path: [...path, key],
                part: 'key',
                problem: `${formatPath([...path, key])}: unknown key`,
                remedy: (0,suggest/* suggest */.ZA)(key, known),
                meant: formatPath([
                    ...path,
                    (0,suggest/* nearest */.pA)(key, known) ?? (known.length === 1 ? known[0] : undefined) ?? key,
                ]),
            }));
        }
        case 'invalid_key':
            return issue.issues.slice(0, 1).map(inner => ({
                ...worded(path, JSON.stringify(String(path.at(-1))), inner.message),
                part: 'key',
            }));
        case 'invalid_type':
            if (value === undefined)
                return [missing(path, schema)];
            if (!issue.message.startsWith('Invalid'))
                return [worded(path, shown(value), issue.message)];
            return [wrongType(path, issue.expected, value, schema)];
        case 'invalid_value': {
            const choices = issue.values.map(String);
            const problem = `${formatPath(path)}: ${shown(value)} is not a choice`;
            return [{ path, part: 'value', problem, remedy: (0,suggest/* suggest */.ZA)(String(value), choices) }];
        }
        default:
            return [worded(path, shown(value), issue.message)];
    }
}
function worded(path, value, message) {
    const [problem = '', ...remedy] = message.split('; ');
    const subject = value === '' ? formatPath(path) : `${formatPath(path)}: ${value}`;
    return { path, part: 'value', problem: `${subject} ${problem}`, remedy: remedy.join('; ') };
}
function missing(path, schema) {
    return {
        path: path.slice(0, -1),
        part: 'key',
        missing: formatPath(path),
        problem: `${formatPath(path)} is missing`,
        remedy: `add ${sample(path, schema) ?? 'it'}`,
    };
}
function wrongType(path, expected, value, schema) {
    const nouns = { string: 'text', array: 'a list', object: 'a map', record: 'a map' };
    const problem = `${formatPath(path)}: expected ${nouns[expected] ?? `a ${expected}`}, got ${nounOf(value)}`;
    const quotable = typeof value === 'number' || typeof value === 'boolean';
    const fallback = expected === 'string' && quotable ? `put it in quotes: '${value}'` : 'correct it or remove the key';
    const example = sample(path, schema);
    return { path, part: 'value', problem, remedy: example === undefined ? fallback : `write ${example}` };
}
function sample(path, schema) {
    const example = schemaAt(schema, path)?.examples?.[0];
    const key = path.at(-1);
    if (example === undefined || key === undefined)
        return undefined;
    const written = (0,dist/* stringify */.As)(example, {
        collectionStyle: 'flow',
        flowCollectionPadding: false,
        lineWidth: 0,
    }).trim();
    return typeof key === 'number' ? `\`- ${written}\`` : `\`${String(key)}: ${written}\``;
}
function valueAt(root, path) {
    return path.reduce((value, step) => value !== null && typeof value === 'object' && Object.hasOwn(value, step)
        ? Reflect.get(value, step)
        : undefined, root);
}
function shown(value) {
    if (value === null || typeof value === 'object' || value === undefined)
        return '';
    const text = (0,secrecy/* withoutPasswords */.hl)(String(value));
    return JSON.stringify(text.length > 60 ? `${text.slice(0, 59)}…` : text);
}
function nounOf(value) {
    if (value === null)
        return 'nothing';
    if (Array.isArray(value))
        return 'a list';
    switch (typeof value) {
        case 'string':
            return 'text';
        case 'number':
            return `the number ${value}`;
        case 'boolean':
            return `${value}`;
        default:
            return 'a map';
    }
}

;// CONCATENATED MODULE: ./.build/js/src/config/contents.js



function parseConfig(text, file) {
    const document = readDocument(text, file);
    const result = slipwaySchema.safeParse(document.value);
    if (!result.success)
        throw explain(result.error.issues, document);
    return result.data;
}


/***/ })

};
