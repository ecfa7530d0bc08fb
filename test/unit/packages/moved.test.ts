import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { moved } from '../../../scripts/packages/moved';

const ALL = 'n8n-nodes-conversations';
const ONE = 'n8n-nodes-iadvize';

test('nodes change their package, and nothing else does', () => {
	const json = `{"nodes": [{"type": "${ALL}.iadvizeTrigger", "name": "${ALL}"},
		{"type": "n8n-nodes-base.set", "notes": "from ${ALL}.iadvize, and \\"${ALL}.x\\""}]}`;
	expect(moved(json, ALL, ONE)).toBe(json.replace(`"${ALL}.iadvizeTrigger"`, `"${ONE}.iadvizeTrigger"`));
	expect(moved(moved(json, ALL, ONE), ONE, ALL)).toBe(json);
});

test('a node that the other package lacks stays where it is', () => {
	const json = `["${ALL}.iadvize", "${ALL}.swiftsell"]`;
	expect(moved(json, ALL, ONE, (node) => node === 'iadvize')).toBe(
		`["${ONE}.iadvize", "${ALL}.swiftsell"]`,
	);
});

describe('npm run move', () => {
	const root = path.join(__dirname, '../../..');
	const file = path.join(mkdtempSync(path.join(tmpdir(), 'move-')), 'workflow.json');
	const move = (...args: string[]) =>
		execFileSync(process.execPath, ['scripts/move.mjs', ...args], { cwd: root, encoding: 'utf8' });
	const typesIn = () =>
		(JSON.parse(readFileSync(file, 'utf8')) as { nodes: { type: string }[] }).nodes
			.map(({ type }) => type)
			.filter((type) => !type.startsWith('n8n-nodes-base'));

	test('moves a workflow to the package of its vendor and back, and names what that lacks', () => {
		const template = path.join(root, 'templates/email-at-conversation-end.json');
		writeFileSync(file, readFileSync(template));
		expect(move(file, ONE)).toBe(`${file}: moved to ${ONE}\n`);
		expect(typesIn()).toEqual([`${ONE}.iadvizeTrigger`, `${ONE}.iadvize`]);
		expect(move(file, 'n8n-nodes-swiftsell')).toBe(
			`${file}: nothing to move\nNot in n8n-nodes-swiftsell: "${ONE}.iadvizeTrigger", "${ONE}.iadvize"\n`,
		);
		move(file, ALL);
		expect(readFileSync(file, 'utf8')).toBe(readFileSync(template, 'utf8'));
	});

	test.each([[[]], [['workflow.json']], [['workflow.json', 'n8n-nodes-other']]])(
		'says how it is used: %j',
		(args: string[]) => {
			const { status, stderr } = spawnSync(process.execPath, ['scripts/move.mjs', ...args], {
				cwd: root,
				encoding: 'utf8',
			});
			expect(status).toBe(1);
			expect(stderr).toMatch(/^Usage: npm run move -- <workflow.json> <n8n-nodes-conversations \| .+>\n$/);
		},
	);
});
