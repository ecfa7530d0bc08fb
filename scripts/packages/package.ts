import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Vendor } from '../../nodes/shared/vendor';

export const root = path.join(__dirname, '../..');

/** What a package of n8n nodes says of itself. */
export interface Manifest {
	name: string;
	version: string;
	description: string;
	keywords: string[];
	license: string;
	homepage: string;
	repository: { type: string; url: string };
	n8n: { n8nNodesApiVersion: number; strict: boolean; credentials: string[]; nodes: string[] };
	[field: string]: unknown;
}

/** The pack of all vendors. */
export const pack = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;

/** n8n verifies packages of one service only, so each vendor has one. */
export const packageOf = ({ page }: Vendor) => `n8n-nodes-${page}`;

/** Where the packages are written, each in a folder with its name. */
export const packages = path.join(root, 'packages');
