import { readFileSync } from 'node:fs';
import path from 'node:path';
import { vendors } from '../vendors';

export const issueFormFile = path.join(__dirname, '../../.github/ISSUE_TEMPLATE/account-check.yml');

/** The form for the check of an account as it is, with all vendors to choose from. */
export const issueForm = (): string =>
	readFileSync(issueFormFile, 'utf8').replace(
		/(?<=( *)# vendors\n)[^]*?(?= *# end of vendors)/,
		(_, indent: string) => vendors.map(({ name }) => `${indent}- ${name}\n`).join(''),
	);
