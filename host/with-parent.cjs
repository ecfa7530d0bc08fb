/**
 * Preloaded into what a host runs. Standard input is a pipe from the process that started it; it closes
 * when that process is gone, however it went, and the program goes too, with all that it started.
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
if (isMainThread && ['start', 'webhook', 'worker', 'serve'].includes(process.argv[2] ?? '')) {
	process.stdin.on('end', endTree).on('error', endTree).resume();
	process.stdin.unref();
}
