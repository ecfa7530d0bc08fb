import { rm } from 'node:fs/promises';
import { hostFolder } from '../../host/paths';
import { vendors } from '../../scripts/vendors';
import { commands } from '../support/docs';
import { processesWith, type, type Terminal } from '../support/processes';

/** The commands of the front page, typed as they stand there, against a host in a folder of its own. */

const FOLDER = 'e2e-start';
const env = { HOST_FOLDER: FOLDER };
const sends = commands.filter((command) => command.startsWith('npm run send'));

jest.setTimeout(60_000);

let start: Terminal;
let n8n: string;

const reached = async (url: string) =>
	await fetch(url).then(
		({ status }) => status,
		() => undefined,
	);

async function outcomeOf(command: string) {
	const terminal = type(command, env);
	return { code: await terminal.ended, output: terminal.output() };
}

beforeAll(async () => {
	await rm(hostFolder(FOLDER), { recursive: true, force: true });
	expect(commands).toContain('npm start');
	start = type('npm start', env);
	await start.prints(/Ctrl-C stops everything/, 400_000);
	[, n8n = ''] = await start.prints(/^n8n\b.*: (http:\S+)/m, 1_000);
}, 410_000);

afterAll(() => {
	start.kill();
});

test('npm start opens n8n, and says how to log in', async () => {
	expect(await reached(`${n8n}/rest/settings`)).toBe(200);
	expect(start.output()).toMatch(/login +\S+@/);
	expect(start.output()).toMatch(/password +\S+/);
	if (process.platform === 'linux') expect(processesWith(FOLDER)).not.toEqual([]);
});

test('a second npm start does not disturb the first', async () => {
	const { code, output } = await outcomeOf('npm start');
	expect(code).toBe(1);
	expect(output).toContain('A host is already running');
	expect(await reached(`${n8n}/rest/settings`)).toBe(200);
});

test('npm run send alone lists the events of every vendor', async () => {
	const { code, output } = await outcomeOf('npm run send');
	expect(code).toBe(0);
	for (const { simulator } of vendors) {
		expect(output).toMatch(new RegExp(`^ +${simulator} \\S+$`, 'm'));
	}
});

test.each(sends)('%s is answered 200, and starts an execution', async (command) => {
	const { code, output } = await outcomeOf(command);
	expect(output).toMatch(/answered 200/);
	expect(output).toMatch(/execution: success/);
	expect(code).toBe(0);
});

test('the email appears in the terminal of npm start', async () => {
	expect(sends).toContain('npm run send -- iadvize v2.conversation.closed');
	await start.prints(/Thank you for talking to us/, 20_000);
	expect(start.output()).toContain('visitor@example.com');
});

test('npm run send --editor says what to click while nothing listens in the editor', async () => {
	const command = 'npm run send -- iadvize v2.conversation.closed --editor';
	const { code, output } = await outcomeOf(command);
	expect(code).toBe(1);
	expect(output).toContain('The editor is not listening: open a workflow with the iAdvize Trigger');
	expect(output).toContain('click "Execute step" on the trigger');
	expect(output).not.toMatch(/answered \d+/);
});

test('an unknown event is reported, with a list of those there are', async () => {
	const { code, output } = await outcomeOf('npm run send -- iadvize no.such.event');
	expect(code).toBe(1);
	expect(output).toContain('Unknown event no.such.event');
	expect(output).toContain('iadvize v2.conversation.closed');
});

test('Ctrl-C ends everything', async () => {
	start.interrupt();
	expect(await start.ended).not.toBe(1);
	const addresses = start.output().match(/http:\/\/127\.0\.0\.1:\d+/g) ?? [];
	expect(addresses).toContain(n8n);
	for (const address of addresses) expect(await reached(address)).toBeUndefined();
	expect(processesWith(FOLDER)).toEqual([]);
	const { code, output } = await outcomeOf('npm run send');
	expect(code).toBe(1);
	expect(output).toContain('No host is running');
});
