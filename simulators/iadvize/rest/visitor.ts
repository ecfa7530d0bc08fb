import type { Visitor } from '../account/model';
import { restDate } from './dates';
import { matching } from './filters';
import type { Resource } from './resource';

export const visitorResource: Resource<Visitor> = {
	name: 'visitor',
	hasOne: true,
	rows: (account) => account.visitors,
	idOf: (visitor) => visitor.id,
	filters: () => ({
		unique_id: matching((visitor) => visitor.uniqueId),
		external_id: matching((visitor) => visitor.externalId),
		website_id: matching((visitor) => visitor.projectIds),
	}),
	fields: (visitor) => ({
		unique_id: visitor.uniqueId,
		external_id: visitor.externalId,
		lastname: visitor.lastName,
		firstname: visitor.firstName,
		address: visitor.address,
		city: visitor.city,
		zip: visitor.zip,
		country: visitor.country,
		phone: visitor.phone,
		email: visitor.email,
		browser: visitor.browser,
		website_id: visitor.projectIds,
		created_at: restDate(visitor.createdAt),
	}),
};
