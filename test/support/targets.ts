import path from 'node:path';
import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';
import { ofEachVendor } from '../../scripts/vendors';
import type { Pack } from './pack';
import type { Call, Memory, Setting } from './run';

/** A trigger as strangers find it, with what only its vendor knows. */
export interface Target {
	node: string;
	parameters: INodeParameters;
	credentials: Record<string, ICredentialDataDecryptedObject>;
	/** What n8n keeps of a trigger that has registered itself. */
	staticData?: Memory['staticData'];
	/** What must never be told. */
	secrets: readonly string[];
	/** Bodies that the vendor prints. */
	examples: readonly unknown[];
	/** What an element of a list must look like for that list to be read to its end. */
	listOf: (elements: unknown[]) => unknown;
	/** The same call with a proof that fits, in a place where the trigger looks. */
	proved: (call: Call) => Call;
}

/** Every trigger of the pack. */
export const targets: readonly Target[] = ofEachVendor<{ targets: readonly Target[] }>(
	path.join(__dirname, 'vendors'),
).flatMap((one) => one.targets);

/** Headers in which one of them looks for a proof. */
export const proofHeaders: readonly string[] = [
	...new Set(targets.flatMap(({ proved }) => Object.keys(proved({}).headers ?? {}))),
];

/** A target as its workflow is published: each call finds the same, whatever came before. */
export const published = (pack: Pack, target: Target): Setting => {
	const { node, parameters, credentials, staticData } = target;
	return { pack, node, parameters, credentials, ...(staticData && { memory: { staticData } }) };
};
