import type { SenderOptions, TimedReport } from '../../shared/delivery';
import { parseJson, valueAt } from '../../shared/json';
import type { Endpoint } from '../../simulator';
import type { Settings } from '../settings';
import type { World } from '../world';
import { deliver } from './deliver';

/** What came of the test call that saving the integration makes. */
export interface SetUpReport extends TimedReport {
	/** Whether the token came back with 200, in the form that the settings say. */
	readonly passed: boolean;
}

/** Posts the token and expects it back (contract §2.2); then the account has its endpoint. */
export async function testSetUp(
	endpoint: Endpoint,
	world: World,
	sender: SenderOptions,
): Promise<SetUpReport> {
	const { settings, account } = world;
	const body = testBody(settings, endpoint.secret);
	const headers = { 'content-type': contentTypeOf(settings) };
	const report = await deliver({ endpoint, body, headers }, settings, sender);
	const [attempt] = report.attempts;
	const passed =
		attempt?.status === 200 && isReply(attempt.answer ?? '', endpoint.secret, settings);
	if (passed) account.webhook = { url: endpoint.url, token: endpoint.secret };
	return { ...report, delivered: passed, passed };
}

function testBody({ testBody }: Settings, token: string): string {
	const bodies = {
		empty: '',
		token: JSON.stringify({ token }),
		emptyBatch: JSON.stringify({ events: [] }),
		noJson: 'test',
	};
	return bodies[testBody];
}

/** The body's own type; where the token has to go into the body, that is JSON. */
function contentTypeOf({ testBody, tokenPlace }: Settings): string | undefined {
	if (tokenPlace === 'body') return 'application/json';
	if (testBody === 'empty') return undefined;
	return testBody === 'noJson' ? 'text/plain' : 'application/json';
}

/** The vendor shows the wanted answer as a picture only: the token itself, or an object with it. */
function isReply(answer: string, token: string, { expectedReply }: Settings): boolean {
	const isText = answer === token;
	const isJson = valueAt(parseJson(answer), 'token') === token;
	if (expectedReply === 'either') return isText || isJson;
	return expectedReply === 'text' ? isText : isJson;
}
