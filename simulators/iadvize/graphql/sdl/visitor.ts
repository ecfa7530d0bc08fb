/** The fields of a visitor that both generations of the schema page list (contract §6.5). */
export const visitorTypes = `
enum Source { ONSITE MOBILE_APP }

type Visitor {
	visitorId: UUID!
	source: Source!
	externalUserId: String
	createdAt: DateTime!
}
`;

/** What the newest schema page no longer shows. */
export const olderVisitorFields = `
extend type Visitor {
	externalId: String @deprecated
	firstName: String
	lastName: String
	address: String
	city: String
	zipCode: String
	country: String
	phoneNumber: String
	email: String
	updatedAt: DateTime!
	username: String
	avatarUrl: URL
	project: Project
	legacyVisitorId: Int @deprecated
}
`;
