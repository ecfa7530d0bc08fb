import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pack, root } from '../../../scripts/packages/package';
import { notesOf } from '../../../scripts/release/notes';
import {
	commitsSince,
	obstacleToPacking,
	obstacleToPublishing,
} from '../../../scripts/release/tree';

describe('release notes', () => {
	const changelog = '# Changelog\n\n## 1.10.0\n\n- Ten.\n\n## 1.1.0 (2026-01-01)\n\n- One.\n- Two.\n\n## 1.0.0\n';

	test.each([
		['1.10.0', '- Ten.'],
		['1.1.0', '- One.\n- Two.'],
		['1.0.0', undefined],
		['1.1', undefined],
		['2.0.0', undefined],
	])('of %s: %j', (version, notes) => {
		expect(notesOf(changelog, version)).toBe(notes);
	});

	test('are there for the version that package.json has', () => {
		expect(notesOf(readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8'), pack.version)).toContain('- ');
	});
});

describe('what is released is what is committed and tagged', () => {
	const folder = mkdtempSync(path.join(tmpdir(), 'release-'));
	const git = (...args: string[]) =>
		execFileSync('git', ['-c', 'user.name=n', '-c', 'user.email=n@example.com', ...args], { cwd: folder, stdio: 'pipe' });
	const commit = (message: string) => {
		writeFileSync(path.join(folder, 'file'), message);
		git('add', '.');
		git('commit', '-m', message);
	};
	beforeAll(() => {
		git('init');
		commit('First');
		git('tag', 'v1.9.0');
		commit('Second');
	});

	test('a clean tree is packed, a changed or a new file is named', () => {
		expect(obstacleToPacking(folder)).toBeUndefined();
		writeFileSync(path.join(folder, 'new'), '');
		expect(obstacleToPacking(folder)).toMatch(/Commit or stash first:\n\?\? new$/);
		git('clean', '-f');
	});

	test('a version is published only from its own tag', () => {
		expect(obstacleToPublishing(folder, '1.10.0')).toMatch(/no tag v1\.10\.0$/);
		expect(obstacleToPublishing(folder, '1.9.0')).toMatch(/no tag v1\.9\.0$/);
		git('tag', 'v1.10.0');
		expect(obstacleToPublishing(folder, '1.10.0')).toBeUndefined();
		writeFileSync(path.join(folder, 'file'), 'changed');
		expect(obstacleToPublishing(folder, '1.10.0')).toMatch(/Commit or stash first/);
		git('checkout', 'file');
	});

	test('what has changed is counted from the highest version, not the last in the alphabet', () => {
		commit('Third');
		expect(commitsSince(folder)).toEqual(['Third']);
	});
});
