import { wrongReferences } from './expressions';
import { brokenConnections, missingErrorBranch, silentFailures, unreachableNodes } from './flow';
import { missingOwnNodes, poorNames, unknownNodes, wrongCredentials } from './nodes';
import { wrongParameters } from './parameters';
import type { Check } from './template';
import { missingJobNotes, missingNotes, privateThings } from './words';

/** What must be true of every template. */
export const checks = {
	missingOwnNodes,
	unknownNodes,
	poorNames,
	wrongParameters,
	wrongCredentials,
	wrongReferences,
	brokenConnections,
	unreachableNodes,
	silentFailures,
	missingNotes,
	privateThings,
} satisfies Record<string, Check>;

/** What must be true of a template that works with any vendor's trigger. */
export const jobChecks = { missingErrorBranch, missingJobNotes } satisfies Record<string, Check>;

export const allChecks = { ...checks, ...jobChecks };
