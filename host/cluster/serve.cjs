/**
 * `serve <uid> <gid> <program> <arguments>`: runs a server that knows nothing of with-parent.cjs. Root
 * runs it as another user, as PostgreSQL refuses root; `-` stands for who one is.
 */
const { spawn } = require('node:child_process');

const [, , , uid, gid, program = '', ...args] = process.argv;
const user = uid === '-' ? {} : { uid: Number(uid), gid: Number(gid) };
const server = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'], ...user });
server.on('exit', (code) => process.exit(code ?? 1));
server.on('error', ({ message }) => {
	console.error(message);
	process.exit(1);
});
// The whole group is signalled, so the server has heard it too.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => undefined);
