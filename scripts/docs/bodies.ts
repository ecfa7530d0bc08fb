import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { envelopeOf } from '../../simulators/salesiq/webhook/envelope';
import { exampleNames } from '../../simulators/salesiq/webhook/examples';

const simulators = path.join(__dirname, '../../simulators');

/** All example deliveries of a vendor: those it prints, and those made from its field tables. */
export function bodiesOf(vendor: string): Buffer[] {
	const folder = path.join(simulators, vendor, 'examples');
	return ['.', 'invented'].flatMap((part) =>
		readdirSync(path.join(folder, part))
			.filter((file) => file.endsWith('.json'))
			.sort()
			.map((file) => readFileSync(path.join(folder, part, file))),
	);
}

/** SalesIQ prints most events without the envelope that they are delivered in. */
export const salesIqBodies = (): Buffer[] =>
	exampleNames.map((name) => Buffer.from(JSON.stringify(envelopeOf(name))));
