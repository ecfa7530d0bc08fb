import type { App, BlockedIp, Department, Operator, TimedRow, VisitorRow } from './model';
import { numberedTime } from './rows';

/** An associate of the seeded department, available, unless given. */
export function newOperator(n: number, given: Partial<Operator> = {}): Operator {
	return {
		id: String(30_102_333_033_334 + n),
		email_id: `operator-${n}@example.com`,
		role: 'Associate',
		departments: ['301050000004'],
		status_code: '1',
		status_message: 'Available',
		first_name: `Operator ${n}`,
		last_name: 'Example',
		nick_name: `operator-${n}`,
		description: '',
		date_of_birth: '',
		mobile: '',
		phone: '',
		street: '',
		city: 'Example City',
		state: '',
		country: 'us',
		pin_code: '',
		language: 'en',
		time_zone: '',
		image_url: '',
		messenger_id: `PB_${n}`,
		maximum_concurrent_chat: '10',
		is_chat_enabled: 'true',
		is_owner: 'false',
		is_confirmed: 'true',
		is_deleted: 'false',
		created_time: numberedTime(n),
		modifed_time: numberedTime(n),
		...given,
	};
}

/** An enabled public department, unless given. */
export function newDepartment(n: number, given: Partial<Department> = {}): Department {
	return {
		id: String(301_050_000_003 + n),
		name: `Department ${n}`,
		display_name: `Department ${n}`,
		description: 'Example department',
		is_enabled: 'true',
		is_public: 'true',
		is_system_generated: 'false',
		created_by: '30102333033335',
		created_time: numberedTime(n),
		modified_time: numberedTime(n),
		operators: [],
		email_configurations: {},
		...given,
	};
}

/** A blocked address without comments, unless given. */
export function newBlockedIp(n: number, app: App, given: Partial<BlockedIp> = {}): BlockedIp {
	return {
		id: String(33_000_000_003_000 + n),
		ip: `203.0.113.${n}`,
		status: 'blocked',
		blocked_by: '30102333033335',
		app: { name: app.name, id: app.id },
		comments: [],
		no_of_comments: '0',
		modified_time: numberedTime(n),
		...given,
	};
}

/** A visitor of the newer lists; the field names are invented, none is documented. */
export function newVisitor(n: number, given: Partial<VisitorRow> = {}): VisitorRow {
	const email = `visitor-${n}@example.com`;
	return {
		time: Number(numberedTime(n)),
		email,
		isReturning: n % 2 === 0,
		customerInfo: {},
		fields: { id: String(30_000_000_090_000 + n), name: `Visitor ${n}`, email },
		...given,
	};
}

/** Something a visitor did; the field names are invented, none is documented. */
export function newVisitorEvent(n: number, given: Partial<TimedRow> = {}): TimedRow {
	return {
		time: Number(numberedTime(n)),
		fields: { visitor_id: '30000000090001', action: `Example action ${n}` },
		...given,
	};
}
