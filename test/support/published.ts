import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { list } from 'tar';
import { packageOf, packages, type Manifest } from '../../scripts/packages/package';
import { vendors } from '../../scripts/vendors';
import { root } from './pack';

/** A package that the build makes, ready to be published. */
export interface Published {
	readonly name: string;
	readonly folder: string;
	readonly manifest: Manifest;
}

const published = (folder: string): Published => {
	const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;
	return { name: manifest.name, folder, manifest };
};

/** One package a vendor. */
export const ofVendors = vendors.map((vendor) => ({
	vendor,
	...published(path.join(packages, packageOf(vendor))),
}));

/** These, and the pack of all. */
export const all: readonly Published[] = [published(root), ...ofVendors];

/** Packs a package as publishing does, and tells what is in it. */
export function packedFiles({ folder, manifest }: Published): string[] {
	const into = mkdtempSync(path.join(tmpdir(), 'pack-'));
	const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
	execFileSync(npm, ['pack', '--ignore-scripts', '--pack-destination', into], {
		cwd: folder,
		stdio: 'pipe',
	});
	const file = path.join(into, `${manifest.name}-${manifest.version}.tgz`);
	const files: string[] = [];
	list({ file, sync: true, onReadEntry: (entry) => files.push(entry.path) });
	return files.map((name) => name.replace(/^package\//, ''));
}
