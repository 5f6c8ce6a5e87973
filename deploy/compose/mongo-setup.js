// Begins the one-member replica set and gives each service a login to its own database and to nothing else.
// Runs at every start and changes nothing that is already right, so a renewed password in .env takes effect at the next one.
const root = encodeURIComponent(process.env.MONGO_ROOT_PASSWORD);
const admin = connect(`mongodb://root:${root}@mongo:27017/admin?directConnection=true`);

try {
	admin.adminCommand({ replSetGetStatus: 1 });
}
catch (notYet) {
	if (notYet.codeName !== 'NotYetInitialized') {
		throw notYet;
	}
	admin.adminCommand({ replSetInitiate: { _id: 'insyn', members: [{ _id: 0, host: 'mongo:27017' }] } });
}
for (let tries = 0; !admin.hello().isWritablePrimary; tries++) {
	if (tries === 60) {
		throw new Error('mongo did not become primary within a minute');
	}
	sleep(1000);
}

const passwords = {
	landing_pages: process.env.LANDING_PAGES_DB_PASSWORD,
	contacts: process.env.CONTACTS_DB_PASSWORD,
	contact_keys: process.env.CONTACT_KEYS_DB_PASSWORD,
	tokens: process.env.TOKENS_DB_PASSWORD,
	notifications: process.env.NOTIFICATIONS_DB_PASSWORD,
	audit: process.env.AUDIT_DB_PASSWORD
};
for (const [database, password] of Object.entries(passwords)) {
	const own = admin.getSiblingDB(database);
	const roles = [{ role: 'readWrite', db: database }];
	if (own.getUser(database)) {
		own.updateUser(database, { pwd: password, roles });
	}
	else {
		own.createUser({ user: database, pwd: password, roles });
	}
	print(`login ${database} may read and write its own database only`);
}
