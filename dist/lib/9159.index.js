export const id = 9159;
export const ids = [9159,5139];
export const modules = {

/***/ 21825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Eh: () => (/* binding */ expiresSoon),
/* harmony export */   Zw: () => (/* binding */ notesOnExceptions),
/* harmony export */   bD: () => (/* binding */ excuseBy),
/* harmony export */   hF: () => (/* binding */ daysOf)
/* harmony export */ });
/* unused harmony export hasExpired */
const hasExpired = (expires, now) => now.getTime() >= Date.parse(`${expires}T00:00:00Z`);
const expiresSoon = (expires, now) => !hasExpired(expires, now) && hasExpired(expires, new Date(now.getTime() + daysOf('14d')));
function excuseBy(exceptions, now) {
    const valid = exceptions.find(each => !hasExpired(each.expires, now));
    if (valid !== undefined) {
        const { owner, reason, expires } = valid;
        return { excuse: { by: 'exception', owner, reason, expires } };
    }
    const [past] = exceptions;
    return past === undefined ? {} : { note: `the exception by ${past.owner} expired on ${past.expires}` };
}
const notesOnExceptions = (exceptions, now, isUsed, isChecked = () => true) => exceptions.flatMap(exception => {
    const { rule, owner, expires } = exception;
    if (!isUsed(exception))
        return isChecked(rule)
            ? [`the exception to ${rule} by ${owner} matches no finding; remove it from slipway.yml`]
            : [];
    return expiresSoon(expires, now)
        ? [`the exception to ${rule} by ${owner} expires on ${expires}; fix its findings before then`]
        : [];
});
const daysOf = (text) => Number.parseInt(text, 10) * 86_400_000;


/***/ }),

/***/ 18464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bw: () => (/* binding */ daysSchema),
/* harmony export */   Et: () => (/* binding */ imageReferenceSchema),
/* harmony export */   GQ: () => (/* binding */ manifestPathSchema),
/* harmony export */   Gm: () => (/* binding */ unversionedSchema),
/* harmony export */   Gx: () => (/* binding */ labelSchema),
/* harmony export */   HY: () => (/* binding */ wholeSchema),
/* harmony export */   I6: () => (/* binding */ userNameSchema),
/* harmony export */   LU: () => (/* binding */ atLeastOne),
/* harmony export */   Og: () => (/* binding */ headerNameSchema),
/* harmony export */   Qd: () => (/* binding */ metadataNameSchema),
/* harmony export */   Qk: () => (/* binding */ proxiedServiceSchema),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   SH: () => (/* binding */ argumentNameSchema),
/* harmony export */   XI: () => (/* binding */ bytesSchema),
/* harmony export */   _L: () => (/* binding */ repositorySchema),
/* harmony export */   c$: () => (/* binding */ querySchema),
/* harmony export */   cE: () => (/* binding */ listSchema),
/* harmony export */   fj: () => (/* binding */ environmentVariableSchema),
/* harmony export */   gq: () => (/* binding */ requestPathSchema),
/* harmony export */   hw: () => (/* binding */ relativePathSchema),
/* harmony export */   it: () => (/* binding */ stageSchema),
/* harmony export */   lu: () => (/* binding */ portSchema),
/* harmony export */   n4: () => (/* binding */ secretIdSchema),
/* harmony export */   nJ: () => (/* binding */ percentSchema),
/* harmony export */   oL: () => (/* binding */ addressSchema),
/* harmony export */   pz: () => (/* binding */ percentOr),
/* harmony export */   sJ: () => (/* binding */ mediaTypeSchema),
/* harmony export */   sK: () => (/* binding */ durationSchema),
/* harmony export */   t1: () => (/* binding */ daysInMilliseconds),
/* harmony export */   vS: () => (/* binding */ pathPatternSchema),
/* harmony export */   vd: () => (/* binding */ platformSchema),
/* harmony export */   x0: () => (/* binding */ objectSchema),
/* harmony export */   x7: () => (/* binding */ fileNameSchema),
/* harmony export */   yu: () => (/* binding */ booleanSchema),
/* harmony export */   zT: () => (/* binding */ serverSchema),
/* harmony export */   zg: () => (/* binding */ jsonPathSchema)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88343);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(88532);
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95126);
/* harmony import */ var _matchers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39561);



const label = '[a-z0-9]([-a-z0-9]*[a-z0-9])?';
const labelSchema = (noun, longest = 63) => text(new RegExp(`^${label}$`), {
    problem: `is not ${noun}`,
    remedy: `use lower-case letters, digits and "-", at most ${longest} characters`,
    longest,
});
const objectSchema = (kinds, example) => {
    const [first, ...others] = kinds;
    const last = others.pop();
    const listed = last === undefined ? first : `${[first, ...others].join(', ')} or ${last}`;
    const name = `${label}(\\.${label})*`;
    const written = text(new RegExp(last === undefined ? `^${first}/${name}$` : `^(${kinds.join('|')})/${name}$`), {
        problem: `is not a ${listed}`,
        remedy: `write ${last === undefined ? first : 'Kind'}/name, such as ${first}/${example}`,
        longest: Math.max(...kinds.map(({ length }) => length)) + 1 + 253,
    });
    return zod__WEBPACK_IMPORTED_MODULE_2__/* .codec */ .rLB(written, zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ kind: zod__WEBPACK_IMPORTED_MODULE_2__/* ["enum"] */ .k5n(kinds), name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }), {
        decode: object => {
            const slash = object.indexOf('/');
            return { kind: object.slice(0, slash), name: object.slice(slash + 1) };
        },
        encode: object => `${object.kind}/${object.name}`,
    });
};
const durationSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .codec */ .rLB(text(_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .durationPattern */ .Zq, {
    problem: 'is not a duration',
    remedy: 'write numbers with units, such as 250ms, 30s, 5m or 1h30m',
}), zod__WEBPACK_IMPORTED_MODULE_2__/* .custom */ .IeY(value => typeof value === 'number'), {
    decode: (written, { issues }) => {
        const duration = (0,_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .parseDuration */ .E9)(written);
        if (duration !== undefined)
            return duration;
        const message = 'is out of range; choose a duration above 0 and at most 24h';
        issues.push({ code: 'custom', message, input: written });
        return zod__WEBPACK_IMPORTED_MODULE_3__/* .NEVER */ .tm;
    },
    encode: duration => `${duration}ms`,
});
const daysSchema = text(/^[1-9][0-9]{0,2}d$/, {
    problem: 'is not a number of days',
    remedy: 'write days such as 7d, at most 999d',
});
const daysInMilliseconds = daysSchema.transform(days => Number.parseInt(days, 10) * 86_400_000);
const host = '[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([-A-Za-z0-9]*[A-Za-z0-9])?)*';
const part = '[a-z0-9]+((\\.|_|__|-+)[a-z0-9]+)*';
const repositorySchema = text(new RegExp(`^(${host}(:[0-9]{1,5})?/)?${part}(/${part})*$`), {
    problem: 'is not a repository',
    remedy: 'write registry/path in lower case without tag or digest, such as ghcr.io/acme/shop',
    longest: 255,
});
const manifestPathSchema = text(/^(?!\/)(?!.*:\/\/)[^\\\p{Cc}]+$/u, {
    problem: 'is not a relative path',
    remedy: 'write a path relative to slipway.yml with "/", such as deploy/',
});
const relativePathSchema = text(/^(?!\/)(?!.*:\/\/)(?!(.*\/)?\.\.(\/|$))[^\\\p{Cc}]+$/u, {
    problem: 'is not a path below slipway.yml',
    remedy: 'write a relative path with "/" and without "..", such as web',
});
const fileNameSchema = text(/^(?!\/)(?!(.*\/)?\.\.(\/|$))[^\\\p{Cc}]*[^\\/\p{Cc}]$/u, {
    problem: 'is not the name of a file',
    remedy: 'write a relative path with "/" and without "..", such as Dockerfile',
});
const pathPatternSchema = text(/^!?(?!\/)(?!(.*\/)?\.\.(\/|$))[^\\\p{Cc}!][^\\\p{Cc}]*$/u, {
    problem: 'is not a pattern of paths',
    remedy: 'write paths relative to the root of the repository, such as libs or !**/*.md',
});
const stageSchema = text(/^[A-Za-z][A-Za-z0-9_.-]*$/, {
    problem: 'is not the name of a stage',
    remedy: 'write the name after AS in the Dockerfile, such as runtime',
});
const platformSchema = text(/^[a-z0-9]+\/[a-z0-9]+(\/v[0-9]+)?$/, {
    problem: 'is not a platform',
    remedy: 'write os/architecture, such as linux/amd64 or linux/arm64',
});
const argumentNameSchema = text(/^[A-Za-z_][A-Za-z0-9_]*$/, {
    problem: 'is not the name of a build argument',
    remedy: 'use letters, digits and "_", such as NODE_VERSION',
});
const secretIdSchema = text(/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/, {
    problem: 'is not the name of a secret',
    remedy: 'use letters, digits, "_", "." and "-", such as npm in --mount=type=secret,id=npm',
});
const metadataNameSchema = text(/^[a-zA-Z0-9]([a-zA-Z0-9._/-]*[a-zA-Z0-9])?$/, {
    problem: 'is not the name of a label',
    remedy: 'use letters, digits, ".", "-", "_" and "/", such as org.opencontainers.image.licenses',
    longest: 255,
});
const percentOr = (mistake) => zod__WEBPACK_IMPORTED_MODULE_2__/* .codec */ .rLB(text(/^(100|[0-9]{1,2}(\.[0-9]+)?)%$/, mistake), zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(), {
    decode: written => Number(written.slice(0, -1)),
    encode: share => `${share}%`,
});
const percentSchema = percentOr({
    problem: 'is not a percentage',
    remedy: 'write a number from 0 to 100 with "%", such as 70%',
});
const units = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 };
const bytesSchema = text(/^[0-9]{1,9}(\.[0-9]{1,3})?(B|kB|MB|GB|KiB|MiB|GiB)$/, {
    problem: 'is not a size',
    remedy: 'write a number with a unit (kB, MB, GB, KiB, MiB or GiB), such as 150MB',
}).transform(written => {
    const [, number = '', unit = ''] = /^([0-9.]+)([A-Za-z]+)$/.exec(written) ?? [];
    return Math.round(Number(number) * units[unit]);
});
const unversionedSchema = text(new RegExp(`^(ConfigMap|Secret)/${label}(\\.${label})*$`), {
    problem: 'is neither a ConfigMap nor a Secret',
    remedy: 'write ConfigMap/name or Secret/name',
});
const requestPathSchema = text(/^\/[\x21\x22\x24-\x7e]*$/, {
    problem: 'is not a request path',
    remedy: 'start it with "/" and percent-encode spaces and "#", such as /ready',
});
const addressSchema = text(/^https?:\/\/[^\s/@?#]+(\/[^\s?#]*)?$/, {
    problem: 'is not an address',
    remedy: 'write http:// or https:// and a host, without user, query or fragment, such as https://shop.example.com',
}).refine(written => !/^https?:/.test(written) || URL.canParse(written), {
    error: 'is not an address; correct its host or port, as in https://shop.example.com:8443',
    abort: true,
});
const serverSchema = text(/^https:\/\/[^\s/@?#]+(\/[^\s?#]*)?$/, {
    problem: 'is not the address of an API server',
    remedy: 'write https:// and a host, such as https://api.cluster.example.com:6443',
});
const token = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";
const mediaTypeSchema = text(new RegExp(`^${token}/${token}$`), {
    problem: 'is not a media type',
    remedy: 'write type/subtype without parameters, such as application/json',
});
const headerNameSchema = text(new RegExp(`^${token}$`), {
    problem: 'is not a header name',
    remedy: 'use letters, digits and "-", such as Cache-Control',
});
const jsonPathSchema = text(/^([A-Za-z_$][A-Za-z0-9_$-]*|\[(0|[1-9][0-9]{0,8})\])(\.[A-Za-z_$][A-Za-z0-9_$-]*|\[(0|[1-9][0-9]{0,8})\])*$/, { problem: 'is not a JSON path', remedy: 'write names and indexes, such as version or items[0].name' });
const imageReferenceSchema = text(new RegExp(`^(${host}(:[0-9]{1,5})?/)?${part}(/${part})*(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?$`), { problem: 'is not an image', remedy: 'write repository:tag or repository@sha256:…', longest: 511 });
const proxiedServiceSchema = zod__WEBPACK_IMPORTED_MODULE_2__/* .codec */ .rLB(text(new RegExp(`^${label}/${label}:([0-9]{1,5}|${label})$`), {
    problem: 'is not a Service with its port',
    remedy: 'write namespace/name:port, such as monitoring/prometheus:9090',
}), zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ namespace: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), name: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), port: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() }), {
    decode: written => {
        const [, namespace = '', name = '', port = ''] = /^(.*)\/(.*):(.*)$/.exec(written) ?? [];
        return { namespace, name, port };
    },
    encode: ({ namespace, name, port }) => `${namespace}/${name}:${port}`,
});
const environmentVariableSchema = text(/^[A-Za-z_][A-Za-z0-9_]*$/, {
    problem: 'is not the name of an environment variable',
    remedy: 'use letters, digits and "_", such as PROMETHEUS_TOKEN',
});
const matcher = '\\s*[a-zA-Z_][a-zA-Z0-9_]*\\s*(=~|!~|!=|=)\\s*("([^"\\\\]|\\\\.)*"|\'([^\'\\\\]|\\\\.)*\'|`[^`]*`)\\s*';
const querySchema = text(new RegExp(`^[a-zA-Z_:][a-zA-Z0-9_:]*(\\{(\\s*|${matcher}(,${matcher})*(,\\s*)?)\\})?$`), {
    problem: 'is not a series selector',
    remedy: 'write the name of a counter with its labels, their values in quotes, such as http_requests_total{code=~"5.."}',
}).superRefine((written, { addIssue }) => {
    const fault = (0,_matchers_js__WEBPACK_IMPORTED_MODULE_1__/* .selectorFault */ .G0)(written);
    const message = `has a regular expression that Prometheus rejects: ${fault}; correct the value after =~ or !~`;
    if (fault !== undefined)
        addIssue({ code: 'custom', message, input: written });
});
function text(pattern, wrong) {
    const error = `${wrong.problem}; ${wrong.remedy}`;
    const schema = zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(pattern, { error, abort: true });
    return wrong.longest === undefined ? schema : schema.max(wrong.longest, { error, abort: true });
}
function atLeastOne(schema, error) {
    return schema
        .refine(entries => Object.keys(entries).length > 0, { error })
        .meta({ minProperties: 1 });
}
const listSchema = (item, error) => zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(item).min(1, { error });
const wholeSchema = (least, most, error) => zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr({ error }).min(least, { error }).max(most, { error });
const portSchema = (usual) => wholeSchema(1, 65_535, 'is not a port').prefault(usual).describe('Its port.');
const userNameSchema = text(/^[^\p{Cc}:]{1,255}$/u, {
    problem: 'is not a user name',
    remedy: 'write it on one line and without ":"',
});
const booleanSchema = () => zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY({ error: 'is neither true nor false; write true or false, without quotes' });


/***/ }),

/***/ 39561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G0: () => (/* binding */ selectorFault),
/* harmony export */   _T: () => (/* binding */ writtenPatternFault)
/* harmony export */ });
/* unused harmony export patternFault */
const parts = new RegExp([
    String.raw `(?<atom>\\Q[^]*?(?:\\E|$)|\\[pP]\{[^}]*\}|\\x\{[^}]*\}|\\[^]|\[\^?\]?(?:\[:\^?[a-z]+:\]|\\[^]|[^\]\\])*\])`,
    String.raw `(?<flags>\(\?[imsU]*(?:-[imsU]+)?\))`,
    String.raw `(?<open>\((?:\?P?<\w+>|\?[imsU]*(?:-[imsU]+)?:|(?!\?)))`,
    String.raw `(?<repeat>(?:[*+?]|\{(?:0|[1-9]\d*)(?:,(?:0|[1-9]\d*)?)?\})\??)`,
    '[^]',
].join('|'), 'g');
function patternFault(pattern) {
    let depth = 0;
    let before = 'nothing';
    for (const { 0: part, groups: { flags, open, repeat } = {} } of pattern.matchAll(parts)) {
        if (repeat !== undefined) {
            if (before === 'nothing')
                return `"${part}" has nothing to repeat`;
            if (before === 'repetition')
                return `"${part}" repeats a repetition`;
            before = 'repetition';
        }
        else if (flags !== undefined) {
            if (before === 'repetition')
                before = 'atom';
        }
        else if (open !== undefined) {
            depth += 1;
            before = 'nothing';
        }
        else if (part === '(')
            return 'RE2 has no groups such as "(?=" and "(?!"';
        else if (part === '[')
            return 'a "[" is not closed';
        else if (part === '\\')
            return 'it ends with "\\"';
        else {
            if (part === ')')
                depth -= 1;
            if (depth < 0)
                return 'a ")" closes nothing';
            before = part === '|' ? 'nothing' : 'atom';
        }
    }
    return depth > 0 ? 'a "(" is not closed' : undefined;
}
function writtenPatternFault(quoted) {
    const inner = quoted.slice(1, -1);
    if (quoted.startsWith('`'))
        return patternFault(inner);
    if (/\\[xuU0-7]/.test(inner.replaceAll('\\\\', '')))
        return undefined;
    return patternFault(inner.replace(/\\(.)/gs, (_, letter) => (/[abfnrtv]/.test(letter) ? ' ' : letter)));
}
function selectorFault(selector) {
    const values = selector.matchAll(/(=~|!~|!=|=)\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)/gs);
    for (const [, operator = '', quoted = ''] of values) {
        const fault = operator.endsWith('~') ? writtenPatternFault(quoted) : undefined;
        if (fault !== undefined)
            return fault;
    }
    return undefined;
}


/***/ }),

/***/ 95761:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EB: () => (/* binding */ addProblems),
/* harmony export */   GS: () => (/* binding */ placed),
/* harmony export */   Gz: () => (/* binding */ below)
/* harmony export */ });
const placed = (path, message) => message === undefined ? [] : [{ path, message }];
const below = (key, problems) => problems.map(({ path, message }) => ({ path: [key, ...path], message }));
function addProblems(problems, { addIssue }) {
    for (const { path, message } of problems)
        addIssue({ code: 'custom', path, message });
}


/***/ }),

/***/ 45139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DL: () => (/* binding */ isKmsKey),
/* harmony export */   Gt: () => (/* binding */ trustSchema),
/* harmony export */   X6: () => (/* binding */ signingSchema),
/* harmony export */   trustOf: () => (/* binding */ trustOf),
/* harmony export */   trustOfDocuments: () => (/* binding */ trustOfDocuments),
/* harmony export */   trustOfProofs: () => (/* binding */ trustOfProofs),
/* harmony export */   x4: () => (/* binding */ trustProblems)
/* harmony export */ });
/* unused harmony export attestations */
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88343);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18464);
/* harmony import */ var _placed_problem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95761);



const attestations = ['provenance', 'sbom', 'scan'];
const remoteKey = '(awskms|gcpkms|azurekms|hashivault)://[\\x21-\\x7e]+';
const isKmsKey = (key) => new RegExp(`^${remoteKey}$`).test(key);
const privateKeySchema = (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(new RegExp(`^(env://[A-Za-z_][A-Za-z0-9_]*|${remoteKey}|(?!.*://)[^\\p{Cc}]+)$`, 'u'), {
    problem: 'is not a key',
    remedy: 'write env://NAME, the URI of a KMS key such as awskms:///alias/shop, or the path of a file',
});
const publicKeySchema = (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(new RegExp(`^(env://[A-Za-z_][A-Za-z0-9_]*|${remoteKey}|(?!/)(?!.*://)[^\\p{Cc}]+)$`, 'u'), {
    problem: 'is not a public key',
    remedy: 'write the path of a file relative to slipway.yml, such as cosign.pub, or the URI of a KMS key',
});
const attestationsSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(attestations, { error: 'is not an attestation; write provenance, sbom or scan' }));
const signingSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    key: privateKeySchema.exactOptional().meta({
        description: 'The private key: `env://NAME`, a KMS URI (`awskms://`, `gcpkms://`, `azurekms://`, `hashivault://`), or a file; its password is in COSIGN_PASSWORD. Default: keyless, by the identity of the workflow.',
        example: 'env://COSIGN_PRIVATE_KEY',
    }),
    attestations: attestationsSchema.prefault([...attestations]).meta({
        description: 'The attestations of each image besides its signature.',
        example: ['provenance', 'sbom', 'scan'],
    }),
    format: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['bundle', 'legacy'], { error: 'is not a format; write bundle or legacy' })
        .prefault('bundle')
        .meta({
        description: 'How signatures are stored: as in cosign 3 (`bundle`) or cosign 2 (`legacy`).',
        example: 'legacy',
    }),
    'public-log': (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .booleanSchema */ .yu)().exactOptional().meta({
        description: 'Whether the public transparency log may record signatures, with the names of image and repository. Default: only keyless, of a public repository.',
        example: true,
    }),
    services: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .fileNameSchema */ .x7.exactOptional().meta({
        description: 'A cosign signing configuration with your own services. Default: those of Sigstore.',
        example: '.slipway/signing-config.json',
    }),
});
const patternSchema = (noun, example) => (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(/^[\x21-\x7e]+$/, {
    problem: `is not ${noun}`,
    remedy: `write it with "*" as a wildcard, such as ${example}`,
});
const identityFields = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    issuer: (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(/^(https:\/\/[^\s/@?#]+|http:\/\/(localhost|127\.0\.0\.1)(:[0-9]{1,5})?)(\/[^\s?#]*)?$/, {
        problem: 'is not an issuer',
        remedy: 'write its address, such as https://token.actions.githubusercontent.com',
    })
        .exactOptional()
        .meta({
        description: 'The OIDC issuer. Default: GitHub Actions on the server that runs the release.',
        example: 'https://gitlab.com',
    }),
    repository: (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(/^https:\/\/[^\s@?#]+[^\s/@?#]$/, {
        problem: 'is not the address of a repository',
        remedy: 'write the address of its page, such as https://github.com/acme/shop',
    })
        .exactOptional()
        .meta({
        description: 'The repository whose workflow signed, with its `repository-id`. Default: the one that releases; none for another issuer with a `subject`.',
        example: 'https://github.com/acme/shop',
    }),
    'repository-id': zod__WEBPACK_IMPORTED_MODULE_1__/* .int */ .Whr({ error: 'is not the ID of a repository; write the output of `gh api repos/acme/shop --jq .id`' })
        .positive({
        error: 'is not the ID of a repository; write the output of `gh api repos/acme/shop --jq .id`',
    })
        .exactOptional()
        .meta({
        description: 'The ID of the repository, which is never reused: `gh api repos/acme/shop --jq .id`.',
        example: 123456789,
    }),
    ref: (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .listSchema */ .cE)(patternSchema('a ref', 'refs/heads/main'), 'is empty; list at least one pattern, such as `- refs/heads/*`')
        .exactOptional()
        .meta({
        description: 'The Git refs that may sign, with `*`. Default: the default branch, and the ref that releases.',
        example: ['refs/heads/main', 'refs/tags/v*'],
    }),
    subject: patternSchema('a subject', 'https://github.com/acme/shop/.github/workflows/*')
        .exactOptional()
        .meta({
        description: 'The subject of the certificate, such as the signing workflow, with `*`. Default: any workflow of the repository.',
        example: 'https://github.com/slipway/slipway/.github/workflows/build.yml@refs/tags/v*',
    }),
});
const trustSchema = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    signed: (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .booleanSchema */ .yu)().prefault(true).meta({
        description: 'Whether images must be signed; `false` verifies nothing.',
        example: false,
    }),
    key: publicKeySchema.exactOptional().meta({
        description: 'The public key: a file, a KMS URI, or `env://NAME`. Default: `signing.key` in a KMS.',
        example: 'cosign.pub',
    }),
    identity: identityFields.exactOptional().meta({
        description: 'Instead of `key`: who must have signed. Default: the repository that releases.',
        example: { repository: 'https://github.com/acme/shop', 'repository-id': 123456789 },
    }),
    attestations: attestationsSchema.exactOptional().meta({
        description: 'The attestations that an image must have, from the same signer. Default: those of `signing`.',
        example: ['provenance', 'sbom', 'scan'],
    }),
    'max-scan-age': _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .daysSchema */ .Bw.exactOptional().meta({
        description: 'How old the attested scan may be. Default: any age.',
        example: '30d',
    }),
    root: _formats_js__WEBPACK_IMPORTED_MODULE_0__/* .fileNameSchema */ .x7.exactOptional().meta({
        description: 'A cosign trusted root: the CAs, logs and timestamp authorities to require. Default: that of Sigstore.',
        example: '.slipway/trusted-root.json',
    }),
});
function trustOf({ signing, trust }, own) {
    const whole = { ...(trust ?? { signed: signing !== undefined }), ...own };
    const { signed, key: _key, identity: _identity, attestations: named, ...rest } = whole;
    if (!signed)
        return undefined;
    return { ...rest, ...signerOf(own, trust, signing), attestations: named ?? signing?.attestations ?? [] };
}
function trustOfProofs(config, own) {
    const trust = trustOf(config, own);
    const { signing } = config;
    if (trust === undefined || signing === undefined)
        return undefined;
    const { key, identity: _, ...rest } = trust;
    if (signing.key === undefined)
        return key === undefined ? trust : rest;
    return key === undefined && isKmsKey(signing.key) ? { ...rest, key: signing.key } : trust;
}
const trustOfDocuments = (config, own) => trustOfProofs(config, own) ?? trustOf(config, own);
function signerOf(own, whole, signing) {
    for (const { key, identity } of [own ?? {}, whole ?? {}]) {
        if (key !== undefined)
            return { key };
        if (identity !== undefined)
            return { identity };
    }
    return signing?.key !== undefined && isKmsKey(signing.key) ? { key: signing.key } : {};
}
function trustProblems(config) {
    const wrong = [
        ...problemsOf(['trust'], config.trust),
        ...Object.entries(config.environments).flatMap(([name, { trust }]) => problemsOf(['environments', name, 'trust'], trust)),
    ];
    if (wrong.length > 0)
        return wrong;
    return config.signing === undefined ? unsignedProofs(config) : signingProblems(config, config.signing);
}
const unsignedProofs = (config) => Object.entries(config.environments).flatMap(([name, { trust, requires }]) => requires === undefined || trustOf(config, trust) === undefined
    ? []
    : (0,_placed_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .placed */ .GS)(['environments', name, 'requires'], 'needs signed proofs because `trust` requires signatures, but nothing signs that an image was verified; add `signing: {}`, or `signing: {key: …}`'));
function signingProblems(config, { key, services }) {
    const trusts = Object.values(config.environments).flatMap(({ trust }) => trustOf(config, trust) ?? []);
    if (key !== undefined && trusts.some(each => each.key === undefined && each.identity === undefined))
        return (0,_placed_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .placed */ .GS)(['signing'], 'signs with a key, but releases have no public key to verify with; add `trust: {key: cosign.pub}`');
    return services !== undefined && config.trust?.root === undefined
        ? (0,_placed_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .placed */ .GS)(['signing', 'services'], 'names services that no root trusts; add `trust: {root: .slipway/trusted-root.json}`')
        : [];
}
function problemsOf(path, { key, identity } = {}) {
    if (identity === undefined)
        return [];
    const here = [...path, 'identity'];
    if (key !== undefined)
        return (0,_placed_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .placed */ .GS)(here, 'is set together with `key`; keep one of the two');
    const { repository, 'repository-id': id } = identity;
    if (repository !== undefined && id === undefined)
        return (0,_placed_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .placed */ .GS)([...here, 'repository'], 'has a name that another owner may get later; add its `repository-id`, the output of `gh api repos/OWNER/NAME --jq .id`');
    return repository === undefined && id !== undefined
        ? (0,_placed_problem_js__WEBPACK_IMPORTED_MODULE_2__/* .placed */ .GS)([...here, 'repository-id'], 'has no repository; add `repository: https://…`')
        : [];
}


/***/ }),

/***/ 80748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readGit: () => (/* binding */ readGit),
  Ie: () => (/* binding */ readGitHubEvent),
  vz: () => (/* binding */ sourceOf)
});

// UNUSED EXPORTS: gitOfGitHub

// EXTERNAL MODULE: ./.build/js/src/toolkit/ci.js
var ci = __webpack_require__(44998);
// EXTERNAL MODULE: ./.build/js/src/toolkit/git.js
var toolkit_git = __webpack_require__(72652);
// EXTERNAL MODULE: ./.build/js/src/toolkit/github.js
var github = __webpack_require__(6849);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
;// CONCATENATED MODULE: ./.build/js/src/image/pipelines.js

function gitOfGitLab(env) {
    return (0,map/* defined */.sw)({
        ref: refOf({
            tag: env.CI_COMMIT_TAG,
            request: env.CI_MERGE_REQUEST_IID,
            base: env.CI_MERGE_REQUEST_TARGET_BRANCH_NAME,
            branch: env.CI_COMMIT_BRANCH,
        }),
        revision: env.CI_COMMIT_SHA || undefined,
        source: env.CI_PROJECT_URL || undefined,
        defaultBranch: env.CI_DEFAULT_BRANCH || undefined,
        scheduled: env.CI_PIPELINE_SOURCE === 'schedule' || undefined,
    });
}
function gitOfJenkins(env, sourceOf) {
    const { BRANCH_NAME } = env;
    return (0,map/* defined */.sw)({
        ref: refOf({
            tag: env.TAG_NAME,
            request: env.CHANGE_ID,
            base: env.CHANGE_TARGET,
            branch: BRANCH_NAME || env.GIT_BRANCH?.replace(/^origin\//, ''),
        }),
        revision: env.GIT_COMMIT || undefined,
        source: sourceOf(env.GIT_URL ?? ''),
        defaultBranch: (env.BRANCH_IS_PRIMARY === 'true' && BRANCH_NAME) || undefined,
    });
}
function refOf({ tag, request, base, branch, }) {
    if (request) {
        const number = Number(request);
        if (!Number.isSafeInteger(number))
            return undefined;
        return { kind: 'pull-request', number, ...(base ? { base } : {}) };
    }
    if (tag)
        return { kind: 'tag', name: tag };
    return branch ? { kind: 'branch', name: branch } : undefined;
}

;// CONCATENATED MODULE: ./.build/js/src/image/git.js





async function readGit(env, folder) {
    const git = async (...args) => (await (0,toolkit_git/* askGit */.g)(folder, args, 10_000))?.trim() ?? '';
    const known = await gitOf(env, git);
    const time = seconds(env.SOURCE_DATE_EPOCH) ?? seconds(await git('log', '-1', '--format=%ct', 'HEAD'));
    return { ...known, ...(0,map/* defined */.sw)({ time }) };
}
async function gitOf(env, git) {
    if (env.GITHUB_REF !== undefined)
        return gitOfGitHub(env, await readGitHubEvent(env));
    switch ((0,ci/* ciOf */.s)(env)) {
        case 'gitlab':
            return gitOfGitLab(env);
        case 'jenkins':
            return gitOfJenkins(env, sourceOf);
        default:
            return gitOfFolder(git);
    }
}
function gitOfGitHub(env, event) {
    const { GITHUB_REF = '', GITHUB_SHA, GITHUB_EVENT_NAME } = env;
    if (event.earlierPull !== undefined) {
        const { number, base, revision } = event.earlierPull;
        const ref = number === undefined ? undefined : { kind: 'pull-request', number, ...(0,map/* defined */.sw)({ base }) };
        return (0,map/* defined */.sw)({ ref, revision, source: sourceOfGitHub(env), defaultBranch: event.defaultBranch });
    }
    const base = env.GITHUB_BASE_REF ? { base: env.GITHUB_BASE_REF } : {};
    const pull = /^refs\/pull\/(\d+)\//.exec(GITHUB_REF)?.[1];
    const number = pull === undefined ? event.number : Number(pull);
    const named = /^refs\/(heads|tags)\/(.+)$/.exec(GITHUB_REF);
    let ref;
    if (number !== undefined && (pull !== undefined || GITHUB_EVENT_NAME === 'pull_request_target'))
        ref = { kind: 'pull-request', number, ...base };
    else if (named?.[2] !== undefined)
        ref = { kind: named[1] === 'tags' ? 'tag' : 'branch', name: named[2] };
    return (0,map/* defined */.sw)({
        ref,
        revision: GITHUB_SHA || undefined,
        source: sourceOfGitHub(env),
        defaultBranch: event.defaultBranch,
        scheduled: GITHUB_EVENT_NAME === 'schedule' || undefined,
    });
}
const sourceOfGitHub = ({ GITHUB_SERVER_URL, GITHUB_REPOSITORY }) => GITHUB_SERVER_URL && GITHUB_REPOSITORY ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}` : undefined;
async function readGitHubEvent(env) {
    const { number, repository, workflow_run: earlier } = await (0,github/* workflowEvent */.kH)(env);
    const branch = (0,map/* isMap */.jh)(repository) ? repository.default_branch : undefined;
    return (0,map/* defined */.sw)({
        earlierPull: (0,map/* isMap */.jh)(earlier) && /^pull_request/.test(String(earlier.event)) ? earlierPullOf(earlier) : undefined,
        number: typeof number === 'number' ? number : undefined,
        defaultBranch: typeof branch === 'string' && branch !== '' ? branch : undefined,
    });
}
function earlierPullOf({ head_sha: revision, pull_requests: pulls }) {
    const pull = Array.isArray(pulls) ? pulls[0] : undefined;
    const base = (0,map/* isMap */.jh)(pull) && (0,map/* isMap */.jh)(pull.base) ? pull.base.ref : undefined;
    return (0,map/* defined */.sw)({
        number: (0,map/* isMap */.jh)(pull) && typeof pull.number === 'number' ? pull.number : undefined,
        base: typeof base === 'string' ? base : undefined,
        revision: typeof revision === 'string' ? revision : undefined,
    });
}
async function gitOfFolder(git) {
    const [revision, tag, branch, remote] = await Promise.all([
        git('rev-parse', 'HEAD'),
        git('describe', '--exact-match', '--tags', 'HEAD'),
        git('symbolic-ref', '--short', 'HEAD'),
        git('remote', 'get-url', 'origin'),
    ]);
    const name = branch || tag;
    return (0,map/* defined */.sw)({
        ref: name === '' ? undefined : { kind: branch === '' ? 'tag' : 'branch', name },
        revision: revision || undefined,
        source: sourceOf(remote),
    });
}
function sourceOf(remote) {
    const ssh = /^(?:ssh:\/\/)?[\w.-]+@([\w.-]+)(?::\d+\/|[:/])(.+?)(?:\.git)?$/.exec(remote);
    if (ssh !== null)
        return `https://${ssh[1]}/${ssh[2]}`;
    if (!/^https?:\/\//.test(remote) || !URL.canParse(remote))
        return undefined;
    const { protocol, host, pathname } = new URL(remote);
    return `${protocol}//${host}${pathname.replace(/\.git$/, '')}`;
}
function seconds(text) {
    return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : undefined;
}


/***/ }),

/***/ 91934:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   nI: () => (/* binding */ ofAnyWorkflow),
/* harmony export */   tp: () => (/* binding */ demandOf),
/* harmony export */   wu: () => (/* binding */ demandsOf)
/* harmony export */ });
/* harmony import */ var _config_expiry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21825);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(60630);



const github = 'https://github.com';
const githubIssuer = 'https://token.actions.githubusercontent.com';
const reviewed = ['refs/heads/*', 'refs/tags/*'];
function demandOf(trust, env, defaultBranch) {
    const { key, identity = {}, attestations, 'max-scan-age': age } = trust;
    return {
        kinds: ['signature', ...attestations],
        signer: key === undefined ? identityPattern(identity, env, defaultBranch) : { by: 'key', key },
        ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .defined */ .sw)({ scanAge: age === undefined ? undefined : (0,_config_expiry_js__WEBPACK_IMPORTED_MODULE_2__/* .daysOf */ .hF)(age) }),
    };
}
function ofAnyWorkflow({ identity, ...trust }) {
    if (identity === undefined)
        return trust;
    const { subject, ...rest } = identity;
    const known = identity.issuer === undefined || identity.repository !== undefined;
    return { ...trust, identity: known || subject === undefined ? rest : identity };
}
function identityPattern(identity, env, defaultBranch) {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name, GITHUB_REPOSITORY_ID: id } = env;
    const { issuer = issuerOf(server), subject, ref } = identity;
    const alone = subject !== undefined && !ofWorkflows(issuer, server);
    let source;
    if (identity.repository !== undefined)
        source = { repository: identity.repository, repositoryId: String(identity['repository-id']) };
    else if (!alone && server !== undefined && name !== undefined && id !== undefined)
        source = { repository: `${server}/${name}`, repositoryId: id };
    if (source === undefined && !alone)
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('the repository that must have signed the images is unknown, because this is not a run of GitHub Actions', 'set `repository` and `repository-id` in `trust.identity` of slipway.yml');
    const refs = ref ?? (source === undefined ? undefined : usualRefs(env, defaultBranch));
    return { by: 'identity', issuer, ...source, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .defined */ .sw)({ refs, subject }) };
}
function usualRefs({ GITHUB_REF: ref = '' }, defaultBranch) {
    const own = /^refs\/(heads|tags)\//.test(ref) ? [ref] : [];
    const main = defaultBranch === undefined ? [] : [`refs/heads/${defaultBranch}`];
    const known = [...new Set([...main, ...own])];
    return known.length === 0 ? reviewed : known;
}
const ofWorkflows = (issuer, server) => issuer === githubIssuer ||
    issuer === issuerOf(server) ||
    issuer.startsWith(`${githubIssuer}/`) ||
    /^https:\/\/token\.actions\.[^/]+\.ghe\.com(\/|$)/.test(issuer) ||
    issuer.endsWith('/_services/token');
function issuerOf(server) {
    return server === undefined || server === github ? githubIssuer : `${server}/_services/token`;
}
function demandsOf(root, keyed, publicLog) {
    if (root === undefined)
        return keyed
            ? { log: publicLog, timestamp: false, certificateLog: false }
            : { log: true, timestamp: false, certificateLog: true };
    const value = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonMap */ .vM)(root);
    if (value === undefined || !String(value.mediaType).includes('trustedroot'))
        throw new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo('`trust.root` is not a trusted root file of Sigstore', 'create one with `cosign trusted-root create`');
    const has = (name) => Array.isArray(value[name]) && value[name].length > 0;
    return {
        log: has('tlogs'),
        timestamp: has('timestampAuthorities') && !has('tlogs'),
        certificateLog: has('ctlogs'),
    };
}


/***/ }),

/***/ 40152:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ identityOf),
  V: () => (/* binding */ nameOf)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./.build/js/src/toolkit/map.js
var map = __webpack_require__(60630);
;// CONCATENATED MODULE: ./.build/js/src/signing/der.js
const tags = {
    octets: 0x04,
    object: 0x06,
    utf8: 0x0c,
    extensions: 0xa3,
};
function extensionsOf(certificate) {
    const inside = (outer) => (outer === undefined ? [] : elementsOf(outer.content));
    const [signed] = inside(elementsOf(certificate)[0]);
    const list = inside(signed).find(({ tag }) => tag === tags.extensions);
    return new Map(inside(inside(list)[0]).flatMap(extension => {
        const [name, ...rest] = inside(extension);
        const value = rest.find(({ tag }) => tag === tags.octets);
        return name?.tag === tags.object && value !== undefined
            ? [[identifierOf(name.content), value.content]]
            : [];
    }));
}
function textOf(value) {
    const bare = Buffer.from(value).toString('utf8');
    if (value[0] !== tags.utf8)
        return bare;
    try {
        const [only, ...more] = elementsOf(value);
        return only === undefined || more.length > 0 ? bare : Buffer.from(only.content).toString('utf8');
    }
    catch {
        return bare;
    }
}
function elementsOf(bytes) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const elements = [];
    for (let at = 0; at < buffer.length;) {
        const first = buffer[at + 1] ?? 0;
        const more = first < 0x80 ? 0 : first & 0x7f;
        if (first === 0x80 || more > 4)
            throw new Error('the certificate has an element of unknown length');
        const start = at + 2 + more;
        if (start > buffer.length)
            throw truncated();
        const length = more === 0 ? first : buffer.readUIntBE(at + 2, more);
        const end = start + length;
        if (end > buffer.length)
            throw truncated();
        elements.push({ tag: buffer.readUInt8(at), content: buffer.subarray(start, end) });
        at = end;
    }
    return elements;
}
const truncated = () => new Error('the certificate ends within an element');
function identifierOf(content) {
    const numbers = [];
    let value = 0;
    for (const byte of content) {
        value = value * 128 + (byte & 0x7f);
        if (byte >= 0x80)
            continue;
        numbers.push(value);
        value = 0;
    }
    const [first = 0, ...rest] = numbers;
    const root = Math.min(2, Math.floor(first / 40));
    return [root, first - root * 40, ...rest].join('.');
}

;// CONCATENATED MODULE: ./.build/js/src/signing/identity.js



const arc = '1.3.6.1.4.1.57264.1';
const fields = { repository: 12, commit: 13, ref: 14, repositoryId: 15, run: 21 };
function identityOf(der) {
    try {
        const { subjectAltName, raw } = new external_node_crypto_.X509Certificate(der);
        const extensions = extensionsOf(raw);
        const read = (last) => {
            const value = extensions.get(`${arc}.${last}`);
            return value === undefined ? undefined : textOf(value);
        };
        const subject = subjectIn(subjectAltName ?? '');
        const issuer = read(8) ?? read(1);
        if (subject === undefined || issuer === undefined)
            return undefined;
        const known = Object.entries(fields).map(([name, last]) => [name, read(last)]);
        return { subject, issuer, ...(0,map/* defined */.sw)(Object.fromEntries(known)) };
    }
    catch {
        return undefined;
    }
}
function subjectIn(names) {
    if (names.includes('"'))
        return undefined;
    const [only, ...more] = names.split(', ').filter(name => name !== '');
    return more.length > 0 ? undefined : /^(?:URI|email):(\S+)$/.exec(only ?? '')?.[1];
}
function nameOf({ subject, issuer, repository, repositoryId, ref }) {
    if (repository === undefined)
        return `${subject} (by ${issuer})`;
    const id = repositoryId === undefined ? '' : ` (${repositoryId})`;
    return `${repository}${id}${ref === undefined ? '' : ` at ${ref}`}`;
}


/***/ }),

/***/ 51426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S4: () => (/* binding */ judge),
/* harmony export */   Zw: () => (/* binding */ problemOf)
/* harmony export */ });
/* unused harmony exports signerText, fits */
/* harmony import */ var _toolkit_digest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55914);
/* harmony import */ var _toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38650);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_wildcard_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5848);
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40152);
/* harmony import */ var _predicates_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90927);






const progress = [
    'other-image',
    'not-signed-so',
    'invalid',
    'stranger',
    'old',
    'future',
];
function problemOf({ digest }, fact, { signer, scanAge }, now) {
    if (!fact.about.includes(digest))
        return { why: 'other-image', digest: fact.about[0] ?? 'something without a digest' };
    if (signer.by === 'key' && fact.signer !== undefined)
        return { why: 'not-signed-so', signed: `by ${(0,_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .V)(fact.signer)}` };
    if (signer.by === 'identity' && fact.signer === undefined)
        return { why: 'not-signed-so', signed: 'with a key' };
    if (fact.fault !== undefined)
        return { why: 'invalid', fault: fact.fault };
    if (signer.by === 'identity' && fact.signer !== undefined && !fits(fact.signer, signer))
        return { why: 'stranger', who: (0,_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .V)(fact.signer) };
    if (scanAge === undefined || fact.type !== _predicates_js__WEBPACK_IMPORTED_MODULE_3__.predicates.scan)
        return undefined;
    if (fact.at === undefined)
        return { why: 'old', age: 'has no trusted timestamp' };
    const age = now - fact.at;
    if (age < -_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .maxClockSkew */ .b4)
        return { why: 'future', at: fact.at };
    if (age <= scanAge)
        return undefined;
    return { why: 'old', age: `is ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatDuration */ .a3)(Math.floor(age / 1000) * 1000)} old` };
}
function judge(image, facts, demand, now) {
    let by = '';
    for (const kind of demand.kinds) {
        const found = facts[kind] ?? [];
        const counts = found.find(fact => problemOf(image, fact, demand, now) === undefined);
        if (counts === undefined)
            throw refusal(image, kind, found, demand, now);
        if (kind === 'signature')
            by = counts.signer === undefined ? signerText(demand.signer) : (0,_identity_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .V)(counts.signer);
    }
    return { reference: image.reference, by, attested: demand.kinds.filter(kind => kind !== 'signature') };
}
function refusal(image, kind, facts, demand, now) {
    const { signer } = demand;
    const problems = facts.flatMap(fact => problemOf(image, fact, demand, now) ?? []);
    const [closest] = problems.sort((a, b) => progress.indexOf(b.why) - progress.indexOf(a.why));
    const reference = (0,_toolkit_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .shortDigests */ .s)(image.reference);
    const noun = _predicates_js__WEBPACK_IMPORTED_MODULE_3__/* .nounOf */ .a[kind];
    const isSignature = kind === 'signature';
    const its = `the ${noun} of ${reference}`;
    const what = isSignature ? reference : its;
    const attest = `attest it with \`sign\`, or remove ${kind} from \`trust.attestations\``;
    const refused = (problem, forSignature) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UntrustedImage */ .sK(problem, isSignature ? forSignature : attest);
    switch (closest?.why) {
        case undefined:
            return refused(`${reference} ${isSignature ? 'is not signed' : `has no ${noun}`}`, 'sign it with `sign`, or release a digest that is signed');
        case 'other-image': {
            const other = (0,_toolkit_digest_js__WEBPACK_IMPORTED_MODULE_4__/* .shortDigests */ .s)(closest.digest);
            return refused(isSignature
                ? `${reference} is not the signed content: its signature was made for ${other}`
                : `${reference} has no ${noun}: the attached one is of ${other}`, 'release that digest, and find out who attached the signature to this one');
        }
        case 'not-signed-so':
            return refused(`${what} is signed ${closest.signed}, but must be signed ${byWhom(signer)}`, 'sign it as `trust` in slipway.yml requires, or correct `trust`');
        case 'invalid':
            return isOtherKey(signer, closest.fault)
                ? refused(`${what} is signed, but not with ${signerText(signer)}`, 'sign it with the private key that matches, or name the right public key in `trust.key`')
                : refused(`${its} is not valid: ${closest.fault}`, 'sign it again; if it is still not valid, check whether `trust.root` matches the services that sign');
        case 'stranger':
            return refused(`${what} was signed by ${closest.who}, but must be signed by ${signerText(signer)}`, 'release an image that the required signer built, or correct `trust.identity`');
        case 'old':
            return isSignature
                ? new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UntrustedImage */ .sK(`${its} ${closest.age}`, 'sign it again')
                : new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UntrustedImage */ .sK(`${its} ${closest.age}, but \`trust.max-scan-age\` requires a newer one`, 'scan the image again and attest the result with `sign`');
        case 'future':
            return new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UntrustedImage */ .sK(`${its} is dated ${(0,_toolkit_duration_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTime */ .fU)(closest.at)}, which is in the future`, 'correct the clock of the machine that scanned it, then scan the image again and attest the result with `sign`');
        default:
            return closest;
    }
}
const isOtherKey = (signer, fault) => signer.by === 'key' && /do not match threshold|invalid signature/i.test(fault);
const byWhom = (signer) => signer.by === 'key' ? `with ${signerText(signer)}` : `by ${signerText(signer)}`;
function signerText(signer) {
    if (signer.by === 'key')
        return `the key ${signer.key}`;
    const { repository, repositoryId, refs, subject, issuer } = signer;
    const where = repository === undefined ? [] : [`${repository} (${repositoryId})`];
    const what = subject === undefined ? [] : [subject];
    const from = refs === undefined ? '' : ` at ${refs.join(' or ')}`;
    const whose = repository === undefined ? ` (by ${issuer})` : '';
    return `${[...where, ...what].join(' with ')}${from}${whose}`;
}
function fits(identity, pattern) {
    const { issuer, repository, repositoryId, refs, subject } = pattern;
    const same = (wanted, found) => wanted === undefined || wanted === found;
    return (identity.issuer === issuer &&
        same(repository, identity.repository) &&
        same(repositoryId, identity.repositoryId) &&
        (refs === undefined || refs.some(ref => matches(ref, identity.ref))) &&
        (subject === undefined || matches(subject, identity.subject)));
}
const matches = (pattern, text) => text !== undefined && (0,_toolkit_wildcard_js__WEBPACK_IMPORTED_MODULE_5__/* .matchesWildcard */ ._)(pattern, text);


/***/ }),

/***/ 89159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Qn: () => (/* binding */ variableOf),
/* harmony export */   Sb: () => (/* binding */ verifierOf),
/* harmony export */   attachmentVerifier: () => (/* binding */ attachmentVerifier),
/* harmony export */   d4: () => (/* binding */ correct),
/* harmony export */   e6: () => (/* binding */ demandHere),
/* harmony export */   oO: () => (/* binding */ resolveKey),
/* harmony export */   sI: () => (/* binding */ unprovedFact),
/* harmony export */   verifyImages: () => (/* binding */ verifyImages)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _config_signing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45139);
/* harmony import */ var _image_git_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80748);
/* harmony import */ var _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(92317);
/* harmony import */ var _toolkit_map_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(60630);
/* harmony import */ var _toolkit_named_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(85280);
/* harmony import */ var _toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(48961);
/* harmony import */ var _attached_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4689);
/* harmony import */ var _cosign_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(18506);
/* harmony import */ var _demand_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(91934);
/* harmony import */ var _identity_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(40152);
/* harmony import */ var _judge_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(51426);
/* harmony import */ var _predicates_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(90927);













const atOnce = 2;
async function verifyImages(images, options) {
    const demand = await demandHere(options);
    const known = { ...options, demand, verifier: await verifierOf(options) };
    const verified = await (0,_toolkit_parallel_js__WEBPACK_IMPORTED_MODULE_11__.mapOf)(Object.entries(images), atOnce, async ([name, { repository, digest }]) => {
        const image = { reference: `${repository}@${digest}`, digest };
        const wanted = demand.kinds.flatMap(kind => _predicates_js__WEBPACK_IMPORTED_MODULE_10__/* .typesOf */ .p[kind]);
        const attached = await (0,_attached_js__WEBPACK_IMPORTED_MODULE_5__/* .readAttached */ .PX)(options.registry, repository, digest, wanted);
        return [name, (0,_judge_js__WEBPACK_IMPORTED_MODULE_9__/* .judge */ .S4)(image, await factsOf(image, attached, known), demand, options.now)];
    });
    return Object.fromEntries(verified);
}
async function attachmentVerifier(options) {
    const demand = await demandHere(options);
    const known = { ...options, demand, verifier: await verifierOf(options) };
    return async (attached, { repository, digest }) => {
        const image = { reference: `${repository}@${digest}`, digest };
        return (0,_judge_js__WEBPACK_IMPORTED_MODULE_9__/* .problemOf */ .Zw)(image, await factOf(attached, image, known), demand, options.now) === undefined;
    };
}
async function factsOf(image, attached, known) {
    const signature = await factsOfKind('signature', image, attached, known);
    if (!signature.some(fact => counts(fact, image, known)))
        return { signature };
    const others = known.demand.kinds.filter(kind => kind !== 'signature');
    const rest = await Promise.all(others.map(async (kind) => [kind, await factsOfKind(kind, image, attached, known)]));
    return { signature, ...Object.fromEntries(rest) };
}
async function factsOfKind(kind, image, attached, known) {
    const facts = [];
    for (const each of attached.filter(({ claim }) => _predicates_js__WEBPACK_IMPORTED_MODULE_10__/* .typesOf */ .p[kind].includes(claim.type))) {
        const fact = await factOf(each, image, known);
        facts.push(fact);
        if (counts(fact, image, known))
            break;
    }
    return facts;
}
const counts = (fact, image, { demand, now }) => (0,_judge_js__WEBPACK_IMPORTED_MODULE_9__/* .problemOf */ .Zw)(image, fact, demand, now) === undefined;
async function factOf(attached, image, known) {
    const { cosign, verifier, demand, now } = known;
    const unproved = unprovedFact(attached);
    const { why } = (0,_judge_js__WEBPACK_IMPORTED_MODULE_9__/* .problemOf */ .Zw)(image, unproved, demand, now) ?? {};
    if (why === 'other-image' || why === 'not-signed-so')
        return unproved;
    const [{ bundle, payload }, { digest }] = [attached, image];
    const answer = await (0,_cosign_js__WEBPACK_IMPORTED_MODULE_6__/* .verify */ .MX)(cosign, verifier, bundle, { type: unproved.type, digest, payload });
    return answer.valid ? unproved : { ...unproved, fault: answer.fault };
}
function unprovedFact({ claim }) {
    const { type, about, predicate, certificate } = claim;
    const at = type === _predicates_js__WEBPACK_IMPORTED_MODULE_10__.predicates.scan ? finishedIn(predicate) : undefined;
    const signer = certificate === undefined ? undefined : (0,_identity_js__WEBPACK_IMPORTED_MODULE_8__/* .identityOf */ .c)(certificate);
    return { type, about, ...(0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_12__/* .defined */ .sw)({ signer: certificate && (signer ?? anonymous), at }) };
}
const anonymous = { subject: 'a certificate without an identity', issuer: 'an unknown issuer' };
function finishedIn(predicate) {
    const metadata = (0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_12__/* .isMap */ .jh)(predicate) ? predicate.metadata : undefined;
    const at = Date.parse((0,_toolkit_map_js__WEBPACK_IMPORTED_MODULE_12__/* .textMap */ .sP)(metadata).scanFinishedOn ?? '');
    return Number.isNaN(at) ? undefined : at;
}
async function verifierOf(options) {
    const { trust, publicLog, root, cosign, env } = options;
    const rootFile = trust.root === undefined ? undefined : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(root, trust.root);
    const text = rootFile === undefined ? undefined : await (0,_toolkit_named_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readNamed */ .M)(rootFile, correct('trust.root'));
    const find = (file) => (0,_toolkit_named_file_js__WEBPACK_IMPORTED_MODULE_4__/* .readNamed */ .M)(file, correct('trust.key'));
    const key = trust.key && (await resolveKey(trust.key, { root, env }, unsetPublicKey, find));
    const whole = key !== undefined && ((0,_config_signing_js__WEBPACK_IMPORTED_MODULE_1__/* .isKmsKey */ .DL)(key) || key.startsWith('env://'));
    return {
        key,
        root: rootFile,
        demands: (0,_demand_js__WEBPACK_IMPORTED_MODULE_7__/* .demandsOf */ .wu)(text, key !== undefined, publicLog),
        env: whole ? env : (0,_cosign_js__WEBPACK_IMPORTED_MODULE_6__/* .bareEnvironment */ .YU)(cosign.folder, env),
    };
}
const demandHere = async ({ trust, env }) => (0,_demand_js__WEBPACK_IMPORTED_MODULE_7__/* .demandOf */ .tp)(trust, env, (await (0,_image_git_js__WEBPACK_IMPORTED_MODULE_2__/* .readGitHubEvent */ .Ie)(env)).defaultBranch);
async function resolveKey(key, { root, env }, unset, find) {
    const variable = variableOf(key);
    if (variable !== undefined && !env[variable])
        throw unset(variable);
    if (variable !== undefined || (0,_config_signing_js__WEBPACK_IMPORTED_MODULE_1__/* .isKmsKey */ .DL)(key))
        return key;
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(key) ? key : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(root, key);
    await find(file);
    return file;
}
const variableOf = (key) => /^env:\/\/(.*)$/.exec(key)?.[1];
const unsetPublicKey = (variable) => new _toolkit_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo(`the public key of \`trust.key\` comes from ${variable}, which is not set`, `set ${variable} in the \`env\` of this step`);
const correct = (key) => `correct \`${key}\` in slipway.yml: the path is relative to slipway.yml, and the file must be checked out`;


/***/ }),

/***/ 72652:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ commitOf),
/* harmony export */   g: () => (/* binding */ askGit)
/* harmony export */ });
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72315);
/* harmony import */ var _program_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(16428);


async function askGit(folder, args, timeout) {
    const options = { cwd: folder, env: process.env, signal: AbortSignal.timeout(timeout) };
    const answer = await (0,_program_js__WEBPACK_IMPORTED_MODULE_0__/* .runForOutput */ .kr)(['git', ...args], options).catch(() => undefined);
    return answer?.code === 0 ? answer.stdout : undefined;
}
const longest = 60_000;
async function commitOf(folder, revision) {
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
    const options = { cwd: folder, env: process.env, signal: AbortSignal.timeout(longest) };
    const { code, stdout, stderr } = await (0,_program_js__WEBPACK_IMPORTED_MODULE_0__/* .runForOutput */ .kr)(['git', ...args], options);
    if (code === 0)
        return { commit: stdout.trim() };
    return { why: (0,_printable_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(stderr.trim() || `there is no commit ${revision}`) };
}


/***/ }),

/***/ 5848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ matchesWildcard)
/* harmony export */ });
const matchesWildcard = (pattern, text) => new RegExp(`^${pattern
    .split('*')
    .map(part => RegExp.escape(part))
    .join('.*')}$`, 's').test(text);


/***/ })

};
