/**
 * Preloaded into n8n. Standard input is a pipe from the process that started n8n; it closes when that
 * process is gone, however it went, and n8n goes too, together with the task runner it started.
 */
const { spawnSync } = require('node:child_process');
const { isMainThread } = require('node:worker_threads');

function endTree() {
	if (process.platform === 'win32') {
		spawnSync('taskkill', ['/pid', String(process.pid), '/T', '/F']);
	} else {
		process.kill(-process.pid, 'SIGKILL');
	}
}

// Threads and forks inherit the preload, and have other pipes.
if (isMainThread && process.argv[2] === 'start') {
	process.stdin.on('end', endTree).on('error', endTree).resume();
	process.stdin.unref();
}
