import { writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';

/** Stands in for `kubectl proxy`: hands every connection on its socket to the server of the test. */

const { FAKE_API_PORT, FAKE_PID_FILE, FAKE_ARGS_FILE } = process.env;
const socket = process.argv
  .find(argument => argument.startsWith('--unix-socket='))
  ?.slice('--unix-socket='.length);
if (FAKE_ARGS_FILE !== undefined) writeFileSync(FAKE_ARGS_FILE, JSON.stringify(process.argv.slice(2)));
if (FAKE_PID_FILE !== undefined) writeFileSync(FAKE_PID_FILE, String(process.pid));
createServer(client => {
  const upstream = connect(Number(FAKE_API_PORT), '127.0.0.1');
  client.pipe(upstream).pipe(client);
  client.on('error', () => upstream.destroy());
  upstream.on('error', () => client.destroy());
  upstream.on('close', () => client.destroy());
}).listen(socket);
