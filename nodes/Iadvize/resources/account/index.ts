import {
	accountResource,
	checkOption,
	checkRow,
	rowsOfChecks,
} from '../../../shared/operations/checkAccount';
import type { Operation, Resource } from '../../../shared/operations/operation';
import { apiField } from '../../api/choice';
import { graphQlChecks } from './graphQlChecks';
import type { Look } from './look';
import { restChecks } from './restChecks';
import { textChecks } from './textChecks';

const check: Operation = {
	option: checkOption,
	fields: [apiField],
	output: checkRow,
	async run(call) {
		const look: Look = { call, histories: [], projectIds: [] };
		return await rowsOfChecks([...restChecks(look), ...graphQlChecks(look), ...textChecks(look)]);
	},
};

export const account: Resource = accountResource(check);
