import { changed } from './configs.ts';

/** Invalid parts of `verify` beside its checks, as in `mistakes.ts`. */

const checks = '      checks: [{get: /ready}]\n';
const verify = (more: string) =>
  changed(checks, `      url: https://shop.example.com\n${checks}      ${more}\n`);
const check = (text: string) => changed('[{get: /ready}]', `[${text}]`);
const outside = (text: string) =>
  changed(checks, `      url: https://shop.example.com\n      checks: [${text}]\n`);
const edges = (text: string) => verify(`dependencies: {image: busybox, edges: {${text}}}`);

const of = 'environments.production.verify';
const line = 13;

export const acceptanceMistakes: readonly {
  name: string;
  text: string;
  at: string;
  beyondJsonSchema?: true;
}[] = [
  {
    name: 'a check without a request',
    text: check('{status: 204}'),
    at: `slipway.yml:11:16: ${of}.checks[0]`,
    beyondJsonSchema: true,
  },
  {
    name: 'a check with two requests',
    text: check('{get: /ready, request: POST /orders}'),
    at: `slipway.yml:11:16: ${of}.checks[0]`,
    beyondJsonSchema: true,
  },
  {
    name: 'a check that posts through the API server',
    text: check('{request: POST /orders}'),
    at: `slipway.yml:11:16: ${of}.checks[0]`,
    beyondJsonSchema: true,
  },
  {
    name: 'a header that the API server removes',
    text: check("{get: /ready, headers: {access-control-allow-origin: '*'}}"),
    at: `slipway.yml:11:16: ${of}.checks[0]`,
    beyondJsonSchema: true,
  },
  {
    name: 'the body of a page that the API server rewrites',
    text: check("{get: /, type: text/html, body: '<p>Shop</p>'}"),
    at: `slipway.yml:11:16: ${of}.checks[0]`,
    beyondJsonSchema: true,
  },
  {
    name: 'a method that is none',
    text: check('{request: FETCH /orders}'),
    at: `slipway.yml:11:26: ${of}.checks[0].request`,
  },
  {
    name: 'a number of requests without a limit',
    text: check('{get: /ready, times: 20}'),
    at: `slipway.yml:11:16: ${of}.checks[0]`,
    beyondJsonSchema: true,
  },
  {
    name: 'more requests than are bearable',
    text: check('{get: /ready, faster-than: 300ms, times: 1000}'),
    at: `slipway.yml:11:57: ${of}.checks[0].times`,
  },
  {
    name: 'a credential among the headers',
    text: outside('{get: /ready, send: {headers: {Authorization: Bearer x}}}'),
    at: `slipway.yml:12:47: ${of}.checks[0].send.headers`,
    beyondJsonSchema: true,
  },
  {
    name: 'two bodies',
    text: outside("{request: POST /orders, send: {json: {}, body: ''}}"),
    at: `slipway.yml:12:46: ${of}.checks[0].send`,
    beyondJsonSchema: true,
  },
  {
    name: 'an identity that does not exist',
    text: verify('identities: {customer: {bearer: TOKEN}}').replace(
      'get: /ready',
      'get: /ready, as: custmer',
    ),
    at: `slipway.yml:12:34: ${of}.checks[0].as`,
    beyondJsonSchema: true,
  },
  {
    name: 'an endpoint for an identity that does not exist',
    text: verify('matrix: [{get: /api, expect: {none: 401, admin: 200}}]'),
    at: `slipway.yml:${line}:55: ${of}.matrix[0].expect.admin`,
    beyondJsonSchema: true,
  },
  {
    name: 'a value instead of the name of a variable',
    text: verify('identities: {customer: {bearer: abc.def-ghi}}'),
    at: `slipway.yml:${line}:39: ${of}.identities.customer.bearer`,
  },
  {
    name: 'an identity with two credentials',
    text: verify('identities: {customer: {bearer: TOKEN, basic: {username: me, password: PASSWORD}}}'),
    at: `slipway.yml:${line}:30: ${of}.identities.customer`,
    beyondJsonSchema: true,
  },
  {
    name: 'an identity named none',
    text: verify('identities: {none: {bearer: TOKEN}}'),
    at: `slipway.yml:${line}:20: ${of}.identities`,
    beyondJsonSchema: true,
  },
  {
    name: 'an invalid identity of an invalid one',
    text: verify('identities: {a: {invalid: b}, b: {invalid: a}}'),
    at: `slipway.yml:${line}:33: ${of}.identities.a.invalid`,
    beyondJsonSchema: true,
  },
  {
    name: 'identities at an address without TLS',
    text: verify('identities: {customer: {bearer: TOKEN}}').replace('https://shop', 'http://shop'),
    at: `slipway.yml:${line}:19: ${of}.identities`,
    beyondJsonSchema: true,
  },
  {
    name: 'a secret that is sent where a route points',
    text: changed('    service: shop\n', '    service: shop\n    route: HTTPRoute/shop\n').replace(
      '[{get: /ready}]',
      '[{request: POST /login, send: {form: {}, secrets: {password: PASSWORD}}}]',
    ),
    at: `slipway.yml:12:65: ${of}.checks[0].send.secrets`,
    beyondJsonSchema: true,
  },
  {
    name: 'a secret at an address without TLS',
    text: outside('{request: POST /login, send: {form: {}, secrets: {password: PASSWORD}}}').replace(
      'https://shop',
      'http://shop',
    ),
    at: `slipway.yml:12:65: ${of}.checks[0].send.secrets`,
    beyondJsonSchema: true,
  },
  {
    name: 'identities through the API server',
    text: changed(checks, `${checks}      identities: {customer: {bearer: TOKEN}}\n`),
    at: `slipway.yml:12:19: ${of}.identities`,
    beyondJsonSchema: true,
  },
  {
    name: 'a certificate that must be valid for no days',
    text: verify('tls: {days: 0}'),
    at: `slipway.yml:${line}:19: ${of}.tls.days`,
  },
  {
    name: 'an old version of TLS',
    text: verify("tls: {minimum: '1.1'}"),
    at: `slipway.yml:${line}:22: ${of}.tls.minimum`,
  },
  {
    name: 'an address without an address',
    text: verify('addresses: {zone-a: https://shop.example.com}'),
    at: `slipway.yml:${line}:27: ${of}.addresses.zone-a`,
  },
  {
    name: 'a page with a share above 100 %',
    text: verify('page: {get: /, cacheable: 120%}'),
    at: `slipway.yml:${line}:33: ${of}.page.cacheable`,
  },
  {
    name: 'a dependency that is asked in two ways',
    text: edges('db: {tcp: "db:5432", dns: db}'),
    at: `slipway.yml:${line}:50: ${of}.dependencies.edges.db`,
    beyondJsonSchema: true,
  },
  {
    name: 'a dependency without a port',
    text: edges('db: {tcp: db}'),
    at: `slipway.yml:${line}:56: ${of}.dependencies.edges.db.tcp`,
  },
  {
    name: 'a database without a user',
    text: edges('db: {postgres: "db:5432"}'),
    at: `slipway.yml:${line}:50: ${of}.dependencies.edges.db`,
    beyondJsonSchema: true,
  },
  {
    name: 'dependencies that need each other',
    text: edges('a: {tcp: "a:1", needs: [b]}, b: {tcp: "b:1", needs: [a]}'),
    at: `slipway.yml:${line}:69: ${of}.dependencies.edges.a.needs`,
    beyondJsonSchema: true,
  },
  {
    name: 'a dependency that needs an unknown one',
    text: edges('db: {tcp: "db:5432", needs: [auht]}, auth: {tcp: "auth:80"}'),
    at: `slipway.yml:${line}:75: ${of}.dependencies.edges.db.needs[0]`,
    beyondJsonSchema: true,
  },
  {
    name: 'a password for an image whose tag may be moved',
    text: edges('cache: {redis: "cache:6379", secret: cache, key: password}'),
    at: `slipway.yml:${line}:29: ${of}.dependencies.image`,
    beyondJsonSchema: true,
  },
  {
    name: 'CA certificates without TLS',
    text: edges('cache: {redis: "cache:6379", ca-configmap: ca}'),
    at: `slipway.yml:${line}:53: ${of}.dependencies.edges.cache`,
    beyondJsonSchema: true,
  },
  {
    name: 'a bucket with half of an access key',
    text: edges('files: {s3: "https://s3.example.com/shop", secret: s3, key: key}'),
    at: `slipway.yml:${line}:53: ${of}.dependencies.edges.files`,
    beyondJsonSchema: true,
  },
  {
    name: 'TLS for a dependency that has its own setting',
    text: edges('db: {tcp: "db:5432", tls: true}'),
    at: `slipway.yml:${line}:50: ${of}.dependencies.edges.db`,
    beyondJsonSchema: true,
  },
  {
    name: 'a latency of a request that changes something',
    text: outside('{request: POST /orders, faster-than: 300ms}'),
    at: `slipway.yml:12:16: ${of}.checks[0]`,
    beyondJsonSchema: true,
  },
  {
    name: 'an expired credential of basic authentication',
    text: verify('identities: {former: {basic: {username: probe, password: OLD}, expired: true}}'),
    at: `slipway.yml:${line}:28: ${of}.identities.former`,
    beyondJsonSchema: true,
  },
  {
    name: 'addresses that no check would ask',
    text: verify('addresses: {zone-a: 192.0.2.10}').replace('get: /ready', 'request: POST /ready'),
    at: `slipway.yml:${line}:18: ${of}.addresses`,
    beyondJsonSchema: true,
  },
  {
    name: 'more addresses than are asked',
    text: verify(`addresses: {${Array.from({ length: 21 }, (_, n) => `z${n}: 192.0.2.${n}`).join(', ')}}`),
    at: `slipway.yml:${line}:18: ${of}.addresses`,
    beyondJsonSchema: true,
  },
];
