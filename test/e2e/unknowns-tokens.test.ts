import { startHost, type Host } from '../../host/host';
import { agreed, useTemplate } from '../../host/templates';
import { amplifyReachVendor } from '../../host/vendors/amplifyreach';
import { messangiVendor } from '../../host/vendors/messangi';
import { swiftsellVendor } from '../../host/vendors/swiftsell';
import type { Vendor } from '../../host/vendors/vendor';
import type { Workflow } from '../../host/workflows';
import { unknowns as amplifyReachUnknowns } from '../../scripts/docs/unknowns/amplifyreach';
import { unknowns as messangiUnknowns } from '../../scripts/docs/unknowns/messangi';
import { unknowns as swiftsellUnknowns } from '../../scripts/docs/unknowns/swiftsell';
import {
	startAmplifyReachSimulator,
	type AmplifyReachSimulator,
} from '../../simulators/amplifyreach';
import { startMessangiSimulator, type MessangiSimulator } from '../../simulators/messangi';
import { startSwiftsellSimulator, type SwiftsellSimulator } from '../../simulators/swiftsell';
import { outcomeOf } from './support/stage';

jest.setTimeout(60_000);

let host: Host;
let amplifyReach: AmplifyReachSimulator;
let messangi: MessangiSimulator;
let swiftsell: SwiftsellSimulator;
beforeAll(async () => {
	amplifyReach = await startAmplifyReachSimulator();
	messangi = await startMessangiSimulator();
	swiftsell = await startSwiftsellSimulator();
	const vendors = [
		amplifyReachVendor(amplifyReach),
		messangiVendor(messangi),
		swiftsellVendor(swiftsell),
	];
	host = await startHost({ folder: 'e2e-unknowns-tokens', vendors });
}, 180_000);
afterEach(() => {
	amplifyReach.reset();
	messangi.reset();
	swiftsell.reset();
	host.backOffice.reset();
});
afterAll(async () => {
	await host.stop();
}, 30_000);

/** A template at work, and what comes of one more event of its vendor. */
async function happen(template: string, vendor: Vendor | undefined, event: string, mark = '') {
	if (!vendor) throw new Error(`Nobody tells ${event}`);
	const workflow: Workflow = await useTemplate(
		...([host.rest, template, host.credentials, host.vendors, agreed] as const),
	);
	const endpoint = await host.endpointOf(workflow, vendor);
	const { simulator } = vendor;
	const body = simulator.exampleOf(event).replaceAll('@', `${mark}@`);
	const stage = { host, workflow, log: () => Promise.resolve(''), stop: () => host.stop() };
	const outcome = await outcomeOf(stage, () => simulator.sendBody(event, body, endpoint));
	expect(outcome.execution?.result.error).toBeUndefined();
	return outcome.mails;
}

const vendorOf = (name: string) => host.vendors.find(({ simulator }) => simulator.vendor === name);

test.each(swiftsellUnknowns)('Swiftsell: $fact: $otherWay', async ({ settings }) => {
	Object.assign(swiftsell.settings, settings);
	const vendor = vendorOf('swiftsell');
	const mails = await happen('swiftsell-email-new-lead', vendor, 'message-form-response');
	expect(mails).toMatchObject([{ to: 'team@example.com' }]);
});

test.each(messangiUnknowns)('Messangi: $fact: $otherWay', async ({ settings }) => {
	Object.assign(messangi.settings, settings);
	const vendor = vendorOf('messangi');
	await happen('messangi-sms-on-option-chosen', vendor, 'chatbot-interaction-option');
	expect(messangi.account.messages).toMatchObject([{ to: '15550100102' }]);
});

test.each(amplifyReachUnknowns)('AmplifyReach: $fact: $otherWay', async (unknown) => {
	Object.assign(amplifyReach.settings, unknown.settings);
	const mark = `-${amplifyReachUnknowns.indexOf(unknown)}`;
	const vendor = vendorOf('amplifyreach');
	const mails = await happen('amplifyreach-lead-to-crm', vendor, 'contact-information', mark);
	expect(mails[0]?.text).toContain('It is in the CRM.');
	expect(host.backOffice.crm.leads).toHaveLength(1);
});
