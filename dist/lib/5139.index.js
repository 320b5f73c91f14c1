export const id = 5139;
export const ids = [5139];
export const modules = {

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


/***/ })

};
