import type { Resource } from '../../shared/operations/operation';
import { dates, websiteId } from './filterFields';
import { getMany, type Noun } from './restOperation';
import * as output from './restOutputs';

const callMeetings: Noun = {
	one: 'call meeting',
	many: 'call meetings',
	path: '/callmeeting',
	output: output.callMeeting,
};

export const callMeeting: Resource = {
	option: { name: 'Call Meeting', value: 'callMeeting' },
	operations: [getMany(callMeetings, [...dates(), websiteId])],
};
