package dev.insyn.platform.store;

/// Opens collections. Declares their indexes: unique ones per tenant.
public final class TenantDocumentsFactory {

	TenantDocumentsFactory() {
	}

	/// @param uniqueStatePaths paths in the state whose value is unique within a tenant
	/// (and looked up quickly)
	public <T> TenantDocuments<T> of(String collection, Class<T> type, String... uniqueStatePaths) {
		return new TenantDocuments<>();
	}

	public <T> SystemDocuments<T> system(String collection, Class<T> type, String... uniqueStatePaths) {
		return new SystemDocuments<>();
	}

}
