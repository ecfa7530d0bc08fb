import path from 'node:path';
import type { Template } from './template';

/** By the name of the file, without `.json`. */
export const templates: Readonly<Record<string, Template>> = {};

export const fileOf = (name: string) => path.join(__dirname, '../../templates', `${name}.json`);
