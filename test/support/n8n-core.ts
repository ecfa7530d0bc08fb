import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import 'reflect-metadata';

// n8n-core reads both on import, and would otherwise use the folder of whoever runs the tests.
process.env.N8N_USER_FOLDER = mkdtempSync(path.join(tmpdir(), 'n8n-core-'));
process.env.N8N_ENCRYPTION_KEY = 'only-for-tests';
