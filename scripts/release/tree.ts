import { execFileSync } from 'node:child_process';

const git = (folder: string, ...args: string[]) =>
	execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });

/** Why nothing may be packed from a working tree: undefined when it is as committed. */
export function obstacleToPacking(folder: string): string | undefined {
	const changed = git(folder, 'status', '--porcelain').trimEnd();
	if (changed === '') return undefined;
	return `What is packed must be what is committed. Commit or stash first:\n${changed}`;
}

/** Why a version may not be published from a working tree: undefined when its tag is here. */
export function obstacleToPublishing(folder: string, version: string): string | undefined {
	const tags = git(folder, 'tag', '--points-at', 'HEAD').split('\n');
	if (tags.includes(`v${version}`)) return obstacleToPacking(folder);
	return `package.json says ${version}, and this commit has no tag v${version}`;
}

/** What was committed since the newest tag of a version, the newest first. */
export function commitsSince(folder: string): string[] {
	const tags = git(folder, 'tag', '--merged', 'HEAD', '--sort=-v:refname', '--list', 'v*');
	const [newest] = tags.split('\n').filter((tag) => tag !== '');
	const range = newest === undefined ? 'HEAD' : `${newest}..HEAD`;
	return git(folder, 'log', '--format=%s', range)
		.trimEnd()
		.split('\n')
		.filter((line) => line !== '');
}
